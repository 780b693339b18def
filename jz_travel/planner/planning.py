"""From a request to a plan: pure, and the same for the same seed unless a time is set."""

from collections.abc import Callable
from dataclasses import replace

from jz_travel.domain.plan import Plan, Satisfaction
from jz_travel.domain.request import Request
from jz_travel.domain.trip import Trip
from jz_travel.domain.violations import Rule
from jz_travel.planner.answer import plan_of
from jz_travel.planner.draft import recalled
from jz_travel.planner.explain import explained
from jz_travel.planner.groups import fairly
from jz_travel.planner.search import Effort, searched
from jz_travel.planner.task import prepare
from jz_travel.planner.verify import verify
from jz_travel.planner.world import World

UNTIL_EXPLAINED = frozenset({Rule.MUST_MISSING, Rule.PIN_MISSED})
"""What is no fault any more once the plan says why."""


def never() -> bool:
    """The usual ``stop``: the search runs to its end."""
    return False


def plan(
    request: Request,
    world: World,
    *,
    current: Trip | None = None,
    effort: Effort = Effort(),  # noqa: B008  # a frozen value
    stop: Callable[[], bool] = never,
    on_better: Callable[[Plan], None] = lambda _: None,
    on_found: Callable[[Plan], None] = lambda _: None,
    reasons: bool = True,
    road: float = 1.0,
) -> Plan:
    """The best plan found. ``current``: the visitor's trip, whose locked stops and days stay as they are.

    ``on_better`` is given each plan that is better than those before, verified, without the reasons for what it leaves
    out. The result says why each place that fits the request is not in it. ``stop`` is asked often; the best plan so
    far is returned then. ``on_found`` is given the plan once the search is over, while the reasons are still looked
    for. Without ``reasons`` the plan only says why what was asked for by name is missing, not what would help.
    ``road``: how many times as much as usual a minute on the road counts in the search; the score is as always.
    """
    begun = effort.clock()
    task = prepare(request, world, current)

    def tell(trip: Trip) -> None:
        found = plan_of(recalled(trip, task), task, effort.seed)
        if all(wrong.rule in UNTIL_EXPLAINED for wrong in found.violations):
            on_better(replace(found, seconds=effort.clock() - begun))

    satisfaction: tuple[Satisfaction, ...] = ()
    if len(request.members) > 1:
        trip, satisfaction = fairly(request, world, current, effort, stop, tell, road)
    else:
        trip = searched(prepare(request, world, current, road=road), effort, stop, tell)

    def checked(found: Plan) -> Plan:
        wrong = verify(found, request, world.catalogue, world.travel, world.daylight)
        return replace(found, violations=wrong, satisfaction=satisfaction, seconds=effort.clock() - begun)

    bare = plan_of(recalled(trip, task), task, effort.seed)
    found = checked(explained(bare, task, stop, every=False))
    if found.works:
        on_found(found)
    return checked(explained(bare, task, stop)) if reasons else found
