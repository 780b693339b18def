"""The ways into what is online: from menu, search box, details and map."""

from PySide6.QtCore import QObject

from jz_travel.domain.own_places import OwnPlace
from jz_travel.domain.places import PlaceId
from jz_travel.ui.edits import Edits
from jz_travel.ui.main_window import MainWindow
from jz_travel.ui.online.network import Network
from jz_travel.ui.online.place_dialog import PlaceDialog
from jz_travel.ui.online.settings_dialog import OnlineDialog
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look


class OnlineDoors(QObject):
    """Opens the dialogues and does what they answer; a child of the window."""

    def __init__(self, main: MainWindow, network: Network, session: Session, edits: Edits, look: Look) -> None:
        super().__init__(main)
        self._main, self._network, self._session, self._edits, self._look = main, network, session, edits, look
        self._picking: PlaceDialog | None = None
        main.map.view.picked_position.connect(self._picked)

    def choose_services(self) -> None:
        dialog = OnlineDialog(self._main, self._network, self._look)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_place(self, text: str = "") -> None:
        """A new place; ``text`` is what was searched for."""
        self._open(PlaceDialog(self._main, self._network, self._look, text), self._edits.add_own)

    def change_place(self, place: str) -> None:
        own = self._session.trip.own_place(PlaceId(place))
        if own is not None:
            self._open(PlaceDialog(self._main, self._network, self._look, own=own), self._edits.change_own)

    def _open(self, dialog: PlaceDialog, act: object) -> None:
        assert callable(act)

        def made(place: OwnPlace) -> None:
            act(place)
            self._main.left.show_details(self._session.trip.newest_own.id if not place.id else place.id)

        dialog.made.connect(made)
        dialog.pick_wanted.connect(lambda: self._pick(dialog))
        dialog.services_wanted.connect(self.choose_services)
        dialog.open()

    def _pick(self, dialog: PlaceDialog) -> None:
        """The dialogue steps aside until the map has been clicked."""
        self._picking = dialog
        dialog.hide()
        say = self._look.words.say
        self._main.actions_.statistics.setChecked(False)
        self._main.map.view.pick_position()
        self._main.notices.say(say("Click where the place is."), "info", say("Cancel"), self._pick_no_more)

    def _pick_no_more(self) -> None:
        self._main.map.view.pick_position(False)
        self._come_back()

    def _picked(self, lat: float, lon: float) -> None:
        if self._picking is not None:
            self._picking.take_position(lat, lon)
            self._main.notices.hide()
            self._come_back()

    def _come_back(self) -> None:
        dialog, self._picking = self._picking, None
        if dialog is not None:
            dialog.open()


def connect_online(main: MainWindow, network: Network, session: Session, edits: Edits, look: Look) -> None:
    """Joins the window to the network, which asks nobody until a service is chosen."""
    doors = OnlineDoors(main, network, session, edits, look)
    network.said.connect(main.notices.say)
    main.places.not_found.connect(doors.ask_place)
    main.details.change_wanted.connect(doors.change_place)
    main.actions_.connect_all({"own_place": doors.ask_place, "online": doors.choose_services})
