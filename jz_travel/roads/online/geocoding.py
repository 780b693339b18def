"""What every search for a place by name can do."""

from dataclasses import dataclass
from typing import Protocol

from jz_travel.roads.online.client import Service, Stop, never


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that a service found; WGS-84."""

    name: str
    address: str
    lat: float
    lon: float


class Search(Protocol):
    """A service that finds places by name; it is asked only when somebody has chosen it and presses the button."""

    service: Service

    def find(self, query: str, stop: Stop = never) -> tuple[Finding, ...]:
        """What the service found, best first; raises :class:`~jz_travel.domain.failures.Failure`."""
        ...
