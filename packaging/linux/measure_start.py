"""How long programs take to show their window and to come to rest, and what memory they hold then.

    xvfb-run -a -s "-screen 0 1280x800x24" dbus-run-session python3 …/measure_start.py [--cold] [--times 3] \\
        NAME=COMMAND …      e.g. ours=jz-travel marble=marble-qt maps=gnome-maps

One after another on the same screen, each with an empty home. `--cold` (as root) empties the system's cache of files
before each start. Rest: less than 5 % of a core for a second. Memory: the proportional set size of all its processes.
"""

import argparse
import os
import shlex
import signal
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

REST = 0.05  # of a core
PATIENCE = 90  # seconds
TICKS = os.sysconf("SC_CLK_TCK")


def members(group: int) -> list[int]:
    """The processes of a session, and so what Chromium and D-Bus started for it."""
    found = []
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                fields = (each / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[3]) == group:
                found.append(int(each.name))
    return found


def worked(pids: list[int]) -> float:
    """Seconds of processor that they have used."""
    ticks = 0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        ticks += int(fields[11]) + int(fields[12])
    return ticks / TICKS


def memory(pids: list[int]) -> float:
    """Megabytes, each shared page divided among those that share it."""
    kilobytes = 0
    for pid in pids:
        try:
            rolled = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        kilobytes += sum(int(line.split()[1]) for line in rolled.splitlines() if line.startswith("Pss:"))
    return kilobytes / 1024


def has_window(pids: list[int]) -> bool:
    """Whether a window of theirs with a title is on the screen."""
    for pid in pids:
        asked = ["xdotool", "search", "--all", "--onlyvisible", "--pid", str(pid), "--name", "."]
        if subprocess.run(asked, check=False, capture_output=True).stdout.strip():
            return True
    return False


def start(command: list[str]) -> tuple[float, float, float]:
    """Seconds to the window, seconds to rest, megabytes at rest."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        environment = {**os.environ, "HOME": home, "XDG_RUNTIME_DIR": home}
        began = time.monotonic()
        started = subprocess.Popen(
            command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            while not has_window(members(started.pid)):
                if started.poll() is not None or time.monotonic() - began > PATIENCE:
                    raise SystemExit(f"{command[0]} shows no window")
                time.sleep(0.02)
            shown = time.monotonic() - began
            rested = shown
            before, at = worked(members(started.pid)), time.monotonic()
            while time.monotonic() - began < PATIENCE:
                time.sleep(1)
                now, then = worked(members(started.pid)), time.monotonic()
                if now - before < REST * (then - at):
                    break
                before, at, rested = now, then, then - began
            return shown, rested, memory(members(started.pid))
        finally:
            for pid in members(started.pid):
                os.kill(pid, signal.SIGKILL)
            started.wait()
            time.sleep(1)


def main() -> None:
    ask = argparse.ArgumentParser()
    ask.add_argument("--cold", action="store_true")
    ask.add_argument("--times", type=int, default=3)
    ask.add_argument("programs", nargs="+", metavar="NAME=COMMAND")
    chosen = ask.parse_args()
    for each in chosen.programs:
        name, command = each.split("=", 1)
        runs = []
        for _ in range(chosen.times):
            if chosen.cold:
                os.sync()
                Path("/proc/sys/vm/drop_caches").write_text("3")
            runs.append(start(shlex.split(command)))
        window, rest, size = (statistics.median(column) for column in zip(*runs, strict=True))
        print(f"{name}: window {window:.1f} s, at rest {rest:.1f} s, {size:.0f} MB", flush=True)


if __name__ == "__main__":
    main()
