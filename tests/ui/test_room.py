"""Text takes the room it needs: nothing of it is cut off, or lies over something else, where the window or the letters
change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView

from jz_travel.domain.places import PlaceId
from jz_travel.domain.texts import Language
from jz_travel.store.settings import Settings
from jz_travel.ui.app import Window
from jz_travel.ui.days.column import DayColumn
from jz_travel.ui.days.stop_delegate import SIDE, StopDelegate
from jz_travel.ui.days.stop_list import StopList
from jz_travel.ui.days.strip import Strip, strip_lines, wrapped
from jz_travel.ui.style.look import Look
from jz_travel.words import offered
from tests.gallery.cut import faults
from tests.ui.hands import Opener, laid_out, looks_for

TALKATIVE = ("yuntaishan", "shennongshan", "chenjiagou", "hongshixia", "anshang", "fangzhiguan")
SCREENS = ((1280, 800, 100), (1280, 800, 150), (1024, 768, 200), (800, 480, 100))


def columns(window: Window) -> list[DayColumn]:
    return window.main.board.findChildren(DayColumn)


@pytest.mark.parametrize("language", offered())
def test_what_is_known_of_a_place_fits_into_its_panel(language: Language, open_window: Opener) -> None:
    """Else the paragraphs below would be given too little height, and end in the middle."""
    window = open_window(Settings(language=language, theme="light", text_size=200))
    window.main.resize(1280, 800)
    details = window.main.left.details
    for place in TALKATIVE:
        window.main.left.show_details(place)
        reading = details._scroll
        assert reading.column.totalMinimumSize().width() <= reading.viewport().width(), place


@pytest.mark.parametrize("language", offered())
@pytest.mark.parametrize("screen", [(1280, 800, 200), (800, 480, 100), (800, 480, 200)], ids=str)
def test_what_can_be_asked_of_the_planner_fits_into_its_panel(
    language: Language, screen: tuple[int, int, int], open_window: Opener
) -> None:
    window = open_window.at_size(screen, language)
    window.open_trip.open_sample()
    window.main.actions_.plan.trigger()
    panel = window.planning.rooms.panel
    panel.form.more_button.setChecked(True)
    laid_out()
    assert panel.reading.column.totalMinimumSize().width() <= panel.reading.viewport().width()
    assert list(faults(panel.form.more)) == []
    assert list(faults(panel.form)) == []


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_nothing_in_a_day_lies_over_something_else(screen: tuple[int, int, int], open_window: Opener) -> None:
    window = open_window.at_size(screen, "en")
    window.open_trip.open_sample()
    laid_out()
    assert len(columns(window)) == 3
    assert [list(faults(each)) for each in columns(window)] == [[], [], []]


@pytest.mark.parametrize(
    ("screen", "language"),
    [*(((1024, 768, 200), language) for language in offered()), *((screen, "en") for screen in SCREENS[:2])],
    ids=str,
)
def test_a_stop_says_all_of_its_name_its_times_and_the_way_there(
    screen: tuple[int, int, int], language: Language, open_window: Opener
) -> None:
    window = open_window.at_size(screen, language)
    window.open_trip.open_sample()
    laid_out()
    words = window.look.words
    for column in columns(window):
        stops = column.findChild(StopList)
        delegate = stops.itemDelegate()
        assert isinstance(delegate, StopDelegate)
        width = stops.viewport().width() - 2 * SIDE
        for index in (stops.model().index(at, 0) for at in range(stops.model().rowCount())):
            laid = delegate._laid(index, width)
            place = window.session.catalogue[laid.row.visit.place]
            assert "".join(laid.name).replace(" ", "") == words.short(place).replace(" ", "")
            assert "…" not in "".join(line for _, lines in laid.strips for line in lines)
            assert stops.visualRect(index).height() >= laid.lead + laid.card, place.id


def test_the_length_of_a_visit_stands_below_its_times_where_both_have_no_room(open_window: Opener) -> None:
    heights = {}
    for screen in ((1280, 800, 200), (1920, 800, 200)):
        window = open_window.at_size(screen, "en")
        window.open_trip.open_sample()
        laid_out()
        stops = columns(window)[0].findChild(StopList)
        delegate = stops.itemDelegate()
        assert isinstance(delegate, StopDelegate)
        for width in (200, 600):
            laid = delegate._laid(stops.model().index(0, 0), width)
            heights[laid.is_length_beside] = laid.card
        open_window.close(window)
    assert heights[False] > heights[True]


def test_a_day_ends_right_below_its_last_visit(open_window: Opener) -> None:
    """Not at the foot of the window: the way home follows from the last card as every way does."""
    window = open_window.at_size((1280, 800, 100), "en")
    window.open_trip.open_sample()
    laid_out()
    for column in columns(window):
        stops, home = column.findChild(StopList), column.findChild(Strip)
        assert stops.verticalScrollBar().maximum() == 0
        assert home.isVisible()
        last = stops.visualRect(stops.model().index(stops.model().rowCount() - 1, 0))
        end = stops.mapTo(column, last.bottomLeft()).y()
        assert 0 <= home.y() - end <= 12


@pytest.mark.parametrize("width", [90, 160, 300])
def test_the_way_home_is_as_high_as_its_lines(width: int, open_window: Opener) -> None:
    look = open_window().look
    strip, text = Strip(look), "1 h 30 min · 72.0 km · assumed, in the area"
    strip.resize(width, 10)
    strip.show_way("car", text)
    strip.grab()  # makes it find its size
    lines = strip_lines(text, look.theme, strip.width())
    assert strip.height() == look.theme.px(24) + (len(lines) - 1) * look.theme.px(17)
    strip.deleteLater()


def test_all_days_are_seen_at_once_where_a_little_less_width_is_enough(open_window: Opener) -> None:
    window = open_window.at_size((1920, 1080, 100), "en")
    window.open_trip.open_sample()
    laid_out()
    assert window.main.board._scroll.horizontalScrollBar().maximum() == 0
    window.main.resize(1280, 800)
    laid_out()
    assert window.main.board._scroll.horizontalScrollBar().maximum() > 0
    assert min(each.width() for each in columns(window)) >= 262


@pytest.mark.parametrize("language", offered())
def test_an_empty_day_shows_its_picture_where_it_does_not_push_the_words_out_of_sight(
    language: Language, open_window: Opener
) -> None:
    window = open_window.at_size((1440, 1000, 100), language)
    window.open_trip.new()
    laid_out()
    assert all(column._hint._picture.isVisible() for column in columns(window))
    for height in range(740, 1000, 10):
        window.main.resize(1280, height)
        laid_out()
        assert window.main.board._scroll.verticalScrollBar().maximum() == 0, height
    window.main.resize(800, 480)
    laid_out()
    assert not any(column._hint._picture.isVisible() for column in columns(window))


def test_a_very_low_window_makes_an_offer_before_it_shows_empty_days(open_window: Opener) -> None:
    window = open_window.at_size((1024, 768, 200), "en")
    window.open_trip.new()
    laid_out()
    assert not window.main.board.isVisible()
    assert list(faults(window.main.welcome)) == []
    window.edits.add((PlaceId("yuntaishan"),), window.session.trip.days[0].id)
    laid_out()
    assert window.main.board.isVisible()
    assert not window.main.welcome.isVisible()
    window.open_trip.new()
    window.main.resize(1280, 900)
    laid_out()
    assert window.main.board.isVisible()
    assert window.main.welcome.isVisible()


def test_filters_and_places_share_a_low_panel(open_window: Opener) -> None:
    window = open_window.at_size((1024, 768, 200), "en")
    places = window.main.places
    places._filter_button.setChecked(True)
    laid_out()
    assert list(faults(places)) == []
    assert places._list.height() >= window.look.theme.px(76), "a place is seen below the filters"
    looks_for(window, "qqqq")
    laid_out()
    assert list(faults(places._nothing)) == []
    assert not places._nothing._picture.isVisible(), "the words have the room"
    places._filter_button.setChecked(False)
    window.main.resize(1280, 1000)
    window.look.wear("light", 100)
    laid_out()
    assert places._nothing._picture.isVisible()


def test_what_the_menu_has_too_leaves_the_head_for_the_name_of_the_trip(open_window: Opener) -> None:
    window = open_window.at_size((1024, 768, 200), "en")
    header = window.main.header
    assert not header._theme.isVisible()
    assert header._language.isVisible()
    assert header._theme.defaultAction() in window.main.actions_.listed()
    window.look.wear("light", 100)
    laid_out()
    assert header._theme.isVisible()


def test_a_list_that_shows_few_lines_still_shows_one_visit(open_window: Opener) -> None:
    window = open_window.at_size((800, 480, 100), "en")
    window.open_trip.open_sample()
    laid_out()
    for column in columns(window):
        stops = column.findChild(QAbstractItemView)
        assert stops.height() >= stops.sizeHintForRow(0)


def test_a_long_day_scrolls_below_its_head(open_window: Opener) -> None:
    window = open_window.at_size((1280, 800, 100), "en")
    trip = window.session.trip
    window.edits.add(tuple(PlaceId(place) for place in TALKATIVE), trip.days[0].id)
    window.main.welcome.hide()
    laid_out()
    stops = columns(window)[0].findChild(StopList)
    assert stops.verticalScrollBar().maximum() > 0
    assert window.main.board._scroll.verticalScrollBar().maximum() == 0
    assert list(faults(columns(window)[0])) == []


def test_no_line_of_a_way_is_cut_for_a_pixel(look: Look) -> None:
    font = look.theme.font("small")
    way, metrics = "1 h 30 min · 72 km · estimate", QFontMetrics(font)
    for room in range(100, 200):
        for line in wrapped(way, look.theme, "small", room):
            assert metrics.elidedText(line.strip(), Qt.TextElideMode.ElideRight, room) == line.strip()


def test_a_name_that_is_cut_anyway_leaves_the_dates_their_words(open_window: Opener) -> None:
    window = open_window.at_size((1280, 800, 100), "en")
    header = window.main.header
    window.edits.rename("Slowly through the mountains and along the river with grandmother " * 2)
    laid_out()
    assert header._dates.text() == header._span
    window.main.resize(1000, 800)
    laid_out()
    assert header._dates.text() == ""
