"""The application itself, before there is any window: the desktop's window and the kiosk begin here."""

import os
import re

from PySide6.QtWidgets import QApplication

from jz_travel.ui.style.theme import load_fonts
from jz_travel.ui.web.flags import set_chromium_flags
from jz_travel.ui.web.scheme import register_scheme


def prepare_qt(environment: dict[str, str] | os._Environ[str] = os.environ) -> None:
    """What must be said before QApplication is made."""
    _choose_input_method(environment)
    set_chromium_flags(environment)
    register_scheme()


def _choose_input_method(environment: dict[str, str] | os._Environ[str]) -> None:
    """The wheels lack the plugin for fcitx; ibus's speaks with it, and else nobody could type Chinese on X11."""
    asked = [environment.get(name, "").lower() for name in ("QT_IM_MODULE", "GTK_IM_MODULE", "XMODIFIERS")]
    if "fcitx" in asked[0] or (not asked[0] and any("fcitx" in each for each in asked)):
        environment["QT_IM_MODULE"] = "ibus"
    if several := environment.get("QT_IM_MODULES"):
        environment["QT_IM_MODULES"] = re.sub(r"fcitx5?", "ibus", several)


def make_application(arguments: list[str]) -> QApplication:
    """To be called once, before any widget; Chromium's switches and the fonts are in place after it."""
    prepare_qt()
    application = QApplication(arguments)
    application.setApplicationName("jz-travel")
    application.setApplicationDisplayName("")
    application.setDesktopFileName("jz-travel")
    application.setStyle("Fusion")
    load_fonts()
    return application
