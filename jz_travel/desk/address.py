"""Which database this machine uses. Only names are looked at here, so that nobody waits for a database library."""

import os
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "JZ_TRAVEL_DESK"
FILE = "desk.sqlite"


def desk_url(folder: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The database that several desks share, if :data:`VARIABLE` names one; else this user's own in ``folder``."""
    return environment.get(VARIABLE, "").strip() or f"sqlite:///{folder / FILE}"


def own_folder() -> Path:
    """Where this user's desk and the copy of a shared one are."""
    from platformdirs import user_data_path

    return user_data_path("jz-travel", appauthor=False)


def is_there(url: str) -> bool:
    """Whether it is worth opening: a shared database always, one's own once something was kept in it."""
    return not url.startswith("sqlite:///") or Path(url.removeprefix("sqlite:///")).is_file()
