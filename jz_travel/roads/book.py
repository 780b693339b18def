"""``assets/roads.toml`` as people write it: printed routes, which places lie in the hills, and the estimate."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, ValidationError, convert
from msgspec.structs import replace

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.texts import Confidence

Km = Annotated[float, Meta(gt=0, le=2000)]
Factor = Annotated[float, Meta(ge=0, le=100)]
MOST_MINUTES = 2880
AsOf = Annotated[str, Meta(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]


class Route(Struct, frozen=True, forbid_unknown_fields=True, rename={"origin": "from", "destination": "to"}):
    """A route that a source prints, with its length, its time or both."""

    origin: str
    destination: str
    mode: Literal["car", "coach", "rail", "walk"]
    source: str
    km: Km | None = None
    # Bounds are looked at below: msgspec 0.22 crashes on "a bounded number, or a pair of them".
    minutes: float | tuple[float, float] | None = None
    price_cny: float | tuple[float, float] | None = None
    as_of: AsOf = ""
    confidence: Confidence | None = None
    note: str = ""
    both_ways: bool = False

    def __post_init__(self) -> None:
        """What the types cannot say; msgspec makes a named mistake of it."""
        times = self.shortest_and_longest
        if self.km is None and times is None:
            raise ValueError("has neither km nor minutes")
        if times and not 0 < times[0] <= times[1] <= MOST_MINUTES:
            raise ValueError("minutes is not a time, or the longest comes first")
        if self.origin == self.destination:
            raise ValueError("ends where it starts")

    @property
    def shortest_and_longest(self) -> tuple[float, float] | None:
        return (self.minutes, self.minutes) if isinstance(self.minutes, float) else self.minutes


class Distance(Struct, frozen=True, forbid_unknown_fields=True):
    """``km_per_geodesic_km`` × the straight line + ``km_added``; the band is what it was seen to err in."""

    km_per_geodesic_km: Factor
    km_added: Factor
    band: tuple[Factor, Factor]
    band_is: Literal["km per geodesic km", "factor on the result"]
    fit: str = ""
    leave_one_out_median: float | None = None
    leave_one_out_mean: float | None = None
    leave_one_out_max: float | None = None
    note: str = ""


class Time(Struct, frozen=True, forbid_unknown_fields=True):
    """``minutes_added``, so many minutes a kilometre up to ``near_km``, so many beyond."""

    minutes_added: Factor
    near_km: Factor
    near_minutes_per_km: Factor
    far_minutes_per_km: Factor


class Distances(Struct, frozen=True, forbid_unknown_fields=True):
    """How long a road is for its straight line, for each kind of country; the fit and its errors stand beside."""

    plain_or_river_crossing: Distance
    one_end_in_a_taihang_valley: Distance
    both_ends_in_the_hills: Distance


class Times(Struct, frozen=True, forbid_unknown_fields=True):
    """Minutes for a length of road, for each kind of country; ``band`` is what real drives took, as factors on the
    result."""

    band: tuple[Factor, Factor]
    band_is: Literal["factor on the result"]
    plain: Time
    one_end_in_a_taihang_valley: Time
    both_ends_in_the_hills: Time
    evidence: str = ""
    rejected: tuple[str, ...] = ()
    note: str = ""


class Estimate(Struct, frozen=True, forbid_unknown_fields=True):
    """How long a way is that no source prints: never a route, and not for holiday queues or coaches with stops."""

    distance: Distances
    time: Times
    source: str
    compiled: str = ""
    use: str = ""
    not_for: str = ""


class Terrain(Struct, frozen=True, forbid_unknown_fields=True):
    """Places whose kind does not tell whether they lie in the hills."""

    hills: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()


class RoadBook(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; ids of places and sources in it are only checked against a catalogue by :meth:`mistakes`."""

    estimate: Estimate
    route: tuple[Route, ...] = ()
    terrain: Terrain = Terrain()

    def mistakes(self, catalogue: Catalogue, file: Path) -> Iterator[Failure]:
        """What the file says of places and sources that the catalogue does not have."""
        for field, place in self._places_named():
            if PlaceId(place) not in catalogue:
                yield Failure(Cause.BAD_FIELD, file, field, f"there is no place {place}")
        sources = [("estimate.source", self.estimate.source)]
        sources += [(f"route[{index}].source", route.source) for index, route in enumerate(self.route)]
        for field, source in sources:
            if source not in catalogue.source_by_id:
                yield Failure(Cause.BAD_FIELD, file, field, f"there is no source {source}")

    def _places_named(self) -> Iterator[tuple[str, str]]:
        for index, route in enumerate(self.route):
            yield f"route[{index}].from", route.origin
            yield f"route[{index}].to", route.destination
        for index, place in enumerate(self.terrain.hills):
            yield f"terrain.hills[{index}]", place
        for index, place in enumerate(self.terrain.plain):
            yield f"terrain.plain[{index}]", place


def read_book(file: Path) -> tuple[RoadBook | None, list[Failure]]:
    """The road book without the routes that are broken, or nothing when the rest of the file is; and every mistake."""
    try:
        tables: dict[str, Any] = tomllib.loads(file.read_bytes().decode("utf-8"))
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        return None, [Failure(Cause.MISSING if missing else Cause.NOT_ALLOWED, file, detail=error.strerror or "")]
    except UnicodeDecodeError as error:
        return None, [Failure(Cause.NOT_TEXT, file, detail=f"not UTF-8 at byte {error.start}")]
    except tomllib.TOMLDecodeError as error:
        return None, [Failure(Cause.NOT_JSON, file, detail=f"not TOML: {error}")]
    routes: list[Route] = []
    failures: list[Failure] = []
    written = tables.pop("route", [])
    for index, table in enumerate(written if isinstance(written, list) else [written]):
        try:
            routes.append(convert(table, Route))
        except ValidationError as error:
            failures.append(_bad_field(file, f"route[{index}]", error))
    try:
        return replace(convert(tables, RoadBook), route=tuple(routes)), failures
    except ValidationError as error:
        return None, [_bad_field(file, "", error), *failures]


def _bad_field(file: Path, field: str, error: ValidationError) -> Failure:
    what, _, where = str(error).partition(" - at `$")
    return Failure(Cause.BAD_FIELD, file, (field + where.rstrip("`")).lstrip("."), what)
