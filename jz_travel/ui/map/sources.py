"""The dialogue to choose the map's ground: nothing is asked of a network before it is chosen here."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from jz_travel.domain.failures import Failure
from jz_travel.mapping.bases import OFFLINE, OFFLINE_NAME, ONLINE_MAPS, OWN, own_map
from jz_travel.ui.map.bases import Chosen
from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.parts.widgets import button, label, resize_within
from jz_travel.ui.style.look import Look


class MapSources(QDialog):
    """``accepted`` when :attr:`chosen` may be taken."""

    def __init__(
        self, parent: QWidget, look: Look, before: Chosen, packs: list[tuple[str, str]], open_packs: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._look, self._before = look, before
        say = look.words.say
        self.setWindowTitle(say("Base map"))
        resize_within(self, look.theme.px(560), look.theme.px(510))
        self._group = QButtonGroup(self)
        self._bases: list[str] = []
        reading = ReadingArea()
        column = reading.column
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(8)
        self._add(column, OFFLINE, say(OFFLINE_NAME, context="map"))
        for pack, name in packs:
            self._add(column, pack, name)
        column.addSpacing(6)
        column.addWidget(label("muted", say("Maps from the network see which part of the map you look at.")))
        for online in sorted(ONLINE_MAPS, key=lambda each: each.needs_key):  # the field for a key stands below them
            self._add(column, online.id, say(online.name, context="map"))
        self.key = self._field(column, say("Your own key for Tianditu"), before.key)
        self.key.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self._add(column, OWN, say("Own map address", context="map"))
        self.address = self._field(column, "https://…/{z}/{x}/{y}.png", before.address)
        self.credit = self._field(column, say("Credit shown on the map"), before.credit)
        self._wrong = label("danger", "")
        self._wrong.hide()
        column.addWidget(self._wrong)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(22, 18, 22, 16)
        outer.setSpacing(12)
        outer.addWidget(label("title", say("Base map")))
        outer.addWidget(reading, 1)
        self._add_buttons(outer, open_packs)
        self._group.idToggled.connect(lambda *_: self._refresh())
        self._refresh()

    @property
    def chosen(self) -> Chosen:
        base = self._bases[self._group.checkedId()] if self._group.checkedId() >= 0 else OFFLINE
        return Chosen(base, self.address.text().strip(), self.credit.text().strip(), self.key.text().strip())

    def choose(self, base: str) -> None:
        self._group.button(self._bases.index(base)).setChecked(True)

    def accept(self) -> None:
        wrong = self._what_is_wrong()
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        if not wrong:
            super().accept()

    def _what_is_wrong(self) -> str:
        say, chosen = self._look.words.say, self.chosen
        if any(each.id == chosen.base and each.needs_key for each in ONLINE_MAPS) and not chosen.key:
            self.key.setFocus()
            return say("Tianditu needs a key of your own; it is free of charge at its website.")
        if chosen.base != OWN:
            return ""
        try:
            own_map(chosen.address)
        except Failure as failure:
            self.address.setFocus()
            return say("This is not an address of map tiles; it must contain {what}.", what=failure.detail)
        return ""

    def _add(self, column: QVBoxLayout, base: str, text: str) -> None:
        one = QRadioButton(text)
        self._group.addButton(one, len(self._bases))
        self._bases.append(base)
        one.setChecked(base == self._before.base)
        column.addWidget(one)

    def _field(self, column: QVBoxLayout, hint: str, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setAccessibleName(hint)
        field.setPlaceholderText(hint)
        row = QHBoxLayout()
        row.addSpacing(26)
        row.addWidget(field)
        column.addLayout(row)
        return field

    def _add_buttons(self, column: QVBoxLayout, open_packs: Callable[[], None]) -> None:
        say = self._look.words.say
        row = QHBoxLayout()
        packs, cancel, take = (
            button("", say("Region packs …")),
            button("", say("Cancel")),
            button("main", say("Use it")),
        )
        packs.clicked.connect(self.reject)
        packs.clicked.connect(open_packs)
        cancel.clicked.connect(self.reject)
        take.clicked.connect(self.accept)
        take.setDefault(True)
        row.addWidget(packs)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(take)
        column.addLayout(row)

    def _refresh(self) -> None:
        """A field that nothing is asked of is out of the way of the Tab key."""
        base = self.chosen.base
        self.key.setEnabled(any(each.id == base and each.needs_key for each in ONLINE_MAPS))
        self.address.setEnabled(base == OWN)
        self.credit.setEnabled(base == OWN)
        self._wrong.hide()
