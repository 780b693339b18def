"""A chart in the window: crisp at every size, reached by pointer, arrow keys and screen readers."""

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from jz_travel.charts.captions import summary, title
from jz_travel.charts.columns import Chart
from jz_travel.charts.look import ChartLook
from jz_travel.charts.option import Drawing, drawing
from jz_travel.domain.reckoning import Derived, Quantity
from jz_travel.ui.statistics.drawing import svg
from jz_travel.ui.style.look import Look
from jz_travel.words.statistics import formula, quantity
from jz_travel.words.statistics import title as name_of

HEIGHT = 260


class ChartView(QWidget):
    """``chosen`` carries the value behind a column, printed or computed, whose source is to be shown."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._chart: Chart | None = None
        self._drawing: Drawing | None = None
        self._picture = QSvgRenderer(self)
        self._at = -1
        self.setObjectName("chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def chart(self) -> Chart | None:
        return self._chart

    @property
    def drawing(self) -> Drawing | None:
        return self._drawing

    def show_chart(self, chart: Chart | None) -> None:
        self._chart, self._at = chart, -1
        words = self._look.words
        self.setAccessibleName(title(words, chart) if chart else "")
        self.setAccessibleDescription(summary(words, chart) if chart else "")
        self.updateGeometry()
        self._draw()

    def sizeHint(self) -> QSize:
        return QSize(600, self._look.theme.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize() != event.size():
            self._draw()

    def _draw(self) -> None:
        """Anew for every width: columns move together, text keeps its size."""
        self._drawing = None
        if self._chart is not None and self.width() > 60 and self.isVisible():
            theme = self._look.theme
            text = theme.px(theme.scale["type"]["small"]["size"])
            look = ChartLook(theme.colour, theme.families, text, theme.px(14))
            self._drawing = drawing(self._chart, self._look.words, look, self.width(), self.height())
            self._picture.load(QByteArray(svg(self._drawing)))
        self.update()

    def showEvent(self, event: QEvent) -> None:
        if self._drawing is None:
            self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        if 0 <= self._at < len(self._drawing.slots):
            slot = self._drawing.slots[self._at]
            rect = QRectF(slot.left, slot.top, slot.width, slot.height).adjusted(1, 1, -1, -1)
            painter.setBrush(theme.qcolor("hover"))
            painter.setPen(QPen(theme.qcolor("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, 6, 6)
        self._picture.render(painter, QRectF(0, 0, self._drawing.width, self._drawing.height))
        painter.end()

    # Pointer and keys

    def _slot_at(self, where: QPointF) -> int:
        slots = self._drawing.slots if self._drawing else ()
        inside = (at for at, each in enumerate(slots) if each.left <= where.x() < each.left + each.width)
        return next(inside, -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._slot_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)
        self._point(at)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._point(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point(self._slot_at(event.position()))
        self._choose()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason) and self._at < 0:
            self._point(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._point(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._drawing.slots) - 1 if self._drawing else -1
        to = {
            Qt.Key.Key_Left: max(0, self._at - 1),
            Qt.Key.Key_Right: min(last, self._at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if to is not None:
            self._point(to)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._drawing is not None:
            at = self._slot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.said(self._drawing.slots[at].of) if at >= 0 else "", self)
            return True
        return super().event(event)

    def said(self, of: Quantity) -> str:
        """A column in words, with its formula where it is computed."""
        words = self._look.words
        value = formula(words, of) if isinstance(of, Derived) else quantity(words, of)
        return f"{name_of(words, of)}\n{value}"

    def _point(self, at: int) -> None:
        if at == self._at or self._drawing is None:
            return
        self._at = at
        if at >= 0 and self._chart is not None:
            said = self.said(self._drawing.slots[at].of)
            self.setAccessibleName(f"{title(self._look.words, self._chart)}. {said}")
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    def _choose(self) -> None:
        if self._drawing is not None and 0 <= self._at < len(self._drawing.slots):
            self.chosen.emit(self._drawing.slots[self._at].of)
