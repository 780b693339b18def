"""A place of one's own: found by name, by pasted coordinates, by a map link or by a click on the map."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from jz_travel.domain.own_places import LONGEST_NAME, OWN_KINDS, OwnPlace, on_the_map
from jz_travel.domain.places import Kind, PlaceId
from jz_travel.roads.map_links import Datum
from jz_travel.roads.online.geocoding import Finding
from jz_travel.roads.online.services import CREDITS
from jz_travel.roads.pasted import Pasted, Unreadable, read
from jz_travel.ui.online.network import Network
from jz_travel.ui.online.place_words import DATUMS, DOUBTS, KINDS, UNREADABLE, WITHIN
from jz_travel.ui.online.telling import tell
from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.parts.widgets import Combo, button, clearable, label, resize_within
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import one_line

READ_MS = 250  # after the last letter


class PlaceDialog(QDialog):
    """``made`` carries the place, with an empty id when it is new."""

    made = Signal(object)
    pick_wanted = Signal()
    services_wanted = Signal()

    def __init__(
        self, parent: QWidget, network: Network, look: Look, text: str = "", own: OwnPlace | None = None
    ) -> None:
        super().__init__(parent)
        self._network, self._look, self._own = network, look, own
        self._pasted: Pasted | None = None
        say = look.words.say
        self.setWindowTitle(say("A place of your own"))
        resize_within(self, look.theme.px(540), look.theme.px(520))
        self.asked, self.name = QLineEdit(text), QLineEdit()
        self.findings = QListWidget()
        self.datum, self.kind, self.within = Combo(), Combo(), Combo()
        self.note = QPlainTextEdit()
        self.told, self._credit = label("small"), label("small")
        self.look_up = button("", say("Find"))
        self.pick = button("", say("Click on the map"))
        self.save = button("main", say("Save") if own else say("Add to the trip"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(READ_MS)
        self._fill()
        self._lay_out()
        self._connect()
        self._show_own()
        if text:
            self._take_text()

    # Building

    def _fill(self) -> None:
        say = self._look.words.say
        for datum, text in DATUMS:
            self.datum.addItem(say(text), datum)
        for kind, text in zip(OWN_KINDS, KINDS, strict=True):
            self.kind.addItem(say(text), kind)
        for metres, text in WITHIN:
            self.within.addItem(say(text), metres)
        self.kind.setCurrentIndex(self.kind.findData(Kind.STAY))  # what most people have booked before they come
        self.name.setMaxLength(LONGEST_NAME)
        self.asked.setPlaceholderText(say("Coordinates, a map link, or a name"))
        clearable(self.asked, say("Clear the field"))
        self.note.setPlaceholderText(say("Note", context="field"))
        self.note.setTabChangesFocus(True)
        for each in (self.told, self.findings, self._credit):
            each.hide()
        for field, name in (
            (self.asked, say("Coordinates, a map link, or a name")),
            (self.findings, say("What was found")),
            (self.note, say("Note", context="field")),
        ):
            field.setAccessibleName(name)

    def _lay_out(self) -> None:
        say, px = self._look.words.say, self._look.theme.px
        search = QHBoxLayout()
        search.addWidget(self.asked, 1)
        search.addWidget(self.look_up)
        search.addWidget(self.pick)
        self.findings.setMaximumHeight(px(150))
        self.note.setMaximumHeight(px(76))
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(14)
        for name, field in (
            (say("Taken from"), self.datum),
            (say("Name"), self.name),
            (say("What for"), self.kind),
            (say("How exact"), self.within),
            (say("Note", context="field"), self.note),
        ):
            field.setAccessibleName(name)
            self._form.addRow(name, field)
        buttons = QHBoxLayout()
        self.services = button("flat", say("Online services …"))
        self.services.setAutoDefault(False)
        cancel = button("", say("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons.addWidget(self.services)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        for each in (self.look_up, self.pick, cancel, self.save):
            each.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(label("title", say("A place of your own")))
        column.addLayout(search)
        for part in (self.told, self.findings, self._credit):
            column.addWidget(part)
        reading = ReadingArea()
        reading.column.addLayout(self._form)
        reading.column.addStretch(1)
        column.addWidget(reading, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._take_text)
        self.asked.textChanged.connect(lambda _: self._pause.start())  # also by a screen reader
        self.asked.textChanged.connect(lambda text: self._cleared() if not text else None)
        self.asked.returnPressed.connect(self._entered)
        self.look_up.clicked.connect(self._search)
        self.pick.clicked.connect(self.pick_wanted)
        self.services.clicked.connect(self.services_wanted)
        self.datum.activated.connect(lambda _: self._datum_chosen())
        self.name.textChanged.connect(lambda _: self._may_save())
        self.findings.currentItemChanged.connect(lambda item, _: self._finding_chosen(item))
        self.save.clicked.connect(self._save)
        self._network.found.connect(self._found)
        self._network.not_found.connect(self._not_found)
        self._network.chosen.connect(self._services_chosen)  # no lambda: it would outlive the dialogue
        self.finished.connect(self._ended)

    def _show_own(self) -> None:
        self._form.setRowVisible(self.datum, False)
        if self._own is not None:
            own = self._own
            self._pasted = Pasted(own.lat, own.lon, Datum.WGS84)
            self.name.setText(own.name)
            self.kind.setCurrentIndex(max(0, self.kind.findData(own.kind)))
            nearest = min(range(len(WITHIN)), key=lambda row: abs(WITHIN[row][0] - own.within_m))
            self.within.setCurrentIndex(nearest)
            self.note.setPlainText(own.note)
            self._tell(self._where())
        self._may_save()
        self._may_search()

    # What a visitor does

    def take_position(self, lat: float, lon: float) -> None:
        """The map was clicked."""
        if on_the_map(lat, lon):
            self._take(Pasted(lat, lon, Datum.WGS84))
        else:
            self._tell(self._look.words.say(UNREADABLE[Unreadable.OFF_THE_MAP]), "warning")

    def _take_text(self) -> None:
        found = read(self.asked.text())
        if isinstance(found, Pasted):
            self._take(found)
        elif found is Unreadable.NOTHING:
            self._may_search()
            self._tell(self._hint())
        else:
            self._tell(self._look.words.say(UNREADABLE[found]), "warning")

    def _entered(self) -> None:
        self._pause.stop()
        self._take_text()
        if read(self.asked.text()) is Unreadable.NOTHING:
            self._search()

    def _search(self) -> None:
        query = self.asked.text().strip()
        if query and self._network.finds_places:
            self._tell(self._look.words.say("Asking …"))
            self._network.search(query[:200])

    def _datum_chosen(self) -> None:
        if self._pasted is not None:
            self._pasted = self._pasted.taken_as(Datum(self.datum.currentData()))
            self._tell(self._where())

    def _finding_chosen(self, item: QListWidgetItem | None) -> None:
        finding = item.data(Qt.ItemDataRole.UserRole) if item else None
        if isinstance(finding, Finding):
            self._take(Pasted(finding.lat, finding.lon, Datum.WGS84, finding.name))

    def _save(self) -> None:
        here = self._pasted
        if here is None:
            return
        kept = self._own or OwnPlace(PlaceId(""), "", 0, 0)
        self.made.emit(
            replace(
                kept,
                name=one_line(self.name.text(), LONGEST_NAME),
                lat=round(here.lat, 7),
                lon=round(here.lon, 7),
                within_m=self.within.currentData(),
                kind=Kind(self.kind.currentData()),  # Qt keeps the text of it only
                note=self.note.toPlainText().strip()[:20_000],
            )
        )
        self.accept()

    # What becomes of it

    def _take(self, found: Pasted) -> None:
        self._pasted = found
        if found.name and not self._own:
            self.name.setText(found.name)
        self._form.setRowVisible(self.datum, found.doubt is not None)
        self.datum.setCurrentIndex(self.datum.findData(found.datum))
        doubt = self._look.words.say(DOUBTS[found.doubt]) if found.doubt else ""
        self._tell("\n".join(filter(None, (self._where(), doubt))), "hint")
        self._may_save()

    def _found(self, query: str, findings: tuple[Finding, ...]) -> None:
        if query != self.asked.text().strip()[:200]:
            return
        near = [finding for finding in findings if on_the_map(finding.lat, finding.lon)]
        self.findings.clear()
        for finding in near:
            item = QListWidgetItem("\n".join(filter(None, (finding.name, one_line(finding.address, 70)))))
            item.setData(Qt.ItemDataRole.UserRole, finding)
            self.findings.addItem(item)
        self.findings.setVisible(bool(near))
        self._credit.setText(CREDITS.get(self._network.choice.search, ""))
        self._credit.setVisible(bool(near))
        words = self._look.words
        if near:
            self._tell(words.count("{n} place found.", "{n} places found.", len(near)))
            self.findings.setCurrentRow(0)
        elif findings:
            self._tell(words.say(UNREADABLE[Unreadable.OFF_THE_MAP]), "warning")
        else:
            self._tell(words.say("Nothing was found."), "warning")

    def _not_found(self, query: str, why: str) -> None:
        if query == self.asked.text().strip()[:200]:
            self._tell(why, "warning")

    def _cleared(self) -> None:
        self._tell(self._hint())
        self.findings.hide()
        self._credit.hide()

    def _ended(self) -> None:
        if self.isHidden():
            self.deleteLater()

    # Words

    def _where(self) -> str:
        here = self._pasted
        return f"{here.lat:.5f}, {here.lon:.5f} (WGS-84)" if here else ""

    def _hint(self) -> str:
        if not self.asked.text().strip() or self._network.finds_places:
            return ""
        return self._look.words.say("Searching by name asks a service on the network; none is chosen yet.")

    def _tell(self, text: str, role: str = "small") -> None:
        tell(self.told, text, role)
        self.told.setVisible(bool(text))

    def _may_save(self) -> None:
        self.save.setEnabled(self._pasted is not None and bool(self.name.text().strip()))

    def _services_chosen(self, _choice: object) -> None:
        self._may_search()
        self._tell(self._hint())

    def _may_search(self) -> None:
        self.look_up.setEnabled(self._network.finds_places)
