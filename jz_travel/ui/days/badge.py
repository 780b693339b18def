"""The number of a day on its colour, as a widget and as a picture."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import bold, draw_badge


class DayBadge(QWidget):
    """The number of the day on its colour."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.index = look, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._look.theme.px(30)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()  # a circle, however narrow its column

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        draw_badge(
            painter, self.rect().toRectF(), str(self.index + 1), theme.day(self.index), bold(theme.font("heading"))
        )


def day_pixmap(look: Look, index: int, side: int) -> QPixmap:
    """A day's badge as a picture, for menus."""
    dots = round(side * look.sharpness)
    pixmap = QPixmap(dots, dots)
    pixmap.setDevicePixelRatio(look.sharpness)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_badge(painter, QRectF(0, 0, side, side), str(index + 1), look.theme.day(index), bold(look.theme.font("small")))
    painter.end()
    return pixmap
