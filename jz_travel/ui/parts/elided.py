"""Buttons whose text may be longer than there is room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from jz_travel.ui.style.painting import bold, caption, tip

LONGEST = 200


def _blank(button: QPushButton) -> str:
    """What stands between an icon and its words, besides the four pixels that Qt leaves."""
    return " " if button.text() and not button.icon().isNull() else ""


def _with_blank(hint: QSize, button: QPushButton) -> QSize:
    return hint + QSize(button.fontMetrics().horizontalAdvance(_blank(button)), 0)


class Elided(QPushButton):
    """A button that shows as much of its text as there is room; the rest is in its tool tip and its name."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)  # it may shrink
        self.say(text)

    def say(self, text: str) -> None:
        self.setText(caption(text, LONGEST))
        self.setToolTip(tip(text))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 4, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return _with_blank(super().sizeHint(), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = QStyleOptionButton()
        self.initStyleOption(shown)
        metrics = QFontMetrics(bold(self.font())) if self.isChecked() else self.fontMetrics()
        missing = self.sizeHint().width() - self.width()
        if missing > 0:
            room = self._text_width() - missing
            shown.text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        shown.text = _blank(self) + shown.text
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, shown)

    def _text_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text())


class Offer(QPushButton):
    """A button whose text goes on in the next line where there is no room: nobody presses what cannot be read."""

    def __init__(self, text: str) -> None:
        super().__init__(caption(text, LONGEST))
        self.setProperty("offer", True)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return _with_blank(super().sizeHint(), self)

    def heightForWidth(self, width: int) -> int:
        return self.sizeHint().height() + (len(self._lines(width)) - 1) * self.fontMetrics().lineSpacing()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 4, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = QStyleOptionButton()
        self.initStyleOption(shown)
        shown.text = "\n".join(_blank(self) + line for line in self._lines(self.width()))
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, shown)

    def _lines(self, width: int) -> list[str]:
        beside = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        return lines_of(self.text(), self.font(), width - beside + 1)  # advances are rounded, lines are not


def lines_of(text: str, font: QFont, width: int) -> list[str]:
    """A text as it wraps in so much room."""
    layout, found = QTextLayout(text, font), list[str]()
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        found.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return found or [text]


class Chip(Elided):
    """A choice that is bold while it is on; it is wide enough for that from the beginning."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setProperty("chip", True)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(
            hint.width() - self.fontMetrics().horizontalAdvance(self.text()) + self._text_width(), hint.height()
        )

    def _text_width(self) -> int:
        return QFontMetrics(bold(self.font())).horizontalAdvance(self.text()) + 2
