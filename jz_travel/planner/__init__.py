"""Whole trips from a request: which places, on which days, in which order, and why not the others."""

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
    "changes",
    "figures",
    "plan",
    "quiet",
    "repaired",
    "variants",
    "verify",
    "with_fix",
]
