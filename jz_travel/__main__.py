"""``python -m jz_travel`` and ``jz-travel``."""

import sys

from jz_travel.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
