"""Where the window cannot open, a sentence says why."""

import sys

import pytest

from jz_travel.cli import starting
from jz_travel.cli.main import main
from jz_travel.cli.self_test import broken_modules
from jz_travel.ui.application import prepare_qt

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="screens of X and Wayland")


def without_window(monkeypatch: pytest.MonkeyPatch, **environment: str) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)


@linux
def test_without_a_screen_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    without_window(monkeypatch)
    assert main([]) == 1
    assert capsys.readouterr().err.startswith("There is no screen to open a window on.")


@linux
def test_in_chinese_where_the_system_speaks_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without_window(monkeypatch, LANG="zh_CN.UTF-8")
    assert main(["open"]) == 1
    assert capsys.readouterr().err.startswith("没有可以打开窗口的屏幕")


@linux
def test_a_screen_that_does_not_answer_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without_window(monkeypatch, DISPLAY="127.0.0.1:399")
    assert main([]) == 1
    assert "127.0.0.1:399" in capsys.readouterr().err


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def nothing_to_link(environment: object) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(starting, "_obstacle", nothing_to_link)
    assert starting.open_window("en", "en", None) == 1
    assert capsys.readouterr().err.startswith("This system lacks libxcb-cursor.so.0.")


def test_a_missing_library_is_named_in_the_bundle_where_ctypes_says_it_otherwise(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nothing_to_link(environment: object) -> None:
        loader = OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")
        raise OSError("Failed to load dynlib/dll 'libqxcb.so'. Most likely this was not found") from loader

    monkeypatch.setattr(starting, "_obstacle", nothing_to_link)
    assert starting.open_window("en", "en", None) == 1
    assert capsys.readouterr().err.startswith("This system lacks libxcb-cursor.so.0.")


def test_another_error_is_not_taken_for_a_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(environment: object) -> None:
        raise OSError("input/output error")

    monkeypatch.setattr(starting, "_obstacle", broken)
    with pytest.raises(OSError, match="input/output"):
        starting.open_window("en", "en", None)


def test_every_module_of_the_program_loads() -> None:
    assert broken_modules() == []


@pytest.mark.parametrize(
    ("spoken", "wanted"),
    [
        ({"QT_IM_MODULE": "fcitx"}, "ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, "ibus"),
        ({"XMODIFIERS": "@im=fcitx"}, "ibus"),
        ({"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"}, "ibus"),
        ({"QT_IM_MODULE": "compose"}, "compose"),
        ({}, None),
    ],
)
def test_fcitx_is_spoken_to_as_ibus(spoken: dict[str, str], wanted: str | None) -> None:
    environment = dict(spoken)
    prepare_qt(environment)
    assert environment.get("QT_IM_MODULE") == wanted


def test_fcitx_among_several_input_methods() -> None:
    environment = {"QT_IM_MODULES": "wayland;fcitx;compose"}
    prepare_qt(environment)
    assert environment["QT_IM_MODULES"] == "wayland;ibus;compose"
