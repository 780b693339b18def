"""The menus of a place, a stop and a day: every drag has its twin here."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QActionGroup, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from jz_travel.domain.clock import DAY
from jz_travel.domain.places import GATEWAYS, Kind, Place, PlaceId
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import DayId, StopId
from jz_travel.ui.actions import Actions
from jz_travel.ui.days.badge import day_pixmap
from jz_travel.ui.days.hours import ask_day_hours
from jz_travel.ui.days.note import ask_day_note
from jz_travel.ui.edits import Edits
from jz_travel.ui.planning.asked import Wanting, wanting
from jz_travel.ui.session import Selection, Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import caption

BEST_KNOWN = 2
"""The tiers of stations that most visitors come through."""
Choose = Callable[[PlaceId | None], None]


class Menus:
    """Builds a menu when it is wanted and shows it; nothing is kept."""

    def __init__(self, window: QWidget, session: Session, edits: Edits, actions: Actions, look: Look) -> None:
        self._window, self._session, self._edits, self._actions, self._look = window, session, edits, actions, look

    def place(self, place: PlaceId, where: QPoint) -> None:
        self._show(self.place_menu(place), where)

    def stop(self, stop: StopId, where: QPoint) -> None:
        self._session.point_at_stop(stop)
        self._show(self.stop_menu(stop), where)

    def day(self, day: DayId, where: QPoint) -> None:
        self._show(self.day_menu(day), where)

    def choose_day(self, place: PlaceId, where: QPoint) -> None:
        """Only: which day."""
        menu = QMenu(self._window)
        self._add_days(menu, place)
        self._show(menu, where)

    # What is in them

    def place_menu(self, place: PlaceId) -> QMenu:
        say, trip = self._look.words.say, self._session.trip
        menu = QMenu(self._window)
        self._add_days(menu, place)
        menu.addSeparator()
        wished = place in trip.wishes
        text = say("Take off the wish list") if wished else say("Put on the wish list")
        menu.addAction(self._look.icon("heart"), text, partial(self._edits.toggle_wish, place))
        known = self._session.catalogue.get(place)
        if known is not None and known.is_sight:
            self._add_wantings(menu, place)
        if known is not None and known.is_base:
            menu.addSeparator()
            edits, icon = self._edits, self._look.icon
            menu.addAction(icon("train"), say("The trip begins here"), partial(edits.arrival, place))
            menu.addAction(icon("flag"), say("The trip ends here"), partial(edits.departure, place))
            if known.kind not in GATEWAYS:
                menu.addAction(icon("bed"), say("Stay here every night"), partial(edits.lodging_everywhere, place))
        if known is not None and known.is_own:
            menu.addSeparator()
            menu.addAction(self._look.icon("trash"), say("Remove this place"), partial(self._edits.remove_own, place))
        return menu

    def _add_days(self, menu: QMenu, place: PlaceId) -> None:
        words, trip = self._look.words, self._session.trip
        for index, day in enumerate(trip.days):
            label = words.say("Add to day {n} · {date}", n=index + 1, date=words.date_short(trip.date_of(day.id)))
            menu.addAction(self._badge(index), label, partial(self._edits.add, (place,), day.id))

    def _badge(self, index: int) -> QPixmap:
        return day_pixmap(self._look, index, self._look.theme.px(18))

    def _add_wantings(self, menu: QMenu, place: PlaceId) -> None:
        """What the planner shall do with a place."""
        say, now = self._look.words.say, wanting(self._session.trip, place)
        for how, icon, text in ((Wanting.MUST, "star", say("Must see")), (Wanting.AVOID, "eye_off", say("Avoid"))):
            new = None if now is how else how
            action = menu.addAction(self._look.icon(icon), text, partial(self._edits.want, place, new))
            _tick(action, now is how)

    def stop_menu(self, stop: StopId) -> QMenu:
        say, trip = self._look.words.say, self._session.trip
        menu = QMenu(self._window)
        menu.addAction(self._actions.details)
        menu.addSeparator()
        menu.addActions((self._actions.earlier, self._actions.later))
        move = menu.addMenu(self._look.icon("calendar"), say("Move to"))
        here = trip.day_of(stop).id
        for index, day in enumerate(trip.days):
            label = say("Day {n}", n=index + 1) + f" · {self._look.words.date_short(trip.starts + index * DAY)}"
            action = move.addAction(self._badge(index), label, partial(self._edits.move, stop, day.id))
            action.setEnabled(day.id != here)
        locked = trip.stop(stop).locked
        icon, text = ("unlock", say("Unlock")) if locked else ("lock", say("Lock"))
        menu.addAction(self._look.icon(icon), text, partial(self._edits.lock, stop, not locked))
        menu.addSeparator()
        menu.addActions((self._actions.unplan, self._actions.remove))
        return menu

    def day_menu(self, day: DayId) -> QMenu:
        words, trip, look = self._look.words, self._session.trip, self._look
        say, edits, here = words.say, self._edits, trip.day(day)
        index = trip.index_of(day)
        menu = QMenu(self._window)
        asked = (self._window, self._session, edits, look, day)
        menu.addAction(look.icon("clock"), say("Hours of the day …"), partial(ask_day_hours, *asked))
        menu.addAction(look.icon("pencil"), say("Note for this day …"), partial(ask_day_note, *asked))
        if index == 0:
            self._ends(menu, say("Trip begins at"), "train", trip.arrival, edits.arrival)
        self._nights(menu, say("Night after this day"), here.lodging, partial(edits.lodging, day))
        if index == len(trip.days) - 1:
            self._ends(menu, say("Trip ends at"), "flag", trip.departure, edits.departure)
        modes = menu.addMenu(look.icon("car"), say("Travel by"))
        one_of = QActionGroup(modes)
        for mode in Mode:
            action = one_of.addAction(modes.addAction(words.mode(mode), partial(edits.mode, day, mode)))
            _tick(action, mode is here.mode)
        lunch = menu.addAction(say("Time for lunch"), partial(edits.lunch, day, not here.lunch))
        _tick(lunch, here.lunch)
        menu.addAction(look.icon("cloud_rain"), say("Something came up …"), partial(self._something_came_up, day))
        menu.addSeparator()
        earlier = menu.addAction(look.icon("arrow_left"), say("Move day earlier"), partial(edits.move_day, day, -1))
        earlier.setEnabled(index > 0)
        later = menu.addAction(look.icon("arrow_right"), say("Move day later"), partial(edits.move_day, day, 1))
        later.setEnabled(index < len(trip.days) - 1)
        menu.addAction(look.icon("calendar_plus"), say("Add a day before"), partial(edits.add_day, day))
        menu.addAction(look.icon("trash"), say("Remove this day"), partial(edits.remove_day, day))
        return menu

    def _something_came_up(self, day: DayId) -> None:
        self._session.point(Selection(day=day))
        self._actions.repair.trigger()

    def _nights(self, menu: QMenu, title: str, chosen: PlaceId | None, choose: Choose) -> None:
        """The visitor's own beds, then all that are known; a town for whoever has booked another one. No stations."""
        bases = self._bases()
        own = [place for place in bases if place.is_own and place.kind not in GATEWAYS]
        stays = [place for place in bases if place.kind is Kind.STAY and not place.is_own]
        towns = [place for place in bases if place.kind is Kind.TOWN]
        choice = _Choice(menu.addMenu(self._look.icon("bed"), title), self._look, chosen, choose)
        choice.offer(self._chosen_elsewhere(chosen, own, stays), own, stays)
        choice.fold(self._look.words.say("Towns"), towns)

    def _ends(self, menu: QMenu, title: str, icon: str, chosen: PlaceId | None, choose: Choose) -> None:
        """Where a trip begins or ends: mostly a station; and whoever comes by car may begin anywhere."""
        say, bases = self._look.words.say, self._bases()
        own = [place for place in bases if place.is_own]
        gateways = [place for place in bases if place.kind in GATEWAYS and not place.is_own]
        usual = [place for place in gateways if place.tier <= BEST_KNOWN]
        choice = _Choice(menu.addMenu(self._look.icon(icon), title), self._look, chosen, choose)
        choice.offer(self._chosen_elsewhere(chosen, own, usual), own, usual)
        choice.fold(say("More stations"), [place for place in gateways if place not in usual])
        stays = [place for place in bases if place.kind is Kind.STAY and not place.is_own]
        choice.fold(say("Places to stay", context="map"), stays)
        choice.fold(say("Towns"), [place for place in bases if place.kind is Kind.TOWN])

    def _bases(self) -> list[Place]:
        """Where days can begin and end, by name."""
        words = self._look.words
        bases = [place for place in self._session.catalogue if place.is_base and self._located(place)]
        return sorted(bases, key=lambda each: words.sort_key(words.name(each), each.pinyin))

    def _chosen_elsewhere(self, chosen: PlaceId | None, *shown: list[Place]) -> list[Place]:
        """What is chosen is seen at once, wherever it belongs."""
        known = self._session.catalogue.get(chosen)
        return [known] if known is not None and not any(known in group for group in shown) else []

    def _located(self, place: Place) -> bool:
        return self._session.catalogue.position_of(place) is not None

    def _show(self, menu: QMenu, where: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)


class _Choice:
    """Places of which one is chosen, in groups, and less usual ones in menus of their own."""

    def __init__(self, menu: QMenu, look: Look, chosen: PlaceId | None, choose: Choose) -> None:
        self._menu, self._look, self._chosen, self._choose = menu, look, chosen, choose
        self._one_of = QActionGroup(menu)
        self._add(menu, look.words.say("Not decided"), None)

    def offer(self, *groups: list[Place]) -> None:
        for group in groups:
            self._menu.addSeparator()
            for place in group:
                self._add(self._menu, self._name(place), place.id)
        self._menu.addSeparator()

    def fold(self, title: str, places: list[Place]) -> None:
        """What is chosen stands above already."""
        below = self._menu.addMenu(title)
        for place in places:
            if place.id != self._chosen:
                self._add(below, self._name(place), place.id)

    def _name(self, place: Place) -> str:
        return caption(self._look.words.name(place))

    def _add(self, menu: QMenu, text: str, place: PlaceId | None) -> None:
        action = self._one_of.addAction(menu.addAction(text, partial(self._choose, place)))
        _tick(action, place == self._chosen)


def _tick(action: QAction, on: bool) -> None:
    action.setCheckable(True)
    action.setChecked(on)
    action.setIconVisibleInMenu(False)  # it would stand where the tick is
