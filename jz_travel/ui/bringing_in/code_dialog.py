"""Open from code: pictures of the QR codes of a trip, or their text, until all of them are there."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.trip import Trip
from jz_travel.reading.codes import LONGEST_PASTE, PICTURES, trip_in_texts
from jz_travel.ui.bringing_in.pictures import texts_in_image, texts_in_picture
from jz_travel.ui.parts.widgets import button, label, resize_within, set_state
from jz_travel.ui.style.look import Look
from jz_travel.ui.tasks import Tasks


class CodeDialog(QDialog):
    """Keeps the codes that were read, so that the pictures may come one after the other. ``opened`` gives the trip."""

    opened = Signal(object)

    def __init__(self, parent: QWidget, look: Look, tasks: Tasks) -> None:
        super().__init__(parent)
        self._look, self._tasks = look, tasks
        self._codes: dict[str, None] = {}
        say = look.words.say
        self.setWindowTitle(say("Open from code"))
        resize_within(self, look.theme.px(560), look.theme.px(440))
        self.setAcceptDrops(True)
        self.field = QPlainTextEdit()
        self.field.setPlaceholderText(say("Or paste the text of the codes here, a code a line."))
        self.field.setAccessibleName(say("Text of the codes"))
        self.field.textChanged.connect(self._typed)
        self.state = label("hint", say("Drop pictures of the codes here, in any order."))
        pictures, paste = button("main", say("Choose pictures …")), button("", say("Paste"))
        pictures.setIcon(look.icon("camera", "accent_ink"))
        pictures.clicked.connect(self._ask)
        paste.clicked.connect(self.paste)
        cancel = button("", say("Cancel"))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(label("title", say("Open from code")))
        column.addWidget(
            label("muted", say("The codes on a booklet, a receipt or a screen carry a whole trip, without a network."))
        )
        column.addWidget(self.state)
        column.addWidget(self.field, 1)
        row = QHBoxLayout()
        row.addWidget(pictures)
        row.addWidget(paste)
        row.addStretch(1)
        row.addWidget(cancel)
        column.addLayout(row)

    # Where codes come from

    def _ask(self) -> None:
        say = self._look.words.say
        kinds = f"{say('Pictures')} ({' '.join(f'*{each}' for each in PICTURES)})"
        files, _ = QFileDialog.getOpenFileNames(self, say("Choose pictures …"), "", kinds)
        self.read_pictures([Path(each) for each in files])

    def paste(self) -> None:
        """A picture or a text from the clipboard."""
        self._take(QGuiApplication.clipboard().mimeData())

    def _typed(self) -> None:
        text = self.field.toPlainText()[:LONGEST_PASTE]
        if text.strip():
            self._read(text.splitlines())

    def read_pictures(self, files: Sequence[Path]) -> None:
        """One after the other, away from the window's thread."""
        for file in files:
            self._off_window(partial(texts_in_picture, file))

    def _read_image(self, image: QImage) -> None:
        def work() -> tuple[str, ...]:
            found = texts_in_image(image)
            if not found:
                raise Failure(Cause.NO_CODE)
            return found

        self._off_window(work)

    def _off_window(self, work: Callable[[], tuple[str, ...]]) -> None:
        self._tell("hint", self._look.words.say("Looking for codes …"))
        self._tasks.run(work, self._read, self._failed)

    def _read(self, texts: object) -> None:
        """Trip codes are kept; the trip opens as soon as the last one is there."""
        found = [text.strip() for text in texts] if isinstance(texts, list | tuple) else []
        kept = dict(self._codes)
        kept.update((text, None) for text in found if text)
        try:
            trip = trip_in_texts(kept)
        except Failure as failure:
            if failure.cause is Cause.CODE_MISSING:
                self._codes = kept
            self._failed(failure)
            return
        self._open(trip)

    def _open(self, trip: Trip) -> None:
        self.opened.emit(trip)
        self.accept()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        kind = "hint" if error.cause is Cause.CODE_MISSING else "warning"
        self._tell(kind, self._look.words.failure(error))

    def _tell(self, kind: str, text: str) -> None:
        self.state.setText(text)
        set_state(self.state, "role", kind)

    # Dropping

    def _take(self, mime: QMimeData) -> None:
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.read_pictures(files)
        elif mime.hasImage():
            self._read_image(QImage(mime.imageData()))
        elif mime.hasText():
            self.field.setPlainText(mime.text()[:LONGEST_PASTE])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if mime.hasUrls() or mime.hasImage() or mime.hasText():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take(event.mimeData())
