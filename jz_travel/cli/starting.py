"""Opening the window: what a system lacks is said in a sentence, where Qt would end the program with a core dump."""

import ctypes
import os
import re
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from jz_travel.domain.texts import Language
from jz_travel.words import N_

NO_LIBRARY = N_("This system lacks {name}. Install it with the system's package manager, then start again.")
NO_SCREEN = N_("There is no screen to open a window on. `jz-travel --help` lists what works without one.")
NO_ANSWER = N_("The screen {name} does not answer, or does not let this user in.")
WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def open_window(language: Language | None, usual: Language, trip: Path | None) -> int:
    """Opens the window, with a trip or the last one. ``usual``: what complaints are said in. 1 if it cannot open."""
    try:
        obstacle = _obstacle(os.environ)
        if obstacle is None:
            from jz_travel.ui.app import run
    except (ImportError, OSError) as error:
        # In the bundle, ctypes words the loader's complaint anew and keeps it as the cause.
        library = missing_library(str(error)) or missing_library(str(error.__cause__))
        if library is None:
            raise
        obstacle = NO_LIBRARY, library
    if obstacle is not None:
        from jz_travel.words import Words

        sentence, name = obstacle
        print(Words(language or usual).say(sentence, name=name), file=sys.stderr)
        return 1
    return run([], language, trip)


def missing_library(message: str) -> str | None:
    """The library that the system's loader did not find."""
    found = re.match(r"(\S+\.so[.\d]*): cannot open shared object file", message)
    return found[1] if found else None


def _obstacle(environment: Mapping[str, str]) -> tuple[str, str] | None:
    """Why Qt could not open a window here: a sentence and a name. Raises ``OSError`` for a library that is missing."""
    wanted = environment.get("QT_QPA_PLATFORM", "").split(":")[0]
    if not sys.platform.startswith("linux") or wanted in WITHOUT_SCREEN:
        return None
    if environment.get("WAYLAND_DISPLAY"):
        return None
    display = environment.get("DISPLAY", "")
    if not display:
        return NO_SCREEN, ""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if refused:
        return NO_ANSWER, display
    qt = find_spec("PySide6")  # looked up, not imported: only the window's package speaks to Qt
    if qt is not None and qt.origin:
        ctypes.CDLL(str(Path(qt.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"))
    return None
