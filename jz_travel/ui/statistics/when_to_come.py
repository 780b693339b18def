"""When to come: a year of days by how full they are likely to be, the seasons, and one day in detail."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from jz_travel.almanac import daylight
from jz_travel.domain.holidays import HolidayCalendar, Level
from jz_travel.domain.places import Catalogue
from jz_travel.domain.statistics import Statistics
from jz_travel.domain.texts import SourceId
from jz_travel.ui.parts.widgets import label
from jz_travel.ui.statistics.months import DOTS, INKS, MonthGrid, MonthView
from jz_travel.ui.statistics.page import Page
from jz_travel.ui.style.look import Look
from jz_travel.words import N_, Words
from jz_travel.words.holidays import announcement, level, line
from jz_travel.words.statistics import EVENTS

RULES = N_(
    "A workday is quiet, a weekend lively, a holiday busy, National Day and May Day packed; the first and the last day "
    "of a holiday one step less. For one place, its season counts one step more."
)


class WhenToCome(Page):
    """One year by months, as the calendar and the bureau tell it: estimates, each with its reasons."""

    cites = False

    def __init__(
        self, holidays: HolidayCalendar, statistics: Statistics, catalogue: Catalogue, look: Look, the_day: date
    ) -> None:
        super().__init__(look)
        self._holidays, self._statistics, self._catalogue = holidays, statistics, catalogue
        self._day = the_day
        self._year = the_day.year
        self._months: list[MonthView] = []

    def know(self, statistics: Statistics, holidays: HolidayCalendar) -> None:
        self._statistics = statistics
        self._holidays = holidays
        self.tell_anew()

    @property
    def day(self) -> date:
        return self._day

    def retell(self) -> None:
        words, say = self._look.words, self._look.words.say
        self._title(say("When to come"), say("How busy a day is likely to be: an estimate by rules, not a count."))
        self._name, self._details = label("heading", ""), label("", "")
        self._card(self._name, self._details)
        self.column.addWidget(self._year_bar())
        self.column.addWidget(self._legend())
        self._months = [MonthView(self._look, self._holidays, self._year, month) for month in range(1, 13)]
        self.column.addWidget(MonthGrid(self._months))
        for month in self._months:
            month.pointed.connect(self.point)
        self._section(say("Holidays"), self._status(words))
        known = self._holidays.year(self._year)
        for each in known.holidays if known else ():
            length = words.count("{n} day", "{n} days", each.days)
            self._say("", f"{say(EVENTS[each.event])} · {words.dates(each.first, each.last)} · {length}")
        if known and known.workdays:
            days = words.say(", ").join(words.date_short(day) for day in known.workdays)
            self._say("muted", say("Worked weekends: {days}", days=days))
        self._tell_announced()
        self._tell_seasons()
        self._section(say("The rules of the estimate"), say(RULES))
        self.point(self._day if self._day.year == self._year else date(self._year, 10, 1))

    def _tell_announced(self) -> None:
        """The closures and events of the year that the bureau announced."""
        here = [each for each in self._holidays.closures if each.first.year <= self._year <= each.last.year]
        if not here:
            return
        words = self._look.words
        self._section(words.say("Closures and events"))
        for each in sorted(here, key=lambda each: (each.first, each.name)):
            self._say("", f"{words.dates(each.first, each.last)} · {announcement(words, each, self._catalogue)}")

    def _tell_seasons(self) -> None:
        words, say = self._look.words, self._look.words.say
        self._section(say("Seasons"), say("As in most years; nobody forecasts a date here."))
        for each in self._holidays.seasons:
            first, last = (words.month_day(*edge) for edge in (each.season.first, each.season.last))
            span = say("{first} – {last}", first=first, last=last)
            self._say("", f"{words.text(each.name)} · {span} · {words.text(each.text)}")
            self._say("small", say("Source: {sources}", sources=self._source(each.evidence.source)))

    def _status(self, words: Words) -> str:
        known = self._holidays.year(self._year)
        if known is None:
            return words.say("the holidays of {year} are not known here", year=self._year)
        source = words.say("Source: {sources}", sources=self._source(known.source))
        if known.status == "statutory":
            what = words.say("Only the days that the law names; which days around them are free is not announced yet.")
        else:
            what = words.say("As announced, with the weekends that they join.")
        return f"{what} {source}"

    def _source(self, source: SourceId) -> str:
        known = self._statistics.sources.get(source)
        return self._look.words.text(known.title) if known else source

    def _year_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 6, 0, 0)
        for icon, step, name in (("chevron_left", -1, "earlier"), ("chevron_right", 1, "later")):
            made = QToolButton()
            made.setIcon(self._look.icon(icon))
            say = self._look.words.say
            made.setAccessibleName(say("The year before") if name == "earlier" else say("The year after"))
            made.setToolTip(made.accessibleName())
            years = [each.year for each in self._holidays.years]
            made.setEnabled(self._year + step in years)
            made.clicked.connect(lambda _, by=step: self._turn(by))
            row.addWidget(made)
            if step < 0:
                row.addWidget(label("title", str(self._year), wrap=False))
        row.addStretch(1)
        return bar

    def _turn(self, by: int) -> None:
        self._year += by
        self.tell_anew()

    def _legend(self) -> QWidget:
        say = self._look.words.say
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(16)
        for each in Level:
            dots = "●" * DOTS[each] or "–"
            made = label("", f"{dots} {level(self._look.words, each)}", wrap=False)
            made.setStyleSheet(f"color: {self._look.theme[INKS[each]]};")
            row.addWidget(made)
        if self._holidays.closures:
            row.addWidget(label("", say("◥ closure or event"), wrap=False))
        row.addStretch(1)
        return bar

    def point(self, day: date) -> None:
        """Show one day in detail."""
        self._day = day
        words = self._look.words
        for month in self._months:
            month.chosen = day
            month.update()
        rises, sets = (words.time(each) for each in daylight(day))
        self._name.setText(words.date(day))
        said = [line(words, self._holidays.load(day))]
        said.append(words.say("Sunrise {rises}, sunset {sets}", rises=rises, sets=sets))
        said += [announcement(words, each, self._catalogue) for each in self._holidays.announced(day)]
        seasons = [words.text(each.name) for each in self._holidays.seasons_on(day)]
        if seasons:
            said.append(words.say("In season: {seasons}", seasons=words.say("; ").join(seasons)))
        self._details.setText("\n".join(said))
