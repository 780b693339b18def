"""The one wire between the program and a page."""

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot


class Program(QObject):
    """Our end of the one wire to the page: JSON texts both ways."""

    said = Signal(str)
    heard = Signal(dict)

    def say(self, message: Mapping[str, Any]) -> None:
        self.said.emit(json.dumps(message, ensure_ascii=False))

    @Slot(str)
    def hear(self, text: str) -> None:
        self.heard.emit(json.loads(text))
