"""Another language, theme or text size while the window is open: nothing that was there is lost."""

import logging
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from jz_travel.store.settings import Settings, read_settings, write_settings
from jz_travel.ui.app import Window
from jz_travel.ui.style.look import CLEAR_TEXT
from jz_travel.words import offered
from tests.ui.hands import Opener, column, found, looks_for, place_list, search_field, stop_at, stop_list


def shown_texts(window: Window) -> set[str]:
    texts = set()
    for widget in window.main.findChildren(QWidget):
        for name in ("text", "title", "placeholderText"):
            told = getattr(widget, name, None)
            if callable(told) and isinstance(said := told(), str) and said and widget.isVisible():
                texts.add(said)
    return texts


def has_chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def test_changing_the_language_keeps_everything(window: Window) -> None:
    stop = stop_at(window, "chenjiagou")
    window.edits.add_day()
    looks_for(window, "陈家")
    window.main._show_stop(stop)
    before, selection, places = window.session.trip, window.session.selection, found(window)
    for language in ("en", "zh-Hans"):
        next(each for each in window.main.actions_.languages.actions() if each.data() == language).trigger()
        assert window.look.words.language == language
        assert window.session.trip == before
        assert window.session.selection == selection
        assert search_field(window).text() == "陈家"
        assert found(window) == places
        assert window.session.undo_stack.canUndo()
        assert window.main.details.place == "chenjiagou"
        assert stop_list(window, 2).currentIndex().row() == 0
    window.main.actions_.undo.trigger()
    assert len(window.session.trip.days) == 2


def test_in_english_only_the_names_of_other_languages_are_not_english(open_window: Opener) -> None:
    window = open_window(Settings(language="en", theme="light"))
    window.open_trip.open_sample()
    chinese = {text for text in shown_texts(window) if has_chinese(text)}
    assert chinese <= {window.look.words.language_name(each) for each in offered()}


def test_in_chinese_the_window_says_nothing_in_english(window: Window) -> None:
    assert "Itinerary" not in shown_texts(window)
    assert window.look.words.say("Itinerary") in shown_texts(window)


def test_every_word_is_translated(window: Window, caplog: pytest.LogCaptureFixture) -> None:
    """Opening everything in Chinese logs no missing translation."""
    with caplog.at_level(logging.WARNING, "jz_travel"):
        window.open_trip.open_sample()
        for action in ("keys", "about", "trips", "versions"):
            getattr(window.main.actions_, action).trigger()
        for place in ("yuntaishan", "chenjiagou", "jiaozuo_rail", "zhuyufeng"):
            window.main.left.show_details(place)
        for day in window.session.trip.days:
            window.main._menus.day_menu(day.id)
        for stop in window.session.trip.stops():
            window.main._menus.stop_menu(stop.id)
        window.edits.remove(next(window.session.trip.stops()).id)
    assert [record.getMessage() for record in caplog.records] == []


def test_light_and_dark_change_all_colours(window: Window) -> None:
    light = window.main.grab().toImage().pixelColor(2, 2)
    window.main.actions_.theme.trigger()
    dark = window.main.grab().toImage().pixelColor(2, 2)
    assert light.lightness() > 200
    assert dark.lightness() < 70
    window.main.actions_.theme.trigger()
    assert window.main.grab().toImage().pixelColor(2, 2) == light


def test_large_letters_stay_large_by_night(window: Window) -> None:
    window.look.choose("clear")
    window.main.actions_.theme.trigger()
    assert window.look.theme.dark
    assert window.look.theme.text_percent == CLEAR_TEXT


def test_an_icon_follows_the_theme(window: Window) -> None:
    icon = window.look.icon("heart")
    light = icon.pixmap(64, 64).toImage()
    window.look.wear("dark")
    assert icon.pixmap(64, 64).toImage() != light


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_large_text_fits(percent: int, window: Window, qapp: Any) -> None:
    window.look.wear("light", percent)
    qapp.processEvents()
    for button in window.main.header.findChildren(QWidget):
        if button.isVisible() and hasattr(button, "text") and button.text():
            assert button.height() >= button.fontMetrics().height()
    places = place_list(window)
    assert places.visualRect(places.model().index(0, 0)).height() >= 3 * 13 * percent // 100
    board = window.main.board.width()
    assert column(window, 1).width() >= min(window.look.theme.px(240), board - 40)  # never wider than what is seen


def test_the_chosen_text_size_is_checked_in_the_menu(window: Window) -> None:
    sizes = {action.data(): action for action in window.main.actions_.text_sizes.actions()}
    sizes["150"].trigger()
    assert window.look.theme.text_percent == 150
    assert [size for size, action in sizes.items() if action.isChecked()] == ["150"]


def test_the_window_comes_back_as_it_was_left(open_window: Opener) -> None:
    window = open_window()
    window.look.speak("en")
    window.look.wear("dark", 125)
    write_settings(open_window.folders.settings, window.main.settings(Settings()))
    open_window.close(window)
    settings, wrong = read_settings(open_window.folders.settings)
    assert wrong == ()
    again = open_window(settings)
    assert again.look.words.language == "en"
    assert (again.look.theme.name, again.look.theme.text_percent) == ("dark", 125)
