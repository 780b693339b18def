"""What the face may inherit: nothing that could open a door (remote debugging, plugins, preloaded libraries)."""

from collections.abc import Mapping

FORBIDDEN = ("QTWEBENGINE_", "QT_", "QML", "LD_", "DYLD_", "PYTHON", "CHROME", "NOTIFY_SOCKET", "WATCHDOG_")
"""Beginnings of names. The socket of systemd is the supervisor's alone."""


def cleaned(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without them."""
    return {name: value for name, value in environment.items() if not name.upper().startswith(FORBIDDEN)}


def platform_of(environment: Mapping[str, str], *, windowed: bool) -> str:
    """The platform that Qt draws on. Without any screen a window of a given size is drawn into memory; ``""``: none."""
    if environment.get("WAYLAND_DISPLAY"):
        return "wayland;xcb"
    if environment.get("DISPLAY"):
        return "xcb"
    return "offscreen" if windowed else ""
