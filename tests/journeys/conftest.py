"""A print system made of two small programs, on a machine set to Chinese."""

import os
import stat
from pathlib import Path

import pytest

LP = """#!/bin/sh
[ "$2" = front ] || { echo "lp: no such printer" >&2; exit 1; }
number=$(ls "$JOBS" | wc -l)
cat > "$JOBS/$number.pdf"
case "${LC_ALL:-$LANG}" in
zh_CN*) echo "请求 ID 为 front-$number（1 个文件）" ;;
*) echo "request id is front-$number (1 file(s))" ;;
esac
"""
CANCEL = '#!/bin/sh\n[ "$1" = -x ] && echo "$2" >> "$JOBS.cancelled"\n'


class Printed:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def documents(self) -> list[bytes]:
        return [file.read_bytes() for file in sorted(self._folder.glob("*.pdf"))]

    def cancelled(self) -> list[str]:
        file = self._folder.with_name(f"{self._folder.name}.cancelled")
        return file.read_text().split() if file.exists() else []


@pytest.fixture
def a_printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Printed:
    """A queue called ``front``; every other is gone."""
    programs, jobs = tmp_path / "bin", tmp_path / "jobs"
    programs.mkdir()
    jobs.mkdir()
    for name, text in (("lp", LP), ("cancel", CANCEL)):
        (programs / name).write_text(text)
        (programs / name).chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("JOBS", str(jobs))
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    return Printed(jobs)
