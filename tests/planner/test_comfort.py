"""Near a bed after a long day, early where everybody goes, and in at noon where the doors are open at noon only."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.opening import Hours, Opening
from jz_travel.domain.places import Catalogue, Place, PlaceId
from jz_travel.domain.plan import Plan
from jz_travel.planner import World, plan, verify
from jz_travel.planner.chosen import Chosen
from jz_travel.planner.draft import Lodgings, blank, with_visits
from jz_travel.planner.merit import merit
from jz_travel.planner.settle import settled
from jz_travel.planner.task import Task, prepare
from jz_travel.roads import leg_table
from tests.planner.jiaozuo import NATIONAL_DAY, asking, clock, jiaozuo, place, planned

MOUNTAIN, VILLAGE, CITY = place("yuntaishan"), place("stay_cjg"), place("stay_city")
OTHER_MOUNTAIN = place("shennongshan")


def with_places(*changed: Place) -> World:
    """The real city, where some places are different."""
    new = {each.id: each for each in changed}
    catalogue = jiaozuo().catalogue
    places = tuple(new.pop(each.id, each) for each in catalogue)
    return replace(jiaozuo(), catalogue=Catalogue((*places, *new.values()), catalogue.sources))


def everything_but(world: World, *kept: PlaceId) -> tuple[PlaceId, ...]:
    return tuple(each.id for each in world.catalogue if each.is_sight and each.id not in kept)


# The way to bed


def trip_with_beds(task: Task, beds: Lodgings, days: list[list[Chosen]]) -> float:
    trip = with_visits(blank(task, beds), days, task)
    for index in range(len(days)):
        trip = settled(trip, index, task.judge)
    assert all(task.judge.day(trip, index).works for index in range(len(days)))
    return merit(trip, task)


def test_after_a_day_in_the_mountains_nobody_drives_to_where_the_next_day_begins() -> None:
    task = prepare(asking(), jiaozuo())
    days = [[Chosen(MOUNTAIN)], [Chosen(place("chenjiagou"))]]
    far, between = (trip_with_beds(task, (bed,), days) for bed in (VILLAGE, CITY))
    way = jiaozuo().travel.leg
    there, after = (way(MOUNTAIN, bed).lasts + way(bed, place("chenjiagou")).lasts for bed in (VILLAGE, CITY))
    assert there < after, "the village would be the shorter way"
    assert far < between


SPRING_MAY_AUTUMN = pytest.mark.parametrize("start", [date(2026, 4, 18), date(2026, 5, 12), date(2026, 10, 14)])


@SPRING_MAY_AUTUMN
def test_the_way_to_bed_after_yuntaishan_is_short_though_tai_chi_comes_next(start: date) -> None:
    found = planned(asking(starts=start, musts=(MOUNTAIN, place("chenjiagou")), avoid=(OTHER_MOUNTAIN,)))
    first, after = found.schedule.days
    assert [MOUNTAIN in [visit.place for visit in day.visits] for day in (first, after)] in (
        [True, False],
        [False, True],
    )
    for day in (first, after)[:-1]:
        assert day.last_leg
        assert day.last_leg.lasts <= hours(1), (day.destination, [visit.place for visit in day.visits])


@SPRING_MAY_AUTUMN
def test_a_longer_evening_drive_has_to_bring_another_mountain(start: date) -> None:
    found = planned(asking(starts=start, musts=(MOUNTAIN, place("chenjiagou"))))
    first, after = found.schedule.days
    assert {visit.place for visit in after.visits} == {OTHER_MOUNTAIN, place("chenjiagou")}
    assert first.last_leg
    assert hours(1) < first.last_leg.lasts <= hours(1, 30)


def test_the_way_home_on_the_last_day_is_a_way_like_any_other() -> None:
    task = prepare(asking(days=1), jiaozuo())
    visits = [Chosen(place("chenjiagou"))]
    trip = settled(with_visits(blank(task, ()), [visits], task), 0, task.judge)
    day = task.judge.day(trip, 0).day
    points = task.points_on(place("chenjiagou"), 0) - task.habit.stop
    assert day.last_leg
    assert day.last_leg.lasts > minutes(30)
    assert merit(trip, task) == points - day.travelling / minutes(1) * task.habit.way


# Holidays


def crowded(world: World) -> World:
    return replace(world, load=lambda day: 3 if day.month == 10 and day.day <= 7 else 0)


def enters(found: Plan, place_: PlaceId) -> list[timedelta]:
    return [clock(visit.enters) for day in found.schedule.days for visit in day.visits if visit.place == place_]


def test_on_a_holiday_one_is_at_the_famous_mountain_before_the_crowd() -> None:
    request = asking(days=3, musts=(MOUNTAIN,), lodging=(place("stay_anshang"),))
    busy = plan(request, crowded(jiaozuo()))
    assert busy.works
    assert enters(busy, MOUNTAIN)[0] <= hours(9, 30)


def test_the_day_begins_earlier_for_a_crowd_and_not_without_one() -> None:
    request = asking(starts=NATIONAL_DAY, days=1, arrival=CITY)
    day = [[Chosen(MOUNTAIN)]]
    starts = []
    for world in (crowded(jiaozuo()), jiaozuo()):
        task = prepare(replace(request, leaves_at=hours(8, 45)), world)
        late = replace(task.frames[0], earliest=hours(7), starts=hours(8, 45))
        task = task.changed(task.request, (late,), task.insisted)
        trip = settled(with_visits(blank(task, ()), day, task), 0, task.judge)
        assert task.judge.day(trip, 0).works
        starts.append(trip.days[0].starts)
    assert starts[0] < starts[1] == hours(8, 45)


def twins() -> tuple[World, PlaceId, PlaceId]:
    """Two gardens side by side: everybody knows the one, and the other brings nearly as much on a quiet day."""
    here = jiaozuo().catalogue[place("renmin")]
    always = Hours((Opening(hours(8), hours(18)),))
    known = replace(here, id=PlaceId("known"), tier=1, hours=always, outdoor=True, themes=here.themes)
    stay = replace(here.visit, short=minutes(90), usual=hours(3), long=hours(4))
    known = replace(known, visit=replace(stay, usual=minutes(95)))
    quiet = replace(known, id=PlaceId("quiet"), tier=2, visit=replace(stay, usual=minutes(270), long=hours(5)))
    world = with_places(known, quiet)
    return replace(world, travel=leg_table(world.catalogue)), known.id, quiet.id


def chosen(world: World, *places: PlaceId) -> tuple[PlaceId, ...]:
    """What is chosen of places of which only one fits into an afternoon."""
    request = asking(
        days=1, arrives=hours(12, 40), departs=hours(18, 40), arrival=CITY, avoid=everything_but(world, *places)
    )
    return plan(request, world).places


def test_of_two_places_worth_nearly_the_same_the_quieter_one_is_seen_on_a_holiday() -> None:
    world, known, quiet = twins()
    assert chosen(world, known, quiet) == (known,)
    assert chosen(crowded(world), known, quiet) == (quiet,)


# Around lunch


def open_at(intervals: Iterable[tuple[timedelta, timedelta]], stay: timedelta) -> World:
    """Jiaying Temple lets people in at these hours only."""
    temple = jiaozuo().catalogue[place("jiayingguan")]
    openings = tuple(Opening(opens, closes) for opens, closes in intervals)
    visit = replace(temple.visit, short=stay, usual=stay, long=stay)
    return with_places(replace(temple, hours=Hours(openings), visit=visit))


@pytest.mark.parametrize(
    ("opens", "closes", "stay"),
    [
        (hours(12), hours(13, 30), minutes(60)),
        (hours(12, 30), hours(13, 30), minutes(45)),
        (hours(12, 15), hours(14, 15), minutes(105)),
        (hours(11), hours(12, 45), minutes(90)),
    ],
    ids=["noon", "half past noon", "a long visit after an early lunch", "until lunch"],
)
def test_a_place_that_is_open_around_noon_only_is_seen_and_lunch_is_eaten(
    opens: timedelta, closes: timedelta, stay: timedelta
) -> None:
    world = open_at([(opens, closes)], stay)
    others = place("chenjiagou"), place("yingshicheng")
    request = asking(days=1, wishes=(place("jiayingguan"),), avoid=everything_but(world, place("jiayingguan"), *others))
    found = plan(request, world)
    assert opens <= enters(found, place("jiayingguan"))[0] <= closes - stay
    assert [meal.kind for meal in found.schedule.days[0].meals] == ["lunch"]
    assert not verify(found, request, world.catalogue, world.travel, world.daylight)
