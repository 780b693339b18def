"""The offer to a visitor whose trip is still empty: have it planned, or begin with a trip that works."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from jz_travel.domain.schedule import Schedule
from jz_travel.resources import assets
from jz_travel.ui.parts.pictures import Picture, picture_file
from jz_travel.ui.parts.widgets import button, label, named, set_state
from jz_travel.ui.samples import FIRST_VISIT, SAMPLES, Sample, shipped
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look

SHAPE = 0.13  # height by width
CARD_SHAPE = 0.42
SIDE = 16
PICTURE_FROM, CARD_PICTURES_FROM, DAYS_FROM = 700, 580, 430
"""Heights of the window at 100 % text: from the last one on there is room for days above the offer."""


class SampleCard(QPushButton):
    """A picture, the name of a trip, and how long it is."""

    def __init__(self, sample: Sample, session: Session, look: Look) -> None:
        super().__init__()
        named(self, "sample")
        self._sample, self._look, self._small = sample, look, False
        trip = shipped(sample)
        self._days, self._places = len(trip.days), sum(1 for _ in trip.stops())
        self._name, self._length = label(), label("small")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)  # all as tall as the tallest
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(2)
        self.shown = Picture(picture_file(session.catalogue[sample.shown_by]), radius=10, shape=CARD_SHAPE)
        for part in (self.shown, self._name, self._length):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        for part in (self._name, self._length):
            part.setContentsMargins(9, 0, 9, 0)
        column.addStretch(1)

    def be_small(self, small: bool) -> None:
        """Only the name."""
        self.shown.setVisible(not small)
        self._length.setVisible(not small)
        self._column.setContentsMargins(1, 8 if small else 1, 1, 8)
        self._small = small
        self._keep_whole()

    def _keep_whole(self) -> None:
        """One below the other, where there is little room: a name that needs two lines keeps them."""
        self.setMinimumHeight(self._column.heightForWidth(self.width()) if self._small else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_whole()

    def retell(self) -> None:
        words = self._look.words
        length = " · ".join(
            (
                words.count("{n} day", "{n} days", self._days),
                words.count("{n} place", "{n} places", self._places),
            )
        )
        self._name.setText(words.say(self._sample.name))
        self._length.setText(length)
        self.setAccessibleName(words.say(self._sample.name))
        self.setAccessibleDescription(length)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(150, self.heightForWidth(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 80)


class Welcome(QFrame):
    """Shows while nothing is planned and nothing is wished."""

    sample_wanted = Signal(object)
    """Which :class:`Sample`."""
    plan_wanted = Signal()

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.setObjectName("welcome")
        self._look = look
        self._title, self._text, self._or = label("title"), label("muted"), label("small")
        self._plan = button("main")
        self._plan.clicked.connect(self.plan_wanted)
        self.cards = [SampleCard(sample, session, look) for sample in SAMPLES if sample is not FIRST_VISIT]
        for card, sample in zip(self.cards, (each for each in SAMPLES if each is not FIRST_VISIT), strict=True):
            card.clicked.connect(partial(self.sample_wanted.emit, sample))
        self._lay_out()
        session.changed.connect(self._show)
        look.changed.connect(self._say)
        self._say()
        self._show(session.schedule)

    def _lay_out(self) -> None:
        self._offer = offer = QHBoxLayout()
        offer.setSpacing(16)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self._title)
        text.addWidget(self._text)
        offer.addLayout(text, 1)
        offer.addWidget(self._plan, 0, Qt.AlignmentFlag.AlignVCenter)
        self._samples = samples = QHBoxLayout()
        samples.setSpacing(10)
        for card in self.cards:
            samples.addWidget(card, 1)
        below = QVBoxLayout()
        below.setContentsMargins(SIDE, 8, SIDE, 14)
        below.setSpacing(8)
        below.addLayout(offer)
        below.addWidget(self._or)
        below.addLayout(samples)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._picture = Picture(assets("illustrations", "welcome.svg"), shape=SHAPE)
        column.addWidget(self._picture)
        column.addLayout(below)

    def fit(self, height: int) -> None:
        """In a window so high: on a small screen the words stay, one below the other, and the pictures go."""
        px = self._look.theme.px
        small = height < px(CARD_PICTURES_FROM)
        way = QBoxLayout.Direction.TopToBottom if small else QBoxLayout.Direction.LeftToRight
        self._picture.setVisible(height >= px(PICTURE_FROM))
        self._text.setVisible(not small)
        set_state(self._title, "role", "heading" if small else "title")
        self._offer.setDirection(way)
        self._samples.setDirection(way)
        for card in self.cards:
            card.be_small(small)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_plan()

    def _fit_plan(self) -> None:
        """The words of the button need no picture, where both have no room."""
        self._plan.setIcon(self._look.icon("plan", "accent_ink"))
        if self._plan.sizeHint().width() > self.width() - 2 * SIDE:
            self._plan.setIcon(QIcon())

    def fills(self, height: int) -> bool:
        """Whether the offer needs all the room there is in a window so high."""
        return height < self._look.theme.px(DAYS_FROM)

    def _show(self, schedule: Schedule) -> None:
        self.setVisible(not schedule.visits and not schedule.trip.wishes)

    def _say(self) -> None:
        say = self._look.words.say
        self._title.setText(say("Welcome to Jiaozuo"))
        self._text.setText(say("Say how long you stay and what you like, or drag places into the days yourself."))
        self._plan.setText(say("Plan my visit"))
        self._fit_plan()
        self._or.setText(say("Or begin with a trip that works:"))
        for card in self.cards:
            card.retell()
