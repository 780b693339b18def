"""Writes build.json, which `jz-travel --version` reads: the day of the build, the commit, the day of the data.

    SOURCE_DATE_EPOCH=… python packaging/bundle/build_info.py build/package/build.json

Both days come from the history, not from a clock, so that the same commit always gives the same bytes.
"""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ("assets/places", "assets/sources.toml", "assets/statistics", "assets/holidays", "assets/roads.toml", "maps")


def day(epoch: str) -> str:
    """Seconds since 1970 as an ISO 8601 day."""
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()


def last_change(what: str, *paths: str) -> str:
    """What git says about the last commit that touched ``paths``; empty without a history."""
    asked = ["git", "-C", str(ROOT), "log", "-1", f"--format={what}", "--", *paths]
    return subprocess.run(asked, check=False, capture_output=True, text=True).stdout.strip()


def main() -> None:
    built = day(os.environ["SOURCE_DATE_EPOCH"])
    data = last_change("%ct", *DATA)
    content = {"built": built, "commit": last_change("%h"), "data": day(data) if data else built}
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(content) + "\n", "utf-8")


if __name__ == "__main__":
    main()
