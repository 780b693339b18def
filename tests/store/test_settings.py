"""Settings come back as they were set, and one bad value never spoils the others."""

import json
from pathlib import Path

import pytest

from jz_travel.domain.failures import Cause, Failure
from jz_travel.store.files import LEFTOVER
from jz_travel.store.settings import LARGEST_FILE, Settings, read_settings, write_settings

MINE = Settings("ja", "dark", 150, b"\x00\xffwindow", (300, 900))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def written(path: Path, content: bytes) -> Path:
    path.parent.mkdir()
    path.write_bytes(content)
    return path


def test_settings_come_back_as_they_were_set(path: Path) -> None:
    write_settings(path, MINE)
    assert read_settings(path) == (MINE, ())
    write_settings(path, Settings())
    assert read_settings(path) == (Settings(), ())


def test_what_a_killed_writer_left_is_cleared_at_the_next_write(path: Path) -> None:
    written(path.with_name(f".settings.json.0123abcd{LEFTOVER}"), b"{")
    write_settings(path, MINE)
    assert [*path.parent.iterdir()] == [path]


def test_the_first_start_has_the_usual_settings_and_nothing_to_complain_about(path: Path) -> None:
    assert read_settings(path) == (Settings(), ())
    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "tlh"),
        ("theme", "pink"),
        ("text_size", 10),
        ("text_size", 100.5),
        ("text_size", True),
        ("window", "not base 64!"),
        ("window", 5),
        ("splitters", [1, -1]),
        ("splitters", "wide"),
        ("font", "Comic Sans"),
    ],
)
def test_a_bad_value_falls_back_by_itself_and_is_reported_by_name(path: Path, name: str, value: object) -> None:
    write_settings(path, MINE)
    path.write_text(json.dumps({**json.loads(path.read_text()), name: value}))
    settings, (failure,) = read_settings(path)
    usual = getattr(Settings(), name, None)
    assert {**vars(settings)} == {**vars(MINE)} | ({name: usual} if name in vars(MINE) else {})
    assert (failure.cause, failure.file, failure.field) == (Cause.BAD_FIELD, path, name)


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", Cause.NOT_JSON),
        (b'{"theme": "dark"', Cause.NOT_JSON),
        (b"[]", Cause.BAD_FIELD),
        (b"\xff\xfe{", Cause.NOT_TEXT),
        (b" " * (LARGEST_FILE + 1), Cause.TOO_LARGE),
        (b'{"theme": "dark", "theme": "light"}', Cause.BAD_FIELD),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_file_that_is_no_settings_at_all_gives_the_usual_ones_and_says_why(
    path: Path, content: bytes, cause: Cause
) -> None:
    settings, (failure,) = read_settings(written(path, content))
    assert settings == Settings()
    assert (failure.cause, failure.file) == (cause, path)


def test_settings_that_cannot_be_written_are_a_failure(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where a folder should be")
    with pytest.raises(Failure) as caught:
        write_settings(tmp_path / "config" / "settings.json", MINE)
    assert caught.value.file == tmp_path / "config" / "settings.json"
