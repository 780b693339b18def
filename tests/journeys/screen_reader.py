"""What a screen reader's user does: everything by accessible name, through AT-SPI, from outside the program.

Runs under the system's Python, which has the bindings, within a session bus of its own:
``dbus-run-session -- python3 screen_reader.py STEPS.json COMMAND…``. ``STEPS.json`` is a list of steps:
``["see", name]``, ``["press", name]``, ``["type", name, text]``, ``["choose", name]`` for the item of a list or menu.
Prints a line for each step and exits with 1 at the first that cannot be done, with what was on the screen.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # only after the version is said

PATIENCE = 40.0  # seconds for one thing to appear
PRESSES = ("Press", "press", "click", "Toggle", "toggle", "ShowMenu", "showMenu", "activate")


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


def found(name: str, exact: bool = True) -> Any | None:
    root = program()
    nodes = everything(root) if root is not None else iter(())
    fits = [node for node in nodes if name_of(node) == name or (not exact and name in name_of(node))]
    return fits[-1] if fits else None


def wait_for(name: str, exact: bool = True) -> Any:
    patience = time.monotonic() + PATIENCE
    while time.monotonic() < patience:
        node = found(name, exact)
        if node is not None:
            return node
        time.sleep(0.1)
    raise LookupError(name)


def press(name: str) -> None:
    node = wait_for(name)
    actions = node.get_action_iface()
    offered = [actions.get_action_name(index) for index in range(actions.get_n_actions())] if actions else []
    wanted = next((index for index, each in enumerate(offered) if each in PRESSES), None)
    if wanted is None:
        raise LookupError(f"{name} cannot be pressed, only {offered}")
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
        case ["type", name, text]:
            type_into(name, text)
        case _:
            raise LookupError(f"no such step: {step}")


def main() -> int:
    steps = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    running = subprocess.Popen(sys.argv[2:])  # noqa: S603  # the program that the test names
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
        running.terminate()
        running.wait(10)


if __name__ == "__main__":
    sys.exit(main())
