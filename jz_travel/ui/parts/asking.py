"""Small dialogues that ask one thing: their buttons, and how they are shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout

from jz_travel.ui.parts.widgets import button
from jz_travel.ui.style.look import Look


def apply_or_cancel(dialog: QDialog, look: Look) -> QHBoxLayout:
    """The two buttons at the foot of a dialogue, which end it; the main one last, as in all dialogues here."""
    cancel, take = button("", look.words.say("Cancel")), button("main", look.words.say("Apply"))
    cancel.clicked.connect(dialog.reject)
    take.clicked.connect(dialog.accept)
    take.setDefault(True)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(take)
    return row


def ask(dialog: QDialog, act: Callable[[], object]) -> None:
    """Asks without stopping the window; ``act`` is done when the answer is taken."""
    dialog.accepted.connect(act)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
