"""The map as a widget: what the program tells it goes in as JSON, what a visitor does with it comes out as signals."""

import logging
import os
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_travel.mapping.page import PAGE
from jz_travel.ui.style.theme import Theme, qcolor
from jz_travel.ui.web.guard import GuardedPage, GuardedProfile
from jz_travel.ui.web.map_routes import map_handler, start_of
from jz_travel.ui.web.scheme import LaterRoute, Route
from jz_travel.ui.web.wire import Program

log = logging.getLogger(__name__)
BEAT_MS = 5_000
MOST_MISSED_BEATS = 6
LOADING_BEATS = 3  # without any progress: now and then a page stops while it loads, for ever
MOST_RESTARTS = 3
CALM_MS = 60_000
LONGEST_NAME = 60


class MapView(QWidget):
    """The offline map.

    Everything told before the page is ready waits for it, and is told again if the page has to start over.
    """

    ready = Signal()
    place_clicked = Signal(str)
    add_requested = Signal(str)
    details_requested = Signal(str)
    background_clicked = Signal()
    picked_position = Signal(float, float)
    """Latitude and longitude, after :meth:`pick_position`."""
    switched = Signal(str, bool)
    """A layer was switched on or off by the visitor."""
    measured = Signal(list)
    """Rows of latitude, longitude and metres that the point may be off; the answer is :meth:`show_measured`."""
    base_chosen = Signal(str)
    bases_wanted = Signal()
    console_error = Signal(str)
    """A bug of the page; tests fail on it."""
    gave_up = Signal()
    """The page's process keeps ending; only the colour of the land is left."""

    def __init__(
        self,
        theme: Theme,
        language: str,
        captions: Mapping[str, Any],
        kept_in: Path,
        more: Mapping[str, Route] | None = None,
        later: Mapping[str, LaterRoute] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._captions = theme, language, captions
        self._told: dict[str, dict[str, Any]] = {}
        self._is_ready, self._level = False, logging.WARNING
        self._restarts = 0
        self._number = self._answered = self._last_beat = self._missed = 0
        self._program = Program(self)
        self._program.heard.connect(self._heard)
        self._view = QWebEngineView(self)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        # Nothing may lie over the view while it loads: a page whose pictures nobody takes stops, now and then for ever.
        # Until its first picture the land's colour shows: the page's own background, and ours behind it.
        self.setAutoFillBackground(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.setFocusProxy(self._view)
        self._start_page(kept_in, more, later)
        self._beat = QTimer(self)
        self._beat.setObjectName("beat")
        self._beat.timeout.connect(self._check_beat)
        self.keep_pulse(BEAT_MS, MOST_MISSED_BEATS)

    def keep_pulse(self, milliseconds: int, most_missed: int) -> None:
        """How often the page is asked whether it still answers, and after how many silences its process is ended."""
        self._most_missed = most_missed
        self._beat.start(milliseconds)

    # What the program says

    def show_places(self, places: Sequence[Mapping[str, Any]]) -> None:
        """Every place the map knows; see :mod:`jz_travel.mapping.overlay` for the fields."""
        self._tell("places", places=list(places))

    def show_trip(self, trip: Mapping[str, Any]) -> None:
        self._tell("trip", trip=trip)

    def show_layers(self, layers: Mapping[str, Any]) -> None:
        """Themes and areas; see :mod:`jz_travel.mapping.layers`."""
        self._tell("layers", **layers)

    def show_load(self, load: Mapping[str, Any] | None) -> None:
        """How full places are likely to be on one day."""
        self._tell("load", load=load)

    def switch(self, states: Mapping[str, bool]) -> None:
        """What the visitor switched on and off before, by the names that :attr:`switched` gave."""
        self._tell("switches", states=dict(states))

    def show_bases(self, bases: Sequence[Mapping[str, Any]], chosen: str) -> None:
        """The grounds to choose from, each ``id name credit layers max_zoom``, and the one that is drawn."""
        self._tell("bases", bases=list(bases), chosen=chosen)

    def base_works(self, works: bool) -> None:
        """Whether the chosen ground answers; if not, the offline map stands alone."""
        self._tell("base_works", works=works)

    def show_measured(self, answer: Mapping[str, Any]) -> None:
        self._tell("measured", answer=answer)
        self._told.pop("measured")  # a page that starts over measures nothing

    def select(self, place: str | None, *, card: bool = False) -> None:
        """Mark a place, and bring it into view. ``card``: open its card as well."""
        self._tell("select", id=place, card=card)

    def highlight_day(self, number: int | None) -> None:
        """Bring one day of the trip forward; days count from 1."""
        self._tell("day", day=number)

    def set_theme(self, theme: Theme, *, touch: bool = False) -> None:
        """Change colours and text size where the page stands; ``touch``: targets for fingers."""
        self._theme = theme
        self._colour_ground()
        self._tell("look", look=start_of(theme, self._language, self._captions, touch=touch)["look"])

    def set_language(self, language: str, captions: Mapping[str, Any]) -> None:
        """Names of places are told anew with :meth:`show_places`."""
        self._language, self._captions = language, captions
        self._tell("language", language=language, words=captions)

    def keep_calm(self, calm: bool) -> None:
        """Whether the map jumps instead of gliding."""
        self._tell("calm", calm=calm)

    def fit(self, places: Sequence[str] | None = None) -> None:
        """Show these places; None: the trip, or the whole city when there is no trip yet."""
        self._tell("fit", ids=None if places is None else list(places))

    def pick_position(self, on: bool = True) -> None:
        """The next click gives a position instead of a place."""
        self._tell("pick", on=on)

    @property
    def switches(self) -> dict[str, bool]:
        return dict(self._told.get("switches", {}).get("states", {}))

    @property
    def page(self) -> GuardedPage:
        return self._page

    @property
    def profile(self) -> GuardedProfile:
        return self._profile

    @property
    def is_ready(self) -> bool:
        return self._is_ready

    @property
    def is_settled(self) -> bool:
        """Whether the page has done everything it was told."""
        return self._is_ready and self._answered == self._number

    # The page

    def _start_page(
        self, kept_in: Path, more: Mapping[str, Route] | None, later: Mapping[str, LaterRoute] | None
    ) -> None:
        def start() -> dict[str, Any]:
            return start_of(self._theme, self._language, self._captions)

        handler = map_handler(kept_in, start, more, later)
        self._profile = GuardedProfile(handler)
        self._page = GuardedPage(self._profile, qcolor(self._theme.map["land"]), self)
        self._profile.setParent(self)  # after the page, so that it outlives it
        self._channel = QWebChannel(self._page)
        self._channel.registerObject("program", self._program)
        self._page.setWebChannel(self._channel)
        self._page.console_error.connect(self.console_error)
        self._page.renderProcessTerminated.connect(self._ended)
        self._page.loadProgress.connect(self._goes_on)
        self._view.setPage(self._page)
        self._colour_ground()
        self._page.load(QUrl(PAGE))

    def _colour_ground(self) -> None:
        land = qcolor(self._theme.map["land"])
        self._page.setBackgroundColor(land)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), land)
        self.setPalette(palette)

    def _tell(self, what: str, **message: Any) -> None:
        # Told again in the order it was last said: a later selection must not be overtaken by an earlier one.
        self._told.pop(what, None)
        self._told[what] = message
        if self._is_ready:
            self._say(what, message)

    def _say(self, what: str, message: Mapping[str, Any]) -> None:
        self._number += 1
        self._program.say({"do": what, "number": self._number, **message})

    def _heard(self, message: Mapping[str, Any]) -> None:
        match message:
            case {"event": "ready"}:
                self._begin()
            case {"event": "done", "number": int(number)}:
                self._answered = number
            case {"event": "place_clicked" | "add_requested" | "details_requested" as event, "id": str(place)}:
                getattr(self, event).emit(place)
            case {"event": "switched", "name": str(name), "on": bool(on)}:
                self._told["switches"] = {"states": {**self.switches, name[:LONGEST_NAME]: on}}
                self.switched.emit(name, on)
            case {"event": "measured", "points": list(points)}:
                self.measured.emit(points)
            case {"event": "base_chosen", "id": str(base)}:
                self.base_chosen.emit(base)
            case {"event": "bases_wanted"}:
                self.bases_wanted.emit()
            case {"event": "background_clicked"}:
                self.background_clicked.emit()
            case {"event": "picked_position", "lat": float(lat), "lon": float(lon)}:
                self._told.pop("pick", None)
                self.picked_position.emit(lat, lon)

    def _begin(self) -> None:
        self._is_ready = True
        for what, message in self._told.items():
            self._say(what, message)
        self.ready.emit()

    # When the page's process ends or hangs

    def _check_beat(self) -> None:
        if self._is_ready and self._answered >= self._last_beat:
            self._missed = 0
            self._say("beat", {})
            self._last_beat = self._number
            return
        self._missed += 1
        if self._missed >= self._patience:
            self._missed = 0
            self._end_process()

    @property
    def _patience(self) -> int:
        """A load that had to be taken up again may be slow for a good reason."""
        if self._is_ready or self._restarts:
            return self._most_missed
        return min(LOADING_BEATS, self._most_missed)

    def _goes_on(self, _: int) -> None:
        self._missed = 0

    def _end_process(self) -> None:
        """A page that hangs does not even load again: its process must end, which :meth:`_ended` then hears of."""
        process = self._page.renderProcessPid()
        self._level = logging.WARNING if self._is_ready or self._restarts else logging.INFO
        log.log(self._level, "the map does not answer; ending its process %s", process)
        if process > 0:
            os.kill(process, getattr(signal, "SIGKILL", signal.SIGTERM))
        else:
            self.start_over()

    def _ended(self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        log.log(self._level, "the map's process ended: %s, code %s", status.name, code)
        self.start_over()

    def start_over(self) -> None:
        """Load the page again and tell it everything anew."""
        self._is_ready, self._level = False, logging.WARNING
        self._answered = self._number
        self._missed = 0
        if self._restarts >= MOST_RESTARTS:
            self._beat.stop()
            self._view.hide()
            self.gave_up.emit()
            return
        self._restarts += 1
        QTimer.singleShot(CALM_MS, self, self._forgive)
        self._page.load(QUrl(PAGE))

    def _forgive(self) -> None:
        self._restarts = max(0, self._restarts - 1)
