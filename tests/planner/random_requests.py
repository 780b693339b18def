"""Many requests that nobody thought of, and whether everything that is said about their plans is true.

    python -m tests.planner.random_requests [--requests N] [--seed K] [--reasons R] [--conflicts C]

Each plan is verified, its reasons are confirmed (:mod:`tests.planner.confirming`), every fix is carried out and
verified, and conflicts are looked at from both sides: all their demands together cannot be met, all but one can.
"""

import argparse
import random
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jz_travel.domain.plan import Plan
from jz_travel.domain.request import Request
from jz_travel.planner import Effort, World, plan, verify, with_fix
from tests.benchmarks.plans import Processor, random_request, real_world
from tests.planner.confirming import confirmed
from tests.planner.conflicting import unfounded


@dataclass
class Found:
    """What was looked at, by kind, and what was wrong, in words; the seconds until the first plan and the whole answer,
    how many sights there are in a plan, and how often each reason was given.
    """

    plans: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    sights: list[int] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    conflicts: int = 0

    def note(self, kind: str, wrong: str, about: object) -> None:
        self.seen[kind] += 1
        if wrong:
            self.wrong[kind] += 1
            self.told.append(f"{kind}: {wrong}\n    {about}")

    def add(self, other: "Found") -> None:
        self.plans += other.plans
        self.conflicts += other.conflicts
        for mine, its in ((self.seen, other.seen), (self.wrong, other.wrong), (self.reasons, other.reasons)):
            mine.update(its)
        self.told += other.told
        self.first += other.first
        self.whole += other.whole
        self.sights += other.sights


def look_at(
    request: Request,
    world: World,
    found: Found,
    rng: random.Random,
    reasons: int | None = None,
    conflicts: int | None = None,
) -> None:
    """Plans a request and notes whether the plan is sound, and whether so many reasons and conflicts, or all, hold.

    Every fix is carried out, too.
    """
    clock, firsts = Processor(), list[float]()
    begun = clock()
    answer = plan(request, world, effort=Effort(1), on_better=lambda _: firsts.append(clock() - begun))
    found.plans += 1
    found.whole.append(clock() - begun)
    found.first += firsts[:1]
    found.sights.append(len(answer.places))
    found.conflicts += bool(answer.conflicts)
    found.reasons.update(type(left.reason).__name__ for left in answer.left_out)
    wrong = verify(answer, request, world.catalogue, world.travel, world.daylight)
    found.note("plan", ", ".join(f"{each.rule} {each.place}" for each in wrong), request)
    for left in rng.sample(answer.left_out, len(answer.left_out))[:reasons]:
        kind = type(left.reason).__name__
        found.note(kind, confirmed(left, answer, world), f"{left.place} {left.reason} {request}")
    for kind, what, about in unproven(answer, world):
        found.note(kind, what, about)
    for conflict in answer.conflicts[:conflicts]:
        found.note("conflict", unfounded(conflict, request, world), f"{conflict} {request}")


def unproven(answer: Plan, world: World) -> Iterator[tuple[str, str, str]]:
    """Of every fix its kind, what is wrong with it once it is carried out, and what it is about."""
    before = {each.rule for each in answer.violations}
    for left in answer.left_out:
        for fix in left.fixes:
            cured, wrong = with_fix(answer, left.place, fix, world), "it does not work"
            if cured is not None and left.place in cured.places:
                after = verify(cured, cured.request, world.catalogue, world.travel, world.daylight)
                wrong = ", ".join(str(each.rule) for each in after if each.rule not in before)
            yield type(fix).__name__, wrong, f"{left.place} {fix} {answer.request}"


def report(found: Found) -> None:
    """Prints what was found."""
    print(
        f"requests {found.plans}, with conflicts {found.conflicts}, sights a plan {statistics.mean(found.sights):.1f}"
    )
    for name, times in (("first plan", found.first), ("whole answer", found.whole)):
        print(f"  {name}: {spread_of(times)}")
    print("  reasons given:", _counted(found.reasons))
    print(f"looked at {found.seen.total()}: {_counted(found.seen)}")
    print(f"wrong {found.wrong.total()}: {_counted(found.wrong)}")
    for line in found.told:
        print(line)


def spread_of(times: Iterable[float]) -> str:
    """Median, 95 % and worst, in milliseconds."""
    ordered = sorted(times) or [0.0]
    median, most, worst = statistics.median(ordered), ordered[int(len(ordered) * 0.95)], ordered[-1]
    return f"median {1000 * median:.0f} ms, 95 % {1000 * most:.0f} ms, worst {1000 * worst:.0f} ms"


def _counted(kinds: Counter[str]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()) or "nothing"


def looked_at(number: int, seed: int, world: World, reasons: int | None = None, conflicts: int | None = None) -> Found:
    """The request of a number, the same for the same seed."""
    found, rng = Found(), random.Random(f"{seed} {number}")
    look_at(random_request(rng, world.catalogue), world, found, rng, reasons, conflicts)
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--requests", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reasons", type=int, help="so many of each plan, else all")
    parser.add_argument("--conflicts", type=int, help="so many of each plan, else all")
    parser.add_argument("--seconds", type=float, default=1e9, help="begin no further request after so long")
    chosen = parser.parse_args()
    world, found, begun = real_world(), Found(), time.monotonic()
    for number in range(chosen.requests):
        if time.monotonic() - begun > chosen.seconds:
            break
        found.add(looked_at(number, chosen.seed, world, chosen.reasons, chosen.conflicts))
    report(found)


if __name__ == "__main__":
    main()
