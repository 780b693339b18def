"""Today: light, load, what is open at this hour, what is in season, the next holiday."""

from collections.abc import Sequence
from datetime import date, timedelta

from jz_travel.almanac import daylight
from jz_travel.domain.places import Place
from jz_travel.resources import assets
from jz_travel.ui.kiosk.choices import MakeCard
from jz_travel.ui.kiosk.page import Page
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.where import Sight
from jz_travel.ui.parts.widgets import label
from jz_travel.words.holidays import line
from jz_travel.words.statistics import EVENTS


class TodayPage(Page):
    """Today in Jiaozuo; a place without known hours counts as open at the usual hours of its kind."""

    def __init__(self, sitting: Sitting, upright: bool) -> None:
        super().__init__(sitting, upright)
        city, words = sitting.city, self.words
        rises, sets = (words.time(each) for each in daylight(city.today))
        self.title = words.date(city.today)
        sun = words.say("Sunrise {rises}, sunset {sets}", rises=rises, sets=sets)
        self.lead = "\n".join((sun, line(words, city.calendar.load(city.today)), *self._events()))
        self.picture = assets("illustrations", "wetland.svg")
        now = timedelta(hours=city.now().hour, minutes=city.now().minute)
        places = open_now(city.catalogue.places, city.today, now)
        clock = words.time(now)
        self.column.addWidget(label("heading", self.say("Open now, at {time}", time=clock)))
        if places:
            self.add_choices([self._card(each) for each in places], 1, 4 if upright else 3, tallest=120)
        else:
            self.column.addWidget(label("", self.say("As far as is known, everything is closed at this hour.")), 1)

    def _card(self, place: Place) -> MakeCard:
        return self.place_card(place, self.words.hours_line(place, self.sitting.city.today), Sight(place.id))

    def _events(self) -> list[str]:
        words, city = self.words, self.sitting.city
        said = []
        if seasons := [words.text(each.name) for each in city.calendar.seasons_on(city.today)]:
            said.append(words.say("In season: {seasons}", seasons=words.say("; ").join(seasons)))
        coming = [each for year in city.calendar.years for each in year.holidays if each.first > city.today]
        if coming:
            first = min(coming, key=lambda each: each.first)
            name, dates = words.say(EVENTS[first.event]), words.dates(first.first, first.last)
            said.append(self.say("Next holiday: {holiday}, {dates}", holiday=name, dates=dates))
        return said


def open_now(places: Sequence[Place], day: date, now: timedelta) -> list[Place]:
    """Sights that still let people in, known hours before assumed ones, the best known first."""
    found = [
        place
        for place in places
        if place.is_sight and any(each.opens <= now <= each.last_entry for each in place.hours.on(day))
    ]
    return sorted(found, key=lambda place: (place.hours.assumed, place.tier))
