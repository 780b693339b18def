"""Everything about one place, with where it says so: picture, text, hours, tickets, heritage; and its stop."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jz_travel.domain.places import Place, PlaceId
from jz_travel.domain.schedule import Schedule
from jz_travel.domain.texts import Evidence
from jz_travel.ui.days.stop_editor import StopEditor
from jz_travel.ui.edits import Edits
from jz_travel.ui.parts.elided import Elided
from jz_travel.ui.parts.pictures import Picture, picture_file
from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.parts.widgets import button, clear, label
from jz_travel.ui.planning.wanted import WantedChips
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import held_together

STACKED_FROM = 150
"""Per cent of text size: a season and its hours do not fit side by side."""


class Details(QFrame):
    """``closed`` when the visitor wants the list back; ``place_wanted`` for a sight inside, or its area."""

    closed = Signal()
    place_wanted = Signal(str)
    change_wanted = Signal(str)
    """For an own place."""
    add_wanted = Signal(str, QPoint)

    def __init__(self, session: Session, edits: Edits, look: Look) -> None:
        super().__init__()
        self.setObjectName("details")
        self._session, self._edits, self._look = session, edits, look
        self._place: Place | None = None
        self._back = button("flat")
        self._back.setIcon(look.icon("chevron_left", "accent"))
        self._back.clicked.connect(self.closed)
        self._picture = Picture(radius=look.theme.radius("large"))
        self._name, self._other, self._what = (label(role, selectable=True) for role in ("title", "muted", "muted"))
        self._add = button("main")
        self._add.setIcon(look.icon("plus", "accent_ink"))
        self._add.clicked.connect(self._ask_day)
        self._wish = QToolButton()
        self._wish.clicked.connect(self._toggle_wish)
        self._wanted = WantedChips(session, edits, look)
        self._editor = StopEditor(session, edits, look)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(4)
        self._scroll = ReadingArea()
        self.setFocusProxy(self._back)
        self._lay_out()
        session.changed.connect(self._schedule_changed)
        look.changed.connect(self._retell)
        self._retell()

    def _lay_out(self) -> None:
        column = self._scroll.column
        column.setContentsMargins(14, 0, 14, 20)
        column.setSpacing(8)
        column.addWidget(self._picture)
        column.addWidget(self._name)
        column.addWidget(self._other)
        column.addWidget(self._what)
        row = QHBoxLayout()
        row.addWidget(self._add, 1)
        row.addWidget(self._wish)
        column.addLayout(row)
        column.addWidget(self._wanted)
        column.addWidget(self._editor)
        column.addLayout(self._facts)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.setSpacing(6)
        top = QHBoxLayout()
        top.setContentsMargins(6, 0, 14, 0)
        top.addWidget(self._back)
        top.addStretch(1)
        outer.addLayout(top)
        outer.addWidget(self._scroll, 1)

    # What it shows

    @property
    def place(self) -> PlaceId | None:
        return self._place.id if self._place else None

    def show_place(self, place: PlaceId) -> None:
        known = self._session.catalogue.get(place)
        if known is None:
            return
        if self._place is not known:
            self._scroll.verticalScrollBar().setValue(0)
        self._place = known
        self._fill()

    def _schedule_changed(self, schedule: Schedule) -> None:
        if self._place is None or not self.isVisible():
            return
        now = self._session.catalogue.get(self._place.id)
        if now is None:
            self.closed.emit()
        elif now is not self._place:
            self.show_place(now.id)
        else:
            self._show_trip_side()

    def _retell(self) -> None:
        self._back.setText(self._look.words.say("Places"))
        self._editor.retell()
        if self._place is not None:
            self._fill()

    def _show_trip_side(self) -> None:
        assert self._place is not None
        say, trip = self._look.words.say, self._session.trip
        selection = self._session.selection
        stop = selection.stop if selection.place == self._place.id else None
        self._editor.show_stop(stop)
        self._wanted.show_place(self._place)
        self._wish.setVisible(not self._place.is_sight)  # for a sight the chips say it
        self._add.setText(say("Add again") if trip.visits_of(self._place.id) else say("Add to the trip"))
        wished = self._place.id in trip.wishes
        self._wish.setIcon(self._look.icon("heart", "danger" if wished else "ink_muted"))
        self._wish.setToolTip(say("Take off the wish list") if wished else say("Put on the wish list"))
        self._wish.setAccessibleName(self._wish.toolTip())

    def _fill(self) -> None:
        place, words, catalogue = self._place, self._look.words, self._session.catalogue
        assert place is not None
        self._name.setText(words.name(place))
        other = words.other_name(place)
        self._other.setText(f"{other}  {place.pinyin}" if other == place.name.zh_hans else other)
        self._other.setVisible(not place.is_own)  # which has one name
        where = catalogue.area_of(place)
        parts = [words.kind(place.kind), words.near(place, where)]
        parts += [place.rating] if place.rating else []
        parts += [words.theme(theme) for theme in place.themes]
        self._what.setText(held_together(" · ".join(dict.fromkeys(parts))))  # a kind and a theme can have the same name
        self._picture.show_file(picture_file(place))
        self._picture.setAccessibleName(words.name(place))
        clear(self._facts)
        self._tell_facts(place)
        self._show_trip_side()

    def _tell_facts(self, place: Place) -> None:
        words, catalogue, say = self._look.words, self._session.catalogue, self._look.words.say
        for photo in place.photos[:1]:
            self._small(say("Photo: {author}, {licence}", author=photo.author, licence=photo.licence))
        if place.text:
            self._paragraph(words.text(place.text))
        if place.is_sight:
            self._section(say("Opening hours"))
            self._lines(words.hours_table(place))
            self._sources([opening.evidence for opening in place.hours.openings])
            self._section(say("How long"))
            stay = place.visit
            assumed = say("our assumption") if stay.assumed else ""
            usual = " · ".join(filter(None, (words.duration(stay.usual), assumed)))
            span = f"{words.duration(stay.short)} – {words.duration(stay.long)}"
            self._lines([(say("usually"), usual), (say("short – long"), span)])
            self._sources([stay.evidence])
        if place.season:
            self._section(say("Best season"))
            self._paragraph(words.text(place.season.text))
            self._sources([place.season.evidence])
        if place.tickets:
            self._section(say("Tickets"))
            for ticket in place.tickets:
                self._paragraph(words.ticket(ticket))
            self._sources([ticket.evidence for ticket in place.tickets])
        if place.notes:
            self._section(say("Good to know"))
            for note in place.notes:
                self._paragraph(words.text(note.text))
            self._sources([note.evidence for note in place.notes])
        if place.heritage:
            self._section(say("Heritage"))
            for each in place.heritage:
                self._paragraph(f"{words.text(each.label)} {each.year or ''}".strip())
            self._sources([each.evidence for each in place.heritage])
        if place.contact.phones or place.contact.address:
            self._section(say("Contact"))
            for text in (place.contact.address, *place.contact.phones, *place.contact.websites):
                if text:
                    self._paragraph(text)
            self._sources([place.contact.evidence])
        self._tell_position(place)
        inside = catalogue.sights_inside.get(place.id, ())
        if inside:
            self._section(say("Sights inside"))
            for sight in inside:
                self._link(sight)
        elif place.area and place.area in catalogue:
            self._section(say("Part of"))
            self._link(catalogue[place.area])

    def _tell_position(self, place: Place) -> None:
        words, say = self._look.words, self._look.words.say
        self._section(say("Position"))
        if place.position is None:
            self._paragraph(say("Not known; ask on the spot."))
            return
        position = place.position
        within = say("within about {distance}", distance=words.distance(position.within_m))
        self._paragraph(f"{position.lat:.3f}, {position.lon:.3f} · {within}")
        if place.is_own:
            self._own_buttons(place)
        else:
            self._small(say("Compared from public listings; nobody has confirmed it on the ground."))

    def _own_buttons(self, place: Place) -> None:
        say = self._look.words.say
        change, remove = button("flat", say("Change this place …")), button("flat", say("Remove this place"))
        change.setIcon(self._look.icon("pencil", "accent"))
        remove.setIcon(self._look.icon("trash", "accent"))
        change.clicked.connect(lambda: self.change_wanted.emit(place.id))
        remove.clicked.connect(lambda: self._edits.remove_own(place.id))
        for each in (change, remove):
            self._facts.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)

    # Pieces

    def _section(self, title: str) -> None:
        self._add_label(title, "section").setContentsMargins(0, 12, 0, 0)

    def _paragraph(self, text: str) -> None:
        self._add_label(text, "")

    def _small(self, text: str) -> None:
        self._add_label(text, "small")

    def _lines(self, rows: Sequence[tuple[str, str]]) -> None:
        """Names, and what is known beside each; where text is large, below it."""
        large = self._look.theme.text_percent >= STACKED_FROM
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        for at, (name, value) in enumerate(rows):
            left, right = label("muted", name, wrap=False), label("", value, selectable=True)
            grid.addWidget(left, 2 * at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(right, *((2 * at + 1, 0) if large else (2 * at, 1)))
        grid.setColumnStretch(0 if large else 1, 1)
        self._facts.addWidget(holder)

    def _sources(self, evidence: list[Evidence | None]) -> None:
        words, catalogue = self._look.words, self._session.catalogue
        said = dict.fromkeys(words.evidence(each, catalogue) for each in evidence if each is not None)
        if said:
            self._small(words.say("Source: {sources}", sources=words.say("; ", context="between sources").join(said)))

    def _link(self, place: Place) -> None:
        link = Elided(self._look.words.name(place))
        link.setProperty("flat", True)
        link.setIcon(self._look.icon("chevron_right", "accent"))
        link.clicked.connect(lambda: self.place_wanted.emit(place.id))
        self._facts.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_label(self, text: str, role: str) -> QLabel:
        made = label(role, held_together(text), selectable=True)
        self._facts.addWidget(made)
        return made

    # What a visitor does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _toggle_wish(self) -> None:
        if self._place is not None:
            self._edits.toggle_wish(self._place.id)

    def _ask_day(self) -> None:
        if self._place is not None:
            self.add_wanted.emit(self._place.id, self._add.mapToGlobal(QPoint(0, self._add.height())))
