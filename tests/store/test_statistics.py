"""The figures as people write them: all there, exact, and every mistake named."""

from pathlib import Path

import pytest

from jz_travel.domain.statistics import Basis, FigureId, Statistics
from jz_travel.resources import assets
from jz_travel.store.statistics import read_statistics

SOURCED = 143  # of the 158 compiled; the other 15 are computed and stand in no file
SUBJECT = """
scope = "city"
[name]
zh-Hans = "某市"
en = "Some City"
[[series]]
event = "national_day"
measure = "visits"
definition = "area_total"
[[series.figures]]
id = "some_2024"
year = 2024
days = 7
from = 2024-10-01
to = 2024-10-07
value = "685.93"
unit = "万人次"
growth = [{ change = "13.21", against = 2023, basis = "not_stated" }]
source = "a"
confidence = "high"
"""
FACTS = """
[[fact]]
id = "forest"
group = "green"
name = { zh-Hans = "森林覆盖率", en = "Forest cover" }
value = "35.2"
unit = "%"
source = "a"
confidence = "high"
"""
SAID_BY_THE_PRESS_CONFERENCE = {
    "five_a": "3", "rd_intensity": "2.82", "rd_growth": "53.2", "sti_rank": "3", "action345": "345", "clusters": "3",
    "chains": "13", "tertiary_gdp": "55.8", "hightech_share": "56.5", "coal_from": "81.7", "coal_to": "4.44",
    "guowuyuan": "2", "excellent": "3", "forest": "35.2", "urban_green": "45.81", "park_pc": "16.28", "energy": "-10.4",
    "air": "4", "livelihood": "70", "preschool": "93", "compulsory": "96.52", "livelihood10": "10", "eco_belts": "2",
    "pilots": "2", "strategies": "2/10/10/2/5",
}  # fmt: skip


@pytest.fixture(scope="module")
def statistics() -> Statistics:
    found, failures = read_statistics(assets())
    assert failures == ()
    return found


def test_every_sourced_figure_is_there_with_a_source_that_is_known(statistics: Statistics) -> None:
    figures = list(statistics.figures())
    assert len(figures) == SOURCED, "if you meant to add or remove figures, change SOURCED at the top of this file"
    assert [each.id for each in figures if each.evidence.source not in statistics.sources] == []


def test_the_numbers_of_the_press_conference_are_exact(statistics: Statistics) -> None:
    said = {each.id: each.value for each in statistics.facts if each.evidence.source == "seed"}
    assert said == SAID_BY_THE_PRESS_CONFERENCE


def test_a_growth_is_never_called_comparable_unless_its_source_says_so(statistics: Statistics) -> None:
    comparable = {each.id for each in statistics.figures() for one in each.growth if one.basis is Basis.COMPARABLE}
    assert comparable == {
        FigureId(name)
        for name in (
            "cn_nd2013_v", "cn_nd2013_r", "cn_nd2023_v", "cn_nd2023_r", "cn_nd2024_v", "cn_nd2024_r",
            "hn_nd2025_v", "hn_nd2025_r", "hn_spring2025_v", "hn_spring2025_r",
        )
    }  # fmt: skip


def test_every_note_is_in_five_languages(statistics: Statistics) -> None:
    notes = [each.note for each in (*statistics.figures(), *statistics.facts) if each.note]
    assert notes
    assert all(note.zh_hans and note.zh_hant and note.en and note.ja and note.ko for note in notes)


def folder(tmp_path: Path, subject: str = SUBJECT, facts: str = FACTS) -> Path:
    (tmp_path / "statistics" / "city").mkdir(parents=True)
    (tmp_path / "statistics" / "some_city.toml").write_text(subject, "utf-8")
    (tmp_path / "statistics" / "city" / "facts.toml").write_text(facts, "utf-8")
    (tmp_path / "sources.toml").write_text('[a]\ntitle = "A paper"\ntier = "A"\n', "utf-8")
    return tmp_path


def test_a_right_file_is_read(tmp_path: Path) -> None:
    found, failures = read_statistics(folder(tmp_path))
    assert failures == ()
    assert [each.id for each in found.series] == ["some_city.national_day.visits.area_total"]
    assert found.by_id[FigureId("some_2024")].base == 6_859_300


FIGURE = "series[0].figures[0]"


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        ('value = "685.93"', 'value = "-685.93"', f"{FIGURE}.value"),
        ('value = "685.93"', 'value = "685.93万"', f"{FIGURE}.value"),
        ('value = "685.93"', "value = 685.93", f"{FIGURE}.value"),
        ('unit = "万人次"', 'unit = "亿元"', f"{FIGURE}.unit"),
        ('unit = "万人次"', 'unit = "万"', f"{FIGURE}.unit"),
        ("year = 2024\n", "", f"{FIGURE}.year"),
        ("year = 2024", "year = 2025", f"{FIGURE}.year"),
        ("days = 7", "days = 8", f"{FIGURE}.days"),
        ("to = 2024-10-07\n", "", f"{FIGURE}.from"),
        ('source = "a"', 'source = "b"', f"{FIGURE}.source"),
        ('source = "a"\n', "", f"{FIGURE}.source"),
        ("against = 2023", "against = 2025", f"{FIGURE}.growth[0].against"),
        ('change = "13.21"', 'change = "13.21", times = "2"', f"{FIGURE}.growth[0]"),
        ('change = "13.21"', 'change = "-100"', f"{FIGURE}.growth[0]"),
        ('basis = "not_stated"', 'basis = "guessed"', f"{FIGURE}.growth[0].basis"),
        ('definition = "area_total"', 'definition = "mixed"', "series[0].definition"),
    ],
)
def test_a_mistake_is_named_by_file_and_field(tmp_path: Path, right: str, wrong: str, field: str) -> None:
    found, failures = read_statistics(folder(tmp_path, SUBJECT.replace(right, wrong)))
    assert {(each.file.name if each.file else "", each.field) for each in failures} == {("some_city.toml", field)}
    assert found.series == ()


def test_one_id_stands_once(tmp_path: Path) -> None:
    _, failures = read_statistics(folder(tmp_path, facts=FACTS.replace('id = "forest"', 'id = "some_2024"')))
    assert [(each.field, each.detail) for each in failures] == [
        ("fact[0].id", "some_2024 stands in some_city.toml already")
    ]


def test_one_series_stands_once_in_a_file(tmp_path: Path) -> None:
    series = SUBJECT[SUBJECT.index("[[series]]") :].replace("some_2024", "other_2024")
    _, failures = read_statistics(folder(tmp_path, SUBJECT + series))
    assert [each.field for each in failures] == ["series[1]"]
