"""What to pack, arrange and know before this trip, each with its reason: from its days and the facts of its places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from jz_travel.domain.places import Catalogue, Note, Place, Ticket
from jz_travel.domain.problems import AfterDark, NoLodging, NoTimeForLunch, PlaceNotLocated
from jz_travel.domain.schedule import DaySchedule, Schedule
from jz_travel.domain.travel import How, Mode
from jz_travel.export.budget import budget
from jz_travel.export.itinerary import name_of
from jz_travel.words import Words


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list: what, and why this trip asks for it."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Preparation:
    """Three lists, any of which may be empty: what goes into the bag, what to settle before, what to know."""

    pack: tuple[Item, ...]
    arrange: tuple[Item, ...]
    know: tuple[Item, ...]


def preparation(schedule: Schedule, catalogue: Catalogue, words: Words) -> Preparation:
    """Nothing here is advice for everybody: without a reason in the trip a line is left out."""
    desk = _Desk(schedule, catalogue, words)
    return Preparation(tuple(desk.pack()), tuple(desk.arrange()), tuple(desk.know()))


@dataclass(frozen=True, slots=True)
class _Desk:
    schedule: Schedule
    catalogue: Catalogue
    words: Words

    # What goes into the bag

    def pack(self) -> Iterator[Item]:
        say = self.words.say
        for place, note in self._notes("steps"):
            yield Item(say("Shoes with a firm grip"), self._of(place, self.words.text(note.text)))
        for number, day in self._days():
            if self._in_the_dark(day):
                yield Item(say("A torch, or a charged phone"), self._dark(number, day))
            for meal in day.meals:
                if visit := self.schedule.visits.get(meal.during) if meal.during else None:
                    place_name = name_of(visit.place, self.catalogue, self.words)
                    why = say("Lunch on day {n} falls during the visit to {place}.", n=number, place=place_name)
                    yield Item(say("Food and water"), why)
            if any(isinstance(problem, NoTimeForLunch) for problem in day.problems):
                yield Item(say("Food and water"), say("Day {n} leaves no time for lunch.", n=number))
        reduced = [fee for fee in budget(self.schedule, self.catalogue).fees if self._reductions(fee.tickets)]
        for fee in reduced:
            why = self.words.say("; ", context="between times").join(self._reductions(fee.tickets))
            yield Item(say("Proof of age, study or service"), self._of(fee.place, why))

    def _reductions(self, tickets: Iterable[Ticket]) -> list[str]:
        return [self.words.text(each.label) for each in tickets if each.who not in ("adult", "everyone")]

    def _in_the_dark(self, day: DaySchedule) -> bool:
        dark = any(isinstance(problem, AfterDark) for problem in day.all_problems)
        return bool(day.visits) and (dark or day.ends > day.sunset or day.starts < day.sunrise)

    def _dark(self, number: int, day: DaySchedule) -> str:
        time = self.words.time
        return self.words.say(
            "Day {n} lasts from {starts} to {ends}; the sun rises at {sunrise} and sets at {sunset}.",
            n=number,
            starts=time(day.starts, day.date),
            ends=time(day.ends, day.date),
            sunrise=time(day.sunrise, day.date),
            sunset=time(day.sunset, day.date),
        )

    # What is done before leaving

    def arrange(self) -> Iterator[Item]:
        yield from self._beds()
        yield from self._wheels()
        yield from self._doors()
        yield from self._money()

    def _beds(self) -> Iterator[Item]:
        say = self.words.say
        for number, day in self._days():
            lodging = self.schedule.trip.day(day.id).lodging
            if any(isinstance(problem, NoLodging) for problem in day.problems):
                yield Item(say("Find a place to stay"), say("The night after day {n} is not decided yet.", n=number))
            elif lodging:
                place = name_of(lodging, self.catalogue, self.words)
                yield Item(say("Book the night"), say("Day {n}: {place}.", n=number, place=place))

    def _wheels(self) -> Iterator[Item]:
        words, days = self.words, [day for _, day in self._days() if day.visits]
        by_car = [day for day in days if self.schedule.trip.day(day.id).mode is Mode.CAR]
        if by_car:
            why = words.say(
                "{days} by car: {distance}, {duration}.",
                days=words.count("{n} day", "{n} days", len(by_car)),
                distance=words.distance(sum(day.metres for day in by_car)),
                duration=words.duration(sum((day.travelling for day in by_car), timedelta())),
            )
            yield Item(words.say("A car, or a car with a driver"), why)
        legs = [leg for day in days for leg in day.legs() if leg.how is not How.NONE]
        unsure = [leg for leg in legs if leg.how not in (How.ROUTER, How.PRINTED)]
        if unsure:
            why = words.say("{n} of {all} routes are estimates.", n=len(unsure), all=len(legs))
            yield Item(words.say("Check the routes in a map app"), why)

    def _doors(self) -> Iterator[Item]:
        words = self.words
        for place in self._places():
            if place.hours.assumed and place.is_sight:
                phones = words.say(", ", context="between words").join(place.contact.phones)
                why = words.say("{place}: its hours are not known.", place=words.name(place))
                yield Item(words.say("Ask when it is open"), f"{why} {phones}".strip())
        for visit in self.schedule.visits.values():
            if any(isinstance(problem, PlaceNotLocated) for problem in visit.problems):
                where = name_of(visit.place, self.catalogue, words)
                yield Item(
                    words.say("Ask for directions"), words.say("{place}: where exactly is not known.", place=where)
                )

    def _money(self) -> Iterator[Item]:
        words, found = self.words, budget(self.schedule, self.catalogue)
        if total := found.total("adult").yuan:
            amount = words.say("{amount} for tickets", amount=words.money(total))
            yield Item(amount, words.say("The known tickets of one adult."))
            if count := len(found.unknown):
                yield Item(
                    amount,
                    words.count(
                        "The price of {n} sight is not known.", "The prices of {n} sights are not known.", count
                    ),
                )

    # What is good to know

    def know(self) -> Iterator[Item]:
        words = self.words
        for kind in ("caution", "access", "transport"):
            for place, note in self._notes(kind):
                yield Item(words.name(place), words.text(note.text))
        months = {day.date.month for day in self.schedule.days}
        for place in self._places():
            if place.season:
                fits = months & set(place.season.months)
                season = words.say("In season") if fits else words.say("Out of season")
                why = words.text(place.season.text)
                yield Item(words.name(place), words.labelled(season, why))

    # The trip's days and places

    def _days(self) -> Iterator[tuple[int, DaySchedule]]:
        return enumerate(self.schedule.days, start=1)

    def _places(self) -> tuple[Place, ...]:
        """The places of the trip and the areas around them, each once."""
        found: dict[Place, None] = {}
        for visit in self.schedule.visits.values():
            here = self.catalogue.get(visit.place)
            while here is not None:
                found[here] = None
                here = self.catalogue.area_of(here)
        return tuple(found)

    def _notes(self, kind: str) -> Iterator[tuple[Place, Note]]:
        return ((place, note) for place in self._places() for note in place.notes if note.kind == kind)

    def _of(self, place: Place, why: str) -> str:
        return self.words.labelled(self.words.name(place), why)
