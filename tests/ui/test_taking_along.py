"""Taking the trip along: everything has its place in the menu, a phone reads the screen, and what was saved opens."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog

from jz_travel.export import FORMAT_BY_ID, FORMATS
from jz_travel.export.qr import day_texts
from jz_travel.reading.codes import trip_in_texts
from jz_travel.ui.app import Window
from jz_travel.ui.bringing_in.pictures import texts_in_image
from jz_travel.ui.on_phone import OnPhone


def codes_on(dialog: QDialog) -> list[str]:
    """What a camera sees."""
    dialog.show()
    return list(texts_in_image(dialog.grab().toImage()))


def test_every_format_stands_once_in_the_menu_and_printing_comes_first(window: Window) -> None:
    say, menu = window.look.words.say, window.main.actions_.take_along
    menu.aboutToShow.emit()
    said = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert said[:2] == [say("Print …"), say("On my phone …")]
    assert said[2:] == [say(each.name, context="format") for each in FORMATS]


def test_a_camera_reads_each_day_and_the_whole_trip_from_the_screen(window: Window) -> None:
    window.open_trip.open_sample()
    session = window.session
    dialog = OnPhone(window.main, session.schedule, session.catalogue, window.look)
    days = day_texts(session.schedule, session.catalogue, window.look.words)
    assert dialog.which.count() == len(days) + 1
    for at, text in enumerate(days):
        dialog.which.setCurrentIndex(at)
        assert codes_on(dialog) == [text]
    dialog.which.setCurrentIndex(len(days))
    assert trip_in_texts(codes_on(dialog)) == session.trip
    dialog.close()


@pytest.mark.parametrize("opens", [True, False])
def test_what_was_saved_can_be_opened_at_once(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opens: bool
) -> None:
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return opens

    answer: Callable[[QUrl], bool] = open_url
    monkeypatch.setattr("jz_travel.ui.taking_along.QDesktopServices.openUrl", answer)
    file = tmp_path / "trip.ics"
    window.main._taking_along.write(FORMAT_BY_ID["ics"], file)
    window.main._taking_along.wait()
    notices = window.main.notices
    assert notices.text == window.look.words.say("Saved as {file}.", file="trip.ics")
    notices._do.click()
    assert asked == [str(file)]
    assert (str(file) in notices.text) is not opens
