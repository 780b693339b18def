"""What the screen shows while nobody stands before it: pictures, places and figures in turn, each with its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton

from jz_travel.almanac import daylight
from jz_travel.domain.places import Place, PlaceId
from jz_travel.domain.policy import Start
from jz_travel.domain.statistics import FigureId
from jz_travel.domain.texts import Source
from jz_travel.resources import assets
from jz_travel.ui.kiosk.page import MapAt, Page
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.where import Home, OnMap, Plan, See, Today, Where
from jz_travel.ui.kiosk.wrapping import fitted
from jz_travel.ui.parts.pictures import Picture, picture_file
from jz_travel.ui.parts.widgets import label, set_state
from jz_travel.ui.session import Selection
from jz_travel.words.holidays import line
from jz_travel.words.statistics import MEASURES, event_year, fact, growth_explained, printed

TURN_MS = 9_000
SHIFTS = (0, 6, 12, 6)
"""Pixels by which everything moves from one picture to the next, so that nothing burns into the screen."""
LEAST_PICTURE = 0.34
"""Of its height, where its page has little room."""
ANY_HEIGHT = 16_777_215  # what Qt takes for no limit
FIGURES = tuple(map(FigureId, ("jz_nd2024_v", "jz_nd2024_r")))
FACTS = tuple(map(FigureId, ("five_a", "forest")))
STARTS: dict[Start, Where] = {
    Start.HOME: Home(), Start.SEE: See(), Start.PLAN: Plan(), Start.MAP: OnMap(), Start.TODAY: Today(),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slide:
    """``small`` is where it comes from; ``place`` is shown on the map."""

    title: str
    text: str
    small: str
    picture: Path
    place: PlaceId | None = None


class AttractPage(Page):
    """The map goes along from place to place. A touch anywhere begins."""

    map_at = MapAt.BESIDE
    map_answers = False
    starts_high = True

    def __init__(self, sitting: Sitting, upright: bool) -> None:
        super().__init__(sitting, upright)
        self._slides = tuple(self._every_slide())
        self._at = 0
        self.title, self.lead = self.say("Welcome to Jiaozuo"), self._edition()
        self._picture = Picture(radius=12, shape=0.56 if upright else 0.36)
        self._name, self._text, self._small = label("display"), label(), label("small")
        self._welcome = self._button()
        for part in (self._picture, self._name, self._text, self._small):
            self.column.addWidget(part)
        self.column.addStretch(1)
        if stale := self._stale():
            self.column.addWidget(stale)
        self.column.addWidget(self._welcome)
        self.column.setContentsMargins(0, 0, 0, 12)
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self.show_slide(self._at + 1))
        if not sitting.comfort.still:
            self._timer.start(TURN_MS)
        self.show_slide(0)

    def show_slide(self, number: int) -> None:
        self._at = number % len(self._slides)
        slide = self._slides[self._at]
        self._picture.show_file(slide.picture)
        self._name.setText(slide.title)
        self._small.setText(slide.small)
        self._small.setVisible(bool(slide.small))
        shift = SHIFTS[number % len(SHIFTS)]
        self.column.setContentsMargins(shift, shift, 12 - shift, 12)
        self._fit()
        self.sitting.session.point_at_place(slide.place)

    def _fit(self) -> None:
        """The words of a short slide are read from further away. On a small screen the picture gives way to them, and
        what has no room then is left out by whole lines: what is touched stays as it is.
        """
        text = self._slides[self._at].text
        self._text.setText(text)
        self._picture.setMaximumHeight(ANY_HEIGHT)
        for part in (self._picture, self._text):
            part.show()
        for large in (True, False):
            set_state(self._text, "large", large)
            if self._missing <= 0:
                return
        width = self.width() - self.column.contentsMargins().left() - self.column.contentsMargins().right()
        missing, whole, words = self._missing, self._picture.heightForWidth(width), self._text.heightForWidth(width)
        self._picture.setMaximumHeight(max(whole - missing, round(whole * LEAST_PICTURE)))
        one_line = self._text.fontMetrics().lineSpacing()
        if words - self._missing < one_line:
            self._picture.hide()  # rather no picture than no words
        room = words - max(0, self._missing)
        self._text.setText(fitted(text, self._text.font(), width, room))
        self._text.setVisible(room >= one_line)

    @property
    def _missing(self) -> int:
        """Pixels by which everything is higher than the page."""
        return self.column.heightForWidth(self.width()) - self.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def touched_beside(self) -> None:
        self.begin()

    def leave(self) -> None:
        """The map is a visitor's own now, and shows all of the city."""
        self._timer.stop()
        self.sitting.session.point(Selection())
        self.sitting.fit_wanted.emit()

    def begin(self) -> None:
        self.sitting.go(STARTS[self.sitting.city.policy.start])

    def _button(self) -> QPushButton:
        made = self.button(self.say("Touch to begin"), self.begin, icon="sparkles", look="main")
        made.setProperty("huge", True)
        return made

    def _edition(self) -> str:
        said = self.words.as_far_as_said(self.sitting.city.edition.said)
        return self.say("Information as of {date}", date=said) if said else ""

    def _stale(self) -> QLabel | None:
        city = self.sitting.city
        if not city.edition.is_stale(city.today, city.policy.stale_after):
            return None
        return label("warning", self.say("This information may be out of date. Please ask at the desk."))

    def _every_slide(self) -> Iterator[Slide]:
        city, words = self.sitting.city, self.words
        rises, sets = (words.time(each) for each in daylight(city.today))
        sun = words.say("Sunrise {rises}, sunset {sets}", rises=rises, sets=sets)
        load = line(words, city.calendar.load(city.today))
        yield Slide(words.date(city.today), f"{sun}\n{load}", "", assets("illustrations", "welcome.svg"))
        best = [each for each in city.catalogue if each.tier == 1 and each.is_sight and each.text]
        figures = list(self._figures())
        for number, place in enumerate(best):
            yield self._of_place(place)
            if number < len(figures):
                yield figures[number]

    def _of_place(self, place: Place) -> Slide:
        words = self.words
        told = words.text(place.text) if place.text else ""
        rating = self.say("{rating} scenic area", rating=place.rating) if place.rating else words.kind(place.kind)
        return Slide(words.name(place), told, rating, picture_file(place), place.id)

    def _figures(self) -> Iterator[Slide]:
        words, statistics = self.words, self.sitting.city.statistics
        for name in FIGURES:
            figure = statistics.by_id.get(name)
            if figure is None:
                continue
            measure = words.say(MEASURES[figure.measure], context="measure")
            text = "\n".join(
                (f"{event_year(words, figure)} · {measure}", *(growth_explained(words, each) for each in figure.growth))
            )
            source = statistics.sources.get(figure.evidence.source)
            yield Slide(
                printed(words, figure),
                text,
                self._source(source) if source else "",
                assets("illustrations", "mountain_area.svg"),
            )
        for each in statistics.facts:
            source = statistics.sources.get(each.evidence.source)
            if each.id in FACTS and source:
                text = "\n".join(words.text(said) for said in (each.name, each.note) if said)
                yield Slide(
                    fact(words, each),
                    text,
                    self._source(source),
                    assets("illustrations", "wetland.svg"),
                )

    def _source(self, source: Source) -> str:
        return self.say("Source: {sources}", sources=self.words.source(source))
