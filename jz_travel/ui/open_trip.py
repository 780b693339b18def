"""Which trip lies on the table: new ones, the library, files, earlier versions, the sample."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from jz_travel.domain.clock import DAY
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.trip import Trip, TripId, new_trip
from jz_travel.store.library import TripLibrary, TripVersion
from jz_travel.store.trips import SUFFIX, TripDocument, read_trip, write_trip
from jz_travel.ui.autosave import Autosave
from jz_travel.ui.samples import FIRST_VISIT, Sample, sample_trip
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.tasks import Tasks
from jz_travel.ui.trips_dialog import TripsDialog, VersionsDialog

FIRST_DAYS = 3


class OpenTrip(QObject):
    """One trip is on the table at a time, and each change of it is kept by itself soon after."""

    leaving = Signal()
    """The trip on the table is about to be put away."""
    said = Signal(str, str)
    """A sentence and its kind, for the notice bar."""
    offered = Signal(str, str, object)
    """A sentence, the label of a button and what it does."""

    def __init__(
        self,
        session: Session,
        library: TripLibrary,
        tasks: Tasks,
        look: Look,
        document: TripDocument,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._session, self._library, self._look, self._today = session, library, look, today
        self.autosave = Autosave(session, library, tasks, document)
        self.autosave.failed.connect(self._not_saved)

    # Putting a trip on the table

    def new(self) -> None:
        self._put(TripDocument(empty_trip(self._library.new_id(), self._look, self._today())), kept=False)

    def open_sample(self, sample: Sample = FIRST_VISIT) -> None:
        trip = sample_trip(sample, self._library.new_id(), self._look, self._today())
        self._put(TripDocument(trip), kept=False)

    def open(self, trip: TripId) -> None:
        """A trip of the library."""
        self._try(lambda: self._put(self._load(trip), kept=True))

    def open_file(self, file: str) -> None:
        """A file from elsewhere becomes a trip of the library; the file itself stays as it is."""

        def read() -> None:
            document = read_trip(Path(file))
            if document.unknown_fields:
                text = self._look.words.say(
                    "This file says things that this version does not understand; they are kept: {fields}",
                    fields=", ".join(document.unknown_fields[:5]),
                )
                self.said.emit(text, "info")
            self._put(document.with_trip(replace(document.trip, id=self._library.new_id())), kept=False)

        self._try(read)

    def open_trip(self, trip: Trip) -> None:
        """A trip from elsewhere, as out of a code, becomes a trip of the library."""
        self._try(lambda: self._put(TripDocument(replace(trip, id=self._library.new_id())), kept=False))

    def _load(self, trip: TripId) -> TripDocument:
        self._library.claim(trip)
        return self._library.load(trip)

    def _put(self, document: TripDocument, *, kept: bool) -> None:
        self.leaving.emit()
        if not self.autosave.may_leave():
            return
        before = self._session.trip.id
        self.autosave.follow(document, kept)
        self._session.open(document.trip)
        if not kept:
            self.autosave.save()
        if before != document.trip.id:
            self.autosave.after_saving(lambda: self._library.release(before))

    # Dialogs

    def choose(self, parent: QWidget) -> None:
        self.autosave.save_now()
        dialog = TripsDialog(parent, self._library, self._look, lambda: self._session.trip.id)
        dialog.open_wanted.connect(lambda trip: self.open(TripId(trip)))
        dialog.new_wanted.connect(self.new)
        dialog.new_wanted.connect(dialog.accept)
        for wanted, act in (
            (dialog.copy_wanted, self._copy),
            (dialog.delete_wanted, self._delete),
            (dialog.restore_wanted, self._library.restore),
        ):
            wanted.connect(lambda trip, act=act: self._try(partial(act, TripId(trip))))
            wanted.connect(lambda _: dialog.refresh())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _copy(self, trip: TripId) -> None:
        document = self._library.load(trip) if trip != self._session.trip.id else self.autosave.document
        name = self._look.words.say("{name} (copy)", name=document.trip.name)
        copy = document.with_trip(replace(document.trip, id=self._library.new_id(), name=name[:200]))
        self._library.save(copy)
        self._library.release(copy.trip.id)

    def _delete(self, trip: TripId) -> None:
        """Deleting the trip on the table puts another one there."""
        if trip == self._session.trip.id:
            others = [entry for entry in self._library.entries() if entry.id != trip and entry.broken is None]
            if others:
                self.open(others[0].id)
            else:
                self.new()
            self.autosave.save_now()
            if trip == self._session.trip.id:
                return  # it could not be put away
        self._library.delete(trip)

    def choose_version(self, parent: QWidget) -> None:
        trip = self._session.trip.id

        def show() -> None:
            dialog = VersionsDialog(parent, self._library.versions(trip), self._look)
            dialog.version_wanted.connect(self._go_back)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._try(show)

    def _go_back(self, version: TripVersion) -> None:
        """An earlier version comes back as one edit, so that it can be undone."""

        def edit() -> None:
            earlier = self._library.load_version(self._session.trip.id, version).trip
            number = max(earlier.next_number, self._session.trip.next_number)
            self._session.edit(
                self._look.words.say("Go back to an earlier version"), replace(earlier, next_number=number)
            )

        self._try(edit)

    def ask_file(self, parent: QWidget) -> None:
        say = self._look.words.say
        kinds, folder = f"{say('Trips')} (*{SUFFIX})", str(documents_folder())
        file, _ = QFileDialog.getOpenFileName(parent, say("Open a file"), folder, kinds)
        if file:
            self.open_file(file)

    def save_copy(self, parent: QWidget) -> None:
        say = self._look.words.say
        proposed = str(documents_folder() / f"{file_name(self._session.trip.name)}{SUFFIX}")
        file, _ = QFileDialog.getSaveFileName(parent, say("Save a copy"), proposed, f"{say('Trips')} (*{SUFFIX})")
        if file:
            self.save_to(Path(file))

    def save_to(self, file: Path) -> None:
        file = file if file.suffix == SUFFIX else file.with_name(file.name + SUFFIX)

        def write() -> None:
            write_trip(file, self.autosave.document)
            self.said.emit(self._look.words.say("Saved as {file}.", file=file.name), "good")

        self._try(write)

    def finish(self) -> bool:
        """Whether all is written, or the visitor knows that it cannot be."""
        self.leaving.emit()
        return self.autosave.finish()

    # Failures

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Failure as failure:
            self.said.emit(self._look.words.failure(failure), "failure")

    def _not_saved(self, failure: Failure) -> None:
        """The work stays in memory; where somebody else wrote the trip, it can go on as a copy."""
        text = self._look.words.failure(failure)
        if failure.cause in (Cause.CHANGED_OUTSIDE, Cause.IN_USE):
            self.offered.emit(text, self._look.words.say("Keep mine as a copy"), self._keep_as_copy)
        else:
            self.offered.emit(text, self._look.words.say("Try again"), self.autosave.retry)

    def _keep_as_copy(self) -> None:
        document = self.autosave.document
        self.autosave.give_up()
        self._put(document.with_trip(replace(document.trip, id=self._library.new_id())), kept=False)


def documents_folder() -> Path:
    """Where this system keeps documents, or the visitor's own folder; file dialogues begin here."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()


def file_name(trip: str) -> str:
    """A trip's name as every file system takes it, without a suffix."""
    plain = "".join("-" if char in '<>:"/\\|?*' or char < " " else char for char in trip)[:80]
    return plain.strip(" .") or "trip"


def empty_trip(trip: TripId, look: Look, today: date) -> Trip:
    """Three empty days from the day after tomorrow on."""
    return new_trip(trip, look.words.say("My trip to Jiaozuo"), today + 2 * DAY, FIRST_DAYS)


def first_document(library: TripLibrary, look: Look, today: date) -> tuple[TripDocument, Failure | None]:
    """What lies on the table at the start: the trip that was open last, else an empty one."""
    last = library.last_opened
    if last is not None:
        try:
            library.claim(last)
            return library.load(last), None
        except Failure as failure:
            return TripDocument(empty_trip(library.new_id(), look, today)), failure
    return TripDocument(empty_trip(library.new_id(), look, today)), None
