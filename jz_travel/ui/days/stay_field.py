"""How long one stays, said as everywhere else (``1 h 45 min``); typed like that, or as a number of minutes."""

import re
from datetime import timedelta

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

from jz_travel.domain.clock import MINUTE, hours, minutes
from jz_travel.domain.trip import LONGEST_STAY
from jz_travel.ui.style.look import Look

STEP_MINUTES = 15


class StayField(QSpinBox):
    """Its value is in minutes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setRange(STEP_MINUTES, LONGEST_STAY // MINUTE)
        self.setSingleStep(STEP_MINUTES)
        self.setKeyboardTracking(False)

    def show_stay(self, stay: timedelta) -> None:
        self.setValue(stay // MINUTE)
        self.setSuffix("")  # writes the value anew: its words may be another language's

    def textFromValue(self, value: int) -> str:
        return self._look.words.duration(minutes(value))

    def valueFromText(self, text: str) -> int:
        numbers = [int(each) for each in re.findall(r"\d+", text)]
        if len(numbers) > 1:
            return numbers[0] * 60 + numbers[1]
        number = numbers[0] if numbers else self.value()
        whole_hours = self._look.words.duration(hours(number))
        return number * 60 if text.strip() == whole_hours else number

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Anything with a number in it; what is too short or too long becomes the nearest that can be."""
        state = QValidator.State.Acceptable if re.search(r"\d", text) else QValidator.State.Intermediate
        return state, text, position
