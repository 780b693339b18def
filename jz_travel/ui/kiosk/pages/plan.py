"""Plan my visit: what is asked at a glance, and one page for each question. Everything has a usual answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jz_travel.domain.clock import DAY
from jz_travel.domain.places import GATEWAYS, PlaceId, Theme
from jz_travel.domain.request import Interest, Pace, Party
from jz_travel.resources import assets
from jz_travel.ui.kiosk.card import GAP
from jz_travel.ui.kiosk.page import Page
from jz_travel.ui.kiosk.pages.see import ICONS
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.where import Ask, Question
from jz_travel.ui.parts.widgets import button, label, set_state
from jz_travel.words import N_

DAYS = (1, 2, 3, 4, 5, 7)
FROM = tuple(map(PlaceId, ("jiaozuo_rail", "xiuwuxi_rail", "jz_bus", "cgo", "zhengzhoudong_rail")))
"""Where most people arrive; every other station is a page further."""
PEOPLE = (
    (N_("One person"), Party(adults=1), "user"),
    (N_("Two adults"), Party(), "users"),
    (N_("With children"), Party(adults=2, children=1), "baby"),
    (N_("With older people"), Party(adults=2, seniors=2), "heart"),
    (N_("Students"), Party(adults=0, students=2), "museum"),
)
PACES = (
    (Pace.RELAXED, N_("Relaxed"), N_("Late start, long breaks"), "leaf"),
    (Pace.BALANCED, N_("Balanced"), N_("As most people like it"), "walk"),
    (Pace.PACKED, N_("Packed"), N_("As much as possible"), "timer"),
)
QUESTIONS = {
    Question.WHEN: (N_("When do you come?"), "calendar"),
    Question.DAYS: (N_("How many days?"), "sun"),
    Question.FROM: (N_("Where do you arrive?"), "train"),
    Question.WHO: (N_("Who travels?"), "users"),
    Question.PACE: (N_("How fast?"), "walk"),
    Question.INTERESTS: (N_("What do you like?"), "heart"),
}
SATURDAY, MOST_SATURDAYS = 6, 2
SATURDAYS = (N_("This Saturday"), N_("Saturday next week"), N_("Saturday in two weeks"))
BESIDE_WORDS, WIDEST_LINE, MOST_IN_A_LINE = 40, 960, 7


@dataclass(frozen=True, slots=True)
class Option:
    """One answer. ``toggles``: several may be chosen."""

    title: str
    detail: str
    icon: str
    chosen: bool
    choose: Callable[[], None]
    toggles: bool = False


class Questions:
    """The answers to each question, as they are and as they could be."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def options(self, question: Question) -> list[Option]:
        return {
            Question.WHEN: self._when, Question.DAYS: self._days, Question.FROM: self._from, Question.WHO: self._who,
            Question.PACE: self._pace, Question.INTERESTS: self._interests,
        }[question]()  # fmt: skip

    def answer(self, question: Question) -> str:
        """As it stands now."""
        words = self._sitting.look.words
        chosen = [option.title for option in self.options(question) if option.chosen]
        if question is Question.INTERESTS and not chosen:
            return words.say("A bit of everything")
        if question is Question.WHO and self._sitting.asked.party.step_free:
            chosen.append(words.say("Without steps"))
        return words.say(", ", context="between words").join(chosen)

    def _option(self, title: str, detail: str, icon: str, chosen: bool, **answers: object) -> Option:
        return Option(title, detail, icon, chosen, lambda: self._sitting.answer(**answers))

    def _when(self) -> list[Option]:
        words, city, asked = self._sitting.look.words, self._sitting.city, self._sitting.asked
        today = city.today
        holidays = sorted(each.first for year in city.calendar.years for each in year.holidays if each.first > today)
        days: dict[date, str] = {today: words.say("Today"), today + DAY: words.say("Tomorrow")}
        days.setdefault(today + 2 * DAY, words.say("The day after tomorrow"))
        saturday = today + (SATURDAY - today.isoweekday()) * DAY  # of this week, which begins on Monday
        saturdays = ((saturday + 7 * weeks * DAY, name) for weeks, name in enumerate(SATURDAYS))
        for day, name in [each for each in saturdays if each[0] > today][:MOST_SATURDAYS]:
            days.setdefault(day, words.say(name))
        if holidays:
            days.setdefault(holidays[0], words.say("Next holiday"))
        days.setdefault(asked.starts, words.date_short(asked.starts))
        return [
            self._option(name, words.date(day), "calendar", day == asked.starts, starts=day)
            for day, name in sorted(days.items())
        ]

    def _days(self) -> list[Option]:
        words, asked = self._sitting.look.words, self._sitting.asked
        counts = sorted({*DAYS, asked.days})
        return [
            self._option(words.count("{n} day", "{n} days", count), "", "sun", count == asked.days, days=count)
            for count in counts
        ]

    def _from(self) -> list[Option]:
        words, catalogue, asked = self._sitting.look.words, self._sitting.city.catalogue, self._sitting.asked
        rest = [place.id for place in catalogue if place.kind in GATEWAYS and place.position and place.id not in FROM]
        rest.sort(key=lambda place: catalogue[place].tier)
        undecided = self._option(
            words.say("I do not know yet"), "", "help", asked.arrival is None, arrival=None, arrives=None, departs=None
        )
        known = [catalogue[place] for place in (*FROM, *rest) if place in catalogue]
        stations = [
            self._option(
                words.short(place), words.kind(place.kind), "plane" if place.kind == "airport" else "train",
                place.id == asked.arrival, arrival=place.id,
            )
            for place in known
        ]  # fmt: skip
        return [*stations[: len(FROM)], undecided, *stations[len(FROM) :]]

    def _who(self) -> list[Option]:
        words, party = self._sitting.look.words, self._sitting.asked.party
        people = [
            self._option(words.say(name), "", icon, replace(each, step_free=party.step_free) == party,
                         party=replace(each, step_free=party.step_free))
            for name, each, icon in PEOPLE
        ]  # fmt: skip
        steps = Option(
            words.say("Without steps"), words.say("Only places one can reach on wheels"), "accessibility",
            party.step_free, lambda: self._sitting.make_easier(step_free=not party.step_free), toggles=True,
        )  # fmt: skip
        return [*people, steps]

    def _pace(self) -> list[Option]:
        words, asked = self._sitting.look.words, self._sitting.asked
        return [
            self._option(words.say(name), words.say(about), icon, pace is asked.pace, pace=pace)
            for pace, name, about, icon in PACES
        ]

    def _interests(self) -> list[Option]:
        words, asked = self._sitting.look.words, self._sitting.asked
        liked = asked.themes

        def toggled(theme: Theme) -> tuple[Interest, ...]:
            kept = tuple(each for each in asked.interests if each.theme is not theme)
            return kept if theme in liked else (*kept, Interest(theme))

        return [
            Option(words.theme(theme), "", ICONS[theme], theme in liked, partial(self._like, toggled(theme)), True)
            for theme in Theme
        ]

    def _like(self, interests: tuple[Interest, ...]) -> None:
        self._sitting.answer(interests=interests)


class PlanPage(Page):
    """All questions at a glance, each with its answer; every one has a usual answer, so nobody has to touch any."""

    def __init__(self, sitting: Sitting, upright: bool) -> None:
        super().__init__(sitting, upright)
        questions = Questions(sitting)
        self.title = self.say("Plan my visit")
        self.lead = self.say("Change what is not right, then touch Plan.")
        self.picture = assets("illustrations", "empty_trip.svg")
        wished = len(sitting.session.trip.wishes)
        if wished:
            self.lead = (
                self.words.count("{n} place on your wish list.", "{n} places on your wish list.", wished)
                + "\n"
                + self.lead
            )
        cards = [
            self.card(questions.answer(question), self.say(asks), act=self.go(Ask(question)), icon=icon)
            for question, (asks, icon) in QUESTIONS.items()
        ]
        self.add_choices(cards, *((2, 3) if upright else (3, 2)), tallest=220)
        go = self.button(self.say("Plan"), sitting.start_planning, icon="plan", look="main")
        go.setProperty("huge", True)
        self.add_row(go)


class AskPage(Page):
    """One question; a card that only one can be chosen of leads back at once, others wait for Done."""

    def __init__(self, sitting: Sitting, upright: bool, question: Question) -> None:
        super().__init__(sitting, upright)
        asks, _ = QUESTIONS[question]
        self.title = self.say(asks)
        self.picture = assets("illustrations", "road.svg")
        options = Questions(sitting).options(question)
        several = any(each.toggles for each in options)
        cards = [
            self.card(each.title, each.detail, act=partial(self._choose, each), icon=each.icon, chosen=each.chosen)
            for each in options
        ]
        self.add_choices(cards, *((2, 3) if upright else (3, 2)), tallest=190)
        if all(each.toggles for each in options):
            self.lead = self.say("Touch as many as you like.")
        if several:
            self.add_row(self.button(self.say("Done"), sitting.back, icon="check", look="main"))

    def _choose(self, option: Option) -> None:
        here = self.sitting.where
        option.choose()
        if self.sitting.where == here:
            if option.toggles:
                self.sitting.tell_anew()
            else:
                self.sitting.back()


class CounsellorPage(Page):
    """Every question with its answers on one page; staff know it by heart, so the rule of seven does not hold here."""

    def __init__(self, sitting: Sitting, upright: bool) -> None:
        super().__init__(sitting, upright)
        self.title = self.say("Plan with a visitor")
        self.lead = self.say("All questions at once. Plan, then print.")
        self.picture = assets("illustrations", "station.svg")
        self.column.setSpacing(4)
        for question, (asks, _) in QUESTIONS.items():
            lines = self._lines(question)
            if upright:
                self.column.addWidget(label("small", self.say(asks)))
            for number, line in enumerate(lines):
                if upright:
                    self.column.addWidget(line)
                else:
                    self._add_beside(self.say(asks) if number == 0 else "", line)
        self.column.addStretch(1)
        self.add_row(self.button(self.say("Plan"), sitting.start_planning, icon="plan", look="main"))

    def _add_beside(self, asks: str, line: QWidget) -> None:
        row = QHBoxLayout()
        name = label("small", asks)
        name.setFixedWidth(self.sitting.look.theme.px(136))
        row.addWidget(name)
        row.addWidget(line, 1)
        self.column.addLayout(row)

    def _lines(self, question: Question) -> list[QWidget]:
        options = Questions(self.sitting).options(question)
        if question is Question.FROM:
            options = options[: len(FROM) + 1]
        metrics = self.fontMetrics()
        wide = sum(metrics.horizontalAdvance(each.title) + BESIDE_WORDS for each in options)
        lines = max(-(-wide // WIDEST_LINE), -(-len(options) // MOST_IN_A_LINE))
        each = -(-len(options) // lines)
        return [self._line(options[start : start + each]) for start in range(0, len(options), each)]

    def _line(self, options: list[Option]) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(GAP - 4)
        for option in options:
            made = button("", option.title)
            made.setAccessibleName(option.title)
            made.setProperty("main_size", self.upright)
            set_state(made, "on", option.chosen)
            made.clicked.connect(lambda _=False, each=option: self._choose(each))
            row.addWidget(made, 1)
        return bar

    def _choose(self, option: Option) -> None:
        option.choose()
        self.sitting.tell_anew()
