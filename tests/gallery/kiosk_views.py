"""The pages of the kiosk, upright and wide, and what each of them may have to say."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from PySide6.QtWidgets import QAbstractButton, QApplication

from jz_travel.domain.places import PlaceId
from jz_travel.domain.places import Theme as Interest
from jz_travel.kiosk.freshness import Edition
from jz_travel.ui.kiosk.pages.attract import AttractPage
from jz_travel.ui.kiosk.where import (
    Adjust,
    Ask,
    AtStop,
    Attract,
    Cleaning,
    Closed,
    Easier,
    Home,
    OnMap,
    Part,
    Pin,
    Plan,
    Question,
    Result,
    Search,
    See,
    Sight,
    Staff,
    Statistics,
    TakeAlong,
    Today,
    Where,
    WhyNot,
)
from tests.gallery.kiosk_scene import KioskScene
from tests.ui.kiosk_hands import THE_MOMENT

SIZES = ((1080, 1920), (1920, 1080))
YUNTAI, CHENJIAGOU = PlaceId("yuntaishan"), PlaceId("chenjiagou")
PRINTERS = {"printer": "front", "receipt_printer": "slip"}
DESK = {"printer": "front", "counsellor": True}
NIGHT = THE_MOMENT.replace(hour=23)
OLD = Edition("2026-01", date(2026, 1, 31))


@dataclass(frozen=True)
class KioskView:
    """``policy`` and ``city``: what is not as usual at this screen. ``then``: what happens on the page."""

    where: Where
    has_trip: bool = False
    policy: dict[str, object] = field(default_factory=dict)
    city: dict[str, object] = field(default_factory=dict)
    then: Callable[[KioskScene], object] | None = None

    def show(self, scene: KioskScene) -> None:
        scene.begin(self.where, has_trip=self.has_trip, policy=self.policy, **self.city)
        if self.then is not None:
            self.then(scene)


def slide(number: int) -> Callable[[KioskScene], None]:
    def turn(scene: KioskScene) -> None:
        page = scene.kiosk.window.page
        assert isinstance(page, AttractPage)
        page.show_slide(number)

    return turn


def type_letters(letters: str) -> Callable[[KioskScene], None]:
    def type_them(scene: KioskScene) -> None:
        scene.sitting.typed = letters
        scene.sitting.tell_anew()

    return type_them


def touch(*names: str) -> Callable[[KioskScene], None]:
    """What the buttons are called in English."""

    def press(scene: KioskScene) -> None:
        for name in names:
            said = name if name.isdecimal() else scene.sitting.look.words.say(name)
            QApplication.processEvents()
            buttons = scene.kiosk.window.page.findChildren(QAbstractButton)
            next(each for each in buttons if each.accessibleName() == said).click()

    return press


def touch_card(number: int) -> Callable[[KioskScene], None]:
    def press(scene: KioskScene) -> None:
        scene.kiosk.window.page.findChildren(QAbstractButton)[number].click()

    return press


def tell(message: str) -> Callable[[KioskScene], None]:
    return lambda scene: scene.sitting.tell(scene.sitting.look.words.say(message))


def tell_staff(scene: KioskScene) -> None:
    scene.kiosk.troubles.add("OSError: No space left on device")
    scene.sitting.tell_anew()
    scene.kiosk.window.tell_staff(scene.sitting.look.words.say("There is no stick with a data pack."))


def first_stop(scene: KioskScene) -> None:
    scene.sitting.go(AtStop(next(stop.id for stop in scene.sitting.session.trip.stops())))


def first_left_out(scene: KioskScene) -> None:
    left = next(each for each in scene.sitting.left_out() if each.fixes)
    scene.sitting.go(WhyNot(left.place))


def help_looked_for(scene: KioskScene) -> None:
    """The plan is there, and what would bring one place into it is still looked for."""
    plan = scene.sitting.plan
    left = next(each for each in scene.sitting.left_out() if each.fixes)
    assert plan
    scene.sitting.plan = replace(plan, left_out=(replace(left, fixes=()),))
    scene.sitting.is_planning = True
    scene.sitting.go(WhyNot(left.place))


def still_planning(scene: KioskScene) -> None:
    scene.sitting.is_planning = True
    scene.sitting.tell_anew()


def wish_for_both(scene: KioskScene) -> None:
    for place in (YUNTAI, CHENJIAGOU):
        scene.sitting.toggle_wish(place)


def wish(scene: KioskScene) -> None:
    scene.sitting.toggle_wish(YUNTAI)


def two_interests(scene: KioskScene) -> None:
    for each in (Interest.NATURE, Interest.TAI_CHI):
        touch_by_theme(scene, each)


def touch_by_theme(scene: KioskScene, theme: Interest) -> None:
    touch_name = scene.sitting.look.words.theme(theme)
    buttons = scene.kiosk.window.page.findChildren(QAbstractButton)
    for each in buttons:
        if each.accessibleName() == touch_name:
            each.click()


PAGES: dict[str, KioskView] = {
    "attract": KioskView(Attract()),
    "attract_place": KioskView(Attract(), then=slide(1)),
    "attract_figure": KioskView(Attract(), then=slide(2)),
    "attract_stale": KioskView(Attract(), city={"edition": OLD}, then=slide(4)),
    "home": KioskView(Home()),
    "home_planned": KioskView(Home(), has_trip=True),
    "see": KioskView(See()),
    "see_theme": KioskView(See(Interest.NATURE)),
    "sight": KioskView(Sight(YUNTAI)),
    "sight_wished": KioskView(Sight(CHENJIAGOU), then=wish_for_both),
    "search": KioskView(Search()),
    "search_typed": KioskView(Search(), then=type_letters("yts")),
    "search_nothing": KioskView(Search(), then=type_letters("qqqq")),
    "map": KioskView(OnMap()),
    "map_place": KioskView(OnMap(YUNTAI)),
    "map_trip": KioskView(OnMap(), has_trip=True),
    "plan": KioskView(Plan()),
    "plan_wished": KioskView(Plan(), then=wish),
    **{f"ask_{question.name.lower()}": KioskView(Ask(question)) for question in Question},
    "ask_interests_chosen": KioskView(Ask(Question.INTERESTS), then=two_interests),
    "planning": KioskView(Result(), then=still_planning),
    "result": KioskView(Result(), has_trip=True),
    "result_day_2": KioskView(Result(1), has_trip=True),
    "result_none": KioskView(Result()),
    "stop": KioskView(Result(), has_trip=True, then=first_stop),
    "adjust": KioskView(Adjust(), has_trip=True),
    "why_not": KioskView(WhyNot(), has_trip=True),
    "why_not_place": KioskView(WhyNot(), has_trip=True, then=first_left_out),
    "why_not_looking": KioskView(WhyNot(), has_trip=True, then=help_looked_for),
    "why_not_in": KioskView(WhyNot(CHENJIAGOU), has_trip=True),
    "why_not_nothing": KioskView(WhyNot()),
    "today": KioskView(Today()),
    "today_night": KioskView(Today(), city={"now": lambda: NIGHT}),
    "statistics": KioskView(Statistics()),
    "statistics_touched": KioskView(Statistics(), then=touch_card(6)),
    "statistics_years": KioskView(Statistics(Part.YEARS)),
    "statistics_basis": KioskView(Statistics(Part.SAME_BASIS)),
    "statistics_city": KioskView(Statistics(Part.CITY)),
    "take_along": KioskView(TakeAlong(), has_trip=True),
    "take_along_trip": KioskView(TakeAlong(0), has_trip=True, policy=PRINTERS),
    "take_along_none": KioskView(TakeAlong()),
    "printed": KioskView(
        TakeAlong(), has_trip=True, policy=PRINTERS, then=tell("Take your paper from the printer.")
    ),
    "printer_gone": KioskView(
        TakeAlong(), has_trip=True, policy=PRINTERS,
        then=tell("The printer does not answer. Please take the code, or ask at the desk."),
    ),
    "easier": KioskView(Easier()),
    "still_there": KioskView(Home(), then=lambda scene: scene.kiosk.window._ask(12)),
    "counsellor": KioskView(Plan(), policy=DESK),
    "counsellor_result": KioskView(Result(), has_trip=True, policy=DESK),
    "pin": KioskView(Pin()),
    "pin_wrong": KioskView(Pin(), then=touch("1", "2", "Enter", "3", "4")),
    "staff": KioskView(Staff()),
    "staff_told": KioskView(Staff(), then=tell_staff),
    "cleaning": KioskView(Cleaning()),
    "closed": KioskView(Closed(), policy={"opens": timedelta(hours=7), "closes": timedelta(hours=22)}),
}  # fmt: skip
