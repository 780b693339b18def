"""What a visitor fills in and chooses from: dates as they are written, texts that say when they go on, ticks, order."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QStyle, QStyleOptionComboBox, QToolButton, QVBoxLayout, QWidget

from jz_travel.domain.places import Kind, PlaceId
from jz_travel.domain.texts import Language
from jz_travel.store.settings import Settings
from jz_travel.ui.app import Window
from jz_travel.ui.bureau.fields import day_field
from jz_travel.ui.days.column import DayColumn
from jz_travel.ui.parts.widgets import Combo, button
from tests.ui.hands import Opener, first_trip, press

WRITTEN: dict[Language, str] = {
    "en": "Thu 5 Nov 2026", "zh-Hans": "2026年11月5日 周四", "zh-Hant": "2026年11月5日 週四",
    "ja": "2026年11月5日（木）", "ko": "2026년 11월 5일 (목)",
}  # fmt: skip


@pytest.mark.parametrize("language", WRITTEN)
def test_a_date_is_written_as_people_write_it_and_follows_the_language(window: Window, language: Language) -> None:
    field = window.planning.rooms.panel.form.starts
    field.setDate(QDate(2026, 11, 5))
    window.look.speak("ja" if language == "en" else "en")
    window.look.speak(language)
    assert field.text() == WRITTEN[language]
    assert day_field(date(2026, 11, 5), window.look).text() == WRITTEN[language]


@pytest.mark.parametrize("language", WRITTEN)
def test_a_calendar_has_month_and_year_in_the_order_of_the_language(window: Window, language: Language) -> None:
    window.look.speak("ja" if language == "en" else "en")
    window.look.speak(language)
    for calendar in (window.main.header._calendar, window.planning.rooms.panel.form.starts.calendarWidget()):
        calendar.resize(calendar.sizeHint())
        calendar.grab()
        year, month = (calendar.findChild(QToolButton, f"qt_calendar_{part}button") for part in ("year", "month"))
        assert (year.x() > month.x()) is (language == "en")


@pytest.mark.parametrize("language", WRITTEN)
def test_a_day_is_typed_and_the_weekday_follows(window: Window, language: Language) -> None:
    window.look.speak(language)
    window.main.actions_.plan.trigger()
    field = window.planning.rooms.panel.form.starts
    field.setDate(QDate(2026, 11, 5))
    keys = (
        (Qt.Key.Key_2, Qt.Key.Key_7) if language == "en" else (Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_2, Qt.Key.Key_7)
    )
    field.setFocus(Qt.FocusReason.TabFocusReason)
    for key in keys:  # the day comes first in English, the year in the others
        QTest.keyClick(field, key)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.date() == (QDate(2026, 11, 27) if language == "en" else QDate(2027, 11, 5))
    assert window.look.words.weekday(field.date().toPython(), short=True) in field.text()


def test_who_comes_backwards_does_not_type_into_the_weekday(window: Window) -> None:
    window.main.actions_.plan.trigger()
    field = window.planning.rooms.panel.form.starts
    field.setDate(QDate(2026, 11, 5))
    field.setFocus(Qt.FocusReason.BacktabFocusReason)
    QTest.keyClick(field, Qt.Key.Key_2)
    QTest.keyClick(field, Qt.Key.Key_7)
    assert field.date() == QDate(2026, 11, 27)


def test_a_choice_without_room_says_that_its_text_goes_on(window: Window) -> None:
    """It looks just as one whose text is that short by itself."""
    whole, shortened = Combo(), Combo()
    holder = QWidget(window.main)
    column = QVBoxLayout(holder)
    for each in (whole, shortened):
        each.setFixedWidth(120)
        column.addWidget(each)
    whole.addItem("Day 2 · Thursday 26 November")
    holder.show()
    QApplication.processEvents()
    seen = []
    for length in range(1, len(whole.itemText(0))):
        shortened.clear()
        shortened.addItem(f"{whole.itemText(0)[:length].rstrip()}…")
        fits = shortened.sizeHint().width() <= shortened.width()
        seen.append(fits and whole.grab().toImage() == shortened.grab().toImage())
    assert any(seen)
    holder.deleteLater()


# Menus


def entry(menu: QMenu, text: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == text)


def test_the_menu_of_a_day_says_whether_lunch_is_planned(window: Window) -> None:
    day = window.session.trip.days[0].id
    for wanted in (True, False):
        lunch = entry(window.main._menus.day_menu(day), window.look.words.say("Time for lunch"))
        assert (lunch.isCheckable(), lunch.isChecked()) == (True, wanted)
        assert lunch.icon().isNull(), "it would stand where the tick is"
        lunch.trigger()


def groups_of(menu: QMenu) -> list[list[str]]:
    """The choices between the lines of a menu."""
    groups: list[list[str]] = [[]]
    for each in menu.actions():
        groups.append([]) if each.isSeparator() else groups[-1].append(each.text().replace("&&", "&"))
    return [group for group in groups if group]


@pytest.mark.parametrize("language", ["en", "zh-Hans", "ja"])
def test_a_night_is_spent_in_a_bed_or_a_town_and_never_at_a_station(window: Window, language: Language) -> None:
    window.look.speak(language)
    words, catalogue = window.look.words, window.session.catalogue
    menu = window.main._menus.day_menu(window.session.trip.days[0].id)
    below = entry(menu, words.say("Night after this day")).menu()
    assert isinstance(below, QMenu)
    named = {words.name(place): place for place in catalogue if place.is_base}
    undecided, beds, folded = groups_of(below)
    assert undecided == [words.say("Not decided")]
    assert {named[name].kind for name in beds} == {Kind.STAY}
    assert beds == sorted(beds, key=lambda name: words.sort_key(name, named[name].pinyin))
    assert folded == [words.say("Towns")]
    towns = entry(below, folded[0]).menu()
    assert isinstance(towns, QMenu)
    assert {named[each.text()].kind for each in towns.actions()} == {Kind.TOWN}
    assert [each.text() for each in below.actions() if each.isChecked()] == [words.name(catalogue.get("stay_city"))]


def test_a_trip_begins_at_a_station_that_people_come_through_and_what_is_chosen_stands_first(window: Window) -> None:
    say, day = window.look.words.say, window.session.trip.days[0].id
    begins = entry(window.main._menus.day_menu(day), say("Trip begins at")).menu()
    assert isinstance(begins, QMenu)
    _, usual, folded = groups_of(begins)
    assert {"焦作站", "修武西站", "郑州东站"} <= set(usual)
    assert "月山站" not in usual
    assert folded == ["更多车站", "住宿", "城镇"]
    more = entry(begins, "更多车站").menu()
    assert isinstance(more, QMenu)
    entry(more, "月山站").trigger()
    assert window.session.trip.arrival == "yueshan_rail"
    begins = entry(window.main._menus.day_menu(day), say("Trip begins at")).menu()
    assert isinstance(begins, QMenu)
    assert groups_of(begins)[1] == ["月山站"]
    assert [each.text() for each in begins.actions() if each.isChecked()] == ["月山站"]


def test_nobody_is_asked_to_sleep_every_night_at_a_station(window: Window) -> None:
    say = window.look.words.say

    def offered(place: str) -> bool:
        menu = window.main._menus.place_menu(PlaceId(place))
        return say("Stay here every night") in [each.text() for each in menu.actions()]

    assert offered("stay_xiuwu")
    assert not offered("jiaozuo_rail")


def test_every_bed_that_the_planner_may_suggest_can_be_asked_for(window: Window) -> None:
    """云上院子 lies where its area does."""
    box = window.planning.rooms.panel.form.more.lodging.all
    offered = [box.itemData(row) for row in range(box.count())]
    assert "yunshangyuanzi" in offered
    assert "jiaozuo_rail" not in offered


@pytest.mark.parametrize("language", ["en", "zh-Hans", "ja", "ko"])
def test_the_station_that_was_chosen_can_be_told_from_the_others_of_its_city(
    open_window: Opener, language: Language
) -> None:
    window = open_window(Settings(language=language, theme="light"))
    window.main.resize(1280, 800)
    window.main.actions_.plan.trigger()
    QApplication.processEvents()
    box = window.planning.rooms.panel.form.arrival
    box.setCurrentIndex(box.findData("zhengzhoudong_rail"))
    shown = QStyleOptionComboBox()
    box.initStyleOption(shown)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, shown, part, box)
    assert box.fontMetrics().horizontalAdvance(box.currentText()) <= room.width()


def test_a_kind_and_a_theme_of_the_same_name_are_said_once(window: Window) -> None:
    window.main.left.show_details("chenjiagou")
    said = window.main.details._what.text().split("\N{NO-BREAK SPACE}· ")
    assert len(said) == len(set(said)) > 2


# The ring of the keyboard


def test_a_panel_that_is_opened_by_mouse_shows_no_ring_and_one_opened_by_key_does(open_window: Opener) -> None:
    open_window.keep(first_trip())
    window = open_window()
    panel, pressed = window.planning.rooms.panel, button("flat", "Plan")
    pressed.setParent(window.main)
    pressed.clicked.connect(window.main.actions_.plan.trigger)
    pressed.show()
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert panel._back.hasFocus()
    assert panel._back.property("pointed")
    press(window, Qt.Key.Key_Escape)
    press(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert panel._back.hasFocus()
    assert not panel._back.property("pointed")


def test_names_that_are_read_aloud_have_the_colon_of_the_language(window: Window) -> None:
    column = window.main.board.findChildren(DayColumn)[0]
    assert column._add.accessibleName() == "第 1 天：添加地点"
    window.look.speak("en")
    assert column._add.accessibleName() == "Day 1: Add a place"
