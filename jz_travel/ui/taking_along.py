"""Everything the trip can be taken along as: one menu entry a format, one file dialogue, the work off the window."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from jz_travel.domain.failures import Failure
from jz_travel.store.files import failures, write_bytes
from jz_travel.ui.notices import NoticeBar
from jz_travel.ui.open_trip import documents_folder, file_name
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import one_line
from jz_travel.ui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from jz_travel.export import Format, Paper
    from jz_travel.ui.printing.preview import PrintPreview, Typeset


class TakingAlong:
    """Fills a menu when it is opened: the formats need libraries that the window does not wait for at its start."""

    def __init__(self, parent: QWidget, menu: QMenu, session: Session, look: Look, notices: NoticeBar) -> None:
        self._parent, self._menu, self._session, self._look, self._notices = parent, menu, session, look, notices
        self._tasks = Tasks()
        self.preview: PrintPreview | None = None
        menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        from jz_travel.export import FORMAT_GROUPS

        menu, look, say = self._menu, self._look, self._look.words.say
        menu.clear()
        menu.addAction(look.icon("printer"), say("Print …"), self.print)
        menu.addAction(look.icon("qr_code"), say("On my phone …"), self.show_codes)
        for group in FORMAT_GROUPS:
            menu.addSeparator()
            for wanted in group:
                menu.addAction(say(wanted.name, context="format"), partial(self.ask, wanted))

    def ask(self, wanted: "Format") -> None:
        """Ask where to, then write."""
        say = self._look.words.say
        name = say(wanted.name, context="format")
        proposed = documents_folder() / f"{file_name(self._session.trip.name)}{wanted.suffix}"
        file, _ = QFileDialog.getSaveFileName(self._parent, name, str(proposed), f"{name} (*{wanted.suffix})")
        if file:
            path = Path(file)
            self.write(wanted, path if path.suffix else path.with_suffix(wanted.suffix))

    def write(self, wanted: "Format", file: Path) -> None:
        """Write in the background and say so; after a failure an older file is as it was."""
        schedule, catalogue, words = self._session.schedule, self._session.catalogue, self._look.words

        def work() -> None:
            content = wanted.write(schedule, catalogue, words)
            with failures(file):
                write_bytes(file, content)

        self._say_making()
        self._tasks.run(work, lambda _: self._say_saved(file), self._failed)

    def print(self) -> None:
        """The system's print dialogue with a preview. The booklet is set in the background before it opens."""
        from PySide6.QtPrintSupport import QPrinter

        from jz_travel.ui.printing.pages import paper_of, put_on
        from jz_travel.ui.printing.preview import PRINTED

        schedule, catalogue, words = self._session.schedule, self._session.catalogue, self._look.words

        def typeset(form: str, paper: "Paper") -> bytes:
            from jz_travel.export import FORMAT_BY_ID

            return FORMAT_BY_ID[form].write(schedule, catalogue, words, paper)

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(one_line(schedule.trip.name, 80))
        paper = paper_of(printer)
        put_on(printer, paper)
        self._say_making()
        self._tasks.run(
            lambda: typeset(PRINTED[0], paper), lambda made: self._preview(printer, typeset, made), self._failed
        )

    def show_codes(self) -> None:
        """The codes of the trip on the screen; a trip that is too large for them says so."""
        from jz_travel.ui.on_phone import OnPhone

        try:
            codes = OnPhone(self._parent, self._session.schedule, self._session.catalogue, self._look)
        except Failure as failure:
            self._say_failure(failure)
            return
        codes.finished.connect(codes.deleteLater)
        codes.open()

    def _preview(self, printer: "QPrinter", typeset: "Typeset", made: object) -> None:
        from jz_travel.ui.printing.preview import PrintPreview

        assert isinstance(made, bytes)
        self._notices.hide()
        self.preview = PrintPreview(self._parent, printer, self._look, typeset, made, self._say_failure)
        self.preview.accepted.connect(partial(self._say_printed, printer))
        self.preview.finished.connect(self.preview.deleteLater)
        self.preview.open()

    def _say_making(self) -> None:
        self._notices.say(self._look.words.say("Preparing …"))

    def _say_printed(self, printer: "QPrinter") -> None:
        if printer.outputFileName():
            self._say_saved(Path(printer.outputFileName()))
            return
        say = self._look.words.say
        self._notices.say(say("Sent to the printer: {printer}", printer=printer.printerName()), "good")

    def _say_saved(self, file: Path) -> None:
        say = self._look.words.say

        def opened() -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(file)):
                self._notices.say(say("No program was found that opens it: {file}", file=str(file)), "failure")

        self._notices.say(say("Saved as {file}.", file=file.name), "good", say("Open"), opened)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._say_failure(error)

    def _say_failure(self, failure: Failure) -> None:
        self._notices.say(self._look.words.failure(failure), "failure")

    def wait(self) -> None:
        self._tasks.wait()
