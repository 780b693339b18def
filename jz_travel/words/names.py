"""What kinds, themes, counties and the like are called."""

from jz_travel.domain.places import Catalogue, County, Kind, Place, Theme
from jz_travel.domain.problems import Severity
from jz_travel.domain.texts import Evidence, Language, Source
from jz_travel.domain.travel import How, Mode
from jz_travel.words.marking import N_
from jz_travel.words.times import Times

KINDS: dict[Kind, str] = {
    Kind.MOUNTAIN_AREA: N_("Mountain area", context="kind"),
    Kind.PEAK: N_("Peak", context="kind"),
    Kind.RIDGE: N_("Ridge", context="kind"),
    Kind.GORGE: N_("Gorge", context="kind"),
    Kind.WATERFALL: N_("Waterfall", context="kind"),
    Kind.LAKE: N_("Lake", context="kind"),
    Kind.SPRING: N_("Spring", context="kind"),
    Kind.WILDLIFE: N_("Wildlife", context="kind"),
    Kind.TEMPLE: N_("Temple", context="kind"),
    Kind.MOSQUE: N_("Mosque", context="kind"),
    Kind.SHRINE: N_("Shrine", context="kind"),
    Kind.PAGODA: N_("Pagoda", context="kind"),
    Kind.TOMB: N_("Tomb", context="kind"),
    Kind.STELE: N_("Stele", context="kind"),
    Kind.CARVING: N_("Rock carving", context="kind"),
    Kind.MUSEUM: N_("Museum", context="kind"),
    Kind.TAI_CHI: N_("Tai chi", context="kind"),
    Kind.SHOW: N_("Show", context="kind"),
    Kind.VILLAGE: N_("Village", context="kind"),
    Kind.OLD_TOWN: N_("Old town", context="kind"),
    Kind.PARK: N_("Park", context="kind"),
    Kind.WETLAND: N_("Wetland", context="kind"),
    Kind.ZOO: N_("Zoo", context="kind"),
    Kind.THEME_PARK: N_("Theme park", context="kind"),
    Kind.SPORTS: N_("Sports", context="kind"),
    Kind.ARCHAEOLOGY: N_("Archaeological site", context="kind"),
    Kind.ENGINEERING: N_("Engineering work", context="kind"),
    Kind.INDUSTRY: N_("Industrial heritage", context="kind"),
    Kind.MINE: N_("Mine", context="kind"),
    Kind.WATER_WORKS: N_("Water works", context="kind"),
    Kind.FARM: N_("Farm", context="kind"),
    Kind.STAY: N_("Place to stay", context="kind"),
    Kind.SKYWALK: N_("Skywalk", context="kind"),
    Kind.HISTORIC_SITE: N_("Historic site", context="kind"),
    Kind.STATION: N_("Railway station", context="kind"),
    Kind.AIRPORT: N_("Airport", context="kind"),
    Kind.COACH_STATION: N_("Coach station", context="kind"),
    Kind.TOWN: N_("Town", context="kind"),
    Kind.TOLL: N_("Motorway exit", context="kind"),
    Kind.OWN: N_("Own place", context="kind"),
}
THEMES: dict[Theme, str] = {
    Theme.NATURE: N_("Nature", context="theme"),
    Theme.TAI_CHI: N_("Tai chi", context="theme"),
    Theme.YELLOW_RIVER: N_("Yellow River", context="theme"),
    Theme.HERITAGE: N_("Living heritage", context="theme"),
    Theme.STUDY: N_("Learning", context="theme"),
    Theme.WELLNESS: N_("Wellness", context="theme"),
    Theme.FARMING: N_("Farming", context="theme"),
    Theme.INDUSTRY: N_("Industry", context="theme"),
    Theme.CITY: N_("City life", context="theme"),
    Theme.HISTORY: N_("History", context="theme"),
    Theme.FAMILY: N_("With children", context="theme"),
}
COUNTIES: dict[County, str] = {
    "jiefang": N_("Jiefang District"),
    "shanyang": N_("Shanyang District"),
    "zhongzhan": N_("Zhongzhan District"),
    "macun": N_("Macun District"),
    "urban": N_("Jiaozuo city"),
    "xiuwu": N_("Xiuwu County"),
    "boai": N_("Bo'ai County"),
    "wuzhi": N_("Wuzhi County"),
    "wenxian": N_("Wen County"),
    "qinyang": N_("Qinyang City"),
    "mengzhou": N_("Mengzhou City"),
    "outside": N_("Outside Jiaozuo"),
}
MODES: dict[Mode, str] = {
    Mode.CAR: N_("Car", context="mode"),
    Mode.COACH: N_("Coach", context="mode"),
    Mode.GROUP_BUS: N_("Group bus", context="mode"),
}
HOWS: dict[How, str] = {
    How.ROUTER: N_("route service"),
    How.PRINTED: N_("published"),
    How.ESTIMATE: N_("estimate"),
    How.INSIDE: N_("assumed, in the area"),
    How.ROUGH: N_("rough estimate"),
    How.NONE: N_("same place"),
    How.UNKNOWN: N_("not known"),
}
SEVERITIES: dict[Severity, str] = {
    Severity.HINT: N_("Hint"),
    Severity.WARNING: N_("Warning"),
    Severity.CLASH: N_("Clash"),
}
PERSONS = {
    "adult": N_("Adults", context="ticket"),
    "student": N_("Students", context="ticket"),
    "child": N_("Children", context="ticket"),
    "senior": N_("Seniors", context="ticket"),
    "disabled": N_("Visitors with disabilities", context="ticket"),
    "free_groups": N_("Groups with free entry", context="ticket"),
    "everyone": N_("Everyone", context="ticket"),
}
OWN_NAMES: dict[Language, str] = {
    "zh-Hans": "简体中文",
    "zh-Hant": "繁體中文",
    "en": "English",
    "ja": "日本語",
    "ko": "한국어",
}


class Names(Times):
    """What things are called in one language; a name that a language lacks comes in another, never empty."""

    def name(self, place: Place) -> str:
        return self.text(place.name)

    def short(self, place: Place) -> str:
        """The name for a card or the map."""
        return self.text(place.short)

    def other_name(self, place: Place) -> str:
        """What signs on the spot say, beside a name in another writing; for those who read that, the English name."""
        signs = place.name.zh_hans
        return place.name.en if self.name(place) == signs else signs

    def kind(self, kind: Kind) -> str:
        return self.say(KINDS[kind], context="kind")

    def theme(self, theme: Theme) -> str:
        return self.say(THEMES[theme], context="theme")

    def sorts(self, place: Place) -> tuple[str, ...]:
        """What a place is and where, for a search."""
        return (self.kind(place.kind), *map(self.theme, place.themes), self.county(place.county))

    def county(self, county: County) -> str:
        return self.say(COUNTIES[county])

    def near(self, place: Place, area: Place | None) -> str:
        """What a place lies in; of an own place nobody has asked which county that is."""
        if area is not None:
            return self.name(area)
        return self.say("added by you") if place.is_own else self.county(place.county)

    def mode(self, mode: Mode) -> str:
        return self.say(MODES[mode], context="mode")

    def how(self, how: How) -> str:
        return self.say(HOWS[how])

    def severity(self, severity: Severity) -> str:
        return self.say(SEVERITIES[severity])

    def person(self, who: str) -> str:
        """``who`` of a :class:`~jz_travel.domain.places.Ticket`."""
        return self.say(PERSONS[who], context="ticket")

    def language_name(self, language: Language) -> str:
        """A language's name in that language, so that whoever speaks it finds it."""
        return OWN_NAMES[language]

    def evidence(self, evidence: Evidence, catalogue: Catalogue) -> str:
        """``A road book, 2015``: the source behind a value, and its date as far as anybody has said."""
        source = catalogue.source_by_id.get(evidence.source)
        title = self.text(source.title) if source else evidence.source
        return self._dated(title, evidence.as_of or (source.date if source else ""))

    def source(self, source: Source) -> str:
        """``A road book, 2015``."""
        return self._dated(self.text(source.title), source.date)

    def _dated(self, title: str, said: str) -> str:
        if not said:
            return self.say("{title}, undated", title=title)
        date = self.as_far_as_said(said)
        return title if date in title else self.say("{title}, {date}", context="source", title=title, date=date)
