"""The window looks for a newer version only when somebody presses the button, and remembers where."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jz_travel import __version__
from jz_travel.newer import ADDRESS
from jz_travel.store.settings import read_settings
from jz_travel.ui.app import Window
from jz_travel.ui.online.settings_dialog import OnlineDialog
from tests.ui.hands import Opener

SUM = "0" * 64


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    (tmp_path / "SHA256SUMS").write_text(f"{SUM}  jz-travel_99.10.0_amd64.deb\n")
    return tmp_path


def dialog_of(window: Window) -> OnlineDialog:
    dialog = OnlineDialog(window.main, window.online, window.look)
    dialog.open()
    return dialog


def test_a_newer_version_is_named_when_somebody_asks_and_not_before(
    open_window: Opener, downloads: Path, qtbot: QtBot
) -> None:
    dialog = dialog_of(open_window())
    section = dialog.newer_version
    assert not section.look_now.isEnabled()
    section.field.setText(downloads.as_uri())
    assert section.told.text() == ""
    section.look_now.click()
    qtbot.waitUntil(lambda: "jz-travel_99.10.0_amd64.deb" in section.told.text())
    dialog.reject()


def test_whoever_has_the_newest_version_is_told_so(open_window: Opener, downloads: Path, qtbot: QtBot) -> None:
    (downloads / "SHA256SUMS").write_text(f"{SUM}  jz-travel_{__version__}_amd64.deb\n")
    section = (dialog := dialog_of(open_window())).newer_version
    section.field.setText(downloads.as_uri())
    section.look_now.click()
    qtbot.waitUntil(lambda: __version__ in section.told.text())
    assert section.told.property("role") == "hint"
    dialog.reject()


def test_an_address_that_does_not_answer_is_a_warning(open_window: Opener, qtbot: QtBot) -> None:
    section = (dialog := dialog_of(open_window())).newer_version
    section.field.setText("ftp://mirror/")
    section.look_now.click()
    qtbot.waitUntil(lambda: section.told.property("role") == "warning")
    assert section.look_now.isEnabled()
    dialog.reject()


def test_the_address_is_remembered(open_window: Opener) -> None:
    window = open_window()
    dialog = dialog_of(window)
    dialog.newer_version.field.setText("https://downloads.example/jz")
    dialog._save()
    settings, wrong = read_settings(open_window.folders.settings)
    assert (settings.online.downloads, wrong) == ("https://downloads.example/jz", ())
    again = dialog_of(window)
    assert again.newer_version.address == "https://downloads.example/jz"
    again.reject()


def test_an_administrator_may_have_said_where(open_window: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ADDRESS, "https://mirror.example/")
    dialog = dialog_of(open_window())
    assert dialog.newer_version.address == "https://mirror.example/"
    dialog.reject()
