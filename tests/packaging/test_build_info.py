"""Which build this is: said by an installed program, and only what is known."""

import json
from pathlib import Path

import pytest

from jz_travel import __version__, build_info


def written(folder: Path, content: str, monkeypatch: pytest.MonkeyPatch) -> str:
    file = folder / "build.json"
    file.write_text(content)
    monkeypatch.setattr(build_info, "build_file", lambda: file)
    return build_info.read_build_info().line


def test_an_installed_program_says_when_it_was_built_and_how_old_its_data_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = json.dumps({"built": "2026-11-23", "commit": "4d05b4b", "data": "2026-11-20"})
    line = written(tmp_path, content, monkeypatch)
    assert line == f"jz_travel {__version__}, built 2026-11-23 from 4d05b4b, data of 2026-11-20"


def test_a_checkout_says_that_it_is_no_build() -> None:
    assert build_info.read_build_info().line == f"jz_travel {__version__}, not an installed build"


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"built": "2026-11-23"}', "\x00"])
def test_a_damaged_note_is_no_reason_to_fail(damaged: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert written(tmp_path, damaged, monkeypatch).startswith(f"jz_travel {__version__}, ")
