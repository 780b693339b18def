"""What a drag carries inside the window: places of the catalogue, or a stop of the trip."""

import json
from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QMimeData

from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import StopId

PLACES_TYPE = "application/x-jztravel-places"
STOP_TYPE = "application/x-jztravel-stop"


def places_mime(places: Iterable[PlaceId]) -> QMimeData:
    mime = QMimeData()
    mime.setData(PLACES_TYPE, QByteArray(json.dumps(list(places)).encode()))
    return mime


def stop_mime(stop: StopId) -> QMimeData:
    mime = QMimeData()
    mime.setData(STOP_TYPE, QByteArray(stop.encode()))
    return mime


def dragged_places(mime: QMimeData) -> tuple[PlaceId, ...]:
    """The places of a drag; empty for anything else, also for bytes another program made up."""
    if not mime.hasFormat(PLACES_TYPE):
        return ()
    try:
        found = json.loads(bytes(mime.data(PLACES_TYPE).data()))
    except ValueError:
        return ()
    return tuple(PlaceId(each) for each in found if isinstance(each, str)) if isinstance(found, list) else ()


def dragged_stop(mime: QMimeData) -> StopId | None:
    if not mime.hasFormat(STOP_TYPE):
        return None
    return StopId(bytes(mime.data(STOP_TYPE).data()).decode("utf-8", "replace"))
