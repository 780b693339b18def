"""What the planner shall do with the place that is shown: must see, wish, avoid, or nothing said."""

from PySide6.QtWidgets import QWidget

from jz_travel.domain.places import Place
from jz_travel.ui.edits import Edits
from jz_travel.ui.parts.flow import FlowLayout
from jz_travel.ui.parts.widgets import button
from jz_travel.ui.planning.asked import Wanting, wanting
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look


class WantedChips(QWidget):
    """A chip that is on goes off again when it is pressed; of several only one is on."""

    def __init__(self, session: Session, edits: Edits, look: Look) -> None:
        super().__init__()
        self._session, self._edits, self._look = session, edits, look
        self._place: Place | None = None
        self.chips = {how: button("chip", checkable=True) for how in Wanting}
        row = FlowLayout()
        self.setLayout(row)
        for how, chip in self.chips.items():
            chip.clicked.connect(lambda on, how=how: self._pressed(how, on))
            row.addWidget(chip)

    def show_place(self, place: Place) -> None:
        self._place = place
        say, now = self._look.words.say, wanting(self._session.trip, place.id)
        texts = {
            Wanting.MUST: say("Must see"),
            Wanting.WISH: say("Wish", context="want a place"),
            Wanting.AVOID: say("Avoid"),
        }
        for how, chip in self.chips.items():
            chip.setText(texts[how])
            chip.setToolTip(say("For the planner"))
            chip.setChecked(how is now)
        self.setVisible(place.is_sight)

    def _pressed(self, how: Wanting, on: bool) -> None:
        if self._place is not None:
            self._edits.want(self._place.id, how if on else None)
            self.show_place(self._place)
