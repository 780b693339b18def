"""Nothing is ever unsaved, and what cannot be written stays on the table."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QListWidget

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import TripId
from jz_travel.store.library import TripLibrary
from jz_travel.store.trips import TripDocument, read_trip, write_trip
from jz_travel.ui.app import Window
from jz_travel.ui.autosave import PAUSE_MS
from tests.ui.hands import Opener, column, day_id, first_trip, stop_at, stops_of


def on_disk(window: Window) -> Any:
    return read_trip(window.library.path_of(window.session.trip.id)).trip


def says(window: Window, cause: Cause, **more: Any) -> str:
    return window.look.words.failure(Failure(cause, **more))


def test_an_edit_is_on_the_disk_soon_after(window: Window, qtbot: Any) -> None:
    with qtbot.waitSignal(window.open_trip.autosave.saved, timeout=PAUSE_MS + 5_000):
        window.edits.add((PlaceId("qingtianhe"),), day_id(window, 1))
    assert on_disk(window) == window.session.trip


def test_an_undo_is_saved_like_every_other_edit(window: Window, qtbot: Any) -> None:
    window.edits.add_day()
    window.open_trip.autosave.save_now()
    with qtbot.waitSignal(window.open_trip.autosave.saved, timeout=PAUSE_MS + 5_000):
        window.session.undo_stack.undo()
    assert on_disk(window) == first_trip()


def test_many_quick_edits_are_written_once(window: Window, qtbot: Any) -> None:
    written: list[None] = []
    window.open_trip.autosave.saved.connect(lambda: written.append(None))
    for _ in range(20):
        window.edits.add_day()
    qtbot.waitUntil(lambda: bool(written), timeout=10_000)
    qtbot.wait(2 * PAUSE_MS)
    assert len(written) == 1
    assert on_disk(window) == window.session.trip


def test_a_trip_that_is_closed_lies_on_the_table_again_the_next_time(open_window: Opener, window: Window) -> None:
    window.edits.add((PlaceId("qingtianhe"),), day_id(window, 2))
    trip = window.session.trip
    open_window.close(window)
    again = open_window()
    assert again.session.trip == trip
    assert not again.session.undo_stack.canUndo()


def test_an_empty_profile_that_is_only_looked_at_stays_empty(open_window: Opener) -> None:
    open_window.close(open_window())
    assert list(open_window.folders.trips.glob("*.jztrip")) == []


def test_earlier_versions_come_back_as_an_edit(window: Window) -> None:
    window.edits.remove(stop_at(window, "yuntaishan"))
    window.open_trip.autosave.save_now()
    (version,) = window.library.versions(window.session.trip.id)
    window.open_trip._go_back(version)
    assert stops_of(window.session.trip) == stops_of(first_trip())
    window.session.undo_stack.undo()
    assert stops_of(window.session.trip)[0] == []


def test_the_page_of_earlier_versions_lists_them(window: Window) -> None:
    window.edits.add_day()
    window.open_trip.autosave.save_now()
    window.main.actions_.versions.trigger()
    assert window.main.findChild(QDialog).findChild(QListWidget).count() == 1


def test_several_trips_can_be_copied_deleted_and_brought_back(window: Window) -> None:
    first = window.session.trip.id
    window.open_trip.open_sample()
    window.open_trip.autosave.save_now()
    window.open_trip._copy(first)
    assert len(window.library.entries()) == 3
    sample = window.session.trip.id
    window.open_trip._delete(sample)
    assert window.session.trip.id != sample
    assert [entry.id for entry in window.library.deleted()] == [sample]
    window.library.restore(sample)
    window.open_trip.open(sample)
    assert window.session.trip.id == sample


def test_going_back_and_forth_between_two_trips_keeps_both(window: Window) -> None:
    first = window.session.trip.id
    window.edits.add_day()
    window.open_trip.new()
    second = window.session.trip.id
    window.edits.rename("另一个")
    window.open_trip.autosave.save_now()
    window.open_trip.open(first)
    assert len(window.session.trip.days) == 3
    window.open_trip.open(second)
    assert window.session.trip.name == "另一个"
    assert window.main.notices.text == ""


# A trip that cannot be written


class FullDisk:
    """A library whose disk is full for a while."""

    def __init__(self, library: TripLibrary) -> None:
        self.library, self.full = library, True

    def save(self, document: TripDocument) -> None:
        if self.full:
            raise Failure(Cause.DISK_FULL, self.library.path_of(document.trip.id))
        self.library.save(document)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.library, name)


@pytest.fixture
def disk(window: Window) -> FullDisk:
    disk = FullDisk(window.library)
    window.open_trip.autosave._library = disk
    return disk


def test_a_full_disk_is_said_and_the_work_stays(disk: FullDisk, window: Window, qtbot: Any) -> None:
    with qtbot.waitSignal(window.open_trip.autosave.failed, timeout=PAUSE_MS + 5_000):
        window.edits.add_day()
    assert window.main.notices.text.startswith(says(window, Cause.DISK_FULL, file=Path("first.jztrip")))
    assert len(window.session.trip.days) == 3
    assert on_disk(window) == first_trip()
    disk.full = False
    with qtbot.waitSignal(window.open_trip.autosave.saved, timeout=5_000):
        window.main.notices._do.click()
    assert on_disk(window) == window.session.trip


def test_the_next_edit_tries_again(disk: FullDisk, window: Window, qtbot: Any) -> None:
    with qtbot.waitSignal(window.open_trip.autosave.failed, timeout=PAUSE_MS + 5_000):
        window.edits.add_day()
    disk.full = False
    with qtbot.waitSignal(window.open_trip.autosave.saved, timeout=PAUSE_MS + 5_000):
        window.edits.add_day()
    assert on_disk(window) == window.session.trip


def test_closing_tries_once_more(disk: FullDisk, window: Window, open_window: Opener, qtbot: Any) -> None:
    with qtbot.waitSignal(window.open_trip.autosave.failed, timeout=PAUSE_MS + 5_000):
        window.edits.add_day()
    disk.full = False
    trip = window.session.trip
    open_window.close(window)
    assert open_window().session.trip == trip


def test_a_window_with_work_that_cannot_be_saved_does_not_just_close(disk: FullDisk, window: Window) -> None:
    """The first time it says what is wrong; who closes it again means it."""
    window.edits.add_day()
    window.main.close()
    assert window.main.isVisible()
    assert window.main.notices.text.startswith(says(window, Cause.DISK_FULL, file=Path("first.jztrip")))
    window.main.close()
    assert not window.main.isVisible()


def test_a_folder_that_may_not_be_written_is_said(window: Window, qtbot: Any) -> None:
    """Whoever the tests run as: a file stands where the folder would be."""
    elsewhere = window.library.folder.parent / "a-file"
    elsewhere.write_text("")
    window.library.folder = elsewhere / "trips"
    with qtbot.waitSignal(window.open_trip.autosave.failed, timeout=PAUSE_MS + 5_000):
        window.edits.add_day()
    assert window.main.notices.text
    assert len(window.session.trip.days) == 3


HOLD = """
import sys
from pathlib import Path
from jz_travel.store.library import TripLibrary
TripLibrary(Path(sys.argv[1])).claim("first")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_trip_that_another_window_holds_is_left_to_it(open_window: Opener) -> None:
    open_window.keep(first_trip())
    command = [sys.executable, "-c", HOLD, str(open_window.folders.trips)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        window = open_window()
        assert window.main.notices.text == says(
            window, Cause.IN_USE, file=Path("first.jztrip")
        ) or window.main.notices.text.startswith(says(window, Cause.IN_USE, file=Path("first.jztrip")))
        assert window.session.trip.id != "first"
        other.communicate("")
    window.open_trip.open(TripId("first"))
    assert window.session.trip.id == "first"


def test_a_trip_changed_by_another_program_is_not_written_over(window: Window, qtbot: Any) -> None:
    theirs = first_trip().renamed("别人改的")
    write_trip(window.library.path_of(TripId("first")), TripDocument(theirs))
    with qtbot.waitSignal(window.open_trip.autosave.failed, timeout=PAUSE_MS + 5_000):
        window.edits.add_day()
    assert on_disk(window) == theirs
    window.main.notices._do.click()
    window.open_trip.autosave.save_now()
    assert window.session.trip.id != "first"
    assert len(on_disk(window).days) == 3
    assert read_trip(window.library.path_of(TripId("first"))).trip == theirs


def test_a_copy_that_cannot_be_written_is_not_said_to_be_saved(window: Window, tmp_path: Path) -> None:
    there = tmp_path / "copy.jztrip"
    there.mkdir()
    window.open_trip.save_to(there)
    assert "copy.jztrip" in window.main.notices.text
    assert window.look.words.say("Saved as {file}.", file="copy.jztrip") != window.main.notices.text


def test_a_copy_is_a_file_that_can_be_opened_again(window: Window, tmp_path: Path) -> None:
    window.open_trip.save_to(tmp_path / "copy")
    assert read_trip(tmp_path / "copy.jztrip").trip == window.session.trip
    assert "copy.jztrip" in window.main.notices.text


def test_a_place_that_no_longer_exists_is_a_clash_and_stays_in_the_file(open_window: Opener) -> None:
    trip = first_trip()
    open_window.keep(trip.with_stop(PlaceId("atlantis"), trip.days[0].id))
    window = open_window()
    assert stops_of(window.session.trip)[0] == ["yuntaishan", "atlantis"]
    assert window.look.words.count("{n} clash", "{n} clashes", 1) in window.main.board._totals.accessibleName()
    assert column(window, 1).isVisible()
    window.edits.add_day()
    window.open_trip.autosave.save_now()
    assert stops_of(on_disk(window))[0] == ["yuntaishan", "atlantis"]
