"""Whole trips from a request: which places, on which days, in which order, and why not the others."""

from jz_travel.planner.best_possible import with_bound
from jz_travel.planner.checking import as_plan
from jz_travel.planner.explain import why_left_out, with_reasons
from jz_travel.planner.fixes import with_fix
from jz_travel.planner.planning import plan
from jz_travel.planner.repairs import changes, repaired
from jz_travel.planner.search import Effort
from jz_travel.planner.variants import figures, variants
from jz_travel.planner.verify import verify
from jz_travel.planner.world import Load, World, quiet

__all__ = [
    "Effort",
    "Load",
    "World",
    "as_plan",
    "changes",
    "figures",
    "plan",
    "quiet",
    "repaired",
    "variants",
    "verify",
    "why_left_out",
    "with_bound",
    "with_fix",
    "with_reasons",
]
