"""ECharts without a browser: an option becomes an SVG inside a small JavaScript engine.

A page of the web view would cost a second renderer process and half a second before anything shows; the charts here
are drawn once for a size, and pointer and keys only need to know where the columns are, which the option tells.
"""

import json
import re
from functools import cache

from PySide6.QtCore import QByteArray, QCoreApplication, QLoggingCategory, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtQml import QJSEngine, QJSValue
from PySide6.QtSvg import QSvgRenderer

from jz_travel.charts.option import Drawing
from jz_travel.resources import assets

_START = "function setTimeout() { return 0 } function clearTimeout() {}"
_DRAW = """
function draw(option, width, height) {
  var chart = echarts.init(null, null, {renderer: 'svg', ssr: true, width: width, height: height});
  chart.setOption(JSON.parse(option));
  var drawn = chart.renderToSVGString();
  chart.dispose();
  return drawn;
}
"""
_STYLE = re.compile(r"<style ?>.*?</style>", re.DOTALL)
_FOR_PAGES = re.compile(r' (?:class|pointer-events|ecmeta_\w+|cursor)="[^"]*"')
_CENTRED = re.compile(r'<text dominant-baseline="central"(?P<rest>[^>]*)>')
_SIZE = re.compile(r"font-size:([\d.]+)px")
_Y = re.compile(r' y="(-?[\d.]+)"')
MIDDLE_OF_DIGITS = 0.35  # of the text size, from the baseline


class DrawingError(RuntimeError):
    """The script engine refused: a fault of the program, not of the figures."""


@cache
def _draw() -> tuple[QJSEngine, QJSValue]:
    """The engine with ECharts in it. It takes a third of a second, so it is made when the first chart is wanted."""
    # The minified script is full of what this category warns of.
    QLoggingCategory.setFilterRules("qt.qml.usedbeforedeclared=false")
    engine = QJSEngine()
    file = assets("web", "echarts", "echarts.common.min.js")
    for script, name in ((_START, "start"), (file.read_text("utf-8"), file.name), (_DRAW, "draw")):
        engine.evaluate(script, name)
        if engine.hasError():
            raise DrawingError(engine.catchError().toString())
    return engine, engine.globalObject().property("draw")


def svg(drawing: Drawing) -> bytes:
    """The chart as SVG that every program shows alike."""
    _, draw = _draw()
    option = json.dumps(drawing.option, ensure_ascii=False)
    result = draw.call([QJSValue(option), QJSValue(drawing.width), QJSValue(drawing.height)])
    if result.isError():
        raise DrawingError(result.toString())
    plain = _FOR_PAGES.sub("", _STYLE.sub("", result.toString()))
    return _CENTRED.sub(_on_a_baseline, plain).encode()


def svg_without_window(drawing: Drawing) -> bytes:
    """The same for a command, where there is no application yet; the script engine wants one."""
    application = QCoreApplication.instance() or QCoreApplication([])
    drawn = svg(drawing)
    del application
    return drawn


def _on_a_baseline(found: re.Match[str]) -> str:
    """Hardly any program outside of browsers centres text by ``dominant-baseline``."""
    rest = found["rest"]
    size = _SIZE.search(rest)
    down = MIDDLE_OF_DIGITS * float(size[1]) if size else 0.0
    before = _Y.search(rest)
    y = round((float(before[1]) if before else 0.0) + down, 1)
    return f'<text y="{y}"{_Y.sub("", rest)}>'


def paint(drawn: bytes, painter: QPainter, room: QRectF) -> None:
    """The SVG as large as the room allows, at its top, undistorted."""
    renderer = QSvgRenderer(QByteArray(drawn))
    size = renderer.defaultSize().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    renderer.render(painter, QRectF(room.topLeft(), size))
