"""``jz-travel kiosk``: the touch face for a public screen, kept running; and what those who put one up need."""

import argparse
import getpass
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.texts import Language

if TYPE_CHECKING:
    from jz_travel.domain.policy import Policy

EXAMINATION_SECONDS = 120


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds both commands; ``common`` goes to each parser, like ``parents``."""
    kiosk = commands.add_parser("kiosk", help="the touch face for a public screen", **common)
    kiosk.add_argument("--policy", default="visitor_centre", metavar="NAME", help="a policy's name, or its file")
    kiosk.add_argument("--windowed", type=_size, metavar="WxH", help="in a window instead of the whole screen")
    kiosk.add_argument("--state", type=Path, metavar="DIR", help="where counts and data packs are kept")
    kiosk.add_argument("--self-test", action="store_true", help="try everything without a screen; one line, 0 or 1")
    kiosk.add_argument("--new-pin", action="store_true", help="ask for a PIN and print what goes into the policy")
    for hidden in ("--face", "--examine"):
        kiosk.add_argument(hidden, action="store_true", help=argparse.SUPPRESS)
    kiosk.add_argument("--heart", type=int, help=argparse.SUPPRESS)
    kiosk.add_argument("--scratch", type=Path, help=argparse.SUPPRESS)
    kiosk.set_defaults(run=run_kiosk)
    counts = commands.add_parser("counts", help="what was asked at this screen, without anybody's trip", **common)
    counts.add_argument("--state", type=Path, metavar="DIR")
    counts.add_argument("--policy", default="visitor_centre", metavar="NAME")
    counts.add_argument("-o", "--output", type=Path, metavar="CSV")
    counts.set_defaults(run=run_counts)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def run_kiosk(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001  # the policy says which
    """0 when staff left; the self-test says 1 when something is wrong."""
    if chosen.new_pin:
        return _new_pin()
    policy = _policy_of(chosen)
    if chosen.face or chosen.examine:
        return _face(chosen, policy)
    if chosen.self_test:
        return _self_test(chosen)
    return _supervise(chosen)


def _policy_of(chosen: argparse.Namespace) -> "Policy":
    from jz_travel.resources import assets
    from jz_travel.store.policies import policy_file, read_policy

    return read_policy(policy_file(chosen.policy, assets("policies")))


def state_of(chosen: argparse.Namespace) -> Path:
    """Where the screen keeps counts, tries of the PIN and data packs: as said, as systemd says, else as usual."""
    from platformdirs import user_state_path

    said: Path | None = chosen.state
    given = os.environ.get("STATE_DIRECTORY", "").split(":")[0]
    return said or (Path(given) if given else user_state_path("jz-travel", appauthor=False) / "kiosk")


def _new_pin() -> int:
    from jz_travel.kiosk.pin import hashed

    pin = getpass.getpass("PIN: ")
    if pin != getpass.getpass("PIN: "):
        raise Failure(Cause.OTHER, detail="the two differ")
    try:
        print(f'pin = "{hashed(pin)}"')
    except ValueError as error:
        raise Failure(Cause.OTHER, detail=str(error)) from None
    return 0


def _face(chosen: argparse.Namespace, policy: "Policy") -> int:
    from jz_travel.kiosk.supervisor import new_scratch
    from jz_travel.ui.kiosk.app import run_face
    from jz_travel.ui.kiosk.face import Face

    scratch = chosen.scratch or new_scratch()
    stand_on_newest(state_of(chosen), scratch)
    face = Face(policy, state_of(chosen), scratch, chosen.windowed, chosen.heart)
    if not chosen.examine:
        return run_face(face)
    from jz_travel.ui.kiosk.self_test import examine

    well, line = examine(face)
    print(line)
    return 0 if well else 1


def stand_on_newest(state: Path, scratch: Path) -> None:
    """The data of an installed pack instead of the program's own, when there is one."""
    from jz_travel import resources
    from jz_travel.kiosk.packs.taking import PackStore, lay_over

    pack = PackStore(state / "packs").current
    if pack is not None:
        over = scratch / "data"
        shutil.rmtree(over, ignore_errors=True)
        resources.stand_on(lay_over(pack, resources.shipped("assets"), resources.shipped("maps"), over))


def _command(chosen: argparse.Namespace, *more: str) -> list[str]:
    """This program again; isolated, so that no folder and no variable can put other code into it."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-I", "-m", "jz_travel"]
    said = [*program, "kiosk", "--policy", str(chosen.policy), "--state", str(state_of(chosen)), *more]
    if chosen.windowed:
        said += ["--windowed", "{}x{}".format(*chosen.windowed)]
    return said


def _self_test(chosen: argparse.Namespace) -> int:
    from jz_travel.kiosk.environment import cleaned
    from jz_travel.kiosk.processes import adopt_orphans, sweep
    from jz_travel.kiosk.supervisor import new_scratch

    adopt_orphans()
    environment = {**cleaned(os.environ), "QT_QPA_PLATFORM": "offscreen"}
    scratch = new_scratch()
    try:
        done = subprocess.run(  # noqa: S603  # our own program
            _command(chosen, "--examine", "--scratch", str(scratch)), env=environment, capture_output=True, text=True,
            timeout=EXAMINATION_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        sweep()
        print(f"failed: no answer in {EXAMINATION_SECONDS} s")
        return 1
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    lines = done.stdout.splitlines()
    print(lines[-1] if lines else f"failed: ended with {done.returncode}")
    return 0 if done.returncode == 0 and lines else 1


def _supervise(chosen: argparse.Namespace) -> int:
    from jz_travel.kiosk.environment import cleaned, platform_of
    from jz_travel.kiosk.notify import Notify
    from jz_travel.kiosk.supervisor import Supervisor

    platform = platform_of(os.environ, windowed=chosen.windowed is not None)
    if not platform:
        raise Failure(Cause.OTHER, detail="there is no screen; --windowed 1080x1920 draws without one")

    def command(heart: int, scratch: Path) -> list[str]:
        return _command(chosen, "--face", "--heart", str(heart), "--scratch", str(scratch))

    def say(what: str) -> None:
        print(f"kiosk: {what}", flush=True)  # on stderr Chromium writes into the middle of lines

    environment = {**cleaned(os.environ), "QT_QPA_PLATFORM": platform}
    return Supervisor(command, environment, Notify(), say).run()


def run_counts(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001
    """Counts as CSV, small numbers left out."""
    from jz_travel.kiosk.counts import as_csv, read_counts
    from jz_travel.store.files import write_bytes

    content = as_csv(read_counts(state_of(chosen) / "counts.json"), _policy_of(chosen).suppress_below)
    if chosen.output is not None:
        write_bytes(chosen.output, content)
    else:
        print(content.decode("utf-8-sig"), end="")
    return 0
