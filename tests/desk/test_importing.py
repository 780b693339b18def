"""Sheets from offices: what is good comes in, what is not is named by row, column and reason; nothing in silence."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jz_travel.desk import Desk
from jz_travel.desk.headings import guess
from jz_travel.desk.previewing import preview
from jz_travel.desk.sheets import letter, read_sheets
from jz_travel.domain.bureau import Entry
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.sheets import Kind, Meaning, Preview, Role
from jz_travel.domain.statistics import Basis, Definition, Event, Measure, Statistics, SubjectId, Unit
from jz_travel.resources import assets
from jz_travel.store.statistics import read_statistics
from jz_travel.words import Words
from jz_travel.words.bureau import remark
from tests.desk.books import csv_file, ods, xlsx

SHEETS = Path(__file__).parent / "sheets"
HEAD = ("年份", "节日", "接待游客（万人次）", "同比（%）", "综合收入（亿元）", "同比（%）", "天数", "来源")
GOOD = (2025, "国庆", 712.4, 3.86, 43.2, 4.47, 8, "市文旅局")
WIDE = str.maketrans("0123456789.%", "".join(chr(ord(sign) + 0xFEE0) for sign in "0123456789.%"))
FULL_WIDTH = "2025年,国庆节,712.4万人次,+3.86%,".translate(WIDE) + "43.2亿元,4.47%,8天,市文旅局\r\n"
JIAOZUO = SubjectId("jiaozuo")


@pytest.fixture(scope="module")
def statistics() -> Statistics:
    return read_statistics(assets())[0]


def looked_at(file: Path, statistics: Statistics, kept: tuple[Entry, ...] = (), **more: object) -> Preview:
    (sheet, *_) = read_sheets(file)
    said: dict[str, object] = {"subject": JIAOZUO, "definition": Definition.AREA_TOTAL, **more}
    return preview(sheet, replace(guess(sheet), **said), kept, statistics)  # type: ignore[arg-type]


def remarks(seen: Preview) -> list[tuple[Kind, int, str]]:
    return [(each.kind, each.row, each.column) for each in seen.mistakes]


def test_a_sheet_of_two_measures_gives_two_figures_a_row(tmp_path: Path, statistics: Statistics) -> None:
    seen = looked_at(xlsx(tmp_path, [HEAD, GOOD]), statistics)
    assert seen.mistakes == ()
    visits, revenue = seen.entries
    assert (visits.value, visits.unit, visits.year, visits.days) == (Decimal("712.4"), Unit.WAN_VISITS, 2025, 8)
    assert (revenue.value, revenue.unit, revenue.measure) == (Decimal("43.2"), Unit.YI_YUAN, Measure.REVENUE)
    assert visits.growth is not None
    assert revenue.growth is not None
    assert (visits.growth.printed, visits.growth.against, visits.growth.basis) == (
        Decimal("3.86"),
        2024,
        Basis.NOT_STATED,
    )
    assert revenue.growth.printed == Decimal("4.47")
    assert (visits.event, visits.source) == (Event.NATIONAL_DAY, "市文旅局")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030", "gbk", "utf-16"])
def test_every_encoding_of_chinese_excel(tmp_path: Path, statistics: Statistics, encoding: str) -> None:
    text = ",".join(HEAD) + "\r\n" + FULL_WIDTH
    seen = looked_at(csv_file(tmp_path, text, encoding), statistics)
    assert seen.mistakes == ()
    assert [each.value for each in seen.entries] == [Decimal("712.4"), Decimal("43.2")]


def test_a_sheet_of_one_figure_a_row_says_everything_itself(tmp_path: Path, statistics: Statistics) -> None:
    text = (
        "地区;假期;年份;指标;数值;单位;统计口径;开始日期;结束日期;来源;发布日期;备注\n"
        "云台山;五一;2025;接待人次;31.2;万人次;单个景区;2025-05-01;5月5日;景区;2025-05-06;初步\n"
    )
    (entry,) = looked_at(csv_file(tmp_path, text), statistics, subject=None, definition=None).entries
    assert (entry.subject, entry.event, entry.definition) == ("yuntaishan", Event.MAY_DAY, Definition.SITE)
    assert (entry.first, entry.last, entry.days) == (date(2025, 5, 1), date(2025, 5, 5), 5)
    assert (entry.published, entry.note, entry.source) == ("2025-05-06", "初步", "景区")


def test_heads_in_two_merged_rows_of_an_old_workbook(statistics: Statistics) -> None:
    seen = looked_at(SHEETS / "merged_heads.xls", statistics)
    assert seen.mistakes == ()
    assert [(f"{each.value:f}", each.unit, each.event) for each in seen.entries] == [
        ("685.93", Unit.WAN_VISITS, Event.NATIONAL_DAY),
        ("41.35", Unit.YI_YUAN, Event.NATIONAL_DAY),
    ]
    assert [str(each.growth and each.growth.printed) for each in seen.entries] == ["13.21", "12.56"]


def test_heads_in_two_rows_where_the_file_does_not_say_what_was_merged(tmp_path: Path, statistics: Statistics) -> None:
    rows = [
        ["2025年国庆假期", "", "", "", ""],
        ["年份", "接待游客", "", "综合收入", "", "来源"],
        ["", "数值(万人次)", "同比(%)", "数值(亿元)", "同比(%)", ""],
        [2025, 712.4, 3.86, 43.2, 4.47, "市文旅局"],
    ]
    seen = looked_at(ods(tmp_path, rows), statistics)
    assert seen.mistakes == ()
    assert [each.growth and str(each.growth.printed) for each in seen.entries] == ["3.86", "4.47"]


def test_a_year_merged_over_two_rows_counts_for_both(tmp_path: Path, statistics: Statistics) -> None:
    head = ("年份", "节日", "接待游客（万人次）", "来源")
    rows = [head, (2025, "五一", 130, "局"), (None, "国庆", 712.4, "局")]
    assert [each.year for each in looked_at(xlsx(tmp_path, rows, [(1, 0, 2, 0)]), statistics).entries] == [2025, 2025]
    assert remarks(looked_at(xlsx(tmp_path, rows), statistics)) == [(Kind.MISSING_YEAR, 3, "A")]


BAD = {
    "a missing year": ((None, *GOOD[1:]), (Kind.MISSING_YEAR, "A")),
    "a year of two digits": (("25年", *GOOD[1:]), (Kind.MISSING_YEAR, "A")),
    "two years in one cell": (("2024-2025", *GOOD[1:]), (Kind.SEVERAL_YEARS, "A")),
    "two years with a sign between": (("2024年、2025年", *GOOD[1:]), (Kind.SEVERAL_YEARS, "A")),
    "a holiday nobody knows": ((2025, "火把节", *GOOD[2:]), (Kind.UNKNOWN_EVENT, "B")),
    "negative visits": ((2025, "国庆", -712.4, *GOOD[3:]), (Kind.NOT_POSITIVE, "C")),
    "negative visits of an accountant": ((2025, "国庆", "(712.4)", *GOOD[3:]), (Kind.NOT_POSITIVE, "C")),
    "about so many": ((2025, "国庆", "约712万人次", *GOOD[3:]), (Kind.NOT_A_NUMBER, "C")),
    "a comma for a point": ((2025, "国庆", "712,4", *GOOD[3:]), (Kind.NOT_A_NUMBER, "C")),
    "亿 below a heading of 万": ((2025, "国庆", "0.07亿", *GOOD[3:]), (Kind.UNIT_DIFFERS, "C")),
    "yuan for visits": ((2025, "国庆", "712.4亿元", *GOOD[3:]), (Kind.UNKNOWN_UNIT, "C")),
    "0.0386 in a column of percent": ((*GOOD[:3], 0.0386, *GOOD[4:]), (Kind.UNCLEAR_PERCENT, "D")),
    "a growth in words": ((*GOOD[:3], "略增", *GOOD[4:]), (Kind.NOT_A_NUMBER, "D")),
    "a formula never computed": ((*GOOD[:2], "=SUM(A1:A9)", *GOOD[3:]), (Kind.NOT_COMPUTED, "C")),
    "a growth never computed": ((*GOOD[:3], "=C2/C1-1", *GOOD[4:]), (Kind.NOT_COMPUTED, "D")),
    "a holiday of 80 days": ((*GOOD[:6], 80, "局"), (Kind.WRONG_DAYS, "G")),
    "no source": ((*GOOD[:7], None), (Kind.MISSING_SOURCE, "H")),
    "an error of the sheet": ((2025, "国庆", "#DIV/0!", *GOOD[3:]), (Kind.NOT_A_NUMBER, "C")),
    "true": ((2025, "国庆", True, *GOOD[3:]), (Kind.NOT_A_NUMBER, "C")),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_row_is_named_by_row_column_and_reason_and_stays_out(
    what: str, tmp_path: Path, statistics: Statistics
) -> None:
    row, (kind, column) = BAD[what]
    seen = looked_at(xlsx(tmp_path, [HEAD, row, (2026, *GOOD[1:])]), statistics)
    assert remarks(seen) == [(kind, 2, column)]
    assert [each.year for each in seen.entries] == [2026, 2026]
    for language in ("zh-Hans", "en"):
        said = remark(Words(language), seen.mistakes[0])
        assert f"{column}2" in said


def test_a_bare_10_may_be_10_percent_or_1000_and_a_person_says_which(tmp_path: Path, statistics: Statistics) -> None:
    rows = [("年份", "节日", "接待游客（万人次）", "同比", "来源"), (2025, "国庆", 712.4, 10, "局")]
    file = xlsx(tmp_path, rows)
    seen = looked_at(file, statistics)
    assert remarks(seen) == [(Kind.UNCLEAR_PERCENT, 2, "D")]
    assert (seen.mistakes[0].cell, seen.mistakes[0].other) == ("10", "1000")
    for said, printed in (("percent", "10"), ("fraction", "1000")):
        (entry,) = looked_at(file, statistics, percents=said).entries
        assert entry.growth is not None
        assert f"{entry.growth.printed:f}" == printed


def test_万_and_亿_in_one_column_without_a_unit_are_each_read_as_written(
    tmp_path: Path, statistics: Statistics
) -> None:
    rows = [("年份", "节日", "综合收入", "来源"), (2025, "国庆", "43.2亿元", "局"), (2025, "五一", "9.8亿", "局"),
            (2025, "端午", "1,210万元", "局"), (2025, "清明", "3500", "局")]  # fmt: skip
    seen = looked_at(xlsx(tmp_path, rows), statistics)
    assert [(f"{each.value:f}", each.unit) for each in seen.entries] == [
        ("43.2", Unit.YI_YUAN), ("9.8", Unit.YI_YUAN), ("1210", Unit.WAN_YUAN)
    ]  # fmt: skip
    assert remarks(seen) == [(Kind.MISSING_UNIT, 5, "C")]


def test_single_visits_become_万_without_losing_one(tmp_path: Path, statistics: Statistics) -> None:
    rows = [("年份", "节日", "接待游客", "来源"), (2025, "国庆", "7,124,033人次", "局")]
    (entry,) = looked_at(xlsx(tmp_path, rows), statistics).entries
    assert (entry.value, entry.base) == (Decimal("712.4033"), Decimal(7_124_033))


def test_a_value_ten_thousand_times_too_small_is_doubted_but_may_be_agreed_to(
    tmp_path: Path, statistics: Statistics
) -> None:
    seen = looked_at(xlsx(tmp_path, [HEAD, (2025, "国庆", 0.07124, *GOOD[3:])]), statistics)
    assert [each.kind for each in seen.doubts] == [Kind.FAR_OFF]
    assert len(seen.entries) == 2


def test_the_same_figure_twice_names_the_other_row_and_neither_comes_in(tmp_path: Path, statistics: Statistics) -> None:
    seen = looked_at(xlsx(tmp_path, [HEAD, GOOD, GOOD, (2026, *GOOD[1:])]), statistics)
    assert [(each.kind, each.row, each.other) for each in seen.mistakes] == [(Kind.TWICE, 3, "2")] * 2
    assert {each.year for each in seen.entries} == {2026}


def test_a_changed_definition_is_a_doubt_that_names_the_old_one(tmp_path: Path, statistics: Statistics) -> None:
    seen = looked_at(xlsx(tmp_path, [HEAD, GOOD]), statistics, definition=Definition.SITES_GATE)
    assert Kind.NEW_DEFINITION in {each.kind for each in seen.doubts}
    assert all("area_total" in each.other for each in seen.doubts if each.kind is Kind.NEW_DEFINITION)


def test_without_a_definition_nothing_of_a_city_comes_in(tmp_path: Path, statistics: Statistics) -> None:
    seen = looked_at(xlsx(tmp_path, [HEAD, GOOD]), statistics, definition=None)
    assert {each.kind for each in seen.mistakes} == {Kind.MISSING_DEFINITION}
    assert seen.entries == ()


def test_a_word_of_the_sheet_is_explained_once(tmp_path: Path, statistics: Statistics) -> None:
    rows = [(*HEAD, "口径"), (*GOOD, "甲类")]
    file = xlsx(tmp_path, rows)
    assert {each.kind for each in looked_at(file, statistics).mistakes} == {Kind.UNKNOWN_DEFINITION}
    seen = looked_at(file, statistics, words={"甲类": "area_total"})
    assert seen.mistakes == ()
    assert seen.entries[0].definition is Definition.AREA_TOTAL


def test_another_value_than_the_printed_one_is_doubted(tmp_path: Path, statistics: Statistics) -> None:
    row = (2024, "国庆", 700, 13.21, 41.35, 12.56, "10月1日", "10月7日", "局")
    head = (*HEAD[:6], "开始", "结束", "来源")
    seen = looked_at(xlsx(tmp_path, [head, row]), statistics)
    assert seen.mistakes == ()
    assert [(each.kind, each.other) for each in seen.doubts] == [(Kind.OTHER_VALUE, "685.93万人次")]


@pytest.mark.parametrize("make", ["xlsx", "ods"])
def test_a_workbook_with_a_password_says_so(make: str, tmp_path: Path) -> None:
    file = SHEETS / "locked.xlsx" if make == "xlsx" else ods(tmp_path, [["x"]], locked=True)
    with pytest.raises(Failure) as failure:
        read_sheets(file)
    assert failure.value.cause is Cause.LOCKED


@pytest.mark.parametrize("content", [b"PK\x03\x04rubbish", b"\xd0\xcf\x11\xe0rubbish", b"", b"<html></html>"])
def test_a_damaged_workbook_is_a_failure(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "sheet.xlsx"
    file.write_bytes(content)
    with pytest.raises(Failure) as failure:
        read_sheets(file)
    assert failure.value.cause is Cause.NOT_JSON


def test_a_million_rows_are_cut_with_a_remark_and_do_not_end_the_program(
    tmp_path: Path, statistics: Statistics
) -> None:
    line = "云台山,五一,31.2万人次\n"
    file = csv_file(tmp_path, "地区,假期,接待人次\n" + line * 1_000_000)
    seen = looked_at(file, statistics, subject=None)
    assert Kind.TOO_MANY_ROWS in {each.kind for each in seen.mistakes}
    assert (Kind.MISSING_YEAR, 2, "") in remarks(seen)
    assert seen.entries == ()


def test_a_million_formatted_but_empty_rows_are_no_obstacle(tmp_path: Path, statistics: Statistics) -> None:
    file = csv_file(tmp_path, ",".join(HEAD) + "\n" + ",".join(map(str, GOOD)) + "\n" + ",,,,,,,\n" * 1_000_000)
    assert len(looked_at(file, statistics).entries) == 2


def test_a_sheet_without_headings_asks_for_them(tmp_path: Path, statistics: Statistics) -> None:
    file = xlsx(tmp_path, [(2025, 712.4), (2026, 720.1)])
    (sheet,) = read_sheets(file)
    assert remarks(looked_at(file, statistics)) == [(Kind.NO_HEADER, 1, "")]
    assert guess(sheet).header_rows == 0


def test_columns_that_nobody_understands_are_left_alone_and_shown(tmp_path: Path) -> None:
    (sheet,) = read_sheets(xlsx(tmp_path, [(*HEAD, "天气"), (*GOOD, "晴")]))
    assert [column.heading for column in guess(sheet).columns if column.role is Role.NOTHING] == ["天气"]


def test_what_stands_there_already_is_counted_and_what_changes_is_shown(
    desk: Desk, tmp_path: Path, statistics: Statistics
) -> None:
    file = xlsx(tmp_path, [HEAD, GOOD])
    desk.put(looked_at(file, statistics).entries)
    again = looked_at(file, statistics, desk.figures())
    assert (again.same, again.changes) == (2, ())
    verified = [replace(each, verified_by="李", verified_on=date(2025, 10, 9)) for each in desk.figures()]
    desk.put(verified)
    other = xlsx(tmp_path, [HEAD, (2025, "国庆", 713.0, *GOOD[3:])], name="other.xlsx")
    (change,) = looked_at(other, statistics, desk.figures()).changes
    assert change.before is not None
    assert (change.before.value, change.after.value) == (Decimal("712.4"), Decimal("713"))
    assert (change.after.id, change.after.verified_by) == (change.before.id, ""), "nobody has verified the new value"
    batch = desk.put([change.after], what=other.name)
    desk.undo(batch.id)
    assert {(each.value, each.verified_by) for each in desk.figures()} == {
        (Decimal("712.4"), "李"),
        (Decimal("43.2"), "李"),
    }


def test_the_letters_of_columns() -> None:
    assert [letter(at) for at in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_a_meaning_can_be_given_without_any_heading(tmp_path: Path, statistics: Statistics) -> None:
    (sheet,) = read_sheets(xlsx(tmp_path, [(2025, 712.4), (2026, 720.1)]))
    year, value = guess(sheet).columns
    columns = (replace(year, role=Role.YEAR), replace(value, role=Role.VALUE, measure=Measure.VISITS))
    meaning = Meaning(0, columns, JIAOZUO, Event.NATIONAL_DAY, Definition.AREA_TOTAL, unit=Unit.WAN_VISITS, source="局")
    assert [each.year for each in preview(sheet, meaning, (), statistics).entries] == [2025, 2026]
