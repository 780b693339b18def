"""A line that says how something went, in the colours of how it went."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel

from jz_travel.ui.parts.widgets import set_state


def tell(line: QLabel, text: str, role: str) -> None:
    """``role`` as :func:`jz_travel.ui.parts.widgets.label` knows them."""
    set_state(line, "role", role)
    QCoreApplication.sendEvent(line, QEvent(QEvent.Type.StyleChange))  # else it keeps the margins of its old role
    line.setText(text)
