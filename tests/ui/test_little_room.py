"""Where there is little room, a word gives way, a line wraps or a part moves: nothing is cut off without a sign."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from jz_travel.domain.plan import Plan
from jz_travel.domain.request import Request
from jz_travel.domain.texts import Language
from jz_travel.ui.app import Window
from jz_travel.ui.bringing_in.preview import Preview
from jz_travel.ui.bureau.import_sheet import ImportSheet
from jz_travel.ui.parts.chips import ChipRow
from jz_travel.ui.parts.dates import WEEKDAY
from jz_travel.ui.planning.side_panel import SidePanel
from jz_travel.ui.planning.variant_column import MEASURES, worth_comparing
from jz_travel.words import offered
from tests.gallery.scene import Scene, open_beside
from tests.gallery.views import every_view
from tests.ui.hands import Opener, laid_out
from tests.ui.test_variants_window import CHEAP, DEAR

SMALL_AND_LARGE = (800, 480, 200)
USUAL = (1280, 800, 100)


def seen(window: Window, view: str, folder: Path) -> Scene:
    scene = Scene(window, folder, draws_map=False)
    every_view()[view](scene)
    scene.settle()
    return scene


def has_room(part: QWidget) -> bool:
    return part.width() >= part.sizeHint().width()


@pytest.mark.parametrize("language", offered())
def test_a_date_that_has_no_room_for_its_weekday_goes_without(language: Language, open_window: Opener) -> None:
    for screen in (USUAL, (1024, 768, 100), SMALL_AND_LARGE):
        window = open_window.at_size(screen, language)
        window.main.actions_.plan.trigger()
        laid_out()
        field = window.planning.rooms.panel.form.starts
        letters = field.fontMetrics().horizontalAdvance(field.text())
        assert letters <= field.lineEdit().width()
        assert screen != USUAL or WEEKDAY in field.displayFormat()
        assert str(field.date().year()) in field.text()
        open_window.close(window)


def test_a_date_that_gets_room_again_says_its_weekday_again(open_window: Opener) -> None:
    window = open_window.at_size(SMALL_AND_LARGE, "ja")
    window.main.actions_.plan.trigger()
    laid_out()
    field = window.planning.rooms.panel.form.starts
    assert WEEKDAY not in field.displayFormat()
    window.main.resize(1280, 800)
    window.look.wear("light", 100)
    laid_out()
    assert WEEKDAY in field.displayFormat()


@pytest.mark.parametrize("language", offered())
def test_what_a_new_visitor_presses_first_is_read_whole(language: Language, open_window: Opener) -> None:
    window = open_window.at_size(SMALL_AND_LARGE, language)
    window.open_trip.new()
    laid_out()
    assert has_room(window.main.welcome._plan)
    window.main.resize(1280, 800)
    window.look.wear("light", 100)
    laid_out()
    assert not window.main.welcome._plan.icon().isNull()


@pytest.mark.parametrize("language", offered())
def test_a_change_is_accepted_or_left_with_words_that_are_read_whole(language: Language, open_window: Opener) -> None:
    window = open_window.at_size(SMALL_AND_LARGE, language)
    window.open_trip.open_sample()
    window.main.actions_.repair.trigger()
    panel = window.planning.rooms.repair
    panel._show_state("looking")
    laid_out()
    assert panel.accept.isVisible()
    assert has_room(panel.accept)
    assert has_room(panel.leave)
    assert not panel.accept.geometry().intersects(panel.leave.geometry())


def is_read_with_the_answer(panel: SidePanel) -> bool:
    return panel.reading.isAncestorOf(panel.status)


def test_what_a_plan_sums_up_to_scrolls_with_it_in_a_very_low_window(open_window: Opener) -> None:
    window = open_window.at_size(SMALL_AND_LARGE, "en")
    window.open_trip.open_sample()
    window.main.actions_.plan.trigger()
    panel, trip = window.planning.rooms.panel, window.session.trip
    panel._set_running(True)
    assert not is_read_with_the_answer(panel), "what goes on now stays in sight"
    panel._set_running(False)
    panel._done(Plan(Request(trip.starts, len(trip.days)), window.session.schedule), trip)
    laid_out()
    assert is_read_with_the_answer(panel)
    assert panel.status.isVisible()
    assert panel.status.geometry().bottom() < panel.answer.geometry().top()
    assert panel.reading.height() > window.main.height() / 2
    window.main.resize(1280, 1000)
    laid_out()
    assert not is_read_with_the_answer(panel)


def test_pages_of_figures_stand_below_each_other_in_a_low_window(open_window: Opener, tmp_path: Path) -> None:
    window = open_window.at_size(SMALL_AND_LARGE, "en")
    seen(window, "statistics_years", tmp_path)
    shown = window.main.statistics
    assert shown is not None
    pages = shown._group.buttons()
    assert all(above.geometry().bottom() < below.geometry().top() for above, below in pairwise(pages))
    assert pages[-1].geometry().bottom() < shown.height()


def test_a_row_of_themes_fades_where_it_goes_on(open_window: Opener) -> None:
    row = open_window.at_size(USUAL, "en").main.places.findChild(ChipRow)
    bar = row.horizontalScrollBar()
    assert row.fading.edges == (False, True)
    faded = row.grab().toImage()
    row.fading.hide()
    assert row.grab().toImage() != faded
    bar.setValue(bar.maximum())
    assert row.fading.edges == (True, False)
    row.resize(3000, row.height())
    laid_out()
    assert row.fading.edges == (False, False)


def test_no_number_of_a_trip_is_torn_from_what_it_counts(open_window: Opener, tmp_path: Path) -> None:
    window = open_window.at_size(SMALL_AND_LARGE, "en")
    seen(window, "one_day", tmp_path)
    totals = window.main.board._totals
    assert totals.accessibleName() == "1 day · 5 places · 4 clashes"
    assert totals.text().split(" ") == ["1\u00a0day\u00a0·", "5\u00a0places\u00a0·", "4\u00a0clashes"]


def test_what_is_brought_in_shows_a_place_even_in_a_very_low_window(open_window: Opener, tmp_path: Path) -> None:
    window = open_window.at_size(SMALL_AND_LARGE, "en")
    scene = seen(window, "bringing_in", tmp_path)
    (preview,) = open_beside(window.main)
    assert isinstance(preview, Preview)
    table = preview.table
    assert table.viewport().height() >= table.rowHeight(0)
    scene.tidy()


@pytest.mark.parametrize("language", offered())
def test_all_that_a_sheet_would_change_is_seen_at_once(language: Language, open_window: Opener, tmp_path: Path) -> None:
    window = open_window.at_size((1024, 768, 100), language)
    scene = seen(window, "desk_sheet", tmp_path)
    (sheet,) = open_beside(window.main)
    assert isinstance(sheet, ImportSheet)
    assert sheet.changes.horizontalScrollBar().maximum() == 0
    for row in range(sheet.changes.rowCount()):
        assert sheet.changes.rowHeight(row) >= sheet.changes.sizeHintForRow(row)
    scene.tidy()


def test_a_line_that_says_nought_of_every_plan_is_not_compared() -> None:
    quiet = [replace(each, load=0) for each in (CHEAP, DEAR)]
    assert worth_comparing([CHEAP, DEAR]) == MEASURES
    assert [each.attribute for each in MEASURES if each not in worth_comparing(quiet)] == ["load"]
    assert worth_comparing([quiet[0], DEAR]) == MEASURES
