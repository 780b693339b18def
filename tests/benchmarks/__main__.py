"""Every benchmark of the window, each in a process of its own, as ratios: ``make bench``."""

import subprocess
import sys

MODULES = ("schedule", "search", "edit", "map_10000", "startup", "memory")


def main() -> int:
    commands = [[sys.executable, "-m", f"tests.benchmarks.{each}"] for each in MODULES]
    return max(subprocess.run(command, check=False).returncode for command in commands)


if __name__ == "__main__":
    sys.exit(main())
