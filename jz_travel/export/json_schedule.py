"""A schedule as JSON, for other programs.

::

    {"days": [{"date": "2026-10-01",
               "starts": "2026-10-01T08:30:00+08:00", "ends": "2026-10-01T18:05:00+08:00",
               "from": "jiaozuo_rail", "to": "stay_city",
               "visits": [{"place": "yuntaishan", "arrives": "…", "enters": "…", "leaves": "…",
                           "leg": {"from": "jiaozuo_rail", "to": "yuntaishan",
                                   "minutes": 63, "metres": 40301, "how": "estimate"},
                           "problems": [{"kind": "after_dark", "severity": "warning"}]}],
               "meals": [{"kind": "lunch", "starts": "…", "ends": "…"}]}]}

Moments are ISO 8601 with China's +08:00; what ends after midnight ends on the next day. Where a day begins or ends, the
way to the first visit and the length of a way are ``null`` where nobody knows them. ``how`` is one of
:class:`jz_travel.domain.travel.How`; ``kind`` of a problem is its class in :mod:`jz_travel.domain.problems`.
"""

import json
import re
from typing import Any

from jz_travel.domain.problems import Problem
from jz_travel.domain.schedule import DaySchedule, Schedule, Visit
from jz_travel.domain.travel import Leg

Object = dict[str, Any]


def write(schedule: Schedule) -> bytes:
    """The whole schedule in UTF-8."""
    return f"{json.dumps(as_object(schedule), ensure_ascii=False, indent=2)}\n".encode()


def as_object(schedule: Schedule) -> Object:
    """The object described above, ready for :mod:`json`: moments in ISO 8601 with +08:00, minutes and whole metres."""
    return {"days": [_day(day) for day in schedule.days]}


def _day(day: DaySchedule) -> Object:
    return {
        "date": day.date.isoformat(),
        "starts": day.starts.isoformat(),
        "ends": day.ends.isoformat(),
        "from": day.origin,
        "to": day.destination,
        "visits": [_visit(visit) for visit in day.visits],
        "meals": [
            {"kind": meal.kind, "starts": meal.starts.isoformat(), "ends": meal.ends.isoformat()} for meal in day.meals
        ],
    }


def _visit(visit: Visit) -> Object:
    return {
        "place": visit.place,
        "arrives": visit.arrives.isoformat(),
        "enters": visit.enters.isoformat(),
        "leaves": visit.leaves.isoformat(),
        "leg": _leg(visit.leg) if visit.leg else None,
        "problems": [_problem(problem) for problem in visit.problems],
    }


def _leg(leg: Leg) -> Object:
    return {
        "from": leg.origin,
        "to": leg.destination,
        "minutes": round(leg.lasts.total_seconds() / 60),
        "metres": None if leg.metres is None else round(leg.metres),
        "how": leg.how.value,
    }


def _problem(problem: Problem) -> Object:
    kind = re.sub("(?<!^)(?=[A-Z])", "_", type(problem).__name__).lower()
    return {"kind": kind, "severity": problem.severity.name.lower()}
