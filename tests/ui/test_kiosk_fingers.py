"""Fingers as they are: two at once, a palm, a slide, a long press, a double tap."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jz_travel.domain.places import Theme
from jz_travel.kiosk.pin import hashed
from jz_travel.ui.kiosk import where as at
from tests.ui.kiosk_hands import UPRIGHT, WIDE, Screens, Visitor

LETTERS = pytest.mark.parametrize("elder", [False, True], ids=["usual", "elder"])


def spot(visitor: Visitor, name: str) -> QPoint:
    target = next(each for each in visitor.targets() if each.accessibleName() == name)
    return target.mapTo(visitor.window, target.rect().center())


class Hand:
    """Several fingers on one glass, each with its number."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self._down: dict[int, QPoint] = {}

    def _tell(self, finger: int, what: str, at: QPoint) -> None:
        handle = self._visitor.window.windowHandle()
        touch = QTest.touchEvent(handle, self._visitor._touching)
        for other in self._down:
            if other != finger:
                touch.stationary(other)
        getattr(touch, what)(finger, at, handle)
        touch.commit()
        QApplication.processEvents()

    def press(self, finger: int, at: QPoint) -> None:
        self._tell(finger, "press", at)
        self._down[finger] = at

    def move(self, finger: int, at: QPoint) -> None:
        self._tell(finger, "move", at)
        self._down[finger] = at

    def lift(self, finger: int) -> None:
        self._tell(finger, "release", self._down[finger])
        del self._down[finger]


def in_english(screens: Screens, elder: bool = False, size: tuple[int, int] = UPRIGHT) -> Visitor:
    visitor = screens(size, language="en")
    if elder:
        visitor.touch("Large letters")
    visitor.touch("Touch to begin")
    return visitor


@LETTERS
def test_a_palm_on_the_glass_keeps_no_other_finger_from_choosing(screens: Screens, elder: bool) -> None:
    visitor = in_english(screens, elder)
    hand = Hand(visitor)
    hand.press(0, QPoint(540, 200))
    hand.press(1, spot(visitor, "What to see"))
    hand.lift(1)
    assert visitor.kiosk.window.sitting.where == at.See()
    hand.lift(0)
    assert visitor.kiosk.window.sitting.where == at.See()


def test_of_two_fingers_on_two_cards_the_first_one_that_is_lifted_chooses(screens: Screens) -> None:
    visitor = in_english(screens)
    hand = Hand(visitor)
    hand.press(0, spot(visitor, "Map"))
    hand.press(1, spot(visitor, "What to see"))
    hand.lift(1)
    hand.lift(0)
    QTest.qWait(50)
    assert visitor.kiosk.window.sitting.where == at.See()


@LETTERS
def test_a_finger_that_slides_off_chooses_nothing(screens: Screens, elder: bool) -> None:
    visitor = in_english(screens, elder)
    hand = Hand(visitor)
    start = spot(visitor, "What to see")
    for finger in (0, 1):
        if finger:
            hand.press(0, QPoint(540, 200))
        hand.press(finger, start)
        hand.move(finger, QPoint(start.x(), 300))
        hand.lift(finger)
        assert visitor.kiosk.window.sitting.where == at.Home()


def test_a_long_press_is_a_touch_and_nothing_else(screens: Screens) -> None:
    visitor = in_english(screens)
    hand = Hand(visitor)
    hand.press(0, spot(visitor, "Today"))
    QTest.qWait(1_200)
    assert visitor.kiosk.window.sitting.where == at.Home()
    hand.lift(0)
    assert visitor.kiosk.window.sitting.where == at.Today()


@LETTERS
def test_a_double_tap_does_what_one_tap_does(screens: Screens, elder: bool) -> None:
    visitor = in_english(screens, elder)
    there = spot(visitor, "What to see")
    visitor.touch_at(there)
    visitor.touch_at(there + QPoint(6, -4))
    assert visitor.kiosk.window.sitting.where == at.See()


def test_the_same_thing_may_be_touched_as_fast_as_one_likes(screens: Screens) -> None:
    visitor = in_english(screens)
    visitor.touch("What to see", "Find by first letters", "Q", "Q", "Q")
    assert visitor.kiosk.window.sitting.typed == "qqq"
    visitor.touch("Back")
    visitor.touch("Back")
    assert visitor.kiosk.window.sitting.where == at.Home()


def across(start: QPoint) -> QPoint:
    return start - QPoint(260, 10)


def upwards(start: QPoint) -> QPoint:
    return start - QPoint(8, 260)


@pytest.mark.parametrize("size", [UPRIGHT, WIDE], ids=["upright", "wide"])
@pytest.mark.parametrize("way", [across, upwards])
def test_whoever_swipes_over_the_cards_turns_to_the_next_ones_and_back(
    screens: Screens, size: tuple[int, int], way: Callable[[QPoint], QPoint]
) -> None:
    visitor = in_english(screens, size=size)
    visitor.kiosk.window.sitting.go(at.See(Theme.NATURE))
    QApplication.processEvents()
    hand = Hand(visitor)
    start = spot(visitor, "Hongshi Gorge")
    for begin, end, said in ((start, way(start), "2 / 5"), (way(start), start, "1 / 5")):
        hand.press(0, begin)
        hand.move(0, (begin + end) / 2)
        hand.move(0, end)
        hand.lift(0)
        assert visitor.sees(said)
        assert visitor.kiosk.window.sitting.where == at.See(Theme.NATURE)


def test_the_way_for_staff_takes_five_touches_and_not_four(screens: Screens) -> None:
    visitor = screens(pin=hashed("4711"))
    visitor.touch("触摸开始")
    for _ in range(4):
        visitor.touch_at(QPoint(20, 20))
    assert not visitor.sees("工作人员")
    visitor.touch_at(QPoint(20, 20))
    assert visitor.sees("工作人员")
