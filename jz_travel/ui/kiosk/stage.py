"""Where things stand on the screen: a picture or the map, a heading, what can be touched, and the dock.

The upper third is for looking; whatever is touched stands in the lower two thirds, where everybody reaches it.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from jz_travel.ui.kiosk.card import GAP
from jz_travel.ui.kiosk.dock import Dock
from jz_travel.ui.kiosk.page import MapAt, Page
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.touch_map import TouchMap
from jz_travel.ui.parts.pictures import Picture
from jz_travel.ui.parts.widgets import label, named, set_state

MARGIN = 24
BESIDE_SHARE = 0.36
"""Of a wide screen, for the picture."""
MOST_WORDS, LARGE_WORDS = 0.72, 0.7
"""Of the upper third, for the heading; of that, for one in large letters."""
LOW = 900
"""Of a wide screen with fewer rows of pixels everybody reaches the top, and there is no room to leave empty."""


class Stage(QWidget):
    """Shows one page at a time and gives the old one back to Qt; the map stays, as it takes seconds to load."""

    def __init__(self, sitting: Sitting, touch_map: TouchMap) -> None:
        super().__init__()
        self.map, self._sitting = touch_map, sitting
        self._page: Page | None = None
        self._picture = Picture(shape=0.5)
        self._title, self._lead = label("display"), label()
        self._head = named(QWidget(), "kioskHead")
        column = QVBoxLayout(self._head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        self._lead.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._dock: Dock | None = None
        for part in (touch_map, self._picture, self._head):
            part.setParent(self)
            part.show()
        self.map.view.ready.connect(self.arrange)

    @property
    def page(self) -> Page | None:
        return self._page

    @property
    def title(self) -> QLabel:
        return self._title

    @property
    def is_held(self) -> bool:
        """Whether a finger is on something: taken away from under it, its touch would be lost."""
        return any(each.isDown() for each in self.findChildren(QAbstractButton))

    def show_page(self, page: Page, dock: Dock | None) -> None:
        """Take the place of what was shown before."""
        for old in (self._page, self._dock):
            if old is not None:
                old.hide()
                old.deleteLater()
        if self._page is not None:
            self._page.leave()
        self._page, self._dock = page, dock
        self.retell()
        for part in (page, dock):
            if part is not None:
                part.setParent(self)
                part.show()
        self.arrange()
        page.setFocus()

    def retell(self) -> None:
        """The heading anew: pages say more while they are shown."""
        page = self._page
        assert page is not None
        self._title.setText(page.title)
        self._lead.setText(page.lead)
        self._lead.setVisible(bool(page.lead))
        if page.picture is not None:
            self._picture.show_file(page.picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Of what no part of the stage took for itself."""
        if self._page is not None:
            self._page.touched_beside()

    @property
    def upright(self) -> bool:
        return self.height() > self.width()

    def arrange(self) -> None:
        if self._page is None or self.width() < 2:
            return
        dock = self._dock.height_for(self.width()) if self._dock is not None else 0
        room = QRect(0, 0, self.width(), self.height() - dock)
        if self._dock is not None:
            self._dock.setGeometry(0, self.height() - dock, self.width(), dock)
        third = self.height() // 3
        self._head.setHidden(self._page.is_dark)
        if self._page.is_dark and self.map.view.is_ready:  # before that, it must be seen to get ready
            self._darken()
            return
        (beside, head, below) = self._upright(room, third) if self.upright else self._wide(room, third)
        self._head.setGeometry(head)
        self._page.setGeometry(below)
        self._place_map(beside, below)

    def _darken(self) -> None:
        assert self._page is not None
        self.map.hide()
        self._picture.hide()
        self._page.setGeometry(self.rect())

    def _upright(self, room: QRect, third: int) -> tuple[QRect, QRect, QRect]:
        words = self._head_height(room.width() - 2 * MARGIN, round(third * MOST_WORDS))
        beside = QRect(0, 0, room.width(), third - words - GAP)
        head = QRect(MARGIN, third - words, room.width() - 2 * MARGIN, words)
        below = QRect(MARGIN, third + GAP, room.width() - 2 * MARGIN, room.height() - third - 2 * GAP)
        return beside, head, below

    def _wide(self, room: QRect, third: int) -> tuple[QRect, QRect, QRect]:
        beside = QRect(0, 0, round(room.width() * BESIDE_SHARE), room.height())
        left = beside.width() + MARGIN
        wide = room.width() - left - MARGIN
        words = self._head_height(wide, third - MARGIN - GAP)
        assert self._page is not None
        starts = MARGIN + words + GAP if self._page.starts_high or self.height() < LOW else third
        head = QRect(left, starts - GAP - words, wide, words)
        return beside, head, QRect(left, starts, wide, room.height() - starts - GAP)

    def _head_height(self, width: int, most: int) -> int:
        """A heading with room around it is read from further away."""
        for large in (True, False):
            for each in (self._title, self._lead):
                set_state(each, "large", large)
            needed = self._title.heightForWidth(width) + 6
            if self._lead.text():
                needed += self._lead.heightForWidth(width) + 6
            if needed <= most * (LARGE_WORDS if large else 1):
                break
        return min(needed, most)

    def _place_map(self, beside: QRect, below: QRect) -> None:
        assert self._page is not None
        at = self._page.map_at
        # A page that is hidden while it loads may never get ready: until then the map stands where the picture would.
        if at is MapAt.NOWHERE and not self.map.view.is_ready:
            at = MapAt.BESIDE
        self._picture.setVisible(at is not MapAt.BESIDE)
        self._picture.setGeometry(beside)
        self._page.setVisible(True)
        self.map.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not self._page.map_answers)
        if at is MapAt.NOWHERE:
            self.map.hide()
            return
        self.map.setGeometry(beside if at is MapAt.BESIDE else self._page.map_room(below))
        self.map.show()
        if at is MapAt.BELOW:
            self.map.raise_()
