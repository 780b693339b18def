"""From a request to a plan: pure, and the same for the same seed unless a time is set."""

from collections.abc import Callable
from dataclasses import replace

from jz_travel.domain.plan import Plan
from jz_travel.domain.request import Request
from jz_travel.domain.trip import Trip
from jz_travel.domain.violations import Rule
from jz_travel.planner.answer import plan_of
from jz_travel.planner.explain import explained
from jz_travel.planner.search import Effort, searched
from jz_travel.planner.task import prepare
from jz_travel.planner.verify import verify
from jz_travel.planner.world import World

UNTIL_EXPLAINED = frozenset({Rule.MUST_MISSING, Rule.PIN_MISSED})
"""What is no fault any more once the plan says why."""


def never() -> bool:
    return False


def plan(
    request: Request,
    world: World,
    *,
    current: Trip | None = None,
    effort: Effort = Effort(),  # noqa: B008  # a frozen value
    stop: Callable[[], bool] = never,
    on_better: Callable[[Plan], None] = lambda _: None,
) -> Plan:
    """The best plan found. ``current``: the visitor's trip, whose locked stops and days stay as they are.

    ``on_better`` is given each plan that is better than those before, verified, without the reasons for what it leaves
    out. The result says why each place that fits the request is not in it. ``stop`` is asked often; the best plan so
    far is returned then.
    """
    begun = effort.clock()
    task = prepare(request, world, current)

    def tell(trip: Trip) -> None:
        found = plan_of(trip, task, effort.seed)
        if all(wrong.rule in UNTIL_EXPLAINED for wrong in found.violations):
            on_better(replace(found, seconds=effort.clock() - begun))

    trip = searched(task, effort, stop, tell)
    found = explained(plan_of(trip, task, effort.seed), task, stop)
    wrong = verify(found, request, world.catalogue, world.travel, world.daylight)
    return replace(found, violations=wrong, seconds=effort.clock() - begun)
