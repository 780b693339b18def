"""Labels and buttons as the style sheet knows them, and small chores that every view has."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QToolButton,
    QWidget,
)

Some = TypeVar("Some", bound=QWidget)
EDGE = 24
BESIDE = 2  # pixels between the text of a choice and its arrow
ITEM = 8  # pixels around the text of a list, as in the style sheet


def named(widget: Some, name: str) -> Some:
    """The widget with the name that the style sheet calls it by."""
    widget.setObjectName(name)
    return widget


def label(role: str = "", text: str = "", *, wrap: bool = True, selectable: bool = False) -> QLabel:
    """Plain text in a role of the style sheet: display, title, heading, section, muted, small, clash, warning, hint."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


class _Button(QPushButton):
    """Qt leaves four pixels between an icon and its words, which here have a blank more."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever points needs no ring to see where the keyboard is; coming back to the window changes nothing."""
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            set_state(self, "pointed", event.reason() is Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    @property
    def _parted(self) -> bool:
        return bool(self.text()) and not self.icon().isNull()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self._parted:
            option.text = f" {option.text}"

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint + QSize(self.fontMetrics().horizontalAdvance(" "), 0) if self._parted else hint


def button(look: str = "", text: str = "", *, checkable: bool = False) -> QPushButton:
    """A push button that looks ``main`` or ``flat``, like a ``link``, a ``chip`` or a ``segment``."""
    made = _Button(text)
    made.setCheckable(checkable)
    if look:
        made.setProperty(look, True)
    return made


class _CalmWheel(QObject):
    """The wheel scrolls the page: also over the field that was just filled in, where the mouse still is."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False


def calm(field: Some) -> Some:
    """A field that is not changed by accident while somebody scrolls past it."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_CalmWheel(field))
    return field


class Combo(QComboBox):
    """A choice that says by an ellipsis when there is no room for its text; Qt just cuts it off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        calm(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = QStyleOptionComboBox()
        self.initStyleOption(shown)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, shown, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        whole = shown.currentText
        shown.currentText = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room.width() - BESIDE)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, shown)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, shown)


def clearable(field: QLineEdit, name: str) -> None:
    """With a button that empties it; Qt gives that one no name."""
    field.setClearButtonEnabled(True)
    for inner in field.findChildren(QToolButton):
        inner.setAccessibleName(name)


def resize_within(dialog: QWidget, width: int, height: int) -> None:
    """As large as asked, but not larger than the window it belongs to: its buttons stay on a small screen."""
    parent = dialog.parentWidget()
    assert parent is not None
    window = parent.window()
    dialog.resize(min(width, window.width() - EDGE), min(height, window.height() - EDGE))


class Wrapping(QStyledItemDelegate):
    """Texts of a list that wrap within it; Qt forgets what the style sheet keeps free beside them.

    ``beside``: the pixels on each side.
    """

    def __init__(self, parent: QWidget, beside: int = ITEM) -> None:
        super().__init__(parent)
        self._beside = beside

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -2 * self._beside, 0)
        return super().sizeHint(narrower, index)


def roomy(field: QAbstractSpinBox) -> None:
    """Room between the frame and the text; a style sheet cannot give it to these fields."""
    field.lineEdit().setTextMargins(7, 0, 0, 0)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()


def tab_through(first: QWidget, cards: Iterable[QWidget]) -> None:
    """Tab goes from ``first`` to the buttons of the cards; Qt puts what is made late behind all else in the window."""
    before = first
    for card in cards:
        for each in card.findChildren(QAbstractButton):
            QWidget.setTabOrder(before, each)
            before = each


def set_state(widget: QWidget, name: str, value: object) -> None:
    """A property that the style sheet reads; the widget looks different at once."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
