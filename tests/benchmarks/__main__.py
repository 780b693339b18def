"""Every benchmark of the window, each in a process of its own, as ratios: ``make bench``.

``python -m tests.benchmarks planner …`` measures the planner instead; what follows are its options.
"""

import subprocess
import sys

MODULES = (
    "schedule",
    "search",
    "routes",
    "edit",
    "switch",
    "map_10000",
    "map_layers",
    "region",
    "startup",
    "memory",
    "statistics",
    "exports",
    "kiosk",
)


def main() -> int:
    if sys.argv[1:2] == ["planner"]:
        return subprocess.run([sys.executable, "-m", "tests.benchmarks.planner", *sys.argv[2:]], check=False).returncode
    commands = [[sys.executable, "-m", f"tests.benchmarks.{each}"] for each in sys.argv[1:] or MODULES]
    return max(subprocess.run(command, check=False).returncode for command in commands)


if __name__ == "__main__":
    sys.exit(main())
