"""Every benchmark of the window, each in a process of its own, as ratios: ``make bench``."""

import subprocess
import sys

MODULES = ("schedule", "search", "edit", "map_10000", "startup", "memory")


def main() -> int:
    return max(subprocess.run([sys.executable, "-m", f"tests.benchmarks.{each}"], check=False).returncode for each in MODULES)


if __name__ == "__main__":
    sys.exit(main())
