"""What the program and its helper processes hold, as proportional set size: shared pages are counted once.

``python -m tests.benchmarks.startup`` prints it beside the floor; alone this measures the window after a busy hour.
"""

import os
from pathlib import Path

EDITS = 300


def family(process: int) -> list[int]:
    """A process and all that came of it."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # gone meanwhile
        parents.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found = [process]
    for each in found:
        found += parents.get(each, ())
    return found


def proportional(process: int) -> float:
    """MiB of a process and its children; Linux only."""
    kilobytes = 0
    for each in family(process):
        try:
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text()
        except OSError:
            continue
        kilobytes += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return kilobytes / 1024


def main() -> None:
    from tests.benchmarks.edit import a_full_week, open_window, settle

    window = open_window(a_full_week())
    settle(window)
    before = proportional(os.getpid())
    day = window.session.trip.days[0].id
    for number in range(EDITS):
        window.edits.lunch(day, number % 2 == 0)
        settle(window)
    after = proportional(os.getpid())
    each = (after - before) * 1024 / EDITS
    print(f"memory, {EDITS} edits: {before:.0f} -> {after:.0f} MiB PSS, {each:.0f} KiB an edit")
    window.close()


if __name__ == "__main__":
    main()
