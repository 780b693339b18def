"""What is the same for every visitor: the city, what this screen may do, and what it counts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

from jz_travel.almanac import daylight
from jz_travel.domain import reasons
from jz_travel.domain.bureau import Kept, calendar_with, joined, open_as_announced
from jz_travel.domain.clock import in_china
from jz_travel.domain.failures import Failure
from jz_travel.domain.holidays import HolidayCalendar, Level
from jz_travel.domain.places import Catalogue, Theme
from jz_travel.domain.policy import Policy
from jz_travel.domain.search import PlaceIndex
from jz_travel.domain.statistics import Statistics
from jz_travel.domain.texts import Language
from jz_travel.kiosk.counts import Counts
from jz_travel.kiosk.freshness import Edition
from jz_travel.mapping.layers import layers_overlay, load_overlay
from jz_travel.mapping.overlay import Json, places_overlay
from jz_travel.roads import LegTable, leg_table
from jz_travel.store.holidays import read_holidays
from jz_travel.store.places import read_catalogue
from jz_travel.store.statistics import read_statistics
from jz_travel.ui.kiosk import where
from jz_travel.words import Words, offered

if TYPE_CHECKING:
    from jz_travel.planner import World

Now = Callable[[], datetime]
NOTHING_KEPT = Kept()
MOST_TOLD = 10
"""Languages and days for which the map's places are kept in words."""


class ForMap(NamedTuple):
    """What the map is told of the city; see :mod:`jz_travel.mapping.overlay` and :mod:`jz_travel.mapping.layers`."""

    places: list[Json]
    layers: Json
    load: Json


@dataclass(frozen=True)
class City:
    """``now`` is a moment in China; ``edition`` is how old the data is; ``wrong`` what could not be read of it."""

    policy: Policy
    catalogue: Catalogue
    travel: LegTable
    calendar: HolidayCalendar
    statistics: Statistics
    index: PlaceIndex
    counts: Counts
    now: Now
    edition: Edition
    wrong: tuple[Failure, ...] = ()

    @cached_property
    def world(self) -> "World":
        """For the planner, which is read once the attract page shows: what it stands on takes as long as the page."""
        from jz_travel.planner import World

        return World(self.catalogue, self.travel, daylight, lambda day: self.calendar.load(day).level - Level.QUIET)

    @cached_property
    def for_map(self) -> Callable[[Language, date], ForMap]:
        """In one language, for one day: the same for every visitor, and as long in the making as a page."""

        def told(language: Language, day: date) -> ForMap:
            words = Words(language)
            load = load_overlay(self.catalogue, words, day, lambda on, place: self.calendar.load(on, place).level)
            places = places_overlay(self.catalogue, words, day)
            return ForMap(places, layers_overlay(self.catalogue, words), load)

        return lru_cache(MOST_TOLD)(told)

    @property
    def today(self) -> date:
        return self.now().date()

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that this screen offers."""
        spoken = offered()
        return tuple(each for each in spoken if not self.policy.languages or each in self.policy.languages) or spoken

    @property
    def language(self) -> Language:
        """The one it begins with."""
        return self.policy.language if self.policy.language in self.languages else self.languages[0]


def read_city(
    policy: Policy,
    shipped: Path,
    counted_in: Path | None,
    now: Now = lambda: in_china(datetime.now().astimezone()),
    kept: Kept = NOTHING_KEPT,
) -> City:
    """Everything from ``shipped``, which is ``assets/`` or an installed data pack over it, and of the bureau."""
    catalogue, broken = read_catalogue(shipped)
    catalogue = open_as_announced(catalogue, kept.closures)
    rules, unsure = read_holidays(shipped)
    calendar = calendar_with(rules, kept)
    printed, wrong = read_statistics(shipped)
    sources = (*catalogue.sources, *printed.sources.values())
    statistics = joined(printed, kept.figures)
    travel = leg_table(catalogue)
    counts = Counts(vocabulary(catalogue), counted_in)
    edition = Edition.of(shipped, sources)
    return City(
        policy, catalogue, travel, calendar, statistics, PlaceIndex(catalogue), counts, now, edition,
        (*broken, *unsure, *wrong),
    )  # fmt: skip


def vocabulary(catalogue: Catalogue) -> dict[str, list[str]]:
    """Everything that may ever be counted, before anybody has touched the screen."""
    places = [place.id for place in catalogue]
    return {
        "opened": [each.__name__.lower() for each in get_args(where.Where)],
        "looked_for": [*map(str, Theme), "initials"],
        "looked_at": places,
        "planned": places,
        "planned_days": [str(days) for days in range(1, 15)],
        "left_out": [f"{place}:{reason.__name__}" for place in places for reason in get_args(reasons.Reason)],
        "taken": ["qr", "page", "booklet", "receipt"],
        "language": list(get_args(Language)),
        "hour": [f"{hour:02d}" for hour in range(24)],
        "ended": ["idle", "start_over", "fault", "staff"],
    }
