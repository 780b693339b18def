"""The command line, for people who have no window and for programs."""

from jz_travel.cli.main import main

__all__ = ["main"]
