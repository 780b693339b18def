"""The map and the session: places, the trip and the selection go to the map, clicks come back."""

from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_travel.domain.places import PlaceId
from jz_travel.domain.schedule import Schedule
from jz_travel.mapping.captions import captions
from jz_travel.mapping.overlay import places_overlay, trip_overlay
from jz_travel.ui.look import Look
from jz_travel.ui.map_view import MapView
from jz_travel.ui.session import Selection, Session


class MapPane(QWidget):
    """``add_wanted`` and ``details_wanted`` come from the card of a place on the map."""

    add_wanted = Signal(str, QPoint)
    details_wanted = Signal(str)

    def __init__(self, session: Session, look: Look, kept_in: Path) -> None:
        super().__init__()
        self._session, self._look = session, look
        self._from_map = False
        self.view = MapView(look.theme, look.words.language, captions(look.words), kept_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.place_clicked.connect(self._clicked)
        self.view.add_requested.connect(lambda place: self.add_wanted.emit(place, QCursor.pos()))
        self.view.details_requested.connect(self.details_wanted)
        self.view.background_clicked.connect(lambda: session.point(Selection(day=session.selection.day)))
        session.changed.connect(self._show_trip)
        session.opened.connect(lambda _: self._show_opened())
        session.pointed.connect(self._follow)
        look.changed.connect(self._restate)
        self._told_day = session.trip.starts
        self._show_places()
        self._show_trip(session.schedule)

    def fit(self) -> None:
        self.view.fit()

    def _show_opened(self) -> None:
        self._show_places()
        self.view.fit()  # wherever the visitor was looking, another trip is seen whole

    def _show_places(self) -> None:
        self._told_day = self._session.trip.starts
        self.view.show_places(places_overlay(self._session.catalogue, self._look.words, self._told_day))

    def _show_trip(self, schedule: Schedule) -> None:
        if schedule.trip.starts != self._told_day:
            self._show_places()  # the cards say the hours of the trip's first day
        self.view.show_trip(trip_overlay(schedule, self._session.catalogue, self._look.words))

    def _clicked(self, place: str) -> None:
        # The map already shows its own card: the selection that follows must not open it again or move the map.
        self._from_map = True
        self._session.point_at_place(PlaceId(place))
        self._from_map = False

    def _follow(self, selection: Selection) -> None:
        if not self._from_map:
            self.view.select(selection.place)
        trip = self._session.trip
        days = [day.id for day in trip.days]
        self.view.highlight_day(days.index(selection.day) + 1 if selection.day in days else None)

    def _restate(self) -> None:
        self.view.set_theme(self._look.theme)
        self.view.set_language(self._look.words.language, captions(self._look.words))
        self._show_places()
        self._show_trip(self._session.schedule)
