"""The window: places left, the map, the days right."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QCloseEvent, QCursor, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from jz_travel.domain.holidays import HolidayCalendar
from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import DayId, StopId
from jz_travel.store.settings import Settings
from jz_travel.store.trips import SUFFIX
from jz_travel.ui.about import show_about
from jz_travel.ui.actions import Actions
from jz_travel.ui.days.board import Board
from jz_travel.ui.edits import Edits
from jz_travel.ui.header import Header
from jz_travel.ui.left_side import LeftSide
from jz_travel.ui.map.page import MapPage
from jz_travel.ui.map.pane import MapPane
from jz_travel.ui.menus import Menus
from jz_travel.ui.notices import NoticeBar
from jz_travel.ui.open_trip import OpenTrip
from jz_travel.ui.pages import Pages
from jz_travel.ui.parts.sheets import show_keys
from jz_travel.ui.right_side import RightSide
from jz_travel.ui.samples import SAMPLES
from jz_travel.ui.session import Selection, Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.motion import keep_calm
from jz_travel.ui.taking_along import TakingAlong
from jz_travel.ui.welcome import Welcome

if TYPE_CHECKING:
    from jz_travel.ui.bringing_in.bringing_in import BringingIn
    from jz_travel.ui.statistics.view import StatisticsView

PLACES_SHARE, MAP_SHARE, BOARD_SHARE = 296, 404, 580  # of a window 1280 wide
LEAST_WIDTH, LEAST_HEIGHT = 800, 440  # a screen of 800x480 less its title bar


class MainWindow(QMainWindow):
    """Only puts the parts together: what they do, they do through session, edits and the open trip."""

    def __init__(
        self,
        session: Session,
        edits: Edits,
        open_trip: OpenTrip,
        look: Look,
        map_pane: MapPane,
        calendar: HolidayCalendar,
        make_statistics: Callable[[], "StatisticsView"],
    ) -> None:
        super().__init__()
        self._session, self._edits, self._open_trip, self._look = session, edits, open_trip, look
        self.map = map_pane
        self.actions_ = Actions(self, session, look)
        self._menus = Menus(self, session, edits, self.actions_, look)
        self.header = Header(session, edits, self.actions_, look)
        self.left = LeftSide(session, edits, look)
        self.places, self.details = self.left.places, self.left.details
        self.board = Board(session, edits, look, calendar)
        self.welcome = Welcome(session, look)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._pages = Pages(self._parts, make_statistics, look)
        self._lay_out()
        self.notices = NoticeBar(look, self._centre)
        self._bringing_in: BringingIn | None = None
        self._taking_along = TakingAlong(self, self.actions_.take_along, session, look, self.notices)
        self._map_page = MapPage(self, session, look, self.notices, map_pane.approval)
        self._connect()
        self._say_title()

    def _lay_out(self) -> None:
        for part in (self.left, self.map, RightSide(self._session, self._look, self.board, self.welcome)):
            self._parts.addWidget(part)
        for position, share in enumerate((1, 4, 6)):
            self._parts.setStretchFactor(position, share)
        self._parts.setChildrenCollapsible(False)
        self.map.setMinimumWidth(168)
        self._centre = QWidget()
        whole = QVBoxLayout(self._centre)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._pages, 1)
        self.setCentralWidget(self._centre)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(1280, 800)
        self.setAcceptDrops(True)
        # A click beside everything ends typing; and at the start no field shouts.
        self._centre.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._centre.setFocus()

    def _connect(self) -> None:
        session, edits, menus = self._session, self._edits, self._menus
        self.places.add_wanted.connect(self._add)
        self.places.menu_wanted.connect(lambda place, where: menus.place(PlaceId(place), where))
        self.places.stop_unplanned.connect(lambda stop: edits.unplan(StopId(stop)))
        self.details.add_wanted.connect(lambda place, where: menus.choose_day(PlaceId(place), where))
        self.board.add_wanted.connect(self._find_for_day)
        self.board.day_menu_wanted.connect(lambda day, where: menus.day(DayId(day), where))
        self.board.stop_menu_wanted.connect(lambda stop, where: menus.stop(StopId(stop), where))
        self.board.details_wanted.connect(self._show_stop)
        self.map.add_wanted.connect(lambda place, where: menus.choose_day(PlaceId(place), where))
        self.map.said.connect(self.notices.say)
        self.map.details_wanted.connect(self.left.show_details)
        self.welcome.sample_wanted.connect(self._open_trip.open_sample)
        edits.refused.connect(self.notices.say)
        self._pages.said.connect(self.notices.say)
        edits.removed.connect(self.offer_undo)
        self._open_trip.leaving.connect(self._finish_typing)
        self._open_trip.said.connect(self.notices.say)
        self._open_trip.offered.connect(lambda text, button, act: self.notices.say(text, "info", button, act))
        session.changed.connect(lambda _: self._say_title())
        self._look.changed.connect(self._say_title)
        self._connect_actions()

    def _connect_actions(self) -> None:
        session, edits, open_trip, look = self._session, self._edits, self._open_trip, self._look
        self.actions_.connect_all(
            {
                "new_trip": open_trip.new,
                "trips": lambda: open_trip.choose(self),
                "open_file": lambda: open_trip.ask_file(self),
                "open_code": lambda: self.bringing_in.ask_code(), "bring_in": lambda: self.bringing_in.ask(),
                "print": self._taking_along.print,
                "save_copy": lambda: open_trip.save_copy(self), "versions": lambda: open_trip.choose_version(self),
                "undo": session.undo_stack.undo, "redo": session.undo_stack.redo,
                "search": self._focus_search, "add_place": self._add_selected, "details": self._show_selected,
                "earlier": lambda: self._with_stop(lambda stop: edits.move_within_day(stop, -1)),
                "later": lambda: self._with_stop(lambda stop: edits.move_within_day(stop, 1)),
                "day_before": lambda: self._with_stop(lambda stop: edits.move_to_neighbour_day(stop, -1)),
                "day_after": lambda: self._with_stop(lambda stop: edits.move_to_neighbour_day(stop, 1)),
                "unplan": lambda: self._with_stop(edits.unplan), "remove": lambda: self._with_stop(edits.remove),
                "add_day": edits.add_day, "fit_trip": self.map.fit, "map_page": self._map_page.ask,
                "next_pane": self._next_pane,
                "theme": lambda: look.wear("light" if look.theme.dark else "dark"),
                "keys": lambda: show_keys(self, self.actions_, look),
                "about": lambda: show_about(self, session.catalogue, look),
                "quit": self.close,
            }
        )  # fmt: skip
        self.actions_.statistics.toggled.connect(self._pages.show_statistics)
        self.actions_.calm.toggled.connect(partial(keep_calm, self.map.view))
        for action, sample in zip(self.actions_.samples, SAMPLES, strict=True):
            action.triggered.connect(lambda _=False, sample=sample: open_trip.open_sample(sample))
        self.actions_.languages.triggered.connect(lambda action: look.speak(action.data()))
        self.actions_.themes.triggered.connect(lambda action: look.choose(action.data()))
        self.actions_.text_sizes.triggered.connect(lambda action: look.wear(look.wanted_theme, int(action.data())))

    # What a visitor does

    @property
    def current_day(self) -> DayId:
        """The day that additions go to: the selected one, else the first."""
        trip, selected = self._session.trip, self._session.selection.day
        return selected if selected is not None and any(day.id == selected for day in trip.days) else trip.days[0].id

    def show_left(self, panel: QWidget) -> None:
        """A panel in the place of the list of places."""
        self.actions_.statistics.setChecked(False)
        self._pages.show_plan()
        self.left.show_panel(panel)

    def show_page(self, page: QWidget) -> None:
        """A page in the place of places, map and days."""
        self.actions_.statistics.setChecked(False)
        self._pages.show_page(page)

    @property
    def statistics(self) -> "StatisticsView | None":
        """The holiday statistics, once they were wanted."""
        return self._pages.statistics

    def _show_stop(self, stop: str) -> None:
        self._session.point_at_stop(StopId(stop))
        self.left.show_details(self._session.trip.stop(StopId(stop)).place)

    def _show_selected(self) -> None:
        if self._session.selection.place is not None:
            self.left.show_details(self._session.selection.place)

    def _add(self, place: str) -> None:
        """With one day, or a day selected, there is nothing to ask."""
        trip = self._session.trip
        if len(trip.days) == 1 or self._session.selection.day is not None:
            self._edits.add((PlaceId(place),), self.current_day)
        else:
            self._menus.choose_day(PlaceId(place), QCursor.pos())

    def _add_selected(self) -> None:
        if self._session.selection.place is not None:
            self._edits.add((self._session.selection.place,), self.current_day)

    def _find_for_day(self, day: str) -> None:
        self._session.point(Selection(day=DayId(day)))
        self._focus_search()

    def _focus_search(self) -> None:
        self.actions_.statistics.setChecked(False)
        self.left.focus_search()

    def _finish_typing(self) -> None:
        """What is half typed becomes an edit: a field gives its text away when the keyboard leaves it."""
        self._centre.setFocus()

    def _with_stop(self, act: Callable[[StopId], object]) -> None:
        stop = self._session.selection.stop
        if stop is not None:
            act(stop)

    def _next_pane(self) -> None:
        """F6 goes round: places, map, days."""
        panes: tuple[QWidget, ...] = (self.left, self.map, self.board)
        focused = self.focusWidget()
        inside = next((i for i, pane in enumerate(panes) if focused is not None and pane.isAncestorOf(focused)), -1)
        following = (inside + 1) % len(panes)
        if following == 0:
            self.left.take_focus()
        elif following == 1:
            self.map.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.board.focus_day()

    def offer_undo(self, text: str) -> None:
        undo_stack = self._session.undo_stack
        self.notices.say(text, "info", self._look.words.say("Undo"), undo_stack.undo)
        self.notices.hide_after(undo_stack.indexChanged)

    # The window itself

    def _say_title(self) -> None:
        name = " ".join(self._session.trip.name.split()).replace("[*]", "[*][*]")  # Qt's mark for unsaved work
        self.setWindowTitle(f"{name} – {self._look.words.say('Jiaozuo travel')}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.left.fit()
        super().resizeEvent(event)
        self.notices.place()

    @property
    def bringing_in(self) -> "BringingIn":
        """Made when it is first wanted: its readers take longer to load than the window."""
        if self._bringing_in is None:
            from jz_travel.ui.bringing_in.bringing_in import BringingIn

            self._bringing_in = BringingIn(self, self._session, self._look, self.notices, self._open_trip)
        return self._bringing_in

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if any(url.toLocalFile().endswith(SUFFIX) for url in urls) or (urls and self.bringing_in.fitting(urls)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        for url in urls:
            if url.toLocalFile().endswith(SUFFIX):
                self._open_trip.open_file(url.toLocalFile())
                return
        self.bringing_in.drop(self.bringing_in.fitting(urls))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:  # Qt itself notes all keys but shortcuts, until the next click
            self.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._open_trip.finish():
            super().closeEvent(event)
        else:
            event.ignore()

    def settings(self, before: Settings) -> Settings:
        """What to remember of the window."""
        return replace(
            self.map.settings(before),
            language=self._look.words.language,
            theme=self._look.wanted_theme,
            text_size=self._look.theme.text_percent,
            calm=self.actions_.calm.isChecked(),
            window=bytes(self.saveGeometry().data()),
            splitters=tuple(self._parts.sizes()),
        )

    def restore(self, settings: Settings) -> None:
        self.actions_.calm.setChecked(settings.calm)
        if settings.window:
            self.restoreGeometry(QByteArray(settings.window))
        known = len(settings.splitters) == self._parts.count()
        self._parts.setSizes(list(settings.splitters) if known else [PLACES_SHARE, MAP_SHARE, BOARD_SHARE])
