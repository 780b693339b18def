"""The icon family: SVG drawings painted in the theme's ink at any size and scale."""

import tomllib
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jz_travel.domain.places import Kind
from jz_travel.resources import assets
from jz_travel.ui.style.painting import kept

Colour = Callable[[], str]


@cache
def _drawing(name: str) -> str:
    return assets("icons", f"{name}.svg").read_text("utf-8")


def paint_icon(painter: QPainter, name: str, rect: QRect, colour: str) -> None:
    """One icon, as sharp as the screen is; drawn once, as rows and cards show the same few over and over."""
    size, ratio = rect.size(), painter.device().devicePixelRatioF()
    key = f"{name} {colour} {size.width()} {size.height()} {ratio}"
    painter.drawPixmap(rect.topLeft(), kept(key, lambda: _drawn(name, colour, size, ratio)))


def _drawn(name: str, colour: str, size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    renderer.render(painter, QRectF(QPoint(0, 0), QSizeF(size)))
    painter.end()
    return pixmap


class _Engine(QIconEngine):
    """Paints with the colour of the moment, so that a change of theme needs no new icons."""

    def __init__(self, name: str, colour: Colour, faint: Colour) -> None:
        super().__init__()
        self._name, self._colour, self._faint = name, colour, faint

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._faint() if mode == QIcon.Mode.Disabled else self._colour()
        side = min(rect.width(), rect.height())
        square = QRect(0, 0, side, side)
        square.moveCenter(rect.center())
        paint_icon(painter, self._name, square, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour, self._faint)


def icon(name: str, colour: Colour, faint: Colour) -> QIcon:
    """An icon whose colours are asked for at each painting; ``faint`` is for what cannot be pressed now."""
    return QIcon(_Engine(name, colour, faint))


@cache
def kind_icons() -> dict[str, str]:
    """The icon's name for each kind of place."""
    tables = tomllib.loads(assets("icons", "kinds.toml").read_text("utf-8"))
    return dict(tables["icon"])


def kind_icon(kind: Kind) -> str:
    """The name of the drawing for a kind of place; a pin for one that has none."""
    return kind_icons().get(kind, "map_pin")
