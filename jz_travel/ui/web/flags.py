"""Chromium's switches, set in the environment before QApplication is made."""

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

VARIABLE = "QTWEBENGINE_CHROMIUM_FLAGS"
# A dead proxy and these two rules are what keeps preconnects and WebRTC at home; an interceptor alone does not.
OFFLINE = (
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)
# Without a cap a page that is used all day grows to a gigabyte.
MEMORY = "--js-flags=--max-old-space-size=256"


def chromium_flags(*, root: bool, drawn_by_gpu: bool) -> list[str]:
    """``root``: Chromium's sandbox refuses to run as root, so only there it is left out."""
    flags = [*OFFLINE, MEMORY, "--disable-features=Translate,MediaRouter"]
    if root:
        flags.append("--no-sandbox")
    if not drawn_by_gpu:
        flags.append("--disable-gpu")
    return flags


def set_chromium_flags(environment: MutableMapping[str, str] = os.environ) -> None:
    """Add our switches to those a user may have set."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    present = environment.get(VARIABLE, "").split()
    wanted = chromium_flags(root=root, drawn_by_gpu=_has_gpu(environment))
    environment[VARIABLE] = " ".join([*present, *(flag for flag in wanted if flag not in present)])


def _has_gpu(environment: MutableMapping[str, str]) -> bool:
    if environment.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal", "vnc"}:
        return False
    return not sys.platform.startswith("linux") or Path("/dev/dri").exists()
