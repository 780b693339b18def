"""How the face of a kiosk is started."""

from dataclasses import dataclass
from pathlib import Path

from jz_travel.domain.policy import Policy


@dataclass(frozen=True, slots=True)
class Face:
    """How the face is started. ``heart``: the open file that says to the supervisor that all is well."""

    policy: Policy
    state: Path
    scratch: Path
    windowed: tuple[int, int] | None = None
    heart: int | None = None
