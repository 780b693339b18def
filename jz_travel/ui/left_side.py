"""Left of the map: the list of places, what is known of one, or a panel that something else puts there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from jz_travel.domain.places import PlaceId
from jz_travel.ui.edits import Edits
from jz_travel.ui.places.details import Details
from jz_travel.ui.places.panel import PlacesPanel
from jz_travel.ui.session import Selection, Session
from jz_travel.ui.style.look import Look

LEAST, LEAST_AT_MOST = 276, 420
BESIDE = 452
"""Pixels that map and days need at least, with the handles between."""


class LeftSide(QStackedWidget):
    """One of them is shown at a time; a place that is pointed at elsewhere follows here."""

    def __init__(self, session: Session, edits: Edits, look: Look) -> None:
        super().__init__()
        self._session, self._look = session, look
        self.places = PlacesPanel(session, look)
        self.details = Details(session, edits, look)
        self.addWidget(self.places)
        self.addWidget(self.details)
        self.places.details_wanted.connect(self.show_details)
        self.places.wish_toggled.connect(lambda place: edits.toggle_wish(PlaceId(place)))
        self.details.closed.connect(self.show_list)
        self.details.place_wanted.connect(self.show_details)
        session.opened.connect(lambda _: self.show_list())
        session.pointed.connect(self._follow)
        look.changed.connect(self.fit)
        self.fit()

    def show_list(self) -> None:
        self.setCurrentWidget(self.places)

    def show_details(self, place: str) -> None:
        if place not in self._session.catalogue:
            self.show_list()
            return
        if self._session.selection.place != place:
            self._session.point_at_place(PlaceId(place))
        self.details.show_place(PlaceId(place))
        if self.places.isAncestorOf(self.window().focusWidget() or self):
            self.details.setFocus(self._reason)  # else the focus would jump to the head of the window
        self.setCurrentWidget(self.details)

    def show_panel(self, panel: QWidget) -> None:
        if self.indexOf(panel) < 0:
            self.addWidget(panel)
        self.setCurrentWidget(panel)
        panel.setFocus(self._reason)

    @property
    def _reason(self) -> Qt.FocusReason:
        """By the last press in the window."""
        by_key = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        return Qt.FocusReason.ShortcutFocusReason if by_key else Qt.FocusReason.MouseFocusReason

    def focus_search(self) -> None:
        self.show_list()
        self.places.focus_search()

    def take_focus(self) -> None:
        """By the key that goes round the window."""
        shown = self.currentWidget()
        self.focus_search() if shown is self.places else (shown or self.details).setFocus()

    def _follow(self, selection: Selection) -> None:
        if self.currentWidget() is not self.details:
            return
        if selection.place is None or selection.place not in self._session.catalogue:
            self.show_list()
        else:
            self.details.show_place(selection.place)

    def fit(self) -> None:
        """Wide enough for the letters, but never over the map: a window that is too narrow for both lets words wrap."""
        room = max(LEAST, self.window().width() - BESIDE)
        self.setMinimumWidth(min(self._look.theme.px(LEAST), LEAST_AT_MOST, room))
