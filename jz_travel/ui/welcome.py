"""The offer to a visitor whose trip is still empty."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from jz_travel.domain.schedule import Schedule
from jz_travel.resources import assets
from jz_travel.ui.look import Look
from jz_travel.ui.pictures import Picture
from jz_travel.ui.session import Session
from jz_travel.ui.widgets import button, label

SHAPE = 0.22  # height by width


class Welcome(QFrame):
    """Shows while nothing is planned and nothing is wished."""

    sample_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.setObjectName("welcome")
        self._look = look
        self._picture = Picture(assets("illustrations", "welcome.svg"), shape=SHAPE)
        self._title, self._text = label("title"), label("muted")
        self._plan, self._sample = button("main"), button()
        self._plan.setIcon(look.icon("plan", "accent_ink"))
        self._sample.setIcon(look.icon("sparkles"))
        self._plan.clicked.connect(self.plan_wanted)
        self._sample.clicked.connect(self.sample_wanted)
        words = QHBoxLayout()
        words.setContentsMargins(16, 4, 16, 14)
        words.setSpacing(16)
        text = QVBoxLayout()
        text.addWidget(self._title)
        text.addWidget(self._text)
        words.addLayout(text, 1)
        words.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(self._plan, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._picture)
        column.addLayout(words)
        session.changed.connect(self._show)
        look.changed.connect(self._say)
        self._say()
        self._show(session.schedule)

    def _show(self, schedule: Schedule) -> None:
        self.setVisible(not schedule.visits and not schedule.trip.wishes)

    def _say(self) -> None:
        say = self._look.words.say
        self._title.setText(say("Welcome to Jiaozuo"))
        self._text.setText(say("Say how long you stay and what you like, or drag places into the days yourself."))
        self._plan.setText(say("Plan my visit"))
        self._sample.setText(say("Open the sample trip"))
