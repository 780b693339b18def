"""The system's print dialogue with a preview: booklet, one page or receipt, on the sheet that is in the printer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QGraphicsView, QLineEdit, QToolBar, QToolButton, QWidget, QWidgetAction

from jz_travel.domain.failures import Failure
from jz_travel.export import FORMAT_BY_ID, Paper
from jz_travel.export.papers import A4
from jz_travel.ui.parts.widgets import Combo, resize_within
from jz_travel.ui.printing.pages import Pages, paper_of, put_on
from jz_travel.ui.style.look import Look

PRINTED = ("booklet", "page", "receipt")
SIGNS = ("", "zoom_fit", "zoom_out", "zoom_in", "", "", "", "arrow_left", "arrow_right", "", "", "", "",
         "sliders", "printer")  # fmt: skip
"""Our icons for what Qt's bar has, in its order; what is left out is of no use on these pages."""
Typeset = Callable[[str, Paper], bytes]


class PrintPreview(QPrintPreviewDialog):
    """``typeset`` makes the PDF of a format on a sheet; what was made is kept as long as the dialogue is open.

    ``booklet``: what it makes first, already made.
    """

    def __init__(
        self,
        parent: QWidget,
        printer: QPrinter,
        look: Look,
        typeset: Typeset,
        booklet: bytes,
        failed: Callable[[Failure], None],
    ) -> None:
        super().__init__(printer, parent)
        self._printer, self._look, self._typeset, self._failed = printer, look, typeset, failed
        self._sheet: Paper | None = None
        self._prints: QToolButton | None = None
        self._made = {(PRINTED[0], paper_of(printer).id): Pages(booklet)}
        self.setWindowTitle(look.words.say("Print"))
        resize_within(self, look.theme.px(980), look.theme.px(720))
        self.what = Combo()
        self.what.setAccessibleName(look.words.say("What to print"))
        for each in PRINTED:
            self.what.addItem(look.words.say(FORMAT_BY_ID[each].name, context="format"), each)
        self.what.currentIndexChanged.connect(self._changed)
        bar = self.findChild(QToolBar)
        if bar is not None:
            bar.insertWidget(bar.actions()[0], self.what)
            self._name_fields(bar)
            self._arrange(bar)
        ground = self.findChild(QGraphicsView)
        if ground is not None:
            ground.scene().setBackgroundBrush(look.theme.qcolor("line"))
        self.paintRequested.connect(self._paint)

    def _name_fields(self, bar: QToolBar) -> None:
        """Qt's own have no names, and no room for three digits and a point."""
        say = self._look.words.say
        sizes = [box for box in bar.findChildren(QComboBox) if box is not self.what]
        for box in sizes:
            box.setAccessibleName(say("Preview size"))
            box.setMinimumWidth(self._look.theme.px(110))
        for field in bar.findChildren(QLineEdit):
            field.setAccessibleName(say("Preview size") if field.parent() in sizes else say("Page"))

    def _arrange(self, bar: QToolBar) -> None:
        """What one came for stands first and says what it is, signs are ours, and sheets stay upright."""
        actions = [each for each in bar.actions() if not isinstance(each, QWidgetAction) and not each.isSeparator()]
        for action, sign in zip(actions, SIGNS, strict=True):
            action.setVisible(bool(sign))
            if sign:
                action.setIcon(self._look.icon(sign))
        prints = actions[-1]
        prints.setText(self._look.words.say("Print …"))
        prints.setIconText(f" {self._look.words.say('Print')}")  # Qt leaves four pixels beside an icon
        bar.insertAction(bar.actions()[1], prints)
        shown = bar.widgetForAction(prints)
        if isinstance(shown, QToolButton):
            shown.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            shown.setAccessibleName(prints.text())
            self._prints = shown

    def showEvent(self, event: QShowEvent) -> None:
        """Where the bar has no room for everything, what one came for keeps its words."""
        super().showEvent(event)
        if self._prints is not None:
            self._prints.setMinimumWidth(self._prints.sizeHint().width())

    @property
    def pages(self) -> Pages:
        """What is wanted, on the printer's sheet."""
        what = str(self.what.currentData())
        paper = paper_of(self._printer) if FORMAT_BY_ID[what].papers else A4
        if (what, paper.id) not in self._made:
            self._made[what, paper.id] = Pages(self._typeset(what, paper))
        return self._made[what, paper.id]

    def _changed(self) -> None:
        """A roll is as long as what stands on it; after it the sheet from before lies in the printer again."""
        if self.what.currentData() == "receipt":
            self._sheet = paper_of(self._printer)
            put_on(self._printer, self._sheet, self.pages.size(0))
        elif self._sheet is not None:
            put_on(self._printer, self._sheet)
            self._sheet = None
        shown = self.findChild(QPrintPreviewWidget)
        if shown is not None:
            shown.updatePreview()

    def _paint(self, printer: QPrinter) -> None:
        try:
            self.pages.draw(printer)
        except Failure as failure:
            self._failed(failure)
            self.reject()
