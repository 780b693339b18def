"""How the booklet's pages break: as a designer would have it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from jz_travel.domain.schedule import Schedule
from jz_travel.domain.texts import Language
from jz_travel.export import FORMAT_BY_ID, booklet
from jz_travel.resources import assets
from jz_travel.store.trips import read_trip
from jz_travel.words import Words
from tests.export.samples import city, golden_autumn, happening


def first_visit() -> Schedule:
    return happening(read_trip(assets("trips", "first_visit.jztrip")).trip)


def pages(happens: Schedule, language: Language, folder: Path) -> list[str]:
    """The text of each page of the booklet."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    file = folder / "booklet.pdf"
    file.write_bytes(FORMAT_BY_ID["booklet"].write(happens, city(), Words(language)))
    command = ["pdftotext", "-layout", str(file), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=120).stdout.decode().split("\f")


def pages_of_day_2(folder: Path) -> list[str]:
    """From its heading up to the next one's."""
    every = pages(first_visit(), "en", folder)
    starts = next(at for at, page in enumerate(every) if "Day 2" in page and "Zhuyu Peak" in page and at > 0)
    ends = next(at for at, page in enumerate(every) if "Day 3" in page and "Museum" in page and at > starts)
    return every[starts:ends]


def test_a_day_that_would_just_miss_its_page_has_a_lower_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (page,) = pages_of_day_2(tmp_path)
    assert "Taijiquan Ancestral Hall" in page
    monkeypatch.setattr(booklet, "LOW_MAP", booklet.DAY_MAPS[2])
    assert len(pages_of_day_2(tmp_path)) == 2, "with the usual map it misses it"


def test_korean_breaks_between_words(tmp_path: Path) -> None:
    says = Words("ko").say("The day as text: scan it with any phone.").split()
    ends = {word[at:] for word in says for at in range(1, len(word))} - set(says)
    lines = [line.strip() for page in pages(happening(golden_autumn()), "ko", tmp_path) for line in page.splitlines()]
    assert any(line.endswith(says[-1]) for line in lines)
    assert not [line for line in lines if line.split(" ")[-1] in ends]


def test_no_line_begins_with_the_dot_between_two_facts(tmp_path: Path) -> None:
    for language in ("zh-Hant", "en"):
        lines = [line.strip() for page in pages(first_visit(), language, tmp_path) for line in page.splitlines()]
        assert any(" · " in line.replace("\u00a0", " ") for line in lines)
        assert not [line for line in lines if line.startswith("·")]
