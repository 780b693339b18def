"""Ways, opening hours and tickets in words."""

from dataclasses import replace
from datetime import date

import pytest

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.opening import Closure, Hours, Opening, Season
from jz_travel.domain.places import Catalogue, Place, PlaceId, Ticket
from jz_travel.domain.texts import Evidence, Source, SourceId, Text
from jz_travel.domain.travel import How, Leg, Mode, no_leg
from jz_travel.words import Words
from jz_travel.words.opening import season_dates
from tests.strategies import CITY, a_place

CHINESE, ENGLISH = Words("zh-Hans"), Words("en")
BOOK = Source(SourceId("book"), Text.alike("A road book"), "B", date="2015")
CITY_AND_BOOK = Catalogue(CITY.places, (BOOK,))
INN, MUSEUM = PlaceId("inn"), PlaceId("museum")
MONDAY = date(2026, 10, 12)
SUMMER, WINTER = Season((3, 1), (11, 30)), Season((12, 1), (2, 28))


def a_leg(how: How, metres: float | None = 24_000, evidence: Evidence | None = None) -> Leg:
    return Leg(INN, MUSEUM, minutes(35), metres, how, minutes(30), minutes(50), Mode.CAR, evidence)


def open_at(hours_of_it: Hours) -> Place:
    return replace(a_place("museum"), hours=hours_of_it)


def test_an_estimated_way_says_so() -> None:
    assert CHINESE.leg(a_leg(How.ESTIMATE)) == "35 分钟 · 24 公里 · 估算"
    assert ENGLISH.leg(a_leg(How.ESTIMATE)) == "35 min · 24 km · estimate"


def test_every_way_says_where_its_figures_come_from() -> None:
    assert ENGLISH.leg(a_leg(How.ROUTER)) == "35 min · 24.0 km · route service"
    assert len({ENGLISH.leg(a_leg(how)) for how in (How.ROUTER, How.PRINTED, How.INSIDE, How.ROUGH)}) == 4


def test_a_way_of_unknown_length_leaves_it_out() -> None:
    assert ENGLISH.leg(a_leg(How.ROUGH, metres=None)) == "35 min · rough estimate"
    assert ENGLISH.leg(a_leg(How.ESTIMATE, metres=0)) == "35 min · estimate"  # known by one corner of a street


def test_a_winter_lasts_until_the_end_of_february_also_where_it_has_28_days() -> None:
    winter = Season((11, 1), (2, 29))
    assert season_dates(ENGLISH, winter) == "1 Nov – end of Feb"
    assert season_dates(CHINESE, winter) == "11月1日至2月底"


def test_no_way_and_an_unknown_way_are_told_apart() -> None:
    assert ENGLISH.leg(no_leg(INN, INN, Mode.CAR, How.NONE)) == "Same place, no travel"
    assert ENGLISH.leg(no_leg(INN, MUSEUM, Mode.CAR, How.UNKNOWN)) == "Travel not known"


def test_a_way_is_explained_with_its_band_and_its_source() -> None:
    leg = a_leg(How.PRINTED, evidence=Evidence(BOOK.id))
    assert ENGLISH.leg_explained(leg, CITY_AND_BOOK) == (
        "inn to museum: 35 min · 24.0 km · published. By car. A source gives time or distance for this route. "
        "It may take 30 min to 50 min. Source: A road book, 2015."
    )
    assert CHINESE.leg_explained(leg, CITY_AND_BOOK) == (
        "inn至museum：35 分钟 · 24.0 公里 · 资料所载。驾车前往。这段路的时间或里程见于资料。"
        "实际可能需要 30 分钟至 50 分钟。来源：A road book，2015年。"
    )


@pytest.mark.parametrize("mode", Mode)
def test_inside_an_area_nobody_is_said_to_drive(mode: Mode) -> None:
    leg = replace(a_leg(How.INSIDE), mode=mode)
    assert ENGLISH.leg_explained(leg, CITY) == (
        "inn to museum: 35 min · 24 km · assumed, in the area. Both lie in the same area; shuttle or footpath, the "
        "time is an assumption. It may take 30 min to 50 min."
    )
    assert "驾车" not in CHINESE.leg_explained(leg, CITY)


@pytest.mark.parametrize("how", How)
@pytest.mark.parametrize("words", [ENGLISH, CHINESE], ids=["en", "zh-Hans"])
def test_every_way_can_be_explained(words: Words, how: How) -> None:
    assert words.leg(a_leg(how)) in words.leg_explained(a_leg(how), CITY)


def test_hours_with_a_last_entry() -> None:
    place = open_at(Hours((Opening(hours(6, 30), hours(18, 30), hours(17, 30)),)))
    assert CHINESE.hours_line(place, MONDAY) == "06:30–18:30，17:30 停止入园"
    assert ENGLISH.hours_line(place, MONDAY) == "06:30–18:30, last entry 17:30"


def test_brief_hours_keep_that_they_are_assumed() -> None:
    museum = open_at(Hours((Opening(hours(9), hours(17), hours(16, 30)),), assumed=True))
    assert ENGLISH.hours_line(museum, MONDAY) == "09:00–17:00, last entry 16:30 (assumed)"
    assert ENGLISH.hours_line(museum, MONDAY, brief=True) == "09:00–17:00 (assumed)"
    assert CHINESE.hours_line(museum, MONDAY, brief=True) == "09:00–17:00（暂按惯常时间）"


def test_a_break_at_noon() -> None:
    place = open_at(Hours((Opening(hours(8), hours(11, 30)), Opening(hours(14), hours(17, 30)))))
    assert CHINESE.hours_line(place, MONDAY) == "08:00–11:30；14:00–17:30"
    assert ENGLISH.hours_line(place, MONDAY) == "08:00–11:30; 14:00–17:30"


def test_hours_that_nobody_knows_are_marked() -> None:
    place = open_at(Hours((Opening(hours(8), hours(18)),), assumed=True))
    assert CHINESE.hours_line(place, MONDAY) == "08:00–18:00（暂按惯常时间）"
    assert ENGLISH.hours_line(place, MONDAY) == "08:00–18:00 (assumed)"
    assert ENGLISH.hours_table(place) == (("every day", "08:00–18:00 (assumed)"),)


def test_an_assumed_street_is_not_said_to_be_open_day_and_night() -> None:
    street = Hours((Opening(hours(0), hours(24)),))
    assert ENGLISH.hours_line(open_at(street), MONDAY) == "open day and night"
    assert "assumed" in ENGLISH.hours_line(open_at(replace(street, assumed=True)), MONDAY)


def test_a_place_without_any_hours_says_so_in_its_table() -> None:
    assert ENGLISH.hours_table(open_at(Hours(assumed=True))) == (("every day", "not known"),)
    assert ENGLISH.hours_table(open_at(Hours())) == (("every day", "closed"),)


def test_closed_days_say_why() -> None:
    week = Hours((Opening(hours(9), hours(17), weekdays=(2, 3, 4, 5, 6, 7)),), (Closure(MONDAY, MONDAY, "修缮 {x}"),))
    assert ENGLISH.hours_line(open_at(week), MONDAY) == "closed: 修缮 {x}"
    assert ENGLISH.hours_line(open_at(replace(week, closures=())), MONDAY) == "closed"
    assert ENGLISH.hours_table(open_at(week)) == (("Tue–Sun", "09:00–17:00"), ("12 Oct 2026", "closed: 修缮 {x}"))


def test_the_table_has_a_row_for_each_season() -> None:
    place = open_at(
        Hours(
            (
                Opening(hours(6, 30), hours(18, 30), hours(17, 30), SUMMER),
                Opening(hours(7), hours(17, 30), None, WINTER, (1, 3)),
            )
        )
    )
    assert ENGLISH.hours_table(place) == (
        ("1 Mar – 30 Nov", "06:30–18:30, last entry 17:30"),
        ("1 Dec – 28 Feb, Mon, Wed", "07:00–17:30"),
    )
    assert CHINESE.hours_table(place) == (
        ("3月1日至11月30日", "06:30–18:30，17:30 停止入园"),
        ("12月1日至2月28日，周一、周三", "07:00–17:30"),
    )


@pytest.mark.parametrize(
    ("price", "season", "english", "chinese"),
    [
        (120, Season(), "Adult: CNY 120", "成人：¥120"),
        (60, WINTER, "Adult (1 Dec – 28 Feb): CNY 60", "成人（12月1日至2月28日）：¥60"),
        ("half", Season(), "Adult: half price", "成人：半价"),
        ("free", Season(), "Adult: free", "成人：免费"),
    ],
)
def test_tickets(price: float, season: Season, english: str, chinese: str) -> None:
    ticket = Ticket("admission", "adult", Text("成人", "Adult"), price, season)
    assert (ENGLISH.ticket(ticket), CHINESE.ticket(ticket)) == (english, chinese)
