"""The section of the online services that looks for a newer version, when somebody presses its button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jz_travel import newer
from jz_travel.ui.online.telling import tell
from jz_travel.ui.parts.widgets import button, label
from jz_travel.ui.style.look import Look
from jz_travel.ui.tasks import Tasks
from jz_travel.words import N_

EXAMPLE = "https://"
ABOUT = N_(
    "Asks the folder that you name, when you press the button and never by itself. "
    "What leaves this computer: nothing but the request for the list of versions."
)


class NewerVersion(QWidget):
    """Asks only at a press of its button; without an address there is nobody to ask."""

    def __init__(self, look: Look, address: str) -> None:
        super().__init__()
        self._look, self._tasks = look, Tasks()
        say = look.words.say
        self.field = QLineEdit(address or newer.usual_address())
        self.field.setMaxLength(500)
        self.field.setPlaceholderText(EXAMPLE)
        self.field.setAccessibleName(say("Address"))
        self.told = label("small", selectable=True)
        self.look_now = button("", say("Look for a newer version"))
        self.look_now.setAutoDefault(False)
        self.look_now.clicked.connect(self._ask)
        self.field.textChanged.connect(lambda _: self._follow())
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(14)
        form.addRow(say("Address"), self.field)
        row = QHBoxLayout()
        row.addWidget(self.look_now, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label("section", say("New versions")))
        column.addWidget(label("small", say(ABOUT)))
        column.addLayout(form)
        column.addLayout(row)
        self._follow()

    @property
    def address(self) -> str:
        return self.field.text().strip()

    def _follow(self) -> None:
        self.look_now.setEnabled(bool(self.address))
        self.told.setText("")

    def _ask(self) -> None:
        address, words = self.address, self._look.words
        self.look_now.setEnabled(False)
        tell(self.told, words.say("Asking …"), "small")
        self._tasks.run(lambda: newer.ask(address, words), self._answered)

    def _answered(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        good, text = answer
        self.look_now.setEnabled(True)
        tell(self.told, text, "hint" if good else "warning")
