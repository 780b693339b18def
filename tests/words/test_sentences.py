"""Saying messages: values that look like messages, languages without a translation, files of translators."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from jz_travel.words import Words, offered
from jz_travel.words.po import read

HOSTILE = ["{n}", "{place.__class__}", "%s %(n)d", "two\nlines", "“quoted”", "\\n", "<b>bold</b>", "🐒", ""]
FILE = """# A translator's file.
msgid ""
msgstr ""
"Language: pl\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

#: somewhere.py:1
msgid "Open"
msgstr "Otwórz"

msgctxt "state"
msgid "Open"
msgstr ""
"Ot"
"warte"

msgid "A \\"quoted\\" \\\\ word\\n"
msgstr "„Słowo” \\\\ \\"\\n"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} dzień"
msgstr[1] "{n} dni"
msgstr[2] "{n} dnia"

#, fuzzy
msgid "Close"
msgstr "Otwórz"

msgid "Empty"
msgstr ""

#~ msgid "Old"
#~ msgstr "Stare"
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_strange_name_is_said_as_it_is(name: str) -> None:
    assert Words("en").say("Add {place}", place=name) == f"Add {name}"
    assert Words("zh-Hans").say("Add {place}", place=name) == f"添加{name}"


def test_a_forgotten_value_is_not_passed_over() -> None:
    with pytest.raises(KeyError, match="place"):
        Words("en").say("Add {place}")


def test_a_value_may_be_called_like_the_message() -> None:
    assert Words("en").say("{message}, {self}", message="hello", self="you") == "hello, you"


def test_one_day_and_two_days() -> None:
    assert [Words("en").count("{n} day", "{n} days", n) for n in (0, 1, 2, 1000)] == [
        "0 days",
        "1 day",
        "2 days",
        "1,000 days",
    ]
    assert [Words("zh-Hans").count("{n} day", "{n} days", n) for n in (1, 2)] == ["1 天", "2 天"]


@pytest.fixture
def polish(tmp_path: Path) -> Path:
    """A language with three plurals, in the place of Japanese."""
    (tmp_path / "ja.po").write_text(FILE, "utf-8")
    return tmp_path


def test_a_translators_file_is_read(polish: Path) -> None:
    words = Words("ja", polish)
    assert words.say("Open") == "Otwórz"
    assert words.say("Open", context="state") == "Otwarte"
    assert words.say('A "quoted" \\ word\n') == '„Słowo” \\ "\n'
    assert [words.count("{n} day", "{n} days", n) for n in (1, 2, 5, 22)] == ["1 dzień", "2 dni", "5 dnia", "22 dni"]


def test_windows_line_ends_make_no_difference(polish: Path) -> None:
    before = read(polish / "ja.po").forms
    (polish / "ja.po").write_bytes(FILE.replace("\n", "\r\n").encode())
    assert read(polish / "ja.po").forms == before


@pytest.mark.parametrize("message", ["Close", "Empty", "Old"])
def test_unfinished_translations_are_said_in_english_and_logged_once(
    polish: Path, message: str, caplog: pytest.LogCaptureFixture
) -> None:
    words = Words("ja", polish)
    with caplog.at_level(logging.WARNING):
        assert words.say(message) == words.say(message) == message
    assert [record.getMessage() for record in caplog.records] == [f"ja has no translation of {message!r}"]
    caplog.clear()


def test_only_translated_languages_are_offered(polish: Path) -> None:
    assert offered(polish) == ("en", "ja")
    assert "zh-Hans" in offered()


def test_a_language_nobody_has_translated_speaks_english(tmp_path: Path) -> None:
    assert Words("ko", tmp_path).say("Add {place}", place="Jiaozuo") == "Add Jiaozuo"


def test_words_are_ready_without_babel() -> None:
    """Babel takes longer to import than all the rest; only large numbers need it."""
    program = (
        "import sys; from jz_travel.words import Words; from datetime import date, timedelta;"
        "words = Words('zh-Hans'); words.date(date(2026, 10, 1)); words.duration(timedelta(1)); words.money(120);"
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
