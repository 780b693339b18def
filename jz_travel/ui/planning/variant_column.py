"""One plan among others: its manner, its figures, its days at a glance, and one button to take it."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jz_travel.domain.places import Catalogue
from jz_travel.domain.repairs import Figures, Manner, Variant
from jz_travel.domain.schedule import DaySchedule
from jz_travel.ui.days.badge import day_pixmap
from jz_travel.ui.parts.widgets import button, label, named
from jz_travel.ui.style.look import Look
from jz_travel.words import N_, Words

MANNERS: dict[Manner, str] = {
    Manner.RELAXED: N_("Relaxed"),
    Manner.BALANCED: N_("Balanced"),
    Manner.PACKED: N_("Packed"),
    Manner.CHEAPER: N_("Cheaper"),
    Manner.QUIETER: N_("Quieter"),
    Manner.NEARER: N_("Fewer kilometres"),
}


class Measure:
    """One line of the comparison: what it is called, what it says, and whether less of it is better."""

    def __init__(self, name: str, attribute: str, less: bool, means: str = "") -> None:
        self.name, self.attribute, self.less, self.means = name, attribute, less, means

    def value(self, figures: Figures) -> float:
        value = getattr(figures, self.attribute)
        return value / timedelta(minutes=1) if isinstance(value, timedelta) else float(value)

    def says(self, figures: Figures, words: Words) -> str:
        value = getattr(figures, self.attribute)
        if isinstance(value, timedelta):
            return words.duration(value)
        if self.attribute == "metres":
            return words.distance(value, guessed=True)
        if self.attribute == "cost":
            money = words.money(round(value))
            return words.say("{price} or more", price=money) if figures.prices_missing else money
        return words.number(value)

    def best(self, all_figures: list[Figures]) -> float | None:
        """The best value, where there is one: not when all are alike."""
        values = [self.value(each) for each in all_figures]
        if len(set(values)) < 2:
            return None
        return min(values) if self.less else max(values)


MEASURES = (
    Measure(N_("Sights"), "sights", less=False),
    Measure(N_("On the road"), "travelling", less=True),
    Measure(N_("Distance"), "metres", less=True),
    Measure(N_("In the open"), "on_foot", less=True),
    Measure(N_("Tickets for all"), "cost", less=True),
    Measure(
        N_("Crowds"), "load", less=True, means=N_("Our estimate: from 0 to 3 for each well-known sight on its day")
    ),
)


def worth_comparing(all_figures: Sequence[Figures]) -> tuple[Measure, ...]:
    """Without the lines that would say nought of every plan."""
    return tuple(each for each in MEASURES if any(each.value(figures) for figures in all_figures))


def manner(variant: Variant, words: Words) -> str:
    """In what the plan differs, as the heading of its column."""
    return words.say(MANNERS[variant.manner])


class VariantHead(QFrame):
    """The manner of a plan and the button that takes it."""

    def __init__(self, variant: Variant, asked: bool, look: Look, measures: Sequence[Measure] = MEASURES) -> None:
        super().__init__()
        words = look.words
        self.take = button("main" if asked else "", words.say("Take this one"))
        figures = ", ".join(f"{words.say(measure.name)} {measure.says(variant.figures, words)}" for measure in measures)
        self.take.setAccessibleName(words.say("Take {plan}: {figures}", plan=manner(variant, words), figures=figures))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label("heading", manner(variant, words)))
        column.addWidget(label("small", words.say("as you asked") if asked else ""))
        column.addWidget(self.take)


class Cell(QWidget):
    """One figure; the best of its line has a tick."""

    def __init__(self, says: str, best: bool, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        text = label("heading" if best else "", says)
        row.addWidget(text)
        if best:
            tick = QLabel()
            side = look.theme.px(16)
            tick.setPixmap(look.icon("check", "accent").pixmap(QSize(side, side)))
            tick.setAccessibleName(look.words.say("best of all"))
            tick.setToolTip(look.words.say("best of all"))
            row.addWidget(tick)
        row.addStretch(1)


class DayGlance(QFrame):
    """A day in a few lines: its number, and each visit with its time."""

    def __init__(self, day: DaySchedule, index: int, catalogue: Catalogue, look: Look) -> None:
        super().__init__()
        words = look.words
        named(self, "stopEditor")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        badge = QLabel()
        badge.setPixmap(day_pixmap(look, index, look.theme.px(20)))
        head.addWidget(badge)
        head.addWidget(label("muted", words.date_short(day.date)), 1)
        column.addLayout(head)
        for visit in day.visits:
            place = catalogue.get(visit.place)
            name = words.short(place) if place else visit.place
            column.addWidget(label("", f"{words.time(visit.enters, day.date)}  {name}"))
        if not day.visits:
            column.addWidget(label("small", words.say("Nothing planned")))
        column.addWidget(label("small", words.say("Ends {time}", time=words.time(day.ends, day.date))))
        column.addStretch(1)
        self.setAccessibleName(words.say("Day {n}", n=index + 1))
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
