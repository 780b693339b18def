"""Small screens, large text and strange names: everything stays inside, and what is needed can be pressed."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from jz_travel.domain.trip import Trip
from jz_travel.store.settings import Settings
from jz_travel.store.trips import TripDocument
from jz_travel.ui.app import TITLE_BAR, is_room_for, system_language
from jz_travel.words import Words, offered
from tests.gallery.scene import Scene, open_beside
from tests.gallery.views import every_view
from tests.ui.hands import Opener, first_trip, name_field, stop_at

SMALLEST, LARGE_TEXT, BOTH = (800, 480, 100), (1024, 768, 200), (800, 480, 200)
VIEWS = (
    "empty", "sample", "fourteen_days", "filters", "stop_editor", "plan_unfolded", "statistics_golden_week",
    "statistics_bureau", "own_figure", "import_sheet", "bringing_in", "map_sources", "packs", "own_place", "online",
    "trips", "versions", "keys", "about", "open_code", "no_wishes", "plan_form_end", "day_hours", "day_note",
    "desk_sheet", "desk_closure", "desk_load",
)  # fmt: skip
STRANGE = {
    "long": "山" * 200,
    "long words": "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch" * 3,
    "right to left": "رحلة إلى جياوزو – טיול לג'יאוצו",
    "emoji": "🏔️👨‍👩‍👧‍👦🥢🚄🇨🇳" * 8,
    "no glyphs": "\U0001f9ff\U00010380\ufffd\u0378",
}


def inside(window: QWidget, part: QWidget) -> bool:
    return window.rect().contains(QRect(part.mapTo(window, QPoint()), part.size()))


def pressed_at_the_foot(dialog: QDialog) -> list[QAbstractButton]:
    """The buttons that a dialogue always shows: those that do not scroll."""
    buttons = [each for each in dialog.findChildren(QAbstractButton) if each.isVisible()]
    return [each for each in buttons if each.parent() is dialog]


def test_a_first_window_hangs_out_of_no_screen(open_window: Opener) -> None:
    main = open_window().main
    screen = main.screen().availableGeometry()
    main.resize(screen.width(), screen.height() - TITLE_BAR)
    assert is_room_for(main)
    main.resize(screen.width(), screen.height())
    assert not is_room_for(main)  # its title would push its lower edge out
    main.resize(screen.width() + 1, screen.height() - TITLE_BAR)
    assert not is_room_for(main)


@pytest.mark.parametrize(
    "screen", [SMALLEST, LARGE_TEXT, BOTH], ids=["800x480", "1024x768 at 200 %", "800x480 at 200 %"]
)
def test_every_view_fits_on_a_small_screen(screen: tuple[int, int, int], open_window: Opener, tmp_path: Path) -> None:
    width, height, percent = screen
    window = open_window(Settings(language="en", theme="light", text_size=percent))
    window.main.resize(width, height)
    scene, known = Scene(window, tmp_path, draws_map=False), every_view()
    too_large: list[str] = []
    for view in VIEWS:
        scene.tidy()
        known[view](scene)
        scene.settle()
        if (window.main.width(), window.main.height()) != (width, height):
            too_large.append(f"{view}: {window.main.width()}x{window.main.height()}")
        for dialog in open_beside(window.main):
            assert isinstance(dialog, QDialog)
            if dialog.width() > width or dialog.height() > height:
                too_large.append(f"{view}: {dialog.width()}x{dialog.height()}")
            too_large += [f"{view}: {each.text()}" for each in pressed_at_the_foot(dialog) if not inside(dialog, each)]
    scene.tidy()
    assert too_large == []


@pytest.mark.parametrize("screen", [SMALLEST, LARGE_TEXT, BOTH])
def test_places_map_and_days_stand_beside_each_other(
    screen: tuple[int, int, int], open_window: Opener, tmp_path: Path
) -> None:
    width, height, percent = screen
    window = open_window(Settings(language="en", theme="light", text_size=percent))
    window.main.resize(width, height)
    Scene(window, tmp_path, draws_map=False).settle()
    parts = [window.main._parts.widget(at) for at in range(3)]
    assert all(left.geometry().right() < right.geometry().left() for left, right in pairwise(parts))
    assert parts[-1].geometry().right() < width


def test_a_low_panel_of_large_letters_shows_its_filters_whole(open_window: Opener, tmp_path: Path) -> None:
    window = open_window(Settings(language="ja", theme="light", text_size=200))
    window.main.resize(800, 480)
    window.main.places._filter_button.click()
    Scene(window, tmp_path, draws_map=False).settle()
    filters = window.main.places._filters
    fields = [filters._areas, filters._kinds, filters._open]
    assert all(above.geometry().bottom() < below.geometry().top() for above, below in pairwise(fields))
    assert all(each.height() >= each.minimumSizeHint().height() for each in fields)
    assert filters._open.sizeHint().width() <= filters.width()


def strange_trip(name: str) -> Trip:
    trip = first_trip().renamed(name[:200])
    return trip.with_stop_note(next(trip.stops()).id, name)


@pytest.mark.parametrize("name", STRANGE.values(), ids=STRANGE.keys())
def test_a_strange_name_breaks_no_layout(name: str, open_window: Opener) -> None:
    window = open_window()
    window.main.resize(800, 480)
    window.open_trip._put(TripDocument(strange_trip(name)), kept=True)
    window.main._show_stop(stop_at(window, "yuntaishan"))
    for language in offered():
        window.look.speak(language)
        window.main.grab()  # paints every glyph
        assert window.main.width() == 800
        assert name_field(window).text() == name[:200]
        assert inside(window.main, window.main.header._menu_button)


@pytest.mark.parametrize("system", [["tlh-Latn-AQ"], ["C"], [], ["zz"], ["vi-VN", "de-DE"]])
def test_a_system_in_a_language_that_nobody_has_translated_gets_english(
    system: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Locale:
        def uiLanguages(self) -> list[str]:
            return system

        def bcp47Name(self) -> str:
            return "C"

    monkeypatch.setattr("jz_travel.ui.app.QLocale.system", Locale)
    assert system_language() == "en"


@pytest.mark.parametrize(
    ("system", "spoken"),
    [
        (["vi-VN", "ko-KR", "en-US"], "ko"),
        (["de-DE", "en-GB", "zh-CN"], "en"),
        (["fr-CA", "zh-Hant-TW", "zh-TW"], "zh-Hant"),
        (["ja-JP", "en-US"], "ja"),
    ],
)
def test_the_first_language_of_the_system_that_the_program_speaks_is_taken(
    system: list[str], spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Locale:
        def uiLanguages(self) -> list[str]:
            return system

    monkeypatch.setattr("jz_travel.ui.app.QLocale.system", Locale)
    assert system_language() == spoken


def test_a_sentence_that_nobody_has_translated_is_said_in_english(caplog: pytest.LogCaptureFixture) -> None:
    assert Words("zh-Hans").say("Nobody has translated {what}.", what="this") == "Nobody has translated this."
    assert "no translation" in caplog.text
