"""Small dialogues that ask one thing: their buttons, and how they are shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox

from jz_travel.ui.style.look import Look


def apply_or_cancel(dialog: QDialog, look: Look) -> QDialogButtonBox:
    """The two buttons at the foot of a dialogue, which end it."""
    buttons = QDialogButtonBox()
    take = buttons.addButton(look.words.say("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
    take.setProperty("main", True)
    buttons.addButton(look.words.say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons


def ask(dialog: QDialog, act: Callable[[], object]) -> None:
    """Asks without stopping the window; ``act`` is done when the answer is taken."""
    dialog.accepted.connect(act)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
