"""Each thing that people come to the kiosk for, from the attract page to the end, by touch and by names alone."""

import pytest
from PySide6.QtCore import QPoint

from jz_travel.domain.places import PlaceId
from jz_travel.kiosk.pin import hashed
from jz_travel.ui.kiosk import where as at
from tests.ui.kiosk_hands import UPRIGHT, WIDE, Screens, Visitor, wait_until

BOTH = pytest.mark.parametrize("size", [UPRIGHT, WIDE], ids=["upright", "wide"])
PLANNING = ("触摸开始", "安排我的行程", "开始安排")


def planned(visitor: Visitor) -> list[str]:
    return [stop.place for stop in visitor.kiosk.window.sitting.session.trip.stops()]


def plan(visitor: Visitor, *touches: str) -> None:
    for name in touches:
        visitor.touch(name)
    visitor.wait_for_plan()


def look_for(visitor: Visitor, name: str, more: str = "更多") -> None:
    """Turn pages until there it is, and touch it."""
    while name not in visitor.names():
        visitor.touch(more)
    visitor.touch(name)


# Looking around


@pytest.mark.map
@BOTH
def test_a_place_is_touched_on_the_map_read_about_and_wished(screens: Screens, size: tuple[int, int]) -> None:
    visitor = screens(size)
    visitor.touch("触摸开始", "地图")
    visitor.touch_pin("陈家沟")
    wait_until(lambda: visitor.sees("陈家沟景区"), "the map did not tell what was touched")
    visitor.touch("我想去")
    visitor.touch("了解更多")
    assert visitor.sees("今天开放")
    assert visitor.sees("陈氏太极拳")
    visitor.touch("返回")
    assert visitor.kiosk.window.sitting.where == at.OnMap(PlaceId("chenjiagou"))
    assert "已加入想去" in visitor.names()


@BOTH
def test_today_tells_of_light_and_load_and_leads_to_what_is_open_now(screens: Screens, size: tuple[int, int]) -> None:
    visitor = screens(size)
    visitor.touch("触摸开始", "今天")
    for said in ("2026年9月30日 星期三", "日出", "日落", "（估算）", "下个假期", "现在（10:20）开放"):
        assert visitor.sees(said), said
    visitor.touch("青天河")
    assert visitor.sees("青天河风景名胜区")
    visitor.touch("返回")
    visitor.touch("更多")
    assert visitor.sees("2 / ")


@BOTH
def test_each_number_of_the_statistics_says_where_it_comes_from(screens: Screens, size: tuple[int, int]) -> None:
    visitor = screens(size)
    visitor.touch("触摸开始", "统计")
    visitor.touch("685.93万人次")
    assert visitor.sees("原文数字")
    assert visitor.sees("来源：")
    visitor.touch("97.99万人次")
    assert visitor.sees("算式：")
    for part, said in (("历年", "统计口径不同"), ("同口径", "日均数由公布的总量推算"), ("城市数字", "5A级景区")):
        visitor.touch(part)
        assert visitor.sees(said), part
    visitor.touch("2.82%")
    assert visitor.sees("来源：")


def test_letters_that_name_nothing_are_taken_back_one_by_one(screens: Screens) -> None:
    visitor = screens()
    visitor.touch("触摸开始", "看什么", "拼音首字母查找", "C", "J", "G", "Q")
    assert visitor.sees("没有找到地点")
    visitor.touch("删除")
    visitor.touch("陈家沟")
    assert visitor.sees("陈家沟景区")


# Planning


def test_what_was_changed_is_taken_back(screens: Screens) -> None:
    visitor = screens()
    plan(visitor, *PLANNING)
    before = planned(visitor)
    plan(visitor, "调整", "多玩一天")
    assert len(visitor.kiosk.window.sitting.session.trip.days) == 3
    visitor.touch("调整", "撤销")
    assert planned(visitor) == before


def test_every_question_of_a_plan_has_an_answer_that_is_touched(screens: Screens) -> None:
    visitor = screens()
    visitor.touch("触摸开始", "安排我的行程")
    for asks, answers in (
        ("今天", "下个星期六"), ("2 天", "1 天"), ("焦作站", "修武西站"), ("两个大人", "带孩子"), ("均衡", "轻松"),
    ):  # fmt: skip
        visitor.touch(asks)
        visitor.touch(answers)
        if answers not in visitor.names():
            visitor.touch("好了")
        assert answers in visitor.names()
    for name in ("都看一点", "太极", "历史", "好了"):
        look_for(visitor, name)
    plan(visitor, "开始安排")
    asked = visitor.kiosk.window.sitting.session.trip.request
    assert asked is not None
    assert (asked.starts.isoformat(), asked.days, asked.arrival) == ("2026-10-10", 1, "xiuwuxi_rail")
    assert (asked.party.children, asked.pace.value, len(asked.themes)) == (1, "relaxed", 2)


def test_of_today_only_the_hours_that_are_left_are_planned(screens: Screens) -> None:
    visitor = screens()
    plan(visitor, *PLANNING)
    first = visitor.kiosk.window.sitting.session.schedule.days[0]
    assert first.date == screens.moment.date()
    assert first.starts >= screens.moment.replace(tzinfo=first.starts.tzinfo)


def test_a_language_that_is_chosen_midway_keeps_the_trip(screens: Screens) -> None:
    visitor = screens()
    plan(visitor, *PLANNING)
    before = planned(visitor)
    for language, said in (
        ("English", "Every opening time, way and meal was checked."), ("日本語", "2026年9月30日"),
        ("한국어", "2026년 9월 30일"), ("繁體中文", "調整"), ("简体中文", "调整"),
    ):  # fmt: skip
        visitor.touch(language)
        assert visitor.sees(said), language
    assert planned(visitor) == before


# Taking along


@BOTH
def test_codes_a_sheet_a_booklet_and_a_slip_are_one_touch_each(
    screens: Screens,
    size: tuple[int, int],
    a_printer: "Printed",  # noqa: F821
) -> None:
    visitor = screens(size, printer="front", receipt_printer="front")
    plan(visitor, *PLANNING)
    visitor.touch("带走行程")
    assert visitor.sees("用手机扫码")
    for number, name in enumerate(("打印一页", "打印手册", "打印小票"), start=1):
        visitor.touch(name)
        visitor.kiosk.window.sitting.tasks.wait()
        assert visitor.sees("请从打印机取走纸张"), name
        assert len(a_printer.documents()) == number
    visitor.touch("第 2 天")
    visitor.touch("行程")
    assert visitor.sees("整个行程")


# Easier


@BOTH
def test_an_elder_plans_and_takes_the_trip_along_three_choices_at_a_time(
    screens: Screens, size: tuple[int, int]
) -> None:
    visitor = screens(size)
    visitor.touch("长辈模式", "触摸开始", "安排我的行程")
    for asks, answers in (("2 天", "3 天"), ("均衡", "轻松")):
        look_for(visitor, asks)
        look_for(visitor, answers)
    plan(visitor, "开始安排")
    assert len(visitor.kiosk.window.sitting.session.trip.days) == 3
    visitor.touch("第 3 天")
    visitor.touch("带走行程")
    assert visitor.sees("用手机扫码")


def test_contrast_and_calm_are_switched_on_and_off_again(screens: Screens) -> None:
    visitor = screens()
    visitor.touch("触摸开始", "便捷使用", "高对比度", "减少动画")
    sitting = visitor.kiosk.window.sitting
    assert visitor.kiosk.look.theme.name == "contrast"
    assert sitting.comfort.still
    visitor.touch("高对比度", "减少动画")
    assert visitor.kiosk.look.theme.name == "light"
    assert not sitting.comfort.still


# Going on, and staff


def test_somebody_who_reads_slowly_goes_on_where_they_were(screens: Screens) -> None:
    visitor = screens()
    visitor.touch("English")
    plan(visitor, "Plan my visit", "Plan")
    before = planned(visitor)
    life = visitor.kiosk.window.life
    life._since -= 61
    life.tick()
    assert visitor.sees("Are you still there?")
    assert visitor.sees("In 15 seconds everything you did here is wiped.")
    assert visitor.names() == ["Go on"]
    visitor.touch("Go on")
    assert visitor.sees("Wednesday, 30 September 2026")
    assert planned(visitor) == before


@BOTH
def test_staff_look_after_the_screen_clean_it_and_give_it_back(screens: Screens, size: tuple[int, int]) -> None:
    visitor = screens(size, pin=hashed("4711"))
    for turn in ("清洁屏幕", "交还游客使用"):
        for _ in range(5):
            visitor.touch_at(QPoint(20, 20))
        visitor.touch(*"4712", "删除", "1", "确定")
        for said in ("本机状态", "资料截至", "剩余磁盘", "最近错误"):
            assert visitor.sees(said), said
        visitor.touch("从U盘更新资料")
        assert visitor.sees("没有找到带数据包的U盘")
        visitor.touch(turn)
        if turn == "清洁屏幕":
            assert visitor.names() == []
            visitor.touch_at(QPoint(500, 900))
            assert visitor.sees("现在触摸无效")
            visitor.kiosk.window.page.ended.emit()  # type: ignore[attr-defined]
        assert visitor.sees("触摸开始")


@BOTH
def test_at_the_desk_every_answer_is_on_one_page_and_the_paper_one_touch_further(
    screens: Screens,
    size: tuple[int, int],
    a_printer: "Printed",  # noqa: F821
) -> None:
    visitor = screens(size, counsellor=True, printer="front", language="en")
    plan(visitor, "Touch to begin", "Plan my visit", "Tomorrow", "1 day", "Students", "Packed", "Tai chi", "Plan")
    assert planned(visitor)
    visitor.touch("Print one page")
    visitor.kiosk.window.sitting.tasks.wait()
    assert visitor.sees("Take your paper from the printer.")
    assert len(a_printer.documents()) == 1
