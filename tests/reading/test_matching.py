"""What people call a place, and what the catalogue calls it; and what becomes of a trip."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_travel.almanac import daylight
from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.places import PlaceId
from jz_travel.domain.timetable import schedule
from jz_travel.domain.trip import Trip, TripId, new_trip
from jz_travel.reading import By, Choice, Found, Match, Matcher, Point, Sure, brought, chosen, trip_of
from jz_travel.reading.remarks import About, line, remarks
from jz_travel.reading.wording import how_sure, why
from jz_travel.words import Words
from tests.export.samples import StraightRoads, city, golden_autumn

MATCHER = Matcher(city())
FIRST = date(2026, 10, 20)


def matched(name: str, where: Point | None = None) -> Match:
    return MATCHER.match(Found(name, where))


def empty() -> Trip:
    return new_trip(TripId("t"), "t", FIRST, 1)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("云台山", "yuntaishan"),
        ("雲台山", "yuntaishan"),
        ("河南焦作云台山国家5A级风景名胜区", "yuntaishan"),
        ("Yuntai Mountain (云台山)", "yuntaishan"),
        ("YUNTAISHAN", "yuntaishan"),
        ("3. 红石峡", "hongshixia"),
        ("嘉应观 - 武陟", "jiayingguan"),
        ("青天河景区", "qingtianhe"),
    ],
)
def test_one_place_has_many_names(name: str, place: str) -> None:
    found = matched(name)
    assert (found.place, found.sure) == (place, Sure.SURE)


def test_our_own_code_needs_no_guess() -> None:
    found = MATCHER.match(Found("whatever", code="jiayingguan"))
    assert (found.place, found.by) == ("jiayingguan", By.CODE)


def test_a_mountain_of_the_same_name_far_away_is_another_one() -> None:
    found = matched("云台山", Point(34.65, 119.25))
    assert found.is_far
    assert found.sure is Sure.PERHAPS
    assert chosen([found]) == ()


def test_a_point_right_at_a_sight_means_it_only_where_it_has_no_other_name() -> None:
    known = [place for place in city() if place.is_sight and place.position is not None]
    best_known = min((place.position for place in known if place.position), key=lambda each: each.within_m)
    near = Point(best_known.lat, best_known.lon)
    assert (matched("", near).by, matched("", near).sure) == (By.POSITION, Sure.LIKELY)
    assert matched("张大妈饭店", near).sure <= Sure.PERHAPS


def test_what_is_not_known_is_not_guessed() -> None:
    for name in ("酒店", "Eiffel Tower", "A", "！！！", "的"):
        assert matched(name).sure <= Sure.PERHAPS


@given(st.text(max_size=60), st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)))
def test_any_name_anywhere_can_be_looked_for(name: str, where: tuple[float, float] | None) -> None:
    found = MATCHER.match(Found(name, Point(*where) if where else None))
    assert found.place is None or found.place in city()
    assert found.place not in found.others
    for words in (Words("zh-Hans"), Words("en")):
        assert why(found, words)
        assert how_sure(found.sure, words)


# Into a trip


def a_choice(place: str | None, name: str = "x", **more: object) -> Choice:
    return Choice(Found(name, **more), PlaceId(place) if place else None)  # type: ignore[arg-type]


def test_wishes_come_once_and_what_is_visited_is_not_wished_for() -> None:
    trip = golden_autumn()
    after = brought(trip, [a_choice("hongshixia"), a_choice("fengshan"), a_choice("fengshan")], on_days=False)
    assert after.wishes == (*trip.wishes, "fengshan")
    assert after.days == trip.days


def test_an_empty_trip_takes_the_dates_of_the_plan() -> None:
    plan = [
        a_choice("jiayingguan", day=date(2026, 11, 3), starts=hours(14)),
        a_choice("hongshixia", day=date(2026, 11, 2), starts=hours(8), stay=minutes(90), note="早"),
        a_choice("fengshan"),
        a_choice("jz_museum", day=date(2026, 11, 3), starts=hours(9)),
    ]
    trip = brought(empty(), plan, on_days=True)
    assert (trip.starts, len(trip.days)) == (date(2026, 11, 2), 2)
    assert [[stop.place for stop in day.stops] for day in trip.days] == [["hongshixia"], ["jz_museum", "jiayingguan"]]
    first = trip.days[0].stops[0]
    assert (first.starts, first.stay, first.note) == (hours(8), minutes(90), "早")
    assert trip.days[0].starts == hours(8), "the day begins no later than its first visit"
    assert trip.wishes == ("fengshan",)


def test_a_trip_with_stops_keeps_its_dates() -> None:
    trip = golden_autumn()
    after = brought(
        trip, [a_choice("fengshan", day=trip.starts), a_choice("qingtianhe", day=date(2030, 1, 1))], on_days=True
    )
    assert [stop.place for stop in after.days[0].stops] == ["hongshixia", "tanpuxia", "fengshan"]
    assert (after.starts, len(after.days)) == (trip.starts, 3)
    assert brought(after, [a_choice("fengshan", day=trip.starts)], on_days=True) == after, (
        "a second time changes nothing"
    )


def test_a_place_of_ones_own_is_kept_with_its_position_once() -> None:
    inn = a_choice(None, "老王客栈", where=Point(35.24, 113.23))
    trip = brought(empty(), [inn, a_choice(None, "Paris", where=Point(48.8, 2.3))], on_days=True)
    (own,) = trip.own
    assert (own.name, own.lat, own.lon) == ("老王客栈", 35.24, 113.23)
    assert trip.wishes == (own.id,)
    assert brought(trip, [inn], on_days=True) == trip


# What is wrong with a plan


def wrong_with(*founds: Found) -> dict[About, list[str]]:
    matches = [MATCHER.match(each) for each in founds]
    trip = trip_of(TripId("t"), "t", chosen(matches), FIRST)
    happens = schedule(trip, city(), StraightRoads(), daylight)
    said: dict[About, list[str]] = {}
    for each in remarks(happens, matches, city(), Words("en")):
        said.setdefault(each.about, []).append(line(each, Words("en")))
    return said


def test_a_plan_that_works_has_nothing_wrong() -> None:
    assert wrong_with(Found("嘉应观", day=FIRST, starts=hours(9))) == {}


def test_closed_late_doubled_dark_and_far_are_told_apart() -> None:
    wrong = wrong_with(
        Found("嘉应观", day=FIRST, starts=hours(21)),
        Found("红石峡", day=FIRST, starts=hours(22)),
        Found("红石峡", day=FIRST, starts=hours(22, 10)),
        Found("云台山", Point(34.65, 119.25), FIRST),
        Found("Eiffel Tower", None, FIRST),
    )
    assert wrong.keys() == set(About)
    assert any("Jiaying Temple" in each for each in wrong[About.CLOSED])
    assert any("Hongshi Gorge" in each for each in wrong[About.DARK])
    assert any("537" in each for each in wrong[About.FAR])
    assert any("Eiffel Tower" in each for each in wrong[About.NOT_KNOWN])
