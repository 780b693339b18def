"""The map and the session: places, the trip and the selection go to the map, clicks come back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_travel.domain.holidays import HolidayCalendar
from jz_travel.domain.places import PlaceId
from jz_travel.domain.schedule import Schedule
from jz_travel.mapping.captions import captions
from jz_travel.mapping.layers import layers_overlay, load_overlay
from jz_travel.mapping.overlay import places_overlay, trip_overlay
from jz_travel.regions import Shelf
from jz_travel.store.settings import Settings
from jz_travel.ui.map.bases import MapBases
from jz_travel.ui.map.measuring import Measuring
from jz_travel.ui.map.view import MapView
from jz_travel.ui.session import Selection, Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.web.map_routes import online_tiles, pack_tiles
from jz_travel.ui.web.tile_fetcher import TileFetcher


class MapPane(QWidget):
    """``add_wanted`` and ``details_wanted`` come from the card of a place on the map."""

    add_wanted = Signal(str, QPoint)
    said = Signal(str, str)
    details_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        look: Look,
        kept_in: Path,
        calendar: HolidayCalendar,
        settings: Settings,
        shelf: Shelf,
    ) -> None:
        super().__init__()
        self._session, self._look, self._calendar, self._settings = session, look, calendar, settings
        self._from_map = False
        self._loaded_day: date | None = None
        fetcher = TileFetcher()
        self.shelf = shelf
        self.bases = MapBases(look, settings, fetcher, shelf)
        routes, later = {"packs": pack_tiles(shelf)}, {"online": online_tiles(fetcher)}
        self.view = MapView(look.theme, look.words.language, self._captions(), kept_in, routes, later)
        self.view.switch(settings.map_switches)
        self._measuring = Measuring(look, self.view.show_measured)
        self.view.measured.connect(self._measuring.asked)
        self.view.base_chosen.connect(self.bases.choose)
        self.view.bases_wanted.connect(self.choose_base)
        self.bases.changed.connect(self._show_bases)
        self.bases.works.connect(self.view.base_works)
        self.bases.said.connect(self.said)
        self._show_bases()
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
        self._told_day, self._told_places = session.trip.starts, session.catalogue
        self._show_places()
        self._show_trip(session.schedule)

    def fit(self) -> None:
        self.view.fit()

    def _show_opened(self) -> None:
        self._show_places()
        self.view.fit()  # wherever the visitor was looking, another trip is seen whole

    @property
    def approval(self) -> str:
        return self._settings.map_approval

    def settings(self, before: Settings) -> Settings:
        """What to remember of the map."""
        chosen = self.bases.chosen
        return replace(
            before, map_switches=self.view.switches, map_base=chosen.base, map_address=chosen.address,
            map_credit=chosen.credit, map_key=chosen.key,
        )  # fmt: skip

    def choose_base(self) -> None:
        from jz_travel.ui.map.sources import MapSources

        dialog = MapSources(self.window(), self._look, self.bases.chosen, self.bases.packs, self.choose_packs)
        dialog.accepted.connect(lambda: self.bases.take(dialog.chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose_packs(self) -> None:
        from jz_travel.ui.packs.dialog import PacksDialog

        dialog = PacksDialog(self.window(), self.shelf, self._look)
        dialog.changed.connect(self.bases.packs_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_bases(self) -> None:
        self.view.show_bases(self.bases.listed(), self.bases.shown)
        self.view.base_works(True)

    def _captions(self) -> dict[str, str | list[str]]:
        return captions(self._look.words, self.approval)

    def take_calendar(self, calendar: HolidayCalendar) -> None:
        """Other days are known to be full."""
        self._calendar, self._loaded_day = calendar, None
        self._show_load()

    def _show_load(self) -> None:
        """Of the day that is looked at, else of the first one."""
        trip, selected = self._session.trip, self._session.selection.day
        known = selected is not None and any(day.id == selected for day in trip.days)
        shown = trip.date_of(selected) if selected is not None and known else trip.starts
        if shown == self._loaded_day:
            return
        self._loaded_day = shown
        calendar = self._calendar
        load = load_overlay(
            self._session.catalogue, self._look.words, shown, lambda day, place: calendar.load(day, place).level
        )
        self.view.show_load(load)

    def _show_places(self) -> None:
        self._told_day = self._session.trip.starts
        self._told_places = self._session.catalogue
        self.view.show_places(places_overlay(self._session.catalogue, self._look.words, self._told_day))
        self.view.show_layers(layers_overlay(self._session.catalogue, self._look.words))
        self._loaded_day = None
        self._show_load()

    def _show_trip(self, schedule: Schedule) -> None:
        if schedule.trip.starts != self._told_day or self._session.catalogue is not self._told_places:
            self._show_places()  # the cards say the hours of the trip's first day; own places come and go
        self.view.show_trip(trip_overlay(schedule, self._session.catalogue, self._look.words))

    def _clicked(self, place: str) -> None:
        # The map already shows its own card: the selection that follows must not open it again or move the map.
        self._from_map = True
        self._session.point_at_place(PlaceId(place))
        self._from_map = False

    def _follow(self, selection: Selection) -> None:
        if not self._from_map:
            self.view.select(selection.place)
        self.view.highlight_day(self._session.selected_day)
        self._show_load()

    def _restate(self) -> None:
        self.view.set_theme(self._look.theme)
        self._show_bases()
        self.view.set_language(self._look.words.language, self._captions())
        self._show_places()
        self._show_trip(self._session.schedule)
