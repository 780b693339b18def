"""A plan as JSON, for other programs.

::

    {"request": {"starts": "2026-10-01", "days": 3, "arrival": "xiuwuxi_rail", …},
     "days": [{"date": "2026-10-01", "starts": "2026-10-01T08:30:00+08:00", "ends": "…", "from": "…", "to": "…",
               "visits": [{"place": "yuntaishan", "arrives": "…", "enters": "…", "leaves": "…",
                           "leg": {"from": "…", "to": "…", "minutes": 35, "metres": 21000, "how": "estimate"},
                           "problems": []}],
               "meals": [{"kind": "lunch", "starts": "…", "ends": "…"}, {"kind": "dinner", …}]}],
     "left_out": [{"place": "qingtianhe", "reason": "no_time_left", "text": "…",
                   "fixes": [{"kind": "add_day", "text": "…"}]}],
     "conflicts": [{"demands": [{"what": "visit", "place": "…", "day": null}], "text": "…"}],
     "violations": [], "access_not_known": [], "score": 9120, "bound": 9410, "seconds": 0.71, "seed": 1}

Moments are ISO 8601 with China's +08:00. ``reason`` and ``kind`` are the names of the classes in
:mod:`jz_travel.domain.reasons`; ``bound`` is null where nobody knows how much more is possible; ``access_not_known``
names the visits of a step-free party of which no source says whether there are steps;
``request`` holds the fields of :class:`jz_travel.store.request_fields.RequestFields`.
"""

import json
import re
from typing import Any

from msgspec import to_builtins

from jz_travel.domain.places import Catalogue
from jz_travel.domain.plan import LeftOut, Plan
from jz_travel.domain.reasons import Conflict
from jz_travel.domain.violations import Violation
from jz_travel.export import json_schedule
from jz_travel.store.request_fields import fields_of
from jz_travel.words import Words

Object = dict[str, Any]


def write(plan: Plan, catalogue: Catalogue, words: Words) -> bytes:
    """The plan in UTF-8 with a newline at its end."""
    return f"{json.dumps(as_object(plan, catalogue, words), ensure_ascii=False, indent=2)}\n".encode()


def as_object(plan: Plan, catalogue: Catalogue, words: Words) -> Object:
    """The plan as described above, ready for :mod:`json`; moments in ISO 8601 with +08:00."""
    return {
        "request": to_builtins(fields_of(plan.request)),
        "days": _days(plan),
        "left_out": [_left_out(left, plan, catalogue, words) for left in plan.left_out],
        "conflicts": [_conflict(conflict, plan, catalogue, words) for conflict in plan.conflicts],
        "violations": [violation_object(violation, catalogue, words) for violation in plan.violations],
        "access_not_known": list(plan.access_not_known),
        "score": plan.score,
        "bound": plan.bound,
        "seconds": round(plan.seconds, 3),
        "seed": plan.seed,
    }


def violation_object(violation: Violation, catalogue: Catalogue, words: Words) -> Object:
    """One thing that the check found wrong; date and place are null where it is about the whole plan."""
    return {
        "rule": violation.rule.value,
        "date": violation.day.isoformat() if violation.day else None,
        "place": violation.place,
        "text": words.violation(violation, catalogue),
    }


def _days(plan: Plan) -> list[Object]:
    days: list[Object] = json_schedule.as_object(plan.schedule)["days"]
    for day, dinner in zip(days, plan.dinners, strict=False):
        if dinner is not None:
            meal = {"kind": dinner.kind, "starts": dinner.starts.isoformat(), "ends": dinner.ends.isoformat()}
            day["meals"].append(meal)
    return days


def _left_out(left: LeftOut, plan: Plan, catalogue: Catalogue, words: Words) -> Object:
    fixes = [{"kind": _kind(fix), "text": words.fix(fix, plan, catalogue)} for fix in left.fixes]
    text = words.reason(left.reason, catalogue)
    return {"place": left.place, "reason": _kind(left.reason), "text": text, "fixes": fixes}


def _conflict(conflict: Conflict, plan: Plan, catalogue: Catalogue, words: Words) -> Object:
    demands = [{"what": each.what.value, "place": each.place, "day": each.day} for each in conflict.demands]
    return {"demands": demands, "text": words.conflict(conflict, plan, catalogue)}


def _kind(value: object) -> str:
    """``NoTimeLeft`` is ``no_time_left``."""
    return re.sub("(?<!^)(?=[A-Z])", "_", type(value).__name__).lower()
