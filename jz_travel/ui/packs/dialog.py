"""Region packs: which are installed; install another from a file, take one away."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from jz_travel.domain.failures import Failure
from jz_travel.regions import PackInfo, Shelf
from jz_travel.regions.pack import SUFFIX
from jz_travel.ui.parts.widgets import button, label
from jz_travel.ui.style.look import Look
from jz_travel.ui.tasks import Tasks
from jz_travel.ui.trips_dialog import ChoiceDialog

PARTS = 1000
MEGABYTE = 1e6


class PacksDialog(ChoiceDialog):
    """``changed``: the id of the pack that was installed, or nothing when one was taken away."""

    changed = Signal(str)
    _progressed = Signal(float)

    def __init__(self, parent: QWidget, shelf: Shelf, look: Look) -> None:
        say = look.words.say
        super().__init__(parent, look, say("Region packs"), say("No region pack is installed."))
        self._shelf, self._look = shelf, look
        self._tasks = Tasks()
        self._stop = Event()
        self._note = label(
            "muted", say("A pack holds a detailed map and roads of a region; it works without a network.")
        )
        self._bar = QProgressBar()
        self._bar.setAccessibleName(say("Checking the pack"))
        self._bar.setRange(0, PARTS)
        self._cancel: QPushButton = button("", say("Cancel"))
        self._cancel.clicked.connect(self._stop.set)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        for at, widget in enumerate((self._note, self._bar, self._cancel), start=1):
            column.insertWidget(at, widget)
        self.add_button(say("Install from a file …"), self.ask, main=True, needs_choice=False)
        self.add_button(say("Uninstall"), self.remove)
        self.add_button(say("Close"), self.close, needs_choice=False)
        self._progressed.connect(lambda part: self._bar.setValue(round(part * PARTS)))
        self._busy(False)
        self.refresh()

    def refresh(self) -> None:
        self.fill([(self._line(info), info.id) for info in self._shelf.installed()])

    def ask(self) -> None:
        title = self._look.words.say("Region packs")
        file, _ = QFileDialog.getOpenFileName(self, title, "", f"{title} (*{SUFFIX})")
        if file:
            self.install(Path(file))

    def install(self, file: Path) -> None:
        """In the background, with a bar; what was installed before stays until the new one is proved whole."""
        self._stop.clear()
        self._busy(True)

        def progress(part: float) -> bool:
            self._progressed.emit(part)
            return self._stop.is_set()

        self._tasks.run(lambda: self._shelf.install(file, progress), self._installed, self._failed)

    def remove(self) -> None:
        try:
            self._shelf.remove(str(self.chosen))
        except Failure as failure:
            self._failed(failure)
            return
        self.refresh()
        self.changed.emit("")

    def done(self, result: int) -> None:
        self._stop.set()
        self._tasks.wait()
        super().done(result)

    def _line(self, info: PackInfo) -> str:
        size = sum(size for size, _ in info.files.values()) / MEGABYTE
        day = info.data_from or self._look.words.say("date not known")
        return self._look.words.say("{name} · {size} MB · data of {date}", name=info.name, size=f"{size:.1f}", date=day)

    def _installed(self, info: object) -> None:
        assert isinstance(info, PackInfo)
        self._busy(False)
        self.refresh()
        self._note.setText(self._look.words.say("{name} is installed.", name=info.name))
        self.changed.emit(info.id)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        if not isinstance(error, Failure):
            raise error
        stopped = self._stop.is_set()
        self._note.setText("" if stopped else self._look.words.failure(error))

    def _busy(self, busy: bool) -> None:
        self._bar.setVisible(busy)
        self._bar.setValue(0)
        self._cancel.setVisible(busy)
        for each in self._buttons[:2]:
            each.setEnabled(not busy)
