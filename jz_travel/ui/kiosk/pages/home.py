"""The start page: what one can do here, one card each."""

from jz_travel.domain.policy import Ability
from jz_travel.ui.kiosk.page import Page
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.where import OnMap, Plan, Result, See, Statistics, TakeAlong, Today
from jz_travel.words.holidays import level


class HomePage(Page):
    """A card for each thing that the bureau's policy allows on this screen."""

    def __init__(self, sitting: Sitting, upright: bool) -> None:
        super().__init__(sitting, upright)
        self.title = self.say("What would you like to do?")
        self.lead = self.say("Touch a card. Nothing you do here is kept.")
        city, policy, words = sitting.city, sitting.city.policy, self.words
        planned = sum(1 for _ in sitting.session.trip.stops())
        trip = words.count("{n} place in your trip", "{n} places in your trip", planned) if planned else ""
        made = {
            Ability.SEE: (self.say("What to see"), self.say("Mountains, tai chi, temples …"), "mountain", See()),
            Ability.PLAN: (
                self.say("Plan my visit"),
                trip or self.say("A few questions, a trip in seconds"),
                "plan",
                Result() if planned else Plan(),
            ),
            Ability.MAP: (self.say("Map"), self.say("Where everything is"), "map", OnMap()),
            Ability.TODAY: (
                self.say("Today"),
                self.say("{load} (estimate)", load=level(words, city.calendar.load(city.today).level)),
                "sun",
                Today(),
            ),
            Ability.STATISTICS: (
                self.say("Statistics"), self.say("The golden week in figures"), "chart_bar", Statistics(),
            ),
            Ability.TAKE_ALONG: (
                self.say("Take it with me"), self.say("On your phone or on paper"), "qr_code", TakeAlong(),
            ),
        }  # fmt: skip
        cards = [
            self.card(title, detail, act=self.go(to), icon=icon, strong=ability is Ability.PLAN)
            for ability, (title, detail, icon, to) in made.items()
            if policy.allows(ability)
        ]
        self.add_choices(cards, *((2, 3) if upright else (3, 2)))
