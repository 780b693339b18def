"""The attract page and the touches that count: the first one, and one while the page changes by itself."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jz_travel.domain.places import PlaceId
from jz_travel.domain.texts import Language
from jz_travel.kiosk.freshness import Edition
from jz_travel.ui.kiosk.pages.attract import AttractPage
from jz_travel.ui.kiosk.where import Attract
from tests.ui.kiosk_hands import UPRIGHT, WIDE, Screens


@pytest.mark.parametrize("spot", [(500, 100), (500, 560), (500, 1300)], ids=["map", "heading", "words"])
def test_a_touch_anywhere_on_the_attract_page_begins(screens: Screens, spot: tuple[int, int]) -> None:
    visitor = screens()
    visitor.touch_at(QPoint(*spot))
    assert visitor.sees("您想做什么？")


@pytest.mark.parametrize("size", [UPRIGHT, WIDE], ids=["upright", "wide"])
def test_the_attract_page_has_the_shape_of_the_screen_for_every_visitor(
    screens: Screens, size: tuple[int, int]
) -> None:
    window = screens(size).kiosk.window
    for _ in range(2):
        QTest.qWait(20)
        assert window.page.upright == (size == UPRIGHT)
        window.start_over("idle")


def test_the_attract_page_points_at_places_on_the_map_and_a_visitor_finds_nothing_chosen(screens: Screens) -> None:
    visitor = screens()
    window = visitor.kiosk.window
    page = window.page
    assert isinstance(page, AttractPage)
    pointed: list[PlaceId | None] = []
    window.sitting.session.pointed.connect(lambda selection: pointed.append(selection.place))
    for number in range(12):
        page.show_slide(number)
    assert PlaceId("yuntaishan") in pointed
    visitor.touch("触摸开始")
    assert window.sitting.session.selection.place is None


@pytest.mark.parametrize("is_stale", [False, True], ids=["fresh", "stale"])
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_on_a_small_screen_the_words_end_with_a_whole_line_and_the_button_is_whole(
    screens: Screens, language: Language, is_stale: bool
) -> None:
    window = screens((1024, 768)).kiosk.window
    if is_stale:
        window.sitting.city = replace(window.sitting.city, edition=Edition("2026-01", date(2026, 1, 31)))
    window._speak(language)
    window.sitting.go(Attract())
    page = window.page
    assert isinstance(page, AttractPage)
    shortened = 0
    for number in range(12):
        page.show_slide(number)
        QApplication.processEvents()
        words, begin = page._text, page._welcome
        assert words.isHidden() or words.heightForWidth(words.width()) <= words.height()
        assert begin.geometry().bottom() <= page.rect().bottom()
        assert begin.height() >= begin.sizeHint().height()
        shortened += words.text().endswith("…")
        assert words.isHidden() or words.text() != "…"
    assert shortened


def test_a_plan_that_gets_better_does_not_take_the_page_from_under_a_finger(screens: Screens) -> None:
    visitor = screens()
    visitor.touch("触摸开始", "安排我的行程", "开始安排")
    visitor.wait_for_plan()
    window = visitor.kiosk.window
    target = next(each for each in visitor.targets() if each.accessibleName() == "带走行程")
    at_ = target.mapTo(window, target.rect().center())
    touch = QTest.touchEvent(window.windowHandle(), screens.touching)
    touch.press(0, at_, window.windowHandle()).commit()
    window.sitting.tell_anew()
    touch = QTest.touchEvent(window.windowHandle(), screens.touching)
    touch.release(0, at_, window.windowHandle()).commit()
    assert visitor.sees("用手机扫码")
