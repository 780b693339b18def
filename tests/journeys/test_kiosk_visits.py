"""Whole visits at the kiosk, by touch alone, through the names that a screen reader says."""

import pytest
from PySide6.QtTest import QTest

from jz_travel.domain.places import PlaceId
from jz_travel.ui.kiosk.where import Sight
from tests.ui.kiosk_hands import UPRIGHT, WIDE, Screens, Visitor

BOTH = pytest.mark.parametrize("size", [UPRIGHT, WIDE], ids=["upright", "wide"])


def planned(visitor: Visitor) -> list[str]:
    return [stop.place for stop in visitor.kiosk.window.sitting.session.trip.stops()]


@BOTH
def test_three_touches_lead_from_the_attract_page_to_a_trip(screens: Screens, size: tuple[int, int]) -> None:
    visitor = screens(size)
    visitor.touch("触摸开始", "安排我的行程", "开始安排")
    visitor.wait_for_plan()
    assert planned(visitor)
    assert visitor.sees("开放时间、路程和用餐都已逐一核对")


@BOTH
def test_a_wish_a_longer_visit_and_paper_codes_to_take_along(screens: Screens, size: tuple[int, int]) -> None:
    visitor = screens(size)
    visitor.touch("触摸开始", "看什么", "太极", "陈家沟", "我想去", "安排我的行程", "2 天", "3 天", "开始安排")
    visitor.wait_for_plan()
    assert "chenjiagou" in planned(visitor)
    assert len(visitor.kiosk.window.sitting.session.trip.days) == 3
    visitor.touch("带走行程")
    assert visitor.sees("用手机扫码")
    visitor.touch("第 2 天")
    visitor.touch("首页")
    assert visitor.sees("您想做什么？")


def test_an_english_visitor_finds_out_why_a_place_is_missing_and_gets_it(screens: Screens) -> None:
    visitor = screens()
    visitor.touch("English")
    visitor.touch("Plan my visit", "Plan")
    visitor.wait_for_plan()
    visitor.touch("Why not …?")
    sitting = visitor.kiosk.window.sitting
    left = [each for each in sitting.left_out() if each.fixes]
    order = sorted(sitting.left_out(), key=lambda each: sitting.city.catalogue[each.place].tier)
    assert left
    visitor.touch(sitting.city.catalogue[order[0].place].short.en)
    fix = next(name for name in visitor.names() if name not in {"More about it", "Back", "Start page", "Large letters",
               "Easier to use", "English", "简体中文"})  # fmt: skip
    visitor.touch(fix)
    visitor.wait_for_plan()
    assert order[0].place in planned(visitor)


def test_the_day_shows_ways_meals_and_where_the_night_is(screens: Screens) -> None:
    visitor = screens()
    visitor.touch("触摸开始", "安排我的行程", "开始安排")
    visitor.wait_for_plan()
    day = visitor.kiosk.window.sitting.session.schedule.days[0]
    assert day.meals
    assert day.destination
    assert visitor.sees("午餐")
    assert visitor.sees("公里")
    visitor.touch(next(name for name in visitor.names() if "夜宿" in name))
    assert visitor.kiosk.window.sitting.where == Sight(day.destination)
    assert visitor.sees(visitor.kiosk.look.words.name(visitor.kiosk.city.catalogue[day.destination]))


def test_first_letters_find_a_mountain_without_an_input_method(screens: Screens) -> None:
    visitor = screens()
    visitor.touch("触摸开始", "看什么", "拼音首字母查找", "Y", "T", "S")
    visitor.touch("云台山")
    assert visitor.sees("云台山风景名胜区")


@BOTH
def test_the_whole_trip_can_be_changed_without_dragging(screens: Screens, size: tuple[int, int]) -> None:
    visitor = screens(size)
    visitor.touch("触摸开始", "安排我的行程", "2 天", "3 天", "开始安排")
    visitor.wait_for_plan()
    before = planned(visitor)
    stop = next(name for name in visitor.names() if "  " in name)
    visitor.touch(stop)
    visitor.touch("不去这里")
    visitor.wait_for_plan()
    assert before[0] not in planned(visitor)
    visitor.touch("调整")
    visitor.touch("少玩一天")
    visitor.wait_for_plan()
    assert len(visitor.kiosk.window.sitting.session.trip.days) == 2


def test_at_the_desk_a_question_becomes_a_sheet_of_paper(screens: Screens, a_printer: "Printed") -> None:  # noqa: F821
    from jz_travel.domain.policy import Start

    visitor = screens(WIDE, start=Start.PLAN, counsellor=True, printer="front")
    visitor.touch("触摸开始", "3 天", "带老人", "历史", "开始安排")
    visitor.wait_for_plan()
    visitor.touch("打印一页")
    visitor.kiosk.window.sitting.tasks.wait()
    assert a_printer.documents()[0].startswith(b"%PDF")
    assert visitor.sees("请从打印机取走纸张")
    assert a_printer.cancelled() == []
    visitor.kiosk.window.start_over("idle")
    QTest.qWait(50)
    assert a_printer.cancelled() == ["front-0"]


def test_a_printer_that_is_gone_is_said_and_nothing_breaks(screens: Screens, a_printer: "Printed") -> None:  # noqa: F821
    visitor = screens(printer="gone")
    visitor.touch("触摸开始", "安排我的行程", "开始安排")
    visitor.wait_for_plan()
    visitor.touch("带走行程")
    visitor.touch("打印一页")
    visitor.kiosk.window.sitting.tasks.wait()
    assert visitor.sees("打印机没有响应")
    visitor.touch("首页")


def test_elders_get_three_choices_at_a_time_and_keep_them_until_they_leave(screens: Screens) -> None:
    visitor = screens()
    visitor.touch("长辈模式")
    visitor.touch("触摸开始")
    cards = [name for name in visitor.names() if name in {"看什么", "安排我的行程", "地图", "今天", "统计", "带走行程"}]
    assert len(cards) == 3
    visitor.touch("更多")
    visitor.touch("今天")
    visitor.kiosk.window.start_over("idle")
    visitor.touch("触摸开始")
    assert {"看什么", "今天", "统计"} <= set(visitor.names())


def test_without_steps_leaves_out_what_has_steps(screens: Screens) -> None:
    visitor = screens()
    visitor.touch("触摸开始", "便捷使用", "不走台阶", "首页", "安排我的行程", "开始安排")
    visitor.wait_for_plan()
    assert visitor.kiosk.window.sitting.session.trip.request is not None
    assert visitor.kiosk.window.sitting.session.trip.request.party.step_free
    assert PlaceId("zhuyufeng") not in planned(visitor)
