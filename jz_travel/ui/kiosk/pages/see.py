"""What to see: themes, the places of one, a place, and search by the first letters of its name."""

from functools import partial

from jz_travel.domain.places import Place, PlaceId, Theme
from jz_travel.domain.policy import Ability
from jz_travel.resources import assets
from jz_travel.ui.kiosk.choices import MakeCard
from jz_travel.ui.kiosk.page import Page
from jz_travel.ui.kiosk.reading import Reading
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.where import OnMap, Plan, Search, See, Sight
from jz_travel.ui.parts.pictures import picture_file

ICONS = {
    Theme.NATURE: "mountain", Theme.TAI_CHI: "tai_chi", Theme.YELLOW_RIVER: "droplets", Theme.HERITAGE: "masks",
    Theme.STUDY: "museum", Theme.WELLNESS: "spring", Theme.FARMING: "wheat", Theme.INDUSTRY: "factory",
    Theme.CITY: "buildings", Theme.HISTORY: "stele", Theme.FAMILY: "baby",
}  # fmt: skip
MOST_NOTES = 2


class ThemesPage(Page):
    """A card for each theme that has places, the one with most of them first."""

    def __init__(self, sitting: Sitting, upright: bool) -> None:
        super().__init__(sitting, upright)
        self.title = self.say("What to see")
        self.lead = self.say("Choose what you like, or find a place by its first letters.")
        words, catalogue = self.words, sitting.city.catalogue
        numbers = {theme: sum(theme in place.themes for place in catalogue) for theme in Theme}
        themes = sorted((theme for theme in Theme if numbers[theme]), key=lambda theme: -numbers[theme])
        cards = [
            self.card(
                words.theme(theme),
                words.count("{n} place", "{n} places", numbers[theme]),
                act=partial(self._show, theme),
                icon=ICONS[theme],
            )
            for theme in themes
        ]
        self.add_choices(cards, *((2, 3) if upright else (3, 2)), tallest=230)
        search = self.button(self.say("Find by first letters"), self.go(Search()), icon="keyboard")
        search.setProperty("main_size", True)
        self.add_row(search)

    def _show(self, theme: Theme) -> None:
        self.sitting.count("looked_for", theme)
        self.sitting.go(See(theme))


class PlacesPage(Page):
    """The places of one theme, the best known first."""

    def __init__(self, sitting: Sitting, upright: bool, theme: Theme) -> None:
        super().__init__(sitting, upright)
        words, city = self.words, sitting.city
        places = sorted((each for each in city.catalogue if theme in each.themes), key=lambda each: each.tier)
        self.title = words.theme(theme)
        self.lead = words.count("{n} place", "{n} places", len(places))
        if places:
            self.picture = picture_file(places[0])
        cards = [self.place_card(each, short_of(self, each), Sight(each.id)) for each in places]
        self.add_choices(cards, *((2, 3) if upright else (3, 2)))


def short_of(page: Page, place: Place) -> str:
    """Kind, rating where it has one, and county, in one line under a place's name."""
    words = page.words
    parts = [words.kind(place.kind), *([place.rating] if place.rating else []), words.county(place.county)]
    return " · ".join(parts)


class SightPage(Page):
    """One place: what it is, when it is open, what it costs; wish it, or see where it is."""

    starts_high = True

    def __init__(self, sitting: Sitting, upright: bool, place: PlaceId) -> None:
        super().__init__(sitting, upright)
        city, words = sitting.city, self.words
        shown = city.catalogue[place]
        sitting.count("looked_at", place)
        self.title, self.lead = words.name(shown), short_of(self, shown)
        self.picture = picture_file(shown)
        about = [("", words.text(shown.text))] if shown.text else []
        self.column.addWidget(Reading(sitting.look, [*about, *self._facts(shown)]), 1)
        policy = city.policy
        row = []
        if policy.allows(Ability.PLAN) and shown.is_sight:
            wished = place in sitting.session.trip.wishes
            text = self.say("On my wish list") if wished else self.say("I want to go there")
            icon = "check" if wished else "heart"
            row.append(self.button(text, lambda: sitting.toggle_wish(place), icon=icon, look="" if wished else "main"))
        if policy.allows(Ability.MAP) and shown.position:
            row.append(self.button(self.say("Show on the map"), self.go(OnMap(place)), icon="map_pin"))
        if policy.allows(Ability.PLAN) and sitting.session.trip.wishes:
            row.append(self.button(self.say("Plan my visit"), self.go(Plan()), icon="plan"))
        self.add_row(*row)

    def _facts(self, place: Place) -> list[tuple[str, str]]:
        words, today = self.words, self.sitting.city.today
        found = []
        if place.is_sight:
            found.append((self.say("Open today"), words.hours_line(place, today)))
        tickets = [each for each in place.tickets if today in each.season and each.who in ("adult", "everyone")]
        if tickets:
            found.append((self.say("Tickets"), "\n".join(words.ticket(each) for each in tickets[:3])))
        notes = [words.text(each.text) for each in place.notes][: 1 if self.elder else MOST_NOTES]
        if notes:
            found.append((self.say("Good to know"), "\n".join(notes)))
        return found


class SearchPage(Page):
    """Letters as large as fingers: ``yts`` finds 云台山 without an input method."""

    def __init__(self, sitting: Sitting, upright: bool) -> None:
        super().__init__(sitting, upright)
        from jz_travel.ui.kiosk.keypad import Keypad

        self.title = sitting.typed.upper() or self.say("Find by first letters")
        self.lead = self.say("Find by first letters") if sitting.typed else self.say("For example YTS for 云台山.")
        best = [each for each in sitting.city.catalogue if each.tier == 1 and each.is_sight]
        self._found = (sitting.city.index.find(sitting.typed) if sitting.typed else best)[:6]
        cards = [self._card(each) for each in self._found]
        if cards:
            self.add_choices(cards, *((2, 3) if upright else (3, 2)), tallest=150)
        else:
            self.picture = assets("illustrations", "empty_search.svg")
            self.lead = self.say("No place found")
            self.column.addStretch(1)
        keypad = Keypad(sitting.look, upright)
        keypad.typed.connect(self._type)
        keypad.erased.connect(self._erase)
        self.column.addWidget(keypad)

    def _card(self, place: Place) -> MakeCard:
        if self.elder and not self.upright:  # large letters and the keypad leave no room for a picture
            return self.card(self.words.short(place), short_of(self, place), act=self.go(Sight(place.id)))
        return self.place_card(place, short_of(self, place), Sight(place.id))

    def _type(self, letter: str) -> None:
        if not self.sitting.typed:
            self.sitting.count("looked_for", "initials")
        self.sitting.typed = (self.sitting.typed + letter)[:12]
        self.sitting.go(Search())

    def _erase(self) -> None:
        self.sitting.typed = self.sitting.typed[:-1]
        self.sitting.go(Search())
