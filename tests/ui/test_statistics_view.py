"""The figures in the window: each number one step from its source, by hand or by keys, in Chinese and in English."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableWidget, QVBoxLayout, QWidget

from jz_travel.almanac import daylight
from jz_travel.charts.captions import Scale
from jz_travel.domain.holidays import HolidayCalendar
from jz_travel.domain.places import Catalogue
from jz_travel.domain.reckoning import Derived, figures_behind
from jz_travel.domain.statistics import Event, Fact, Figure, FigureId, Measure, Statistics, SubjectId
from jz_travel.domain.texts import Language
from jz_travel.resources import assets
from jz_travel.store.holidays import read_holidays
from jz_travel.store.statistics import read_statistics
from jz_travel.ui.statistics.chart_view import ChartView
from jz_travel.ui.statistics.figure_table import BESIDE, NUMBER, FigureTable
from jz_travel.ui.statistics.page import Page
from jz_travel.ui.statistics.tile import Counted, Origin, Tile
from jz_travel.ui.statistics.view import StatisticsView
from jz_travel.ui.style.look import Look
from jz_travel.words.statistics import computed, fact, formula, growth_explained, printed, title

THE_DAY = date(2026, 10, 10)
THEMES = 4  # the page of them
DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
Opened = Callable[..., StatisticsView]


@pytest.fixture(scope="module")
def statistics() -> Statistics:
    return read_statistics(assets())[0]


@pytest.fixture(scope="module")
def holidays() -> HolidayCalendar:
    return read_holidays(assets())[0]


@pytest.fixture
def opened(
    qapp: QApplication, catalogue: Catalogue, statistics: Statistics, holidays: HolidayCalendar
) -> Iterator[Opened]:
    windows: list[QWidget] = []

    def open_view(language: Language = "zh-Hans", width: int = 1280) -> StatisticsView:
        look = Look(qapp, language, "light")
        view = StatisticsView(statistics, holidays, catalogue, look, THE_DAY)
        window = QWidget()
        whole = QVBoxLayout(window)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(view)
        look.dress(window)
        window.resize(width, 760)
        window.show()
        windows.append(window)
        return view

    yield open_view
    for window in windows:
        shiboken6.delete(window)


def page_of(view: StatisticsView, at: int) -> Page:
    view.show_page(at)
    QApplication.processEvents()
    return view.pages[at]


def tiles(page: Page) -> list[Tile]:
    return page.findChildren(Tile)


def tables(page: Page) -> list[FigureTable]:
    return page.findChildren(FigureTable)


def cells(table: QTableWidget) -> Iterator[tuple[str, object]]:
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            item = table.item(row, column)
            if item is not None:
                yield item.text(), item.data(NUMBER)


# Every number has an origin


def shown_texts(page: Page) -> Iterator[str]:
    yield from (each.text() for each in page.findChildren(QLabel))
    for tile in tiles(page):
        yield from (tile.name, tile.value, tile.detail)
    for table in tables(page):
        yield from (text for text, _ in cells(table))
        heads = (table.horizontalHeaderItem(column) for column in range(table.columnCount()))
        yield from (head.text() for head in heads if head is not None)
    for view in page.findChildren(ChartView):
        assert view.drawing is not None
        for series in view.drawing.option["series"]:
            yield from (bar["label"]["formatter"] for bar in series["data"] if "label" in bar)
        for axis in view.drawing.option["xAxis"]:
            yield from axis["data"]


def origins(page: Page) -> Iterator[Origin]:
    """What a reader of this page can ask for with one click or one key, and what those name in turn."""
    found: list[Origin] = [tile.origin for tile in tiles(page)]
    found += [of for table in tables(page) for _, of in cells(table) if isinstance(of, Figure | Derived)]
    for view in page.findChildren(ChartView):
        assert view.drawing is not None
        found += [slot.of for slot in view.drawing.slots]
    for of in found:
        yield of
        if isinstance(of, Derived):
            yield from figures_behind(of)


def numbers_behind(of: Origin, view: StatisticsView, statistics: Statistics) -> set[str]:
    words = view._look.words
    if isinstance(of, Counted):
        return {str(len(of.lines)), *DIGITS.findall(of.name)}
    if isinstance(of, Derived):
        said = [title(words, of), formula(words, of), computed(words, of), str(of.days)]
    elif isinstance(of, Fact):
        said = [words.text(of.name), fact(words, of)]
        said += [words.text(text) for text in (of.period, of.note) if text]
    else:
        said = [title(words, of), printed(words, of), str(of.year), str(of.days)]
        said += [growth_explained(words, each) for each in of.growth]
        said += [words.dates(of.first, of.last)] if of.first and of.last else []
        said += [words.month_day(of.first.month, of.first.day)] if of.first else []
    if not isinstance(of, Derived):
        said.append(statistics.sources[of.evidence.source].date)
    return set(DIGITS.findall(" ".join(said)))


def without_origin(page: Page, view: StatisticsView, statistics: Statistics) -> set[str]:
    allowed = set[str]()
    for of in origins(page):
        allowed |= numbers_behind(of, view, statistics)
    for chart in (each for each in page.findChildren(ChartView) if each.chart is not None):
        assert chart.drawing is not None
        # A column says only the number; the caption of its chart says the unit.
        scale = Scale(view._look.words, chart.chart)
        allowed |= {number for slot in chart.drawing.slots for number in DIGITS.findall(scale.label(slot.of))}
    return {number for text in shown_texts(page) for number in DIGITS.findall(text)} - allowed


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_no_number_of_the_golden_week_is_without_an_origin(
    opened: Opened, statistics: Statistics, language: Language
) -> None:
    view = opened(language)
    assert without_origin(page_of(view, 0), view, statistics) == set()


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_no_number_of_any_series_is_without_an_origin(
    opened: Opened, statistics: Statistics, language: Language
) -> None:
    view = opened(language)
    page = page_of(view, 1)
    subjects = {each.id: each for each in statistics.subjects}
    for subject, event, measure in sorted({(each.subject.id, each.event, each.measure) for each in statistics.series}):
        view.years.choose(subjects[subject], event, measure, means=language == "en")
        settle()
        assert without_origin(page, view, statistics) == set(), (subject, event, measure)


def settle() -> None:
    """What is new is shown, and what was there before is gone, only after the event loop has run."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("at", [3, 4])
def test_no_number_of_the_city_is_without_an_origin(
    opened: Opened, statistics: Statistics, language: Language, at: int
) -> None:
    view = opened(language)
    ratings = {"5", "3"} if at == 4 else set()  # the A of 5A, 4A and 3A
    assert without_origin(page_of(view, at), view, statistics) - ratings == set()


def test_the_calendar_says_nothing_that_is_not_in_its_files(opened: Opened, holidays: HolidayCalendar) -> None:
    view = opened("en")
    words = view._look.words
    known = holidays.year(2026)
    assert known is not None
    said = [words.date(THE_DAY), *(words.time(each) for each in daylight(THE_DAY)), "2026"]
    for each in known.holidays:
        said += [words.dates(each.first, each.last), str(each.days)]
    said += [words.date_short(day) for day in known.workdays]
    for season in holidays.seasons:
        said += [
            words.text(season.text),
            *(words.month_day(*edge) for edge in (season.season.first, season.season.last)),
        ]
    named = {known.source, *(season.evidence.source for season in holidays.seasons)}
    said += [words.text(source.title) for source in view._statistics.sources.values() if source.id in named]
    allowed = set(DIGITS.findall(" ".join(said)))
    assert {number for text in shown_texts(page_of(view, 2)) for number in DIGITS.findall(text)} <= allowed


def test_no_page_tells_a_chinese_reader_a_source_in_english(opened: Opened, statistics: Statistics) -> None:
    view = opened("zh-Hans")
    titles = [each.title for each in statistics.sources.values()]
    english = [title.en for title in titles if title.en != title.zh_hans]
    shown = [text for at in range(len(view.pages)) for text in shown_texts(page_of(view, at))]
    assert any(title.zh_hans in text for title in titles for text in shown)
    assert [text for text in shown for each in english if each in text] == []


# What a reader does


def test_the_headline_stands_there_as_it_was_said(opened: Opened) -> None:
    page = page_of(opened(), 0)
    assert [tile.value for tile in tiles(page)[:4]] == ["685.93万人次", "41.35亿元", "17次", "≈602.83元"]
    assert "+13.21%" in tiles(page)[0].detail
    assert "未说明可比口径" in tiles(page)[0].detail


def test_the_two_possible_values_of_2023_are_called_computed(opened: Opened) -> None:
    found = {tile.value: tile for tile in tiles(page_of(opened(), 0))}
    for value in ("≈605.89万人次", "≈692.45万人次", "≈36.74亿元", "≈41.98亿元"):
        assert isinstance(found[value].origin, Derived)
        assert found[value].detail == "推算"


def note_texts(view: StatisticsView) -> str:
    settle()
    return "\n".join(each.text() for each in view.note.findChildren(QLabel))


def test_where_a_source_has_no_room_beside_the_page_it_stands_below_once_it_is_asked_for(opened: Opened) -> None:
    view = opened("en", width=760)
    tile = tiles(page_of(view, 0))[1]
    assert not view.note.isVisible()
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    settle()
    assert view.note.isVisible()
    assert view.note.y() > view.pages[0].y()
    QTest.mouseClick(view.note._close, Qt.MouseButton.LeftButton)
    assert not view.note.isVisible()


@pytest.mark.parametrize("width", [520, 760, 1100])
def test_a_table_that_has_little_room_wraps_its_words_before_it_cuts_a_number(opened: Opened, width: int) -> None:
    view = opened("en", width=width)
    checked = 0
    page_of(view, 0)
    settle()
    for table in tables(view.pages[0]):
        metrics = QFontMetrics(table.font())
        for row, column in product(range(table.rowCount()), range(table.columnCount())):
            item = table.item(row, column)
            if item is not None and item.text().endswith("%"):
                assert table.columnWidth(column) >= metrics.horizontalAdvance(item.text()) + 2 * BESIDE
                checked += 1
    assert checked > 4


def test_a_page_without_sourced_numbers_has_the_whole_width(opened: Opened) -> None:
    view = opened()
    page_of(view, 0)
    assert view.note.isVisible()
    assert not view.note._close.isVisible()
    for at in (view.pages.index(view.when), THEMES):
        page_of(view, at)
        assert not view.note.isVisible()
        page_of(view, 0)
        assert view.note.isVisible()


def test_a_theme_that_is_clicked_names_the_places_that_were_counted(opened: Opened) -> None:
    view = opened("en")
    tile = next(each for each in tiles(page_of(view, THEMES)) if isinstance(each.origin, Counted))
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    settle()
    assert view.note.isVisible()
    assert view.note.shown is tile.origin


def test_a_click_on_a_number_shows_where_it_comes_from(opened: Opened) -> None:
    view = opened("en")
    tile = tiles(page_of(view, 0))[1]
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert view.note.shown == tile.origin
    said = note_texts(view)
    assert "press conference on Jiaozuo" in said
    assert "18 Oct 2024" in said
    assert "as printed" in said


def test_enter_on_a_computed_number_shows_its_formula(opened: Opened) -> None:
    view = opened()
    tile = tiles(page_of(view, 0))[3]
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert "41.35亿元 ÷ 685.93万人次 ≈ 602.83元" in note_texts(view)
    assert "原文没有" in note_texts(view)


def test_a_cell_of_a_table_shows_its_source(opened: Opened, statistics: Statistics) -> None:
    view = opened()
    table = tables(page_of(view, 0))[0]
    item = table.item(0, 1)
    assert item is not None
    table.itemActivated.emit(item)
    assert view.note.shown == statistics.by_id[FigureId("jz_nd2024_v")]


def test_arrow_keys_walk_over_a_chart_and_enter_asks(opened: Opened, statistics: Statistics) -> None:
    view = opened()
    page = page_of(view, 1)
    subjects = {each.id: each for each in statistics.subjects}
    view.years.choose(subjects[SubjectId("yuntaishan")], Event.NATIONAL_DAY, Measure.VISITS, means=False)
    QApplication.processEvents()
    chart = page.findChildren(ChartView)[-1]
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert "45.06万人次" in chart.accessibleName()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert view.note.shown == statistics.by_id[FigureId("yts_nd2023_v")]


def test_a_click_on_a_column_asks_for_it(opened: Opened) -> None:
    view = opened()
    chart = page_of(view, 1).findChildren(ChartView)[-1]
    assert chart.drawing is not None
    slot = chart.drawing.slots[-1]
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(int(slot.left + slot.width / 2), 120))
    assert view.note.shown == slot.of


def test_a_break_is_drawn_and_said(opened: Opened) -> None:
    page = page_of(opened(), 1)
    chart = page.findChildren(ChartView)[-1]
    assert chart.drawing is not None
    assert len(chart.drawing.option["graphic"]) == 1
    assert "不能相互比较" in chart.accessibleDescription()
    assert any("不能相互比较" in each.text() for each in page.findChildren(QLabel))


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_a_chart_is_saved(opened: Opened, tmp_path: Path, suffix: str) -> None:
    view = opened()
    page_of(view, 1)
    said: list[str] = []
    view.said.connect(said.append)
    file = tmp_path / f"chart.{suffix}"
    view.years.save(file)
    assert file.read_bytes().startswith(b"<svg" if suffix == "svg" else b"\x89PNG")
    assert file.name in said[0]


def test_a_chart_that_cannot_be_saved_is_told(opened: Opened, tmp_path: Path) -> None:
    view = opened()
    page_of(view, 1)
    failures: list[object] = []
    view.failed.connect(failures.append)
    view.years.save(tmp_path / "nowhere" / "chart.svg")
    assert len(failures) == 1


def test_keys_walk_over_the_days(opened: Opened) -> None:
    view = opened()
    page_of(view, 2)
    october = view.when._months[9]
    october.setFocus()
    QTest.keyClick(october, Qt.Key.Key_Up)
    assert view.when.day == date(2026, 10, 3)
    assert "拥挤（估算）" in view.when._details.text()


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [("zh-Hans", 5, 4), ("zh-Hant", 4, 3), ("ja", 4, 3), ("ko", 4, 3)],
)
def test_a_week_begins_on_the_day_it_begins_on_where_the_language_is_spoken(
    opened: Opened, language: Language, left: int, right: int
) -> None:
    """Monday 5 October 2026 and the Sunday before it: on the mainland the line begins with the former."""
    view = opened(language)
    page_of(view, 2)
    october = view.when._months[9]
    first, last = october._rect(date(2026, 10, left)), october._rect(date(2026, 10, right))
    assert first.left() == min(october._rect(day).left() for day in october._days())
    assert last.left() == max(october._rect(day).left() for day in october._days())
    assert first.top() > last.top()


def test_language_and_theme_change_while_it_is_open(qapp: QApplication, opened: Opened, statistics: Statistics) -> None:
    view = opened()
    page_of(view, 0)
    view._look.speak("en")
    view._look.wear("dark")
    assert tiles(page_of(view, 0))[-1].name == "Visits: change of totals"
    assert "6,859,300 visits" in [tile.value for tile in tiles(view.pages[0])]


def test_heads_and_figures_stand_in_one_line_where_there_is_room(opened: Opened) -> None:
    wide = tables(page_of(opened("en", 1920), 0))[0]
    assert wide.horizontalHeader().height() < 3 * wide.fontMetrics().height()
    years = tables(page_of(opened("en", 1280), 1))[0]
    figures = [years.item(row, 1) for row in range(years.rowCount())]
    widest = max(years.fontMetrics().horizontalAdvance(each.text()) for each in figures if each is not None)
    assert years.columnWidth(1) >= widest + 2 * BESIDE


def test_the_last_row_of_a_table_leaves_its_round_corners_free(opened: Opened) -> None:
    table = tables(page_of(opened(), 0))[0]
    shown = table.grab().toImage()
    assert shown.pixel(1, shown.height() - 2) == shown.pixel(1, 1)
    assert shown.pixel(shown.width() - 2, shown.height() - 2) == shown.pixel(1, 1)


@pytest.mark.parametrize("width", [900, 1280, 1920])
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_nothing_is_wider_than_the_page(opened: Opened, language: Language, width: int) -> None:
    view = opened(language, width)
    for at in range(5):
        page = page_of(view, at)
        room = page.viewport().width()
        for tile in tiles(page):
            assert tile.mapTo(page.viewport(), QPoint(tile.width(), 0)).x() <= room
        for table in tables(page):
            assert table.horizontalHeader().length() <= table.viewport().width() + 2
