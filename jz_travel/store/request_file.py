"""A request that a person writes, as TOML.

::

    starts = 2026-10-01
    days = 3
    arrival = "xiuwuxi_rail"
    arrives = "10:30"
    pace = "relaxed"
    musts = ["chenjiagou"]
    interests = { tai_chi = 2, nature = 1 }

    [party]
    adults = 2
    seniors = 1

Every field of :class:`jz_travel.store.request_fields.RequestFields` may stand here; only ``starts`` has to. ``driving``
and ``on_foot`` are minutes a day; ``lodging`` says where each night is spent, the last one for all that follow.
"""

from pathlib import Path

from jz_travel.domain.clock import MIDNIGHT
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import Catalogue
from jz_travel.domain.request import Request
from jz_travel.store.request_fields import RequestFields, request_of
from jz_travel.store.toml import read_toml


def read_request(file: Path, catalogue: Catalogue) -> Request:
    """Raises :class:`Failure` with the first mistake."""
    found, failures = read_toml(file, RequestFields)
    if found is None:
        raise failures[0]
    request = request_of(found)
    check_request(request, catalogue, file)
    return request


def check_request(request: Request, catalogue: Catalogue, file: Path | None = None) -> None:
    """Raises :class:`Failure` with the first thing that cannot be meant."""
    check_places(request, catalogue, file)
    if request.back_by is not None and request.back_by <= (request.leaves_at or MIDNIGHT):
        raise Failure(Cause.BAD_FIELD, file, "back_by", "is not after the day begins")


def check_places(request: Request, catalogue: Catalogue, file: Path | None) -> None:
    """Raises :class:`Failure` when a place is named that the catalogue does not have."""
    named = [("arrival", request.arrival), ("departure", request.departure)]
    named += [(f"lodging[{index}]", place) for index, place in enumerate(request.lodging)]
    for field in ("musts", "wishes", "avoid"):
        named += [(f"{field}[{index}]", place) for index, place in enumerate(getattr(request, field))]
    named += [(f"pins[{index}].place", pin.place) for index, pin in enumerate(request.pins)]
    for where, place in named:
        if place is not None and place not in catalogue:
            raise Failure(Cause.BAD_FIELD, file, where, f"there is no place {place}")
