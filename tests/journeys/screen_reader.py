"""What a screen reader's user does: everything by accessible name, through AT-SPI, from outside the program.

Runs under the system's Python, which has the bindings, within a session bus of its own:
``dbus-run-session -- python3 screen_reader.py STEPS.json COMMAND…``. ``STEPS.json`` is a list of steps:
``["see", name]``, ``["press", name]``, ``["press first", how a name begins]``, ``["type", name, text]``.
Prints a line for each step and exits with 1 at the first that cannot be done, with what was on the screen.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # only after the version is said

PATIENCE = 40.0  # seconds for one thing to appear
PRESSES = ("Press", "press", "click", "Toggle", "toggle", "activate")
popped_up: list[Any] = []
"""Menus, the newest last. They are not in the tree: events tell of them, and only to who listens before the program
begins."""


def listen() -> Any:
    """Keep what is returned: with it goes the listening."""

    def heard(event: Any, *_: object) -> None:
        with suppress(GLib.Error):  # it may be gone by now
            if event.source.get_role() == Atspi.Role.POPUP_MENU and event.detail1:
                popped_up.append(event.source)

    listener = Atspi.EventListener.new(heard)
    listener.register("object:state-changed:showing")
    return listener


def catch_up() -> None:
    """Hear what has happened meanwhile."""
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def everything(node: Any, depth: int = 0) -> Iterator[Any]:
    """A node and all that is showing below it. Widgets come and go while we look."""
    try:
        if depth > 1 and not node.get_state_set().contains(Atspi.StateType.SHOWING):
            return
        yield node
        count = min(node.get_child_count(), 400)
    except (GLib.Error, AttributeError):
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        if child is not None:
            yield from everything(child, depth + 1)


def program() -> Any | None:
    desktop = Atspi.get_desktop(0)
    children = (desktop.get_child_at_index(index) for index in range(desktop.get_child_count()))
    return next((child for child in children if child is not None and child.get_name() == "jz-travel"), None)


def name_of(node: Any) -> str:
    try:
        return str(node.get_name() or "")
    except GLib.Error:
        return ""


def can_be_pressed(node: Any) -> bool:
    """A button rather than the words on it, which are called the same."""
    try:
        actions = node.get_action_iface()
        return bool(actions) and actions.get_n_actions() > 0
    except GLib.Error:
        return False


def found(name: str, exact: bool = True) -> Any | None:
    catch_up()
    root = program()
    roots = [*([root] if root is not None else []), *popped_up[-1:]]
    nodes = [node for each in roots for node in everything(each)]
    fits = [node for node in nodes if name_of(node) == name or (not exact and name in name_of(node))]
    return next((node for node in reversed(fits) if can_be_pressed(node)), fits[-1] if fits else None)


def wait_for(name: str, exact: bool = True) -> Any:
    patience = time.monotonic() + PATIENCE
    while time.monotonic() < patience:
        node = found(name, exact)
        if node is not None:
            return node
        time.sleep(0.1)
    raise LookupError(name)


def wait_until_ready(name: str, exact: bool) -> Any:
    """What can be pressed: a button may be there before it can do something."""
    patience = time.monotonic() + PATIENCE
    while time.monotonic() < patience:
        node = wait_for(name, exact)
        try:
            if node.get_state_set().contains(Atspi.StateType.SENSITIVE):
                return node
        except GLib.Error:
            pass
        time.sleep(0.1)
    raise LookupError(f"{name} cannot be pressed yet")


def press(name: str, exact: bool = True) -> None:
    node = wait_until_ready(name, exact)
    actions = node.get_action_iface()
    offered = [actions.get_action_name(index) for index in range(actions.get_n_actions())] if actions else []
    wanted = next((offered.index(each) for each in PRESSES if each in offered), None)
    if wanted is None:
        raise LookupError(f"{name} cannot be pressed, only {offered}")
    with suppress(GLib.Error):  # a busy program answers late; the next step says whether it was done
        actions.do_action(wanted)


def type_into(name: str, text: str) -> None:
    field = wait_for(name)
    field.get_editable_text_iface().set_text_contents(text)


def do(step: list[str]) -> None:
    match step:
        case ["see", name]:
            wait_for(name, exact=False)
        case ["press", name]:
            press(name)
        case ["press first", name]:
            press(name, exact=False)
        case ["type", name, text]:
            type_into(name, text)
        case _:
            raise LookupError(f"no such step: {step}")


def main() -> int:
    steps = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    listener = listen()
    running = subprocess.Popen(sys.argv[2:])  # the program that the test names
    try:
        for step in steps:
            try:
                do(step)
            except LookupError as error:
                print(f"failed: {step}: {error}")
                root = program()
                shown = sorted({name_of(node) for node in everything(root)}) if root is not None else ["nothing"]
                print("on the screen:", *shown, sep="\n  ")
                return 1
            print("done:", *step, flush=True)
            time.sleep(0.3)
        return 0
    finally:
        listener.deregister("object:state-changed:showing")
        running.terminate()
        running.wait(10)


if __name__ == "__main__":
    sys.exit(main())
