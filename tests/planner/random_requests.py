"""Many requests that nobody thought of, and whether everything that is said about their plans is true.

    python -m tests.planner.random_requests [--requests N] [--seed K] [--reasons R] [--conflicts C]

Each plan is verified, some of its reasons are confirmed (:mod:`tests.planner.confirming`), every fix is carried out and
verified, and conflicts are looked at from both sides: all their demands together cannot be met, all but one can.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from jz_travel.domain.plan import Plan
from jz_travel.domain.request import Request
from jz_travel.planner import Effort, World, plan, verify, with_fix
from tests.benchmarks.plans import random_request, real_world
from tests.planner.confirming import confirmed
from tests.planner.conflicting import unfounded


@dataclass
class Found:
    """What was looked at, by kind, and what was wrong, in words."""

    plans: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    def note(self, kind: str, wrong: str, about: object) -> None:
        self.seen[kind] += 1
        if wrong:
            self.wrong[kind] += 1
            self.told.append(f"{kind}: {wrong}\n    {about}")


def look_at(request: Request, world: World, found: Found, rng: random.Random, reasons: int, conflicts: int) -> None:
    answer = plan(request, world, effort=Effort(1))
    found.plans += 1
    wrong = verify(answer, request, world.catalogue, world.travel, world.daylight)
    found.note("plan", ", ".join(f"{each.rule} {each.place}" for each in wrong), request)
    for left in rng.sample(answer.left_out, min(reasons, len(answer.left_out))):
        kind = type(left.reason).__name__
        found.note(kind, confirmed(left, answer, world), f"{left.place} {left.reason} {request}")
    for kind, what, about in unproven(answer, world):
        found.note(kind, what, about)
    for conflict in answer.conflicts[:conflicts]:
        found.note("conflict", unfounded(conflict, request, world), f"{conflict} {request}")


def unproven(answer: Plan, world: World) -> Iterator[tuple[str, str, str]]:
    before = {each.rule for each in answer.violations}
    for left in answer.left_out:
        for fix in left.fixes:
            cured, wrong = with_fix(answer, left.place, fix, world), "it does not work"
            if cured is not None and left.place in cured.places:
                after = verify(cured, cured.request, world.catalogue, world.travel, world.daylight)
                wrong = ", ".join(str(each.rule) for each in after if each.rule not in before)
            yield type(fix).__name__, wrong, f"{left.place} {fix} {answer.request}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--requests", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reasons", type=int, default=6, help="so many of each plan")
    parser.add_argument("--conflicts", type=int, default=1, help="so many of each plan")
    parser.add_argument("--seconds", type=float, default=1e9, help="begin no further request after so long")
    chosen = parser.parse_args()
    world, found, begun = real_world(), Found(), time.monotonic()
    for number in range(chosen.requests):
        if time.monotonic() - begun > chosen.seconds:
            break
        rng = random.Random(f"{chosen.seed} {number}")
        look_at(random_request(rng, world.catalogue), world, found, rng, chosen.reasons, chosen.conflicts)
    print(f"seed {chosen.seed}: {found.plans} requests, {sum(found.wrong.values())} of {found.seen.total()} wrong")
    print("looked at:", ", ".join(f"{kind} {count}" for kind, count in found.seen.most_common()))
    print("wrong:", ", ".join(f"{kind} {count}" for kind, count in found.wrong.most_common()) or "nothing")
    print(*found.told, sep="\n")


if __name__ == "__main__":
    main()
