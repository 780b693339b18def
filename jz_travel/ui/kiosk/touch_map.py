"""The map under fingers. Other than the window's it knows no ground from the network and opens no dialogue: what is
not there cannot be reached."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_travel.domain.places import PlaceId
from jz_travel.domain.schedule import Schedule
from jz_travel.mapping.captions import captions
from jz_travel.mapping.overlay import trip_overlay
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.where import OnMap, Sight
from jz_travel.ui.map.view import BEAT_MS as USUAL_BEAT_MS
from jz_travel.ui.map.view import MOST_MISSED_BEATS, MapView
from jz_travel.ui.session import Selection

BEAT_MS, MOST_MISSED = 1_000, 4
"""A page that hangs gives no signal: after four beats without an answer its process is ended. While it loads, the usual
patience holds: a slow machine is no sick one."""
RESTATE_MS = 60
"""Another language or look shows on the page first: the map, beside or behind it, takes as long as all the rest."""


class TouchMap(QWidget):
    """A touched place becomes the page of the visitor; the trip and the language follow the sitting by themselves."""

    def __init__(self, sitting: Sitting, kept_in: Path) -> None:
        super().__init__()
        self._sitting, self._session, self._look = sitting, sitting.session, sitting.look
        self._from_map = False
        self._approval = sitting.city.policy.approval
        words = self._look.words
        self.view = MapView(self._look.theme, words.language, captions(words, self._approval), kept_in)
        self.view.ready.connect(lambda: self.view.keep_pulse(BEAT_MS, MOST_MISSED))
        self.view.page.renderProcessTerminated.connect(
            lambda *_: self.view.keep_pulse(USUAL_BEAT_MS, MOST_MISSED_BEATS)
        )
        self._told_day = self._session.trip.starts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.add_requested.connect(self._wish)
        self.view.place_clicked.connect(self._clicked)
        self.view.details_requested.connect(self._tell_more)
        sitting.fit_wanted.connect(self.view.fit)
        self._session.changed.connect(self._show_trip)
        self._session.pointed.connect(self._follow)
        self._restating = QTimer(self)
        self._restating.setSingleShot(True)
        self._restating.setInterval(RESTATE_MS)
        self._restating.timeout.connect(self._restate)
        self._look.changed.connect(self._restating.start)
        self._tell()

    def _tell(self) -> None:
        self.view.set_theme(self._look.theme, touch=True)
        self.setAccessibleName(self._look.words.say("Map"))
        self._show_places()
        self._show_trip(self._session.schedule)

    def _restate(self) -> None:
        words = self._look.words
        self.view.set_language(words.language, captions(words, self._approval))
        self._tell()

    def _show_places(self) -> None:
        self._told_day = self._session.trip.starts
        told = self._sitting.city.for_map(self._look.words.language, self._told_day)
        self.view.show_places(told.places)
        self.view.show_layers(told.layers)
        self.view.show_load(told.load)

    def _show_trip(self, schedule: Schedule) -> None:
        if schedule.trip.starts != self._told_day:
            self._show_places()  # the cards say the hours of the trip's first day
        self.view.show_trip(trip_overlay(schedule, self._session.catalogue, self._look.words))

    def _clicked(self, place: str) -> None:
        # The map already shows its own card: the selection that follows must not open it again or move the map.
        self._from_map = True
        self._session.point_at_place(PlaceId(place))
        self._sitting.count("looked_at", place)
        if isinstance(self._sitting.where, OnMap):
            self._sitting.go(OnMap(PlaceId(place)))
        self._from_map = False

    def _tell_more(self, place: str) -> None:
        self._sitting.go(Sight(PlaceId(place)))

    def _wish(self, place: str) -> None:
        self._sitting.toggle_wish(PlaceId(place))

    def _follow(self, selection: Selection) -> None:
        if not self._from_map:
            self.view.select(selection.place)
        self.view.highlight_day(self._session.selected_day)
