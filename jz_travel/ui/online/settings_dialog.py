"""Online services: everything off until it is chosen, and said what leaves this computer."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from jz_travel.domain.online import Online
from jz_travel.roads.online.services import NAMES
from jz_travel.ui.online.network import Network
from jz_travel.ui.online.newer_version import NewerVersion
from jz_travel.ui.online.telling import tell
from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.parts.widgets import Combo, button, label, resize_within
from jz_travel.ui.style.look import Look
from jz_travel.words import N_

ROUTERS = ("off", "osrm", "valhalla", "amap")
SEARCHES = ("off", "nominatim", "amap", "tianditu", "baidu")
EXAMPLES = {"osrm": "http://localhost:5000", "valhalla": "http://localhost:8002"}
NOMINATIM = "https://nominatim.openstreetmap.org"
LABELS = {"amap": N_("Amap"), "tianditu": N_("Tianditu"), "baidu": N_("Baidu")}

INTRODUCTION = N_("Everything works without a network. Nobody is asked anything until you choose a service here.")
ABOUT_ROUTES = N_(
    "Times and roads between your places, instead of estimates. "
    "What leaves this computer: the positions of the places of your trip."
)
ABOUT_SEARCH = N_(
    "A hotel, a friend's street: what the program does not know itself. "
    "What leaves this computer: the words you search for, when you press Enter."
)
ABOUT_KEYS = N_(
    "Your own keys, from the services' pages for developers. "
    "They stay in a file on this computer that only you can read."
)


class KeyLine(QLineEdit):
    """A key: shown as dots, never remembered by an input method, never copied out."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(200)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)


class OnlineDialog(QDialog):
    """Who is asked for ways and for names, with which key; nothing changes before it is accepted."""

    def __init__(self, parent: QWidget, network: Network, look: Look) -> None:
        super().__init__(parent)
        self._network, self._look = network, look
        self._closed = False
        say = look.words.say
        self.setWindowTitle(say("Online services"))
        resize_within(self, look.theme.px(560), look.theme.px(660))
        self.router, self.search = self._choices(ROUTERS), self._choices(SEARCHES)
        self.router_url, self.search_url = QLineEdit(), QLineEdit()
        self.router_url.setMaxLength(500)
        self.search_url.setMaxLength(500)
        self.search_url.setPlaceholderText(NOMINATIM)
        self.keys = {service: KeyLine() for service in LABELS}
        self.router_told, self.search_told = label("small"), label("small")
        self._forms: list[tuple[QFormLayout, dict[str, QWidget]]] = []
        self._lay_out()
        self._show(network.choice)
        self.router.currentIndexChanged.connect(lambda _: self._follow())
        self.search.currentIndexChanged.connect(lambda _: self._follow())
        self._follow()

    @property
    def choice(self) -> Online:
        """What the fields say now."""
        return replace(
            self._network.choice,
            router=self.router.currentData(),
            router_url=self.router_url.text().strip(),
            search=self.search.currentData(),
            search_url=self.search_url.text().strip(),
            amap_key=self.keys["amap"].text().strip(),
            tianditu_key=self.keys["tianditu"].text().strip(),
            baidu_key=self.keys["baidu"].text().strip(),
            downloads=self.newer_version.address,
        )

    # Building

    def _choices(self, names: tuple[str, ...]) -> QComboBox:
        say = self._look.words.say
        box = Combo()
        for name in names:
            text = say("Off") if name == "off" else say(LABELS[name]) if name in LABELS else NAMES[name]
            box.addItem(text, name)
        return box

    def _lay_out(self) -> None:
        say = self._look.words.say
        reading = ReadingArea()
        column = reading.column
        column.setSpacing(10)
        column.addWidget(label("", say(INTRODUCTION)))
        column.addSpacing(8)
        column.addWidget(label("section", say("Routes")))
        column.addWidget(label("small", say(ABOUT_ROUTES)))
        self.router_form = self._form([(say("Service"), self.router), (say("Address"), self.router_url)])
        column.addLayout(self.router_form)
        column.addLayout(self._trial(self.router_told, self._try_router))
        column.addSpacing(8)
        column.addWidget(label("section", say("Finding places")))
        column.addWidget(label("small", say(ABOUT_SEARCH)))
        self.search_form = self._form([(say("Service"), self.search), (say("Address"), self.search_url)])
        column.addLayout(self.search_form)
        column.addLayout(self._trial(self.search_told, self._try_search))
        self._keys_title = label("section", say("Keys", context="services"))
        self._keys_hint = label("small", say(ABOUT_KEYS))
        column.addWidget(self._keys_title)
        column.addWidget(self._keys_hint)
        self.key_form = self._form([(say(LABELS[service]), line) for service, line in self.keys.items()])
        column.addLayout(self.key_form)
        column.addSpacing(8)
        self.newer_version = NewerVersion(self._look, self._network.choice.downloads)
        column.addWidget(self.newer_version)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(22, 18, 22, 16)
        outer.setSpacing(12)
        outer.addWidget(label("title", say("Online services")))
        outer.addWidget(reading, 1)
        outer.addLayout(self._buttons())

    def _form(self, rows: list[tuple[str, QWidget]]) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(14)
        for name, field in rows:
            field.setAccessibleName(name)
            form.addRow(name, field)
        return form

    def _trial(self, told: QLabel, act: Callable[[], None]) -> QHBoxLayout:
        trial = button("", self._look.words.say("Test"))
        trial.setAutoDefault(False)
        trial.clicked.connect(lambda: act())
        row = QHBoxLayout()
        row.addWidget(trial, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(told, 1)
        told.setProperty("trial", trial)
        return row

    def _buttons(self) -> QHBoxLayout:
        say = self._look.words.say
        forget = button("flat", say("Clear saved answers"))
        cancel, save = button("", say("Cancel")), button("main", say("Save"))
        forget.clicked.connect(self._network.services.forget)
        forget.clicked.connect(lambda: forget.setEnabled(False))
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._save)
        save.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(forget)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(save)
        return row

    # What it shows

    def _show(self, choice: Online) -> None:
        self.router.setCurrentIndex(self.router.findData(choice.router))
        self.search.setCurrentIndex(self.search.findData(choice.search))
        self.router_url.setText(choice.router_url)
        self.search_url.setText(choice.search_url)
        for service, line in self.keys.items():
            line.setText(choice.key_of(service))

    def _follow(self) -> None:
        """Only what the chosen services need is asked for."""
        router, search = self.router.currentData(), self.search.currentData()
        self.router_form.setRowVisible(self.router_url, router in EXAMPLES)
        self.router_url.setPlaceholderText(EXAMPLES.get(router, ""))
        self.search_form.setRowVisible(self.search_url, search == "nominatim")
        for service, line in self.keys.items():
            self.key_form.setRowVisible(line, service in (router, search))
        for part in (self._keys_title, self._keys_hint):
            part.setVisible(router in self.keys or search in self.keys)
        for told, chosen in ((self.router_told, router), (self.search_told, search)):
            told.setText("")
            told.property("trial").setVisible(chosen != "off")

    # What a visitor does

    def _try_router(self) -> None:
        self._ask(self.router_told)
        self._network.try_router(self.choice, lambda text, good: self._tell(self.router_told, text, good))

    def _try_search(self) -> None:
        self._ask(self.search_told)
        self._network.try_search(self.choice, lambda text, good: self._tell(self.search_told, text, good))

    def _ask(self, told: QLabel) -> None:
        tell(told, self._look.words.say("Asking …"), "small")

    def _tell(self, told: QLabel, text: str, good: bool) -> None:
        if not self._closed:
            tell(told, text, "hint" if good else "warning")

    def done(self, result: int) -> None:
        self._closed = True  # a service may answer later still
        super().done(result)

    def _save(self) -> None:
        self._network.choose(self.choice)
        self.accept()
