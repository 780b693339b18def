"""The trip's map as one page that opens anywhere: a file dialogue, the work off the window, a notice."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from jz_travel.domain.failures import Failure
from jz_travel.store.files import failures, write_bytes
from jz_travel.ui.notices import NoticeBar
from jz_travel.ui.open_trip import documents_folder, file_name
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.tasks import Tasks

SUFFIX = ".html"


class MapPage:
    """One file that needs nothing beside it; it is written off the window's thread."""

    def __init__(self, parent: QWidget, session: Session, look: Look, notices: NoticeBar, approval: str = "") -> None:
        self._parent, self._session, self._look, self._notices = parent, session, look, notices
        self._approval = approval
        self._tasks = Tasks()

    def ask(self) -> None:
        """Ask where to, then write."""
        say = self._look.words.say
        title = say("Map as a web page")
        proposed = documents_folder() / f"{file_name(self._session.trip.name)}{SUFFIX}"
        file, _ = QFileDialog.getSaveFileName(self._parent, title, str(proposed), f"{title} (*{SUFFIX})")
        if file:
            path = Path(file)
            self.write(path if path.suffix else path.with_suffix(SUFFIX))

    def write(self, file: Path) -> None:
        """Write in the background and say so; after a failure an older file is as it was."""
        schedule, catalogue, words = self._session.schedule, self._session.catalogue, self._look.words
        theme = "dark" if self._look.theme.dark else "light"

        def work() -> None:
            from jz_travel.mapping import alone  # Folium, which the window does not wait for

            content = alone.write(schedule, catalogue, words, theme, self._approval)
            with failures(file):
                write_bytes(file, content)

        def failed(error: Exception) -> None:
            if not isinstance(error, Failure):
                raise error
            self._notices.say(self._look.words.failure(error), "failure")

        said = words.say("Saved as {file}.", file=file.name)
        self._tasks.run(work, lambda _: self._notices.say(said, "good"), failed)

    def wait(self) -> None:
        self._tasks.wait()
