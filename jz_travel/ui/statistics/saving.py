"""What a reader takes away from the statistics: a chart, the figures, the bulletin of a holiday."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from jz_travel.charts.captions import summary, title
from jz_travel.charts.columns import Chart, YearChart
from jz_travel.charts.files import paper_drawing
from jz_travel.charts.look import paper_look
from jz_travel.charts.option import drawing
from jz_travel.domain.failures import Failure
from jz_travel.domain.statistics import Statistics
from jz_travel.store.files import write_bytes
from jz_travel.ui.statistics.drawing import svg
from jz_travel.ui.style.look import Look
from jz_travel.words.statistics import EVENTS

if TYPE_CHECKING:
    from jz_travel.export.bulletin import Issue

KINDS = {"SVG": ".svg", "PNG": ".png", "PDF": ".pdf", "Excel": ".xlsx", "CSV": ".csv", "JSON": ".json"}
CHARTS, TABLES = ("SVG", "PNG", "PDF"), ("Excel", "CSV", "JSON")


class Saving:
    """``said`` gets what went well, ``failed`` what did not."""

    def __init__(
        self, parent: QWidget, look: Look, said: Callable[[str], object], failed: Callable[[Failure], object]
    ) -> None:
        self._parent, self._look, self._said, self._failed = parent, look, said, failed

    def fill(self, menu: QMenu, chart: YearChart, statistics: Statistics) -> None:
        """Everything that this chart and its figures can be taken along as."""
        from jz_travel.export.bulletin import issues

        words, say = self._look.words, self._look.words.say
        menu.clear()
        for kinds, name in ((CHARTS, say("Chart")), (TABLES, say("Figures"))):
            for kind in kinds:
                menu.addAction(f"{name} ({kind}) …", partial(self._ask, chart, statistics, KINDS[kind]))
            menu.addSeparator()
        subject = chart.subject if issues(statistics, chart.subject.id) else statistics.subjects[0]
        holidays = menu.addMenu(say("Holiday bulletin (PDF)"))
        for issue in issues(statistics, subject.id):
            holiday = say("{holiday} {year}", holiday=say(EVENTS[issue.event]), year=issue.year)
            name = f"{words.text(subject.name)} · {holiday} …"
            proposed = f"{subject.id}_{issue.event}_{issue.year}.pdf"
            make = partial(self.bulletin, issue, statistics)
            holidays.addAction(name, partial(self._ask_where, proposed, make))

    def _ask(self, chart: YearChart, statistics: Statistics, suffix: str) -> None:
        proposed = f"{chart.subject.id}_{chart.event}_{chart.measure}{suffix}"
        self._ask_where(proposed, lambda: self.content(chart, statistics, suffix))

    def _ask_where(self, proposed: str, make: Callable[[], bytes]) -> None:
        suffix = Path(proposed).suffix
        file, _ = QFileDialog.getSaveFileName(self._parent, self._look.words.say("Save"), proposed, f"*{suffix}")
        if file:
            self.write(Path(file), make)

    def write(self, file: Path, make: Callable[[], bytes]) -> None:
        try:
            write_bytes(file, make())
        except Failure as failure:
            self._failed(failure)
        else:
            self._said(self._look.words.say("Saved as {file}.", file=file.name))

    def print_bulletin(self, issue: "Issue", statistics: Statistics) -> None:
        """The two pages of a holiday, in the system's preview and from there on paper."""
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

        from jz_travel.export.papers import A4
        from jz_travel.ui.printing.pages import Pages, put_on

        try:
            pages = Pages(self.bulletin(issue, statistics))
        except Failure as failure:
            self._failed(failure)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        put_on(printer, A4)
        self.preview = QPrintPreviewDialog(printer, self._parent)
        self.preview.setWindowTitle(self._look.words.say("Print"))
        self.preview.paintRequested.connect(lambda asked: pages.draw(asked))  # which keeps the pages
        self.preview.open()

    # What is written

    def content(self, chart: YearChart, statistics: Statistics, suffix: str) -> bytes:
        """A chart by its suffix, or the figures behind it."""
        from jz_travel.charts import data
        from jz_travel.export import chart_file, figures

        words = self._look.words
        series = statistics.find(chart.subject.id, chart.event, chart.measure)
        match suffix:
            case ".xlsx":
                return figures.write_xlsx(series, statistics, words)
            case ".csv":
                return figures.write_csv(series, statistics, words)
            case ".json":
                return data.write(series, statistics, words)
        drawn = paper_drawing(chart, words, statistics)
        size, says = (drawn.width, drawn.height), summary(words, chart)
        return chart_file.write(svg(drawn), size, title(words, chart), says, suffix, words)

    def bulletin(self, issue: "Issue", statistics: Statistics) -> bytes:
        from jz_travel.export import bulletin

        words = self._look.words

        def draw(chart: Chart, size: tuple[int, int]) -> str:
            return svg(drawing(chart, words, paper_look(words.language), *size)).decode()

        return bulletin.write(issue, statistics, words, draw)
