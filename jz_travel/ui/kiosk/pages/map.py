"""The map to be touched, with the place that was touched last in words above it."""

from PySide6.QtCore import QRect

from jz_travel.domain.places import PlaceId
from jz_travel.domain.policy import Ability
from jz_travel.ui.kiosk.card import GAP
from jz_travel.ui.kiosk.page import MapAt, Page
from jz_travel.ui.kiosk.pages.see import short_of
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.where import Sight
from jz_travel.ui.parts.pictures import picture_file


class MapPage(Page):
    """``place`` None: the whole city; else the place that was touched, with what can be done about it."""

    map_at = MapAt.BELOW

    def __init__(self, sitting: Sitting, upright: bool, place: PlaceId | None) -> None:
        super().__init__(sitting, upright)
        words, catalogue = self.words, sitting.city.catalogue
        shown = catalogue.get(place)
        self._rows = 0
        self.title, self.lead = self.say("Map"), self.say("Touch a place. Move the map with one finger, zoom with two.")
        self.column.addStretch(1)
        if shown is not None:
            self.title, self.lead = words.name(shown), short_of(self, shown)
            if shown.text:
                self.lead = f"{self.lead}\n{words.text(shown.text)}"
            self.picture = picture_file(shown)
            sitting.session.point_at_place(shown.id)
            self._add_buttons(shown.id)
        elif any(True for _ in sitting.session.trip.stops()):
            self.add_row(self.button(self.say("Show my whole trip"), self._fit, icon="zoom_fit"))
            self._rows = 1

    def _add_buttons(self, place: PlaceId) -> None:
        row = [self.button(self.say("More about it"), self.go(Sight(place)), icon="info")]
        shown = self.sitting.city.catalogue[place]
        if self.sitting.city.policy.allows(Ability.PLAN) and shown.is_sight:
            wished = place in self.sitting.session.trip.wishes
            text = self.say("On my wish list") if wished else self.say("I want to go there")
            row.append(self.button(text, lambda: self.sitting.toggle_wish(place), icon="check" if wished else "heart"))
        self.add_row(*row)
        self._rows = 1

    def _fit(self) -> None:
        self.sitting.fit_wanted.emit()

    def map_room(self, below: QRect) -> QRect:
        return below.adjusted(0, 0, 0, -self._rows * (self.sitting.look.theme.px(50) + GAP))
