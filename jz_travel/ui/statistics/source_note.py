"""Where a number comes from: its source, what was counted, and for a computed one the formula with its inputs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from jz_travel.domain.reckoning import Derived, figures_behind
from jz_travel.domain.statistics import Fact, Figure, Statistics
from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.parts.widgets import button, clear, label, named
from jz_travel.ui.statistics.tile import Counted, Origin
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import held_together
from jz_travel.words.origins import origin
from jz_travel.words.statistics import fact, formula, printed, quantity, title


class SourceNote(QFrame):
    """Empty until a number is chosen; ``shown`` is the one it tells of. ``closed`` when nobody wants it any more."""

    closed = Signal()

    def __init__(self, statistics: Statistics, look: Look) -> None:
        super().__init__()
        self.setObjectName("sourceNote")
        self._statistics, self._look = statistics, look
        self._shown: Origin | None = None
        self._reading = ReadingArea()
        self._reading.column.setContentsMargins(18, 16, 18, 20)
        self._reading.column.setSpacing(4)
        self._close = QToolButton()
        self._close.setIcon(look.icon("x"))
        self._close.clicked.connect(self.closed)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._reading, 1)
        outer.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.be_closable(False)

    def be_closable(self, closable: bool) -> None:
        """Where it takes room from the page."""
        self._close.setVisible(closable)

    def know(self, statistics: Statistics) -> None:
        self._statistics = statistics

    @property
    def shown(self) -> Origin | None:
        return self._shown

    def show_origin(self, of: Origin) -> None:
        self._shown = of
        self.retell()
        self._reading.verticalScrollBar().setValue(0)

    def retell(self) -> None:
        clear(self._reading.column)
        self._close.setToolTip(self._look.words.say("Close"))
        self._close.setAccessibleName(self._look.words.say("Close"))
        if self._shown is None:
            return
        words, say = self._look.words, self._look.words.say
        self._say("section", say("Where this number comes from"))
        if isinstance(self._shown, Derived):
            self._tell_computed(self._shown)
        elif isinstance(self._shown, Counted):
            self._tell_counted(self._shown)
        elif isinstance(self._shown, Fact):
            self._tell_printed(
                self._look.words.text(self._shown.name), fact(self._look.words, self._shown), self._shown
            )
        else:
            self._tell_printed(title(words, self._shown), printed(words, self._shown), self._shown)
        self._reading.column.addStretch(1)
        self._reading.fit_soon()

    def _tell_counted(self, of: Counted) -> None:
        self._say("muted", of.name)
        self._say("display", str(len(of.lines)))
        self._badge("computed", self._look.words.say("counted in this guide"))
        for line in of.lines:
            self._say("", line)

    def _tell_printed(self, name: str, value: str, of: Figure | Fact) -> None:
        words = self._look.words
        self._say("muted", held_together(name))
        self._say("display", value)
        self._badge("printed", words.say("as printed"))
        for row, text in origin(words, of, self._statistics):
            self._say("section", row).setContentsMargins(0, 8, 0, 0)
            self._say("", text)

    def _tell_computed(self, of: Derived) -> None:
        words = self._look.words
        self._say("muted", held_together(title(words, of)))
        self._say("display", quantity(words, of))
        self._badge("computed", words.say("computed here, not printed"))
        self._say("section", words.say("Formula")).setContentsMargins(0, 8, 0, 0)
        self._reading.column.addWidget(named(label("", formula(words, of), selectable=True), "formula"))
        self._say("section", words.say("From these printed figures")).setContentsMargins(0, 8, 0, 0)
        for figure in figures_behind(of):
            link = button("flat", printed(words, figure))
            link.setToolTip(title(words, figure))
            said = words.labelled(title(words, figure), printed(words, figure))
            link.setAccessibleName(said)
            link.setIcon(self._look.icon("chevron_right", "accent"))
            link.clicked.connect(lambda _, which=figure: self.show_origin(which))
            self._reading.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self._say("small", title(words, figure))

    def _badge(self, name: str, text: str) -> None:
        badge = named(label("", text, wrap=False), name)
        self._reading.column.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeft)

    def _say(self, role: str, text: str) -> QLabel:
        made = label(role, text, selectable=True)
        self._reading.column.addWidget(made)
        return made
