"""What the search does to a trip in bare numbers makes it better, and no day stops working."""

import itertools
import random
from dataclasses import replace
from datetime import date

import pytest

from jz_travel.domain.clock import hours
from jz_travel.domain.places import PlaceId, Theme
from jz_travel.domain.request import Interest, Pace, Party, Pin, Request
from jz_travel.domain.travel import Mode
from jz_travel.planner import plan, ramble
from jz_travel.planner.beds import central, nights
from jz_travel.planner.chains import chained
from jz_travel.planner.field import Field
from jz_travel.planner.insisted import trip_with
from jz_travel.planner.shakes import Shakes
from jz_travel.planner.task import prepare
from jz_travel.planner.tour import EPS, Tour
from tests.planner.jiaozuo import asking, jiaozuo, place

TEMPLE_ON_NO_MAP = PlaceId("hanwengongci")


def by_chance(request: Request, seed: int, fancy: float = 0.5) -> tuple[Tour, Shakes, list[int]]:
    """A trip of what somebody fancies, what it can be changed with, and its days."""
    task, chance = prepare(request, jiaozuo()), random.Random(seed)
    field, days = Field(task), list(range(request.days))
    tour, shakes = Tour(field, nights(task, central(task))), Shakes(field, days, chance)
    shakes.fill(tour, [chance.uniform(1 - fancy, 1 + fancy) for _ in field.places])
    return tour, shakes, days


def days_worth(tour: Tour) -> float:
    return sum(tour.day_value(day) for day in range(len(tour.days)))


def test_visits_that_make_room_for_one_another_make_the_days_better() -> None:
    lengths = set()
    for seed in range(10):
        tour, _, days = by_chance(asking(days=5), seed, fancy=2.0)
        before = days_worth(tour)
        while changed := chained(tour, days):
            assert days_worth(tour) > before + EPS
            assert all(tour.works(day) for day in days)
            seen = [each for day in days for each in tour.places(day)]
            assert len(seen) == len(set(seen)), "no place twice"
            lengths.add(len(changed))
            before = days_worth(tour)
    assert lengths == {2, 3}


@pytest.mark.parametrize("days", [3, 6])
def test_days_on_the_wrong_dates_change_places(days: int) -> None:
    beds = [place("stay_qinyang"), *[place("stay_anshang")] * (days - 2)]
    tour, shakes, _ = by_chance(asking(days=days, lodging=tuple(beds)), 1)
    good, (first, *_, last) = tour.copy(), tour.days
    assert good.value() > 0
    for one, other, rows in ((0, days - 1, first), (days - 1, 0, last)):
        tour.become(one, ())
        each = tour.rows(other)
        stays = [tour.rows(one).each[row] for row in rows]
        tour.become(other, tuple(next(n for n in each.of[v.place] if each.each[n].stay == v.stay) for v in stays))
    wrong = tour.value()
    assert wrong < good.value()
    assert shakes.in_better_order(tour)
    assert tour.value() > wrong
    assert all(tour.works(day) for day in range(days))


def test_beds_and_the_order_around_them_change_together() -> None:
    orders = 0
    for seed in range(10):
        tour, shakes, days = by_chance(asking(days=4), seed)
        before, was, visits = tour.value(), list(tour.days), [set(rows) for rows in tour.days]
        while changed := shakes.in_better_beds(tour):
            assert tour.value() > before + EPS
            assert all(tour.works(day) for day in days)
            assert [set(rows) for rows in tour.days] == visits, "only their order"
            assert tour.ends == tour.field.ends(tour.lodgings)
            orders += any(tour.days[day] != was[day] for day in changed)
            before, was = tour.value(), list(tour.days)
    assert orders


def test_a_great_sight_a_day_wherever_one_sleeps_for_it() -> None:
    tour, shakes, days = by_chance(asking(days=3), 1)
    shakes.with_great_days(tour)
    assert all(len(tour.days[day]) == 1 and tour.works(day) for day in days)
    greatest = max(row.gain for day in days for row in tour.rows(day).each)
    assert greatest in [tour.rows(day).each[tour.days[day][0]].gain for day in days]
    assert len({tour.places(day)[0] for day in days}) == 3
    assert set(tour.lodgings) != {central(tour.field.task)}


def test_a_great_sight_leaves_room_for_what_is_settled_between_others() -> None:
    pin = Pin(place("cishengsi"), 3, hours(10))
    request = asking(days=5, pins=(pin,), leaves_at=hours(9), back_by=hours(19), pace=Pace.RELAXED)
    tour, shakes, days = by_chance(request, 1)
    shakes.with_great_days(tour)
    seen = [tour.field.places[each].id for day in days for each in tour.places(day)]
    assert {"cishengsi", "yuntaishan"} <= set(seen)
    assert all(tour.works(day) for day in days)


def test_beds_follow_the_visits_unless_one_of_them_would_be_lost() -> None:
    moved = stayed = 0
    request = asking(days=5, leaves_at=hours(9), back_by=hours(18), pace=Pace.RELAXED)
    for seed in range(20):
        tour, shakes, days = by_chance(request, seed, fancy=1.0)
        before, visits = tour.lodgings, list(tour.days)
        changed = shakes.in_near_beds(tour)
        assert tour.days == visits
        assert all(tour.works(day) for day in days)
        assert bool(changed) == (tour.lodgings != before)
        moved += bool(changed)
        stayed += tour.near_beds() != tour.lodgings
    assert moved
    assert stayed


def test_a_wish_that_is_on_no_map_takes_no_time_unless_somebody_insists() -> None:
    wished = asking(wishes=(TEMPLE_ON_NO_MAP,))
    for request, is_there in ((wished, False), (replace(wished, musts=(TEMPLE_ON_NO_MAP,)), True)):
        field = Field(prepare(request, jiaozuo()))
        number = field.number.get(TEMPLE_ON_NO_MAP)
        assert [rows is not None and number in rows.of for rows in field.days] == [is_there, is_there]


def test_a_day_that_works_by_its_numbers_only_is_not_offered_again() -> None:
    tour, _, days = by_chance(asking(days=3), 1)
    for day in days:
        before, (*_, row) = tour.copy(), tour.days[day]
        tour.forbid(day)
        assert not tour.works(day)
        tour.take(day, len(tour.days[day]) - 1)
        assert tour.works(day), "only that one"
        last = len(tour.days[day])
        assert (last, row) not in {(gap, each) for _, gap, each, _ in tour.look(day).puts}
        tour.be(before)


def test_a_visit_at_a_fixed_hour_gets_the_bed_from_which_it_is_reached_in_time() -> None:
    canal = place("shengliqu")
    for starts, bed in ((hours(9), "stay_xiuwu"), (hours(7), None)):
        request = asking(days=3, pins=(Pin(canal, 3, starts),), pace=Pace.RELAXED)
        task = prepare(request, jiaozuo())
        assert central(task) != "stay_xiuwu"
        found = trip_with((canal,), task)
        assert (found.days[1].lodging if found else None) == bed


def test_others_fill_the_hours_between_a_visit_and_one_that_has_its_time() -> None:
    cave, temple = place("fengshan"), place("yueshansi")
    request = asking(
        days=1, musts=(cave,), pins=(Pin(temple, 1, hours(16)),), modes=(Mode.GROUP_BUS,), pace=Pace.PACKED
    )
    found = trip_with((cave, temple), prepare(request, jiaozuo()))
    assert found
    assert {cave, temple} < {stop.place for stop in found.stops()}


def test_what_days_win_and_the_trip_loses_again_comes_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = itertools.count()

    def chained_so_often(tour: Tour, days: list[int]) -> set[int]:
        assert next(calls) < 20_000, "it goes round in circles"
        return chained(tour, days)

    monkeypatch.setattr(ramble, "chained", chained_so_often)
    work = (Interest(Theme.FARMING, 0.5), Interest(Theme.INDUSTRY, 1))
    family = Party(adults=2, children=1, seniors=1)
    asked = asking(starts=date(2026, 4, 8), days=3, arrival=None, arrives=hours(15), party=family, interests=work)
    assert plan(asked, jiaozuo(), reasons=False).places
