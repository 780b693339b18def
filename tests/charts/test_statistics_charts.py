"""Charts of figures: from zero, never across a break, with the same numbers as the table beside them."""

from decimal import Decimal

import pytest

from jz_travel.charts.captions import Scale, summary
from jz_travel.charts.columns import YearChart, by_year, growth_per_day, quantities
from jz_travel.charts.files import HEIGHT, WIDTH, notes, paper_drawing
from jz_travel.charts.look import ChartLook, paper_look
from jz_travel.charts.option import drawing
from jz_travel.charts.table import implied_table, table
from jz_travel.domain.reckoning import Derived
from jz_travel.domain.statistics import Basis, Definition, Event, Figure, Measure, Statistics, SubjectId
from jz_travel.domain.texts import SourceId
from jz_travel.resources import assets
from jz_travel.store.statistics import read_statistics
from jz_travel.words import Words

JIAOZUO, CHINA, HENAN, YUNTAI = map(SubjectId, ("jiaozuo", "china", "henan", "yuntaishan"))


@pytest.fixture(scope="module")
def statistics() -> Statistics:
    return read_statistics(assets())[0]


@pytest.fixture(scope="module")
def look() -> ChartLook:
    return paper_look("zh-Hans")


def every_chart(statistics: Statistics) -> list[YearChart]:
    wanted = {(each.subject.id, each.event, each.measure) for each in statistics.series}
    charts = [by_year(statistics, *each, means=means) for each in sorted(wanted) for means in (True, False)]
    return [chart for chart in charts if chart is not None]


def test_every_figure_stands_in_a_chart(statistics: Statistics) -> None:
    shown = {each for chart in every_chart(statistics) for each in quantities(chart) if isinstance(each, Figure)}
    assert shown == set(statistics.figures())


def test_definitions_never_share_a_panel(statistics: Statistics) -> None:
    for chart in every_chart(statistics):
        for panel in chart.panels:
            assert {column.of.definition for column in panel.columns if column.of} == {panel.definition}


def test_may_day_in_jiaozuo_breaks_where_the_counting_changed(statistics: Statistics, look: ChartLook) -> None:
    chart = by_year(statistics, JIAOZUO, Event.MAY_DAY, Measure.VISITS, means=True)
    assert chart is not None
    assert [panel.definition for panel in chart.panels] == [Definition.SITES_GATE, Definition.AREA_TOTAL]
    option = drawing(chart, Words("en"), look, 800, 300).option
    assert [len(option[name]) for name in ("grid", "xAxis", "yAxis", "series", "graphic")] == [2, 2, 2, 2, 1]
    line, left, right = option["graphic"][0]["shape"], *option["grid"]
    assert left["left"] + left["width"] < line["x1"] == line["x2"] < right["left"]
    assert "cannot be compared" in summary(Words("en"), chart)


def test_years_without_a_figure_leave_a_gap(statistics: Statistics) -> None:
    chart = by_year(statistics, CHINA, Event.NATIONAL_DAY, Measure.VISITS, means=False)
    assert chart is not None
    years = [column.of.year if column.of else None for column in chart.panels[0].columns]
    assert years == [1999, None, 2009, None, 2013, None, 2023, 2024, 2025]


def test_columns_begin_at_zero_and_are_as_high_as_their_labels_say(statistics: Statistics, look: ChartLook) -> None:
    for language in ("zh-Hans", "en"):
        for chart in every_chart(statistics):
            option = drawing(chart, Words(language), look, 800, 300).option
            assert not any({"min", "scale"} & axis.keys() for axis in option["yAxis"])
            for bar in (bar for series in option["series"] for bar in series["data"] if bar["value"] != "-"):
                assert Decimal(bar["label"]["formatter"].replace(",", "")) == pytest.approx(Decimal(str(bar["value"])))


def test_growth_of_all_is_on_the_same_basis(statistics: Statistics) -> None:
    chart = growth_per_day(
        statistics, (CHINA, HENAN, YUNTAI, JIAOZUO), Event.NATIONAL_DAY, Measure.VISITS, (2023, 2024)
    )
    scale = Scale(Words("en"), chart)
    assert [(each.of.subject.id, each.tentative, scale.label(each.of)) for each in chart.columns if each.of] == [
        ("china", None, "+5.85%"),
        ("henan", None, "+7.70%"),
        ("yuntaishan", None, "+30.04%"),
        ("jiaozuo", Basis.COMPARABLE, "+13.21%"),
        ("jiaozuo", Basis.RAW, "+29.38%"),
    ]


def test_what_is_right_in_one_reading_only_looks_different(statistics: Statistics, look: ChartLook) -> None:
    chart = growth_per_day(statistics, (CHINA, JIAOZUO), Event.NATIONAL_DAY, Measure.VISITS, (2023, 2024))
    bars = drawing(chart, Words("en"), look, 800, 300).option["series"][0]["data"]
    assert [bar.get("itemStyle", {}).get("borderType") for bar in bars] == [None, "dashed", "dashed"]


def test_a_table_keeps_printed_and_computed_apart(statistics: Statistics) -> None:
    words = Words("en")
    for chart in every_chart(statistics):
        shown = table(chart, words)
        for row in shown.rows:
            assert isinstance(row[1].of, Figure)
            assert row[2].of is None or isinstance(row[2].of, Derived)
        for row in implied_table(chart, words, statistics).rows:
            assert isinstance(row[1].of, Derived)


def test_a_slot_is_where_its_column_is(statistics: Statistics, look: ChartLook) -> None:
    chart = by_year(statistics, YUNTAI, Event.NATIONAL_DAY, Measure.VISITS, means=True)
    assert chart is not None
    made = drawing(chart, Words("en"), look, 800, 300)
    assert [slot.of for slot in made.slots] == list(quantities(chart))
    assert all(slot.left >= 0 and slot.left + slot.width <= made.width for slot in made.slots)
    assert all(one.left + one.width <= other.left for one, other in zip(made.slots, made.slots[1:], strict=False))


def test_a_chart_in_a_file_names_its_sources(statistics: Statistics) -> None:
    chart = by_year(statistics, JIAOZUO, Event.MAY_DAY, Measure.VISITS, means=True)
    assert chart is not None
    said = " ".join(notes(chart, Words("en"), statistics))
    assert Words("en").source(statistics.sources[SourceId("md2025")]) in said
    assert "computed from the printed totals" in said
    made = paper_drawing(chart, Words("en"), statistics)
    assert (made.width, made.height) == (WIDTH, HEIGHT)


def test_there_is_no_chart_without_a_figure(statistics: Statistics) -> None:
    assert by_year(statistics, JIAOZUO, Event.QINGMING, Measure.VISITS, means=True) is None
