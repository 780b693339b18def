"""The binding itself: one of its versions lost a reference to None at nearly every call, and then the program died."""

import sys
from typing import Any

from PySide6.QtCore import QTimer


def test_calling_qt_does_not_use_up_none(qapp: Any) -> None:
    timer = QTimer()
    timer.stop()
    before = sys.getrefcount(None)
    for _ in range(1_000):
        timer.stop()
    assert sys.getrefcount(None) > before - 100
