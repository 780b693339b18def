"""The city in figures, calm: every number that the press conference gave, and how much heritage this guide knows."""

from jz_travel.domain.places import Catalogue, Heritage, Theme
from jz_travel.domain.statistics import Group, Statistics
from jz_travel.ui.statistics.page import Page
from jz_travel.ui.statistics.tile import Counted, Tile
from jz_travel.ui.style.look import Look
from jz_travel.words.statistics import GROUPS, fact


class City(Page):
    """Groups of facts in a fixed order; a group without any is left out."""

    def __init__(self, statistics: Statistics, look: Look) -> None:
        super().__init__(look)
        self._statistics = statistics

    def retell(self) -> None:
        words, say = self._look.words, self._look.words.say
        below = say("As the press conference of 18 October 2024 said them; a click shows the source of each.")
        self._title(say("The city in figures"), below)
        groups: tuple[Group, ...] = ("tourism", "green", "economy", "innovation", "people", "policy")
        for group in groups:
            facts = [each for each in self._statistics.facts if each.group == group]
            if not facts:
                continue
            self._section(say(GROUPS[group], context="group of figures"))
            tiles = []
            for each in facts:
                detail = [words.text(text) for text in (each.period, each.note) if text is not None]
                tiles.append(Tile(self._look, words.text(each.name), fact(words, each), "\n".join(detail), each))
            self._tiles(tiles, 200)


class Themes(Page):
    """Counts of what stands in this guide: they grow with it, and claim nothing about the world."""

    cites = False

    def __init__(self, catalogue: Catalogue, look: Look) -> None:
        super().__init__(look)
        self._catalogue = catalogue

    def retell(self) -> None:
        words, say = self._look.words, self._look.words.say
        self._title(
            say("Themes and heritage"),
            say("Counted in this guide: how many of its places have a theme or a title. Not an official count."),
        )
        self._section(say("Themes"))
        themes = [(words.theme(theme), [each for each in self._catalogue if theme in each.themes]) for theme in Theme]
        themes.sort(key=lambda each: -len(each[1]))
        self._tiles([self._count(name, [words.name(place) for place in places]) for name, places in themes], 150)
        self._section(say("Heritage"))
        self._tiles([self._count(name, self._titles(level)) for level, name in self._levels()], 150)
        self._section(
            say("Rated scenic areas"), say("5A as the city counts them; the national list has one joint entry.")
        )
        ratings = ("5A", "4A", "3A")
        rated = [(each, [words.name(place) for place in self._catalogue if place.rating == each]) for each in ratings]
        self._tiles([self._count(name, places) for name, places in rated if places], 150)

    def _levels(self) -> tuple[tuple[str, str], ...]:
        say = self._look.words.say
        return (
            ("UNESCO", say("Places with a UNESCO title")),
            ("national", say("Places with a national title")),
            ("Henan", say("Places with a title of Henan Province")),
        )

    def _titles(self, level: str) -> list[str]:
        words = self._look.words
        found = []
        for place in self._catalogue:
            own = [each for each in place.heritage if _level(each) == level]
            if own:
                titles = words.say("; ").join(f"{words.text(each.label)} {each.year or ''}".strip() for each in own)
                found.append(words.say("{name}: {value}.", name=words.name(place), value=titles))
        return found

    def _count(self, name: str, places: list[str]) -> Tile:
        counted = Counted(name, tuple(places))
        return Tile(self._look, name, str(len(places)), self._look.words.say("in this guide"), counted)


def _level(heritage: Heritage) -> str:
    return heritage.authority if heritage.authority in ("UNESCO", "Henan") else "national"
