"""Ten requests that people really make, as they would say them, and what a local would expect to see in the plan.

    python -m tests.planner.ten_requests [NUMBER …]

prints the plans as timelines, to be judged by eye.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from jz_travel.domain.clock import hours
from jz_travel.domain.places import PlaceId, Theme
from jz_travel.domain.plan import Plan
from jz_travel.domain.request import Interest, Pace, Party, Request
from jz_travel.domain.travel import Mode
from jz_travel.planner import World, plan
from tests.planner.jiaozuo import STATION, jiaozuo


@dataclass(frozen=True)
class Asked:
    """``sees``: of each group at least one place, or a sight inside it, has to be in the plan."""

    words: str
    request: Request
    sees: tuple[tuple[str, ...], ...]


def liking(**themes: float) -> tuple[Interest, ...]:
    return tuple(Interest(Theme(name), weight) for name, weight in themes.items())


TEN = (
    Asked(
        "Three days from 1 October from Xiuwu West: two adults, a child, a senior, Tai Chi and nature, not too much.",
        Request(
            date(2026, 10, 1), 3, STATION, hours(10, 30), departs=hours(18), pace=Pace.RELAXED,
            party=Party(2, 0, 1, 1), interests=liking(tai_chi=2, nature=1.5),
        ),
        (("chenjiagou", "zhaobao"), ("yuntaishan", "qingtianhe", "shennongshan", "qinglongxia")),
    ),
    Asked(
        "A spring weekend in the mountains for two, by train and hired car.",
        Request(date(2026, 4, 18), 2, STATION, hours(9, 30), departs=hours(17, 30), interests=liking(nature=1)),
        (("yuntaishan",), ("yuntaishan", "shennongshan", "qingtianhe")),
    ),
    Asked(
        "One day between two trains; show us the best.",
        Request(date(2026, 5, 13), 1, STATION, hours(9), departs=hours(19)),
        (("chenjiagou", "yuntaishan"),),
    ),
    Asked(
        "Five days, we want to see everything.",
        Request(date(2026, 9, 14), 5, STATION, pace=Pace.PACKED),
        (("yuntaishan",), ("qingtianhe",), ("shennongshan",), ("chenjiagou",)),
    ),
    Asked(
        "I come for the birthplace of Tai Chi, two days.",
        Request(date(2026, 3, 21), 2, STATION, hours(11), interests=liking(tai_chi=3, heritage=1)),
        (("chenjiagou",), ("zhaobao", "tjq_zuci", "tjq_museum")),
    ),
    Asked(
        "Three retired friends and a daughter by coach, no steps, history and quiet, three days.",
        Request(
            date(2026, 10, 20), 3, STATION, hours(10), modes=(Mode.COACH,), pace=Pace.RELAXED,
            party=Party(1, 0, 0, 3, step_free=True), interests=liking(history=1, wellness=1),
        ),
        (("jiayingguan", "chenjiagou"),),
    ),
    Asked(
        "Thirty pupils and four teachers by bus, industry and history, three days.",
        Request(
            date(2026, 5, 20), 3, STATION, modes=(Mode.GROUP_BUS,), party=Party(4, 30), pace=Pace.PACKED,
            interests=liking(study=2, industry=1, history=1),
        ),
        (("jiayingguan", "chenjiagou", "yuntaishan"),),
    ),
    Asked(
        "Winter weekend with two children, at most 400 yuan for tickets.",
        Request(
            date(2026, 1, 24), 2, STATION, hours(9), party=Party(2, 0, 2), interests=liking(family=2), budget=400.0
        ),
        (("senlin", "yingshicheng", "qingtianhe"),),
    ),
    Asked(
        "Four days in November with a camera: the Yellow River and the mountains, a room in the city.",
        Request(
            date(2026, 11, 6), 4, STATION, lodging=(PlaceId("stay_city"),), interests=liking(yellow_river=1.5, nature=1)
        ),
        (("yuntaishan",), ("jiayingguan", "qingtianhe", "shennongshan")),
    ),
    Asked(
        "Temples and tombs in June; Jiaying Temple has to be in it, Han Yuan's tomb if it fits, no mountains.",
        Request(
            date(2026, 6, 12), 2, STATION, musts=(PlaceId("jiayingguan"),), wishes=(PlaceId("hanyuan"),),
            avoid=(PlaceId("yuntaishan"),), interests=liking(history=2),
        ),
        (("jiayingguan",), ("hanyuan",)),
    ),
)  # fmt: skip


def holidays(day: date) -> int:
    return 3 if (day.month, day.day) in {(10, each) for each in range(1, 8)} else int(day.isoweekday() > 5)


def answered(asked: Asked) -> Plan:
    return plan(asked.request, the_world(), reasons=False)


def the_world() -> World:
    return replace(jiaozuo(), load=holidays)


def timeline(found: Plan) -> Iterator[str]:
    places = jiaozuo().catalogue

    def name(place: PlaceId | None) -> str:
        return places[place].short.zh_hans if place in places and place else "–"

    for day in found.schedule.days:
        yield f"{day.date:%a %d %b}  {day.starts:%H:%M} {name(day.origin)}"
        for visit in day.visits:
            way = visit.leg.lasts.seconds // 60 if visit.leg else 0
            meal = next((f", lunch {m.starts:%H:%M}" for m in day.meals if visit.stop in (m.before, m.during)), "")
            yield f"    {way:3d} min  {visit.enters:%H:%M}–{visit.leaves:%H:%M} {name(visit.place)}{meal}"
        way = day.last_leg.lasts.seconds // 60 if day.last_leg else 0
        yield f"    {way:3d} min  {day.ends:%H:%M} {name(day.destination)}; on the road {day.travelling}"


def main() -> None:
    chosen = [int(each) for each in sys.argv[1:]] or range(len(TEN))
    for number in chosen:
        print(f"\n{number}. {TEN[number].words}", *timeline(answered(TEN[number])), sep="\n")


if __name__ == "__main__":
    main()
