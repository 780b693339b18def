"""What a drag carries inside the window: places of the catalogue, or a stop of the trip."""

import json
import secrets
from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QMimeData

from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import StopId

PLACES_TYPE = "application/x-jztravel-places"
# A stop means something only in the window it comes from: another window has a stop of the same name.
STOP_TYPE = f"application/x-jztravel-stop-{secrets.token_hex(8)}"


def places_mime(places: Iterable[PlaceId]) -> QMimeData:
    """A drag of places from the list, in their order."""
    mime = QMimeData()
    mime.setData(PLACES_TYPE, QByteArray(json.dumps(list(places)).encode()))
    return mime


def stop_mime(stop: StopId) -> QMimeData:
    """A drag of one stop within the trip."""
    mime = QMimeData()
    mime.setData(STOP_TYPE, QByteArray(stop.encode()))
    return mime


def dragged_places(mime: QMimeData) -> tuple[PlaceId, ...]:
    """The places of a drag; empty for anything else, also for bytes another program made up."""
    if not mime.hasFormat(PLACES_TYPE):
        return ()
    try:
        found = json.loads(bytes(mime.data(PLACES_TYPE).data()))
    except (ValueError, RecursionError):
        return ()
    return tuple(PlaceId(each) for each in found if isinstance(each, str)) if isinstance(found, list) else ()


def dragged_stop(mime: QMimeData) -> StopId | None:
    """The stop of a drag; None for anything else. Whether the trip still has it, the receiver looks up."""
    if not mime.hasFormat(STOP_TYPE):
        return None
    return StopId(bytes(mime.data(STOP_TYPE).data()).decode("utf-8", "replace"))
