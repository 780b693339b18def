"""The kiosk's face: it forgets, it does not let out, it survives bugs, and hands and eyes of everybody get along."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenu

from jz_travel.domain.places import PlaceId, Theme
from jz_travel.domain.policy import Ability
from jz_travel.export.cups import Job
from jz_travel.kiosk.exits import LEFT, RESTART
from jz_travel.kiosk.pin import hashed
from jz_travel.ui.kiosk import where as at
from jz_travel.ui.kiosk.app import calm
from jz_travel.ui.kiosk.life import Life, Stage
from tests.ui.kiosk_hands import UPRIGHT, WIDE, Screens, Visitor

SECOND = timedelta(seconds=1)
PAGES: tuple[at.Where, ...] = (
    at.Attract(), at.Home(), at.See(), at.See(Theme.NATURE), at.Sight(PlaceId("yuntaishan")), at.Search(), at.Plan(),
    *(at.Ask(question) for question in at.Question), at.Result(), at.Adjust(), at.WhyNot(), at.OnMap(), at.Today(),
    *(at.Statistics(part) for part in at.Part), at.TakeAlong(), at.Easier(), at.Pin(),
)  # fmt: skip


def shown(visitor: Visitor, page: at.Where) -> None:
    visitor.kiosk.window.sitting.go(page)
    QApplication.processEvents()


# Forgetting


def test_a_print_server_that_is_gone_does_not_hold_up_the_next_visitor(
    screens: Screens, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sitting = screens().kiosk.window.sitting
    sitting.jobs += [Job("front-1", "front"), Job("front-2", "front")]
    monkeypatch.setenv("PATH", str(tmp_path))
    assert sitting.is_over()


def test_after_a_minute_the_screen_asks_and_then_forgets() -> None:
    now = [0.0]
    life = Life(60 * SECOND, 15 * SECOND, lambda: now[0])
    asked: list[int] = []
    over: list[bool] = []
    life.asking.connect(asked.append)
    life.over.connect(lambda: over.append(True))
    life.begin()
    for now[0] in (30.0, 59.9):
        life.tick()
    assert asked == []
    for now[0] in (60.0, 61.0, 70.0, 74.9):
        life.tick()
    assert asked == [15, 14, 5, 1]
    assert over == []
    now[0] = 75.0
    life.tick()
    assert over == [True]
    life.stop()


def test_going_on_gives_a_whole_minute_again(screens: Screens) -> None:
    visitor = screens(idle=timedelta(seconds=10))
    visitor.touch("触摸开始")
    visitor.kiosk.window.life._since -= 11
    visitor.kiosk.window.life.tick()
    assert visitor.sees("您还在吗？")
    visitor.touch("继续")
    assert visitor.sees("您想做什么？")
    assert visitor.kiosk.window.life.stage is Stage.IN_USE


# Planning


def test_what_would_help_comes_on_the_page_that_waits_for_it(screens: Screens) -> None:
    visitor = screens()
    visitor.touch("触摸开始", "安排我的行程", "开始安排")
    visitor.wait_for_plan()
    sitting = visitor.kiosk.window.sitting
    whole, work = sitting.plan, sitting._work
    assert whole
    assert work
    left = next(each for each in sitting.left_out() if each.fixes)
    help_ = sitting.look.words.fix(left.fixes[0], whole, sitting.city.catalogue)
    sitting.is_planning = True
    work.found.emit(replace(whole, left_out=(replace(left, fixes=()),)), whole.trip)
    shown(visitor, at.WhyNot(left.place))
    assert visitor.sees("正在寻找排进去的办法…")
    assert help_ not in visitor.names()
    work.done.emit(whole, whole.trip)
    assert help_ in visitor.names()
    assert not visitor.sees("正在寻找排进去的办法…")


# Locked


def test_no_key_chord_no_second_button_and_no_window_manager_leads_out(screens: Screens) -> None:
    visitor = screens()
    visitor.touch("触摸开始")
    window = visitor.kiosk.window
    handle = window.windowHandle()
    modifier = Qt.KeyboardModifier
    held = (modifier.ControlModifier, modifier.AltModifier, modifier.MetaModifier)
    named = ("F4", "Q", "W", "Tab", "Escape", "Delete", "O", "P", "S", "F1", "F5", "F11", "F12", "Menu")
    keys = [Qt.Key[f"Key_{name}"] for name in named]
    for each in held:
        for key in keys:
            QTest.keyClick(handle, key, each)
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mouseClick(handle, button, modifier.NoModifier, QPoint(300, 900))
    assert not window.close()
    window.showMinimized()
    QApplication.processEvents()
    assert window.isVisible()
    assert not window.isMinimized()
    assert visitor.sees("您想做什么？")
    assert [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog | QMenu) and each.isVisible()
    ] == []


def knock(visitor: Visitor) -> None:
    for _ in range(5):
        visitor.touch_at(QPoint(20, 20))


def test_staff_leave_by_the_hidden_corner_and_their_pin_and_nobody_by_guessing(screens: Screens) -> None:
    visitor = screens(pin=hashed("4711"))
    knock(visitor)
    for wrong in ("1111", "2222", "3333"):
        for digit in wrong:
            visitor.touch(digit)
        visitor.touch("确定")
    for digit in "4711":
        visitor.touch(digit)
    visitor.touch("确定")
    assert visitor.sees("请等")
    assert visitor.kiosk.codes == []
    visitor.kiosk.window._guard._last -= 60
    for digit in "4711":
        visitor.touch(digit)
    visitor.touch("确定")
    visitor.touch("退出触摸屏模式")
    assert visitor.kiosk.codes == [LEFT]


def test_cleaning_makes_the_glass_deaf_and_ends_by_itself(screens: Screens) -> None:
    visitor = screens()
    window = visitor.kiosk.window
    window.start_cleaning()
    visitor.touch_at(QPoint(500, 1500))
    assert visitor.sees("正在清洁屏幕")
    window.page.ended.emit()  # type: ignore[attr-defined]
    assert visitor.sees("触摸开始")


def test_a_policy_without_statistics_offers_none(screens: Screens) -> None:
    visitor = screens(abilities=(Ability.SEE, Ability.PLAN), languages=("en",), language="en")
    visitor.touch("Touch to begin")
    assert "Statistics" not in visitor.names()
    assert "简体中文" not in visitor.names()


def test_outside_of_its_hours_the_screen_rests(screens: Screens) -> None:
    visitor = screens(opens=timedelta(hours=11), closes=timedelta(hours=12))
    visitor.kiosk.window.keep_hours()
    assert visitor.sees("屏幕休息中")
    assert visitor.names() == []
    line = next(each for each in visitor.window.findChildren(QLabel) if "屏幕休息中" in each.text())
    spots = set()
    for _ in range(20):
        visitor.kiosk.window.page.wander()  # type: ignore[attr-defined]
        spots.add(line.pos().toTuple())
        assert visitor.kiosk.window.page.rect().contains(line.geometry())
    assert len(spots) == 20
    screens.moment = screens.moment.replace(hour=11)
    visitor.kiosk.window.keep_hours()
    assert visitor.sees("触摸开始")


def test_a_night_after_visitors_the_program_starts_anew_and_not_under_their_hands(screens: Screens) -> None:
    visitor = screens(opens=timedelta(hours=9), closes=timedelta(hours=18))
    left: list[int] = []
    visitor.kiosk.window.left.connect(left.append)
    visitor.touch("触摸开始")
    screens.moment = screens.moment.replace(hour=19)
    visitor.kiosk.window.keep_hours()
    assert left == []
    visitor.kiosk.window.start_over("idle")
    visitor.kiosk.window.keep_hours()
    assert visitor.sees("屏幕休息中")
    assert left == []
    visitor.kiosk.window.keep_hours()
    assert left == [RESTART]


def test_a_night_without_visitors_leaves_the_program_running(screens: Screens) -> None:
    visitor = screens(opens=timedelta(hours=9), closes=timedelta(hours=18))
    left: list[int] = []
    visitor.kiosk.window.left.connect(left.append)
    screens.moment = screens.moment.replace(hour=19)
    for _ in range(3):
        visitor.kiosk.window.keep_hours()
    assert left == []


# Bugs


def test_a_bug_ends_at_the_attract_page_and_its_words_are_nowhere(
    screens: Screens, caplog: pytest.LogCaptureFixture
) -> None:
    visitor = screens()
    visitor.touch("触摸开始")
    error = KeyError("what the visitor typed")
    calm(visitor.kiosk)(type(error), error, None)
    QTest.qWait(50)
    assert visitor.sees("触摸开始")
    assert not any("visitor typed" in text for _, text in visitor.kiosk.troubles)
    assert "visitor typed" not in caplog.text
    assert visitor.kiosk.city.counts.total("ended", "fault") == 1


def test_one_bug_after_another_asks_for_a_new_start(screens: Screens, caplog: pytest.LogCaptureFixture) -> None:
    window = screens().kiosk.window
    gave_up: list[bool] = []
    window.gave_up.connect(lambda: gave_up.append(True))
    for _ in range(4):
        window.fault()
        QTest.qWait(20)
    assert gave_up == [True]


def test_a_turned_screen_shows_the_same_page_in_its_new_shape(screens: Screens) -> None:
    visitor = screens(UPRIGHT)
    visitor.touch("触摸开始")
    visitor.touch("看什么")
    visitor.window.resize(*WIDE)
    QTest.qWait(50)
    assert visitor.kiosk.window.page.upright is False
    assert visitor.sees("拼音首字母查找")


# Hands and eyes


def judged(visitor: Visitor, elder: bool) -> Iterator[str]:
    """What breaks a rule on the page that is shown."""
    window = visitor.window
    spots: list[tuple[str, QRect]] = []
    for each in visitor.targets():
        if not each.accessibleName():
            yield f"no name: {each}"
        spots.append((each.accessibleName(), QRect(each.mapTo(window, QPoint(0, 0)), each.size())))
    for name, spot in spots:
        if min(spot.width(), spot.height()) < 48:
            yield f"{name} is {spot.width()} x {spot.height()}"
        if not window.rect().contains(spot):
            yield f"{name} is outside at {spot}"
        if spot.top() < window.height() // 3:
            yield f"{name} is too high up, at {spot.top()}"
    for number, (name, spot) in enumerate(spots):
        for other, there in spots[number + 1 :]:
            if spot.adjusted(-7, -7, 7, 7).intersects(there):
                yield f"{name} and {other} are too close"
    cards = [each for each in visitor.targets() if type(each).__name__ == "Card"]
    if len(cards) > (3 if elder else 7):
        yield f"{len(cards)} choices"


@pytest.mark.parametrize("size", [UPRIGHT, WIDE], ids=["upright", "wide"])
@pytest.mark.parametrize("elder", [False, True], ids=["usual", "elder"])
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_page_suits_hands_and_eyes(screens: Screens, size: tuple[int, int], elder: bool, language: str) -> None:
    visitor = screens(size, language=language, printer="front", receipt_printer="slip")
    if elder:
        visitor.kiosk.window.sitting.make_easier(elder=True)
    wrong: list[str] = []
    for page in PAGES:
        shown(visitor, page)
        wrong += [f"{page}: {what}" for what in judged(visitor, elder)]
        if body := visitor.kiosk.look.theme.font("body").pixelSize() < 18:
            wrong.append(f"body text of {body}")
    assert wrong == []


def test_every_target_is_reached_by_keyboard_alone(screens: Screens) -> None:
    visitor = screens()
    visitor.touch("触摸开始")
    seen: set[str] = set()
    for _ in range(40):
        QTest.keyClick(visitor.window.windowHandle(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton):
            seen.add(focused.accessibleName())
    assert set(visitor.names()) <= seen
