"""Bringing in: asks for files, reads them away from the window, shows the preview, and makes one edit of it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from jz_travel.domain.failures import Failure
from jz_travel.reading.codes import PICTURES
from jz_travel.reading.files import SUFFIXES, read
from jz_travel.reading.found import Findings
from jz_travel.reading.into_trip import Choice, brought
from jz_travel.reading.matching import Match, Matcher
from jz_travel.reading.remarks import remarks
from jz_travel.ui.bringing_in.check_sheet import CheckSheet, summary
from jz_travel.ui.bringing_in.code_dialog import CodeDialog
from jz_travel.ui.bringing_in.preview import Preview
from jz_travel.ui.notices import NoticeBar
from jz_travel.ui.open_trip import OpenTrip, documents_folder
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import one_line
from jz_travel.ui.tasks import Tasks

MOST_FILES = 20


class BringingIn:
    """Made when it is first wanted: the window does not wait for the readers at its start."""

    def __init__(self, parent: QWidget, session: Session, look: Look, notices: NoticeBar, open_trip: OpenTrip) -> None:
        self._parent, self._session, self._look = parent, session, look
        self._notices, self._open_trip = notices, open_trip
        self.tasks = Tasks()
        self.preview: Preview | None = None
        self.code_dialog: CodeDialog | None = None
        self.check_sheet: CheckSheet | None = None

    # Files of other planners

    def ask(self) -> None:
        say = self._look.words.say
        kinds = f"{say('Places and plans')} ({' '.join(f'*{each}' for each in SUFFIXES)})"
        files, _ = QFileDialog.getOpenFileNames(self._parent, say("Import places"), str(documents_folder()), kinds)
        if files:
            self.open_files([Path(each) for each in files])

    def open_files(self, files: Sequence[Path]) -> None:
        """Read and matched in the background; what cannot be read is said, the rest is shown."""
        catalogue = self._session.catalogue

        def work() -> tuple[list[Findings], list[Match], list[Failure]]:
            found: list[Findings] = []
            failures: list[Failure] = []
            for file in files[:MOST_FILES]:
                try:
                    found.append(read(file))
                except Failure as failure:
                    failures.append(failure)
            matcher = Matcher(catalogue)
            return found, [matcher.match(each) for one in found for each in one.found], failures

        self.tasks.run(work, self._show)

    def _show(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        findings, matches, failures = answer
        words = self._look.words
        if failures:
            self._notices.say(words.failure(failures[0]), "failure")
        if not matches:
            if not failures:
                self._notices.say(words.say("This file names no places."), "info")
            return
        self.preview = Preview(self._parent, findings, matches, self._session.catalogue, self._look)
        name = findings[0].file.name if len(findings) == 1 else str(len(findings))
        self.preview.taken.connect(lambda choices, on_days: self._take(choices, on_days, name, matches))
        self.preview.finished.connect(self.preview.deleteLater)
        self.preview.open()

    def _take(self, choices: tuple[Choice, ...], on_days: bool, name: str, matches: Sequence[Match]) -> None:
        """One edit, and what is wrong with the plan as it is then."""
        words, session = self._look.words, self._session
        trip = brought(session.trip, choices, on_days=on_days)
        if trip == session.trip:
            self._notices.say(words.say("All of these are in the trip already."), "info")
            return
        session.edit(words.say("Import {file}", file=one_line(name, 60)), trip)
        said = words.count("{n} place imported.", "{n} places imported.", len(choices))
        wanted = {id(choice.found) for choice in choices}
        taken = [match for match in matches if id(match.found) in wanted and match.place is not None]
        wrong = remarks(session.schedule, taken, session.catalogue, words) if on_days else ()
        if not wrong:
            self._notices.say(said, "good", words.say("Undo"), session.undo_stack.undo)
            return

        def show() -> None:
            self.check_sheet = CheckSheet(self._parent, wrong, self._look)
            self.check_sheet.show()

        said = f"{said} {summary(wrong, words)}"
        self._notices.say(said, "info", words.say("What is wrong?"), show)

    # Codes

    def ask_code(self, files: Sequence[Path] = ()) -> None:
        """``files``: pictures that were dropped on the window."""
        self.code_dialog = CodeDialog(self._parent, self._look, self.tasks)
        self.code_dialog.opened.connect(self._open_trip.open_trip)
        self.code_dialog.finished.connect(self.code_dialog.deleteLater)
        self.code_dialog.open()
        self.code_dialog.read_pictures(files)

    def fitting(self, urls: Iterable[QUrl]) -> list[Path]:
        """The files of a drag that can be brought in."""
        files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        return [file for file in files if file.suffix.lower() in (*SUFFIXES, *PICTURES)]

    def drop(self, files: Sequence[Path]) -> None:
        """Pictures are looked at for codes, everything else is brought in."""
        pictures = [file for file in files if file.suffix.lower() in PICTURES]
        if pictures:
            self.ask_code(pictures)
        elif files:
            self.open_files(files)
