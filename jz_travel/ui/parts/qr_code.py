"""A QR code on the screen, for the camera of a phone."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget


class QrCode(QWidget):
    """As large as there is room, on white whatever the theme: phones need it so."""

    def __init__(self, text: str, says: str) -> None:
        super().__init__()
        self._renderer = QSvgRenderer()
        self._squares = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_text(text, says)

    def show_text(self, text: str, says: str) -> None:
        """Another text; ``says`` is the accessible name."""
        from jz_travel.export.qr import QUIET, code, svg

        self._renderer.load(QByteArray(svg(text).encode()))
        self._squares = int(code(text).symbol_size(border=QUIET)[0])
        self.setAccessibleName(says)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        side -= side % self._squares  # parts of a pixel would show as hairs between the squares
        room = QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        painter = QPainter(self)
        painter.fillRect(room, Qt.GlobalColor.white)
        self._renderer.render(painter, room)
        painter.end()
