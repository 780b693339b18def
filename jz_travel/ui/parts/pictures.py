"""Pictures of places, photos or drawings, and a widget that shows one."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from jz_travel.domain.places import Place
from jz_travel.resources import assets
from jz_travel.store.pictures import drawing_of
from jz_travel.ui.style.painting import kept


def picture_file(place: Place) -> Path:
    """What shows a place: a credited photo, else its own drawing, else its kind's."""
    return assets("photos", place.photos[0].file) if place.photos else drawing_of(place)


@cache
def _renderer(file: Path) -> QSvgRenderer:
    return QSvgRenderer(str(file))


def picture(file: Path, width: int, height: int, scale: float, radius: int = 0) -> QPixmap:
    """A picture that fills ``width`` x ``height`` logical pixels, cut where the shapes differ."""
    key = f"{file} {width} {height} {scale} {radius}"
    return kept(key, lambda: _drawn(file, width, height, scale, radius))


def _drawn(file: Path, width: int, height: int, scale: float, radius: int) -> QPixmap:
    pixmap = QPixmap(round(width * scale), round(height * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QRectF(0, 0, width, height)
    if radius:
        # Filling a shape with a picture keeps the corners smooth; a clip path would leave them jagged.
        whole = QPixmap(pixmap.size())
        whole.setDevicePixelRatio(scale)
        whole.fill(Qt.GlobalColor.gray)
        inner = QPainter(whole)
        _draw(inner, file, frame)
        inner.end()
        path = QPainterPath()
        path.addRoundedRect(frame, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(whole)
        painter.drawPath(path)
    else:
        _draw(painter, file, frame)
    painter.end()
    return pixmap


def _draw(painter: QPainter, file: Path, frame: QRectF) -> None:
    painter.setClipRect(frame)  # some shapes run over the edge of their drawing
    drawn = file.suffix == ".svg"
    photo = QPixmap() if drawn else QPixmap(str(file))
    size = QSizeF(_renderer(file).defaultSize() if drawn else photo.size())
    size.scale(frame.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    target = QRectF(frame.topLeft(), size)
    target.moveCenter(frame.center())
    if drawn:
        _renderer(file).render(painter, target)
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, photo, QRectF(photo.rect()))


class Picture(QWidget):
    """As wide as there is room and ``shape`` times as high; or of a fixed height, cut where the shapes differ."""

    def __init__(self, file: Path | None = None, radius: int = 0, shape: float = 9 / 16) -> None:
        super().__init__()
        self._file, self._radius, self._shape = file, radius, shape
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_file(self, file: Path) -> None:
        self._file = file
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width, self.maximumWidth()) * self._shape)

    def sizeHint(self) -> QSize:
        width = min(self.maximumWidth(), 320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._file is not None and self.width() > 0 and self.height() > 0:
            drawing = picture(self._file, self.width(), self.height(), self.devicePixelRatioF(), self._radius)
            QPainter(self).drawPixmap(0, 0, drawing)
