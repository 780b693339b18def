"""An officer at the bureau's desk in the window: adds, imports, verifies, undoes; and everybody sees it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QTableWidget

from jz_travel.desk import Desk
from jz_travel.domain.bureau import Entry
from jz_travel.domain.clock import DAY
from jz_travel.domain.failures import Failure
from jz_travel.domain.holidays import Announcement, DayLoad, Level
from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.problems import ClosedThatDay
from jz_travel.domain.statistics import Definition, Event, Figure, Measure, SubjectId, Unit
from jz_travel.domain.texts import Language
from jz_travel.resources import assets
from jz_travel.store.holidays import read_holidays
from jz_travel.store.statistics import read_statistics
from jz_travel.ui.app import Window
from jz_travel.ui.bureau.closure_form import ClosureForm
from jz_travel.ui.bureau.day_form import DayForm
from jz_travel.ui.bureau.figure_form import FigureForm
from jz_travel.ui.bureau.import_sheet import ImportSheet
from jz_travel.ui.bureau.own import OwnRecords
from jz_travel.ui.printing.pages import Pages
from jz_travel.ui.statistics.golden_week import GoldenWeek
from jz_travel.ui.statistics.view import StatisticsView
from jz_travel.ui.style.look import Look
from tests.desk.books import xlsx

THE_DAY = date(2026, 11, 23)
HEAD = ("年份", "节日", "接待游客（万人次）", "同比（%）", "天数", "来源")
GOOD = (2025, "国庆", 712.4, 3.86, 8, "市文旅局")
Opened = Callable[..., StatisticsView]


def an_entry(**more: object) -> Entry:
    entry = Entry(
        SubjectId("jiaozuo"), Event.NATIONAL_DAY, Measure.VISITS, Definition.AREA_TOTAL, Decimal("712.4"),
        Unit.WAN_VISITS, "市文旅局", 2025, 8,
    )  # fmt: skip
    return replace(entry, **more)  # type: ignore[arg-type]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/desk.sqlite"


@pytest.fixture
def opened(qapp: QApplication, catalogue: Catalogue, url: str, tmp_path: Path) -> Iterator[Opened]:
    views: list[tuple[StatisticsView, OwnRecords]] = []

    def open_desk(language: Language = "en") -> StatisticsView:
        look = Look(qapp, language, "light")
        own = OwnRecords(url, tmp_path)
        view = StatisticsView(read_statistics(assets())[0], read_holidays(assets())[0], catalogue, look, THE_DAY, own)
        view.resize(1280, 800)
        view.show()
        view.show_page(5)
        views.append((view, own))
        settled(view)
        return view

    yield open_desk
    for view, own in views:
        own.close()
        shiboken6.delete(view)


def settled(view: StatisticsView) -> None:
    assert view.desk is not None
    for _ in range(3):
        view.desk._own.wait()
        QApplication.processEvents()


def texts(view: StatisticsView) -> str:
    assert view.desk is not None
    return "\n".join(each.text() for each in view.desk.findChildren(QLabel) if each.isVisible())


def the_button(view: StatisticsView, text: str) -> QPushButton:
    assert view.desk is not None
    return next(each for each in view.desk.findChildren(QPushButton) if each.text() == text and each.isVisible())


def rows(table: QTableWidget) -> list[list[str]]:
    items = ([table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount()))
    return [[item.text() if item else "" for item in line] for line in items]


def test_an_empty_desk_says_what_to_do(opened: Opened) -> None:
    assert "No figure of your own yet" in texts(opened())


def test_a_figure_is_added_and_stands_in_the_charts_at_once(opened: Opened, url: str) -> None:
    view = opened()
    QTest.mouseClick(the_button(view, "Add a figure …"), Qt.MouseButton.LeftButton)
    assert view.desk is not None
    form = view.desk.form
    assert isinstance(form, FigureForm)
    form.keep()
    assert form.wrong.isVisible(), "without a value nothing is kept"
    form.value.setText("712.4".translate({ord("7"): 0xFF17}))
    form.keep()
    assert "source" in form.wrong.text()
    form.source.setText("市文旅局")
    form.verified.setChecked(True)
    form.keep()
    assert "Who verified" in form.wrong.text()
    form.by.setText("李")
    form.growth.setText("+3.86%")
    form.keep()
    settled(view)
    with Desk.open(url) as desk:
        (kept,) = desk.figures()
    assert (str(kept.value), kept.verified_by, kept.verified_on, kept.year) == ("712.4", "李", THE_DAY, 2026)
    chart = view.years.chart
    assert chart is not None
    assert any(column.of and column.of.year == 2026 for panel in chart.panels for column in panel.columns)


def test_a_chosen_row_shows_where_its_number_comes_from_and_can_be_edited(opened: Opened, url: str) -> None:
    with Desk.open(url) as desk:
        desk.put([an_entry()])
    view = opened()
    settled(view)
    assert view.desk is not None
    table = view.desk._table
    assert table is not None
    assert rows(table)[0][1] == "7,124,000 visits"
    assert not the_button(view, "Edit …").isEnabled()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    table.setCurrentCell(0, 0)
    assert isinstance(view.note.shown, Figure)
    assert view.note.shown.own is not None
    QTest.mouseClick(the_button(view, "Edit …"), Qt.MouseButton.LeftButton)
    form = view.desk.form
    assert isinstance(form, FigureForm)
    form.note.setText("初步")
    form.keep()
    settled(view)
    with Desk.open(url) as desk:
        assert [(each.note, each.version) for each in desk.figures()] == [("初步", 2)]


def test_somebody_was_faster_and_both_versions_are_shown(opened: Opened, url: str) -> None:
    with Desk.open(url) as desk:
        desk.put([an_entry()])
    view = opened()
    settled(view)
    assert view.desk is not None
    view.desk.edit(view.desk._own.kept.figures[0])
    form = view.desk.form
    assert isinstance(form, FigureForm)
    with Desk.open(url) as other:
        other.put([replace(other.figures()[0], value=Decimal("713"))])
    form.value.setText("999")
    form.keep()
    settled(view)
    said = texts(view)
    assert "Nothing was saved" in said
    assert "9,990,000" in said
    assert "7,130,000" in said
    with Desk.open(url) as desk:
        assert desk.figures()[0].value == Decimal("713")


def test_what_is_doubtful_goes_on_in_the_next_line(opened: Opened, tmp_path: Path) -> None:
    view = opened()
    assert view.desk is not None
    view.desk.import_file(xlsx(tmp_path, [HEAD, GOOD]))
    settled(view)
    form = view.desk.form
    assert isinstance(form, ImportSheet)
    form._look.dress(form)
    form.remarks.item(0).setText("i " * 500)  # lines as full as they can be
    QApplication.processEvents()
    assert form.remarks.horizontalScrollBar().maximum() == 0


def test_a_sheet_is_looked_at_corrected_and_kept(opened: Opened, url: str, tmp_path: Path) -> None:
    view = opened()
    assert view.desk is not None
    view.desk.import_file(xlsx(tmp_path, [HEAD, GOOD, (2025, "五一", -3, 1, 5, "局")]))
    settled(view)
    form = view.desk.form
    assert isinstance(form, ImportSheet)
    assert not form.keep.isEnabled(), "what was counted is not said yet"
    form._set("definition", Definition.AREA_TOTAL)
    settled(view)
    assert form.changes.rowCount() == 1
    assert "C3" in form.remarks.item(0).text()
    assert not form.keep.isEnabled(), "there is a mistake"
    form.without.setChecked(True)
    assert form.keep.text() == "Save 1 figure"
    with Desk.open(url) as desk:
        assert desk.figures() == (), "nothing before somebody agrees"
    form.keep.click()
    settled(view)
    with Desk.open(url) as desk:
        assert [each.year for each in desk.figures()] == [2025]
    QTest.mouseClick(the_button(view, "Undo"), Qt.MouseButton.LeftButton)
    settled(view)
    with Desk.open(url) as desk:
        assert desk.figures() == ()


def test_a_word_that_nobody_knows_is_explained_once_for_the_whole_sheet(opened: Opened, tmp_path: Path) -> None:
    view = opened()
    assert view.desk is not None
    rows = [
        (2024, "黄金周", 600, 1.5, 7, "局"),
        (2025, "黄金周", 712.4, 3.86, 8, "局"),
        (2025, "五一", 300, 2, 5, "局"),
    ]
    view.desk.import_file(xlsx(tmp_path, [HEAD, *rows]))
    settled(view)
    form = view.desk.form
    assert isinstance(form, ImportSheet)
    form._set("definition", Definition.AREA_TOTAL)
    settled(view)
    assert list(form.words.fields) == ["黄金周"]
    field = form.words.fields["黄金周"]
    field.choose(Event.NATIONAL_DAY)
    field.activated.emit(field.currentIndex())
    settled(view)
    assert form.seen is not None
    assert form.seen.mistakes == ()
    assert {each.event for each in form.seen.entries} == {Event.NATIONAL_DAY, Event.MAY_DAY}
    field = form.words.fields["黄金周"]
    field.choose("")
    field.activated.emit(0)
    settled(view)
    assert len(form.seen.mistakes) == 2, "it can be taken back"


def test_a_locked_sheet_is_told_and_nothing_opens(opened: Opened) -> None:
    view = opened()
    failures: list[Failure] = []
    view.failed.connect(failures.append)
    assert view.desk is not None
    view.desk.import_file(Path(__file__).parents[1] / "desk" / "sheets" / "locked.xlsx")
    settled(view)
    assert [each.cause.value for each in failures] == ["locked"]
    assert view.desk.form is None


def test_a_full_day_reaches_the_calendar(opened: Opened) -> None:
    view = opened()
    assert view.desk is not None
    view.desk.add_load()
    form = view.desk.form
    assert isinstance(form, DayForm)
    form.level.choose(Level.PACKED)
    form.keep()
    assert form.wrong.isVisible()
    form.source.setText("预约")
    form.keep()
    settled(view)
    assert view.when._holidays.load(THE_DAY).level is Level.PACKED
    assert "预约" in rows(view.desk._loads)[0] if view.desk._loads else False


def test_a_closure_is_announced_and_marks_the_calendar(opened: Opened) -> None:
    view = opened()
    assert view.desk is not None
    view.desk.add_closure()
    form = view.desk.form
    assert isinstance(form, ClosureForm)
    form.name.setText("冬季维护")
    form.keep()
    assert "Which place" in form.wrong.text()
    form.place.choose(PlaceId("qingtianhe"))
    form.last.setDate(form.first.date().addDays(-1))
    form.keep()
    assert "before the first" in form.wrong.text()
    form.first.setDate(form.first.date().addDays(1))
    assert form.last.date() == form.first.date(), "the last day goes along"
    form.keep()
    assert "source" in form.wrong.text()
    form.source.setText("景区公告")
    form.keep()
    settled(view)
    assert [each.name for each in view.when._holidays.announced(THE_DAY + DAY)] == ["冬季维护"]
    view.show_page(2)
    view.when.point(THE_DAY + DAY)
    assert "Qingtian River: closed (冬季维护; 景区公告)" in view.when._details.text()


def test_a_trip_is_reckoned_anew_when_a_place_of_it_closes(window: Window) -> None:
    stop = next(window.session.trip.stops())
    day = window.session.trip.starts
    window.own.put([Announcement("closure", day, day + 30 * DAY, "大修", "公告", stop.place)], "", "")
    window.own.wait()
    QApplication.processEvents()
    (problem,) = [each for each in window.session.schedule.visits[stop.id].problems if isinstance(each, ClosedThatDay)]
    assert problem.why == "大修"
    window.own.remove(window.own.kept.closures)
    window.own.wait()
    QApplication.processEvents()
    assert not any(isinstance(each, ClosedThatDay) for each in window.session.schedule.visits[stop.id].problems)


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_menu_takes_along_chart_figures_and_bulletins(opened: Opened, language: Language, tmp_path: Path) -> None:
    view = opened(language)
    view.show_page(1)
    menu = view.years.findChild(QMenu)
    assert menu is not None
    view.years._fill_menu()
    assert len([each for each in menu.actions() if not each.isSeparator()]) == 7
    starts = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "xlsx": b"PK", "csv": b"\xef\xbb\xbf", "json": b"{"}
    for suffix, start in starts.items():
        file = tmp_path / f"chart.{suffix}"
        view.years.save(file)
        assert file.read_bytes().startswith(start)


def test_the_golden_week_is_printed_on_two_pages(opened: Opened, tmp_path: Path) -> None:
    view = opened()
    view.show_page(0)
    page = view.pages[0]
    assert isinstance(page, GoldenWeek)
    QTest.mouseClick(
        next(each for each in page.findChildren(QPushButton) if each.text() == "Print …"), Qt.MouseButton.LeftButton
    )
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    page.saving.preview.paintRequested.emit(printer)
    page.saving.preview.close()
    assert Pages((tmp_path / "paper.pdf").read_bytes()).count == 2


def test_the_window_knows_the_bureaus_days_before_any_database_is_opened(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JZ_TRAVEL_DESK", raising=False)
    own = OwnRecords(f"sqlite:///{tmp_path}/desk.sqlite", tmp_path)
    own.put([DayLoad(THE_DAY, Level.PACKED, "预约", PlaceId("yuntaishan"))], "", "")
    own.wait()
    own.close()
    again = OwnRecords("postgresql://127.0.0.1:1/desk", tmp_path)
    rules = read_holidays(assets())[0]
    assert again.on_calendar(rules).load(THE_DAY, PlaceId("yuntaishan")).level is Level.PACKED
    assert again.on_calendar(rules) is again.on_calendar(rules)
    again.refresh(quietly=True)
    again.close()
    assert again.kept.day_loads


def test_a_day_column_shows_what_the_bureau_says_as_soon_as_it_is_kept(window: Window) -> None:
    """With the rest of the window: board, map and planner read the same calendar."""
    day = window.session.trip.starts
    window.own.put([DayLoad(day, Level.PACKED, "景区预约已满")], "", "")
    window.own.wait()
    QApplication.processEvents()
    said = [each.text() for each in window.main.board.findChildren(QLabel)]
    assert any("景区预约已满" in text for text in said)
