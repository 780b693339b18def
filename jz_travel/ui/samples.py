"""The trips that come with the program: a way to see what it does, and worth taking as they are."""

from dataclasses import dataclass, replace
from datetime import date

from jz_travel.domain.clock import DAY
from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import Trip, TripId
from jz_travel.resources import assets
from jz_travel.store.trips import read_trip
from jz_travel.ui.style.look import Look
from jz_travel.words import N_

SATURDAY = 6


@dataclass(frozen=True)
class Sample:
    """``file``: its name in ``assets/trips``. ``shown_by``: the place whose picture stands for it."""

    file: str
    name: str
    shown_by: PlaceId
    weekday: int | None = None
    """The day of the week that it has to begin on, 1 Monday … 7 Sunday."""


FIRST_VISIT = Sample("first_visit", N_("Mountains, tai chi and the Yellow River"), PlaceId("jiayingguan"))
SAMPLES = (
    FIRST_VISIT,
    Sample("mountains", N_("Mountains and waters in three days"), PlaceId("yuntaishan")),
    Sample("tai_chi", N_("The way of tai chi"), PlaceId("chenjiagou")),
    Sample("yellow_river", N_("Yellow River and old temples, a weekend"), PlaceId("jiayingguan"), SATURDAY),
)


def shipped(sample: Sample) -> Trip:
    """As its file has it."""
    return read_trip(assets("trips", f"{sample.file}.jztrip")).trip


def sample_trip(sample: Sample, trip: TripId, look: Look, today: date) -> Trip:
    """A copy of one's own, from the day after tomorrow on, or from the next day that it may begin on."""
    starts = today + 2 * DAY
    while sample.weekday is not None and starts.isoweekday() != sample.weekday:
        starts += DAY
    return replace(shipped(sample), id=trip, name=look.words.say(sample.name), starts=starts)
