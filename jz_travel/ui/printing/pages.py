"""The pages of a PDF on a printer, as large as they are, at the printer's own resolution."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPaintEngine, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from jz_travel.domain.failures import Cause, Failure
from jz_travel.export.papers import PAPERS, Paper
from jz_travel.store.files import failures, write_bytes

FINEST = 300
"""Dots an inch at most: a page of A4 has nine million of them, and a printer makes its letters of fewer."""
ON_SCREEN = 144
"""The same in a preview, which makes pages smaller and would tear the lines of a finer one."""
POINTS_AN_INCH = 72
SAME_SIZE_MM, SAME_SIZE_POINTS = 3, 8


class Pages:
    """A PDF in memory, ready to be drawn."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)
        if self._document.status() is not QPdfDocument.Status.Ready:
            raise Failure(Cause.NOT_PRINTED, detail=self._document.error().name)

    @property
    def count(self) -> int:
        return self._document.pageCount()

    def size(self, page: int) -> QSizeF:
        """In points."""
        return self._document.pagePointSize(page)

    def draw(self, printer: QPrinter) -> None:
        """Every page that the printer was asked for, on the whole sheet: the pages have their own margins.

        Printed to a file as they are, the pages stay what they are: with text to search, links and tags.
        """
        if self._is_copied(printer):
            file = Path(printer.outputFileName())
            with failures(file):
                write_bytes(file, self._content)
            return
        printer.setFullPage(True)
        painter = QPainter()
        if not painter.begin(printer):
            raise Failure(Cause.NOT_PRINTED, detail=printer.printerName())
        try:
            for at, page in enumerate(self.wanted(printer)):
                if at and not printer.newPage():
                    raise Failure(Cause.NOT_PRINTED, detail=printer.printerName())
                self._draw(page, painter, printer)
        finally:
            painter.end()

    def _is_copied(self, printer: QPrinter) -> bool:
        sheet = printer.pageLayout().fullRectPoints()
        return (
            bool(printer.outputFileName())
            and not is_preview(printer)
            and printer.copyCount() == 1
            and list(self.wanted(printer)) == list(range(self.count))
            and abs(sheet.width() - self.size(0).width()) <= SAME_SIZE_POINTS
            and abs(sheet.height() - self.size(0).height()) <= SAME_SIZE_POINTS
        )

    def wanted(self, printer: QPrinter) -> Iterator[int]:
        """The numbers of the pages, from 0."""
        first, last = 1, self.count
        if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
            first, last = printer.fromPage(), min(self.count, printer.toPage() or self.count)
        pages = range(first - 1, last)
        backwards = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
        yield from reversed(pages) if backwards else pages

    def _draw(self, page: int, painter: QPainter, printer: QPrinter) -> None:
        """As large as it is; only what does not fit on the sheet is made smaller."""
        size, resolution = self.size(page), printer.resolution()
        sheet = printer.pageLayout().fullRectPixels(resolution)
        scale = resolution / POINTS_AN_INCH
        scale = min(scale, sheet.width() / size.width(), sheet.height() / size.height())
        target = QRectF(0, 0, size.width() * scale, size.height() * scale)
        target.moveCenter(QRectF(0, 0, sheet.width(), sheet.height()).center())
        finer = min(1.0, (ON_SCREEN if is_preview(printer) else FINEST) / resolution)
        image = self._document.render(
            page, QSize(max(1, round(target.width() * finer)), max(1, round(target.height() * finer)))
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)


def is_preview(printer: QPrinter) -> bool:
    """Whether what is drawn is shown instead of printed."""
    return printer.paintEngine().type() is QPaintEngine.Type.Picture


def put_on(printer: QPrinter, paper: Paper, size: QSizeF | None = None) -> None:
    """Tell a printer the sheet. ``size``, in points: of a roll, which is as long as its page."""
    if size is not None:
        page_size = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    else:
        page_size = QPageSize(QSizeF(paper.width, paper.height), QPageSize.Unit.Millimeter)
    layout = QPageLayout(page_size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)


def paper_of(printer: QPrinter) -> Paper:
    """The sheet of ours that is nearest to what is in the printer."""
    size = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    short, long = sorted((size.width(), size.height()))

    def difference(paper: Paper) -> float:
        return abs(paper.width - short) + abs(paper.height - long)

    fitting = [paper for paper in PAPERS.values() if paper.width <= short + SAME_SIZE_MM]
    return min(fitting or PAPERS.values(), key=difference)
