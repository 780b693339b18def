"""The bureau's own figures where people meet them: statistics, days, commands, files for other programs."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from jz_travel.charts import data
from jz_travel.charts.captions import summary
from jz_travel.charts.columns import by_year
from jz_travel.cli.main import main
from jz_travel.desk.copy import read_copy, write_copy
from jz_travel.desk.headings import guess
from jz_travel.desk.previewing import preview
from jz_travel.desk.sheets import read_sheets
from jz_travel.domain.bureau import Entry, EntryId, Kept, joined, open_as_announced
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.holidays import Announcement, DayLoad, HolidayCalendar, Level
from jz_travel.domain.places import PlaceId
from jz_travel.domain.statistics import Basis, Definition, Event, Growth, Measure, Statistics, SubjectId, Unit
from jz_travel.domain.trip import DayId, TripId, new_trip
from jz_travel.export import bulletin, figures
from jz_travel.resources import assets
from jz_travel.store.holidays import read_holidays
from jz_travel.store.places import read_catalogue
from jz_travel.store.statistics import read_statistics
from jz_travel.store.trips import TripDocument, write_trip
from jz_travel.words import Words
from jz_travel.words.holidays import line
from jz_travel.words.origins import origin
from tests.desk.books import csv_file, xlsx

JIAOZUO = SubjectId("jiaozuo")
HEAD = "年份,节日,接待游客（万人次）,同比（%）,天数,来源\n"
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@pytest.fixture(scope="module")
def statistics() -> Statistics:
    return read_statistics(assets())[0]


@pytest.fixture(scope="module")
def calendar() -> HolidayCalendar:
    return read_holidays(assets())[0]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("JZ_TRAVEL_DESK", raising=False)


def an_entry(**more: object) -> Entry:
    grown = Growth(Decimal("3.86"), "change", 2024)
    entry = Entry(
        JIAOZUO, Event.NATIONAL_DAY, Measure.VISITS, Definition.AREA_TOTAL, Decimal("712.4"), Unit.WAN_VISITS,
        "市文旅局", 2025, 8, date(2025, 10, 1), date(2025, 10, 8), grown, id=EntryId("a"), version=1,
    )  # fmt: skip
    return replace(entry, **more)  # type: ignore[arg-type]


def test_an_own_figure_stands_beside_the_printed_ones_and_says_whose_it_is(statistics: Statistics) -> None:
    together = joined(statistics, [an_entry()])
    (series,) = together.find(JIAOZUO, Event.NATIONAL_DAY, Measure.VISITS, Definition.AREA_TOTAL)
    assert [figure.year for figure in series.figures] == [2024, 2025]
    own = series.figures[1]
    assert own.own is not None
    assert own.evidence.confidence == "medium"
    assert together.sources[own.evidence.source].tier == "BK", "nobody has verified it"
    chart = by_year(together, JIAOZUO, Event.NATIONAL_DAY, Measure.VISITS, means=True)
    assert chart is not None
    assert "the bureau's own" not in summary(Words("en"), chart).split("2024")[0]
    rows = dict(origin(Words("en"), own, together))
    assert rows["Entered by"] == "the tourism bureau itself; not verified yet"
    assert rows["Source"] == "市文旅局"


def test_a_verified_figure_goes_before_a_doubtful_one_of_the_same_year(statistics: Statistics) -> None:
    verified = an_entry(year=2024, verified_on=date(2026, 1, 1), verified_by="李", first=None, last=None)
    (series,) = joined(statistics, [verified]).find(JIAOZUO, Event.NATIONAL_DAY, Measure.VISITS, Definition.AREA_TOTAL)
    best = series.in_year(2024)
    assert best is not None
    assert best.own is not None
    assert len([each for each in series.figures if each.year == 2024]) == 2, "the printed one stays"


def test_another_definition_is_another_series_with_a_break(statistics: Statistics) -> None:
    together = joined(statistics, [an_entry(definition=Definition.UNCLEAR)])
    before = by_year(statistics, JIAOZUO, Event.NATIONAL_DAY, Measure.VISITS, means=False)
    after = by_year(together, JIAOZUO, Event.NATIONAL_DAY, Measure.VISITS, means=False)
    assert before is not None
    assert after is not None
    assert len(after.panels) == len(before.panels) + 1
    assert after.has_break


def test_a_figure_of_a_place_of_a_newer_program_waits(statistics: Statistics) -> None:
    assert joined(statistics, [an_entry(subject=SubjectId("new_park"))]).by_id == statistics.by_id


def test_what_the_bureau_says_of_a_day_goes_before_the_rules(calendar: HolidayCalendar) -> None:
    day, yuntaishan = date(2026, 11, 25), PlaceId("yuntaishan")
    entry = DayLoad(day, Level.PACKED, "预约数据", yuntaishan, "门票约满")
    told = replace(calendar, entries=(entry,))
    assert calendar.load(day, yuntaishan).level is Level.QUIET
    assert told.load(day, yuntaishan).level is Level.PACKED
    assert told.load(day).level is Level.QUIET, "only there"
    whole = replace(calendar, entries=(DayLoad(day, Level.BUSY, "公告"),))
    assert whole.load(day, yuntaishan).level is Level.BUSY, "what holds for the city holds for its places"
    said = line(Words("zh-Hans"), told.load(day, yuntaishan))
    assert "预约数据" in said
    assert "估算" not in said


def test_the_copy_gives_back_everything_and_a_damaged_one_says_so(tmp_path: Path) -> None:
    file = tmp_path / "copy.json"
    assert read_copy(file) == Kept()
    closure = Announcement("event", date(2026, 5, 1), date(2026, 5, 3), "太极拳大会", "公告")
    kept = Kept((an_entry(),), (DayLoad(date(2026, 10, 3), Level.BUSY, "x"),), (closure,))
    write_copy(file, kept)
    assert read_copy(file) == kept
    file.write_bytes(file.read_bytes()[:-9])
    with pytest.raises(Failure) as failure:
        read_copy(file)
    assert failure.value.cause is Cause.NOT_JSON


def test_the_command_imports_only_with_a_yes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = csv_file(tmp_path, HEAD + "2025,国庆,712.4,3.86,8,市文旅局\n")
    arguments = ["--lang", "en", "desk", "import", str(file), "--definition", "area_total"]
    assert main(arguments) == 0
    assert main(["desk", "list"]) == 0
    assert "712" not in capsys.readouterr().out.split("kept yet")[1]
    assert main([*arguments, "--yes", "--by", "Li"]) == 0
    capsys.readouterr()
    assert main(["--lang", "en", "desk", "list"]) == 0
    assert "7,124,000 visits" in capsys.readouterr().out
    assert main(["--lang", "en", "stats", "jiaozuo.national_day.visits.area_total"]) == 0
    assert "the tourism bureau itself" in capsys.readouterr().out
    assert main(["--lang", "en", "stats", "jiaozuo.national_day.visits.area_total", "--shipped"]) == 0
    assert "7,124,000" not in capsys.readouterr().out
    assert main(["desk", "steps"]) == 0
    step = capsys.readouterr().out.split("\t")[0]
    assert main(["desk", "undo", step]) == 0
    capsys.readouterr()
    assert main(["desk", "list"]) == 0
    assert capsys.readouterr().out == ""


def test_the_command_keeps_nothing_of_a_sheet_with_mistakes_unless_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = csv_file(tmp_path, HEAD + "2025,国庆,712.4,3.86,8,市文旅局\n2025,五一,-3,1,5,市文旅局\n")
    arguments = ["--lang", "en", "desk", "import", str(file), "--definition", "area_total", "--yes"]
    assert main(arguments) == 1
    assert "C3" in capsys.readouterr().err
    assert main(["desk", "list"]) == 0
    assert capsys.readouterr().out == ""
    assert main([*arguments, "--without-mistakes"]) == 0
    assert main(["desk", "list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4, "preview, sum, step and the one figure"


def test_a_shared_desk_that_does_not_answer_leaves_the_last_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_copy(tmp_path / "data" / "jz-travel" / "desk_copy.json", Kept((an_entry(),)))
    monkeypatch.setenv("JZ_TRAVEL_DESK", "postgresql://bureau:secret-word@127.0.0.1:1/desk")
    assert main(["--lang", "en", "stats", "jiaozuo.national_day.visits.area_total"]) == 0
    said = capsys.readouterr()
    assert "7,124,000 visits" in said.out
    assert "127.0.0.1" in said.err
    assert "secret-word" not in said.err + said.out


# For other programs


def test_a_table_has_every_printed_figure_exactly(statistics: Statistics) -> None:
    content = figures.write_csv(statistics.series, statistics, Words("zh-Hans")).decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(content))
    value, unit = head.index("数值"), head.index("单位")
    assert {(row[value], row[unit]) for row in rows} == {
        (f"{each.value:f}", each.unit.value) for each in statistics.figures()
    }
    assert all(row[head.index("来源")] for row in rows)


def test_a_workbook_opens_in_another_program_and_keeps_computed_apart(statistics: Statistics) -> None:
    series = statistics.find(JIAOZUO)
    book = CalamineWorkbook.from_filelike(io.BytesIO(figures.write_xlsx(series, statistics, Words("en"))))
    printed, computed = (sheet.to_python() for sheet in map(book.get_sheet_by_index, (0, 1)))
    assert 685.93 in [row[6] for row in printed]
    assert all("=" in str(row[2]) or "≈" in str(row[2]) for row in computed[1:])


def test_what_goes_out_as_a_table_can_come_back_in(tmp_path: Path, statistics: Statistics) -> None:
    file = tmp_path / "out.xlsx"
    series = statistics.find(JIAOZUO, Event.NATIONAL_DAY, Measure.VISITS, Definition.AREA_TOTAL)
    file.write_bytes(figures.write_xlsx(series, statistics, Words("zh-Hans")))
    sheet = read_sheets(file)[0]
    seen = preview(sheet, guess(sheet), (), statistics)
    assert seen.mistakes == ()
    (entry,) = seen.entries
    assert (entry.value, entry.unit, entry.definition) == (Decimal("685.93"), Unit.WAN_VISITS, Definition.AREA_TOTAL)
    assert entry.growth is not None
    assert entry.growth.printed == Decimal("13.21")


def test_the_data_follow_their_schema(statistics: Statistics) -> None:
    schema = json.loads(assets("statistics", "schema.json").read_text("utf-8"))
    together = joined(statistics, [an_entry(verified_on=date(2026, 1, 1), verified_by="李")])
    content = json.loads(data.write(together.series, together, Words("en")))
    checked = _checked(content, schema, schema, "$")
    assert checked > 1000


def _checked(value: object, shape: dict[str, object], schema: dict[str, object], at: str) -> int:
    """The part of JSON Schema that ours uses; the count of values that were looked at."""
    if "$ref" in shape:
        name = str(shape["$ref"]).rpartition("/")[2]
        return _checked(value, schema["$defs"][name], schema, at)  # type: ignore[index]
    kinds = shape.get("type", [])
    names = [kinds] if isinstance(kinds, str) else kinds
    python = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None)}
    assert any(isinstance(value, python[each]) for each in names), f"{at}: {value!r} is no {names}"  # type: ignore[attr-defined]
    if "enum" in shape:
        assert value in shape["enum"], at  # type: ignore[operator]
    if "pattern" in shape and isinstance(value, str):
        assert re.search(str(shape["pattern"]), value), at
    count = 1
    if isinstance(value, dict) and "properties" in shape:
        known: dict[str, dict[str, object]] = shape["properties"]  # type: ignore[assignment]
        assert set(value) == set(known), f"{at}: {set(value) ^ set(known)}"
        count += sum(_checked(each, known[name], schema, f"{at}.{name}") for name, each in value.items())
    if isinstance(value, list):
        count += sum(_checked(each, shape["items"], schema, f"{at}[]") for each in value)  # type: ignore[arg-type]
    return count


# The bulletin


def said_in(content: object) -> str:
    if isinstance(content, str):
        return content
    if isinstance(content, dict):
        return " ".join(said_in(each) for name, each in content.items() if name not in ("svg", "paper"))
    return " ".join(map(said_in, content)) if isinstance(content, list) else ""


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_number_of_every_bulletin_is_printed_by_a_source_or_computed_by_a_formula(
    language: str, statistics: Statistics
) -> None:
    words = Words(language)  # type: ignore[arg-type]
    together = joined(statistics, [an_entry()])
    allowed = set(NUMBER.findall(json.dumps(json.loads(data.write(together.series, together, words)))))
    made = 0
    for subject in together.subjects:
        for issue in bulletin.issues(together, subject.id):
            content = bulletin.content(issue, together, words, lambda *_: "")
            loose = set(NUMBER.findall(said_in(content))) - allowed
            known = {str(at) for at in range(1, 32)} | {str(year) for year in range(2000, 2030)}
            formulas = _formulas(issue, together, words)
            titles = " ".join(f"{words.text(each.title)} {each.date} {each.url}" for each in together.sources.values())
            assert loose - known - formulas - set(NUMBER.findall(titles)) == set(), (issue, loose)
            made += 1
    assert made > 20


def _formulas(issue: bulletin.Issue, statistics: Statistics, words: Words) -> set[str]:
    """The numbers of what is computed for the comparison and for the year before, each with its formula."""
    from jz_travel.charts.columns import growth_per_day, quantities
    from jz_travel.domain.reckoning import Derived, change, per_day, readings_of
    from jz_travel.words.statistics import formula, printed

    years = (issue.year - 1, issue.year)
    subjects = tuple(dict.fromkeys((*bulletin.COMPARED, issue.subject.id)))
    derived = [
        each
        for each in quantities(growth_per_day(statistics, subjects, issue.event, Measure.VISITS, years))
        if isinstance(each, Derived)
    ]
    said = []
    for series in statistics.find(event=issue.event):
        later, earlier = series.in_year(issue.year), series.in_year(issue.year - 1)
        if later is None:
            continue
        said.append(printed(words, later))
        derived += [per_day(later)] if later.days else []
        derived += [change(earlier, later)] if earlier else []
        found = readings_of(later, statistics)
        if found:
            derived += [found.raw, found.comparable, change(per_day(found.raw), per_day(later))]
            derived += [change(found.comparable, later)]
    return set(NUMBER.findall(" ".join([*said, *(formula(words, each) for each in derived)])))


def test_the_headline_of_the_press_conference_is_exact_on_paper(statistics: Statistics) -> None:
    words = Words("zh-Hans")
    issue = next(each for each in bulletin.issues(statistics, JIAOZUO) if each.year == 2024)
    text = said_in(bulletin.content(issue, statistics, words, lambda *_: ""))
    for said in (
        "685.93万人次",
        "+13.21%",
        "41.35亿元",
        "+12.56%",
        "17次",
        "605.89万人次",
        "692.45万人次",
        "未说明可比口径",
    ):
        assert said in text


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_the_bulletin_is_two_pages_with_everything_that_is_said_in_it(
    language: str, tmp_path: Path, qapp: object
) -> None:
    import shutil
    import subprocess

    file = tmp_path / "bulletin.pdf"
    assert main(["--lang", language, "stats", "jiaozuo.national_day", "--bulletin", str(file)]) == 0
    assert file.read_bytes().startswith(b"%PDF")
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext (Debian package poppler-utils)")
    read = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
    text = read.stdout.decode()
    assert text.count("\f") == 2
    assert ("685.93" if language == "zh-Hans" else "6,859,300") in text
    assert "Basis.NOT_STATED" not in text
    again = tmp_path / "again.pdf"
    main(["--lang", language, "stats", "jiaozuo.national_day", "--bulletin", str(again)])
    assert again.read_bytes() == file.read_bytes()


@pytest.mark.parametrize(("suffix", "start"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_a_chart_is_written_in_each_form(suffix: str, start: bytes, tmp_path: Path, qapp: object) -> None:
    file = tmp_path / f"chart.{suffix}"
    assert main(["--lang", "zh-Hans", "stats", "jiaozuo.national_day.visits", "--chart", str(file)]) == 0
    assert file.read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (["jiaozuo.national_day.visits", "--chart", "a.bmp"], "'a.bmp' does not end in .svg, .png, .pdf"),
        (["jiaozuo.national_day", "--chart", "a.svg"], "one subject, holiday and measure"),
        (["jiaozuo", "--year", "1999", "--bulletin", "a.pdf"], "no holiday with figures"),
    ],
)
def test_what_no_chart_or_bulletin_can_show_is_refused_and_says_why(
    asked: list[str], why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["--lang", "en", "stats", *asked])
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert "usage: jz-travel stats" in told
    assert why in told
    assert list(tmp_path.iterdir()) == []


def test_a_basis_of_a_sheet_survives(tmp_path: Path, statistics: Statistics) -> None:
    rows = [["年份", "节日", "接待游客（万人次）", "同比（%，可比口径）", "来源"], [2025, "国庆", 712.4, 3.86, "局"]]
    (sheet,) = read_sheets(xlsx(tmp_path, rows))
    meaning = replace(guess(sheet), subject=JIAOZUO, definition=Definition.AREA_TOTAL)
    (entry,) = preview(sheet, meaning, (), statistics).entries
    assert entry.growth is not None
    assert entry.growth.basis is Basis.COMPARABLE


def test_an_area_that_is_closed_closes_what_lies_inside_and_nothing_else() -> None:
    catalogue = read_catalogue(assets())[0]
    first, last = date(2026, 12, 1), date(2026, 12, 31)
    area = PlaceId("yuntaishan")
    inside = catalogue.sights_inside[area][0].id
    told = (
        Announcement("closure", first, last, "冰雪", "景区公告", area),
        Announcement("event", first, last, "太极拳大会", "公告", PlaceId("chenjiagou")),
        Announcement("closure", first, last, "x", "y", PlaceId("a_place_of_a_newer_program")),
    )
    announced = open_as_announced(catalogue, told)
    for place in (area, inside):
        assert announced[place].hours.on(last) == ()
        closure = announced[place].hours.closure_on(first)
        assert closure is not None
        assert closure.why == "冰雪"
        assert announced[place].hours.on(date(2027, 1, 1)) == catalogue[place].hours.on(date(2027, 1, 1))
    assert announced[PlaceId("chenjiagou")] is catalogue[PlaceId("chenjiagou")], "an event closes nothing"
    assert open_as_announced(catalogue, told[1:2]) is catalogue


def test_the_command_announces_a_closure_and_every_other_command_knows_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trip = tmp_path / "t.jztrip"
    visit = new_trip(TripId("t"), "t", date(2026, 12, 5), 1).with_stop(PlaceId("qingtianhe"), DayId("d1"))
    write_trip(trip, TripDocument(visit))
    told = ["desk", "announce", "closure", "冬季维护", "--place", "qingtianhe", "--source", "景区公告"]
    assert main([*told, "--first", "2026-12-01", "--last", "2026-12-31"]) == 0
    capsys.readouterr()
    assert main(["--lang", "en", "show", str(trip)]) == 0
    assert "冬季维护" in capsys.readouterr().out
    assert main(["desk", "list"]) == 0
    assert "2026-12-01/2026-12-31\tclosure\tqingtianhe\t冬季维护\t景区公告" in capsys.readouterr().out
    assert main(["desk", "steps"]) == 0
    assert main(["desk", "undo", capsys.readouterr().out.split("\t")[0]]) == 0
    assert main(["--lang", "en", "show", str(trip)]) == 0
    assert "冬季维护" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--first", "2026-12-01"], "Which place is closed?"),
        (["--first", "2026-12-01", "--place", "atlantis"], "atlantis"),
        (["--first", "2026-12-02", "--last", "2026-12-01", "--place", "qingtianhe"], "before the first"),
    ],
)
def test_an_announcement_that_says_nothing_clear_is_not_kept(
    more: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "en", "desk", "announce", "closure", "x", "--source", "y", *more]) == 1
    assert said in capsys.readouterr().err
