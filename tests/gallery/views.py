"""The views of the desktop: a name, and how the window gets there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from jz_travel.domain.clock import DAY, today
from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import Trip, TripId, new_trip
from jz_travel.ui.bureau.page import BureauDesk
from jz_travel.ui.planning.fields import choose
from jz_travel.ui.repair.happening import What
from tests.desk.books import xlsx
from tests.gallery.more_views import more_views
from tests.gallery.scene import Scene, open_beside
from tests.ui.hands import looks_for

View = Callable[[Scene], None]
STATISTICS = ("golden_week", "years", "when", "city", "themes", "bureau")
LONG_NAME = "与爷爷奶奶和两个孩子一起慢慢看太行山水、太极故里与黄河古渡的一个很长很长的秋天 Slowly through Jiaozuo 🏔️ "
LIST = """name,date,time,lat,lon
云台山,2026-09-30,09:00,,
嘉应观,2026-09-30,20:30,,
神农山,,,,
老王客栈,,,35.24,113.23
埃菲尔铁塔,,,48.85,2.29
"""
SHEET = (
    ("年份", "节日", "接待游客（万人次）", "同比（%）", "天数", "来源"),
    (2025, "国庆", 712.4, 3.86, 8, "市文旅局"),
    (2025, "春节", "不详", 3.1, 8, "市文旅局"),
)
TALL_DAY = ("yuntaishan", "chenjiagou", "jiayingguan", "jz_museum", "yingshicheng")


def empty(scene: Scene) -> None:
    scene.window.open_trip.new()


def sample(scene: Scene) -> None:
    scene.window.open_trip.open_sample()


def trip_of(days: int, name: str) -> Trip:
    """Its first day is full, the others are as a visitor leaves them: one has a place, one has none."""
    trip = new_trip(TripId(f"days-{days}"), name, today() + DAY, days).with_lodging_everywhere(PlaceId("stay_city"))
    for place in TALL_DAY:
        trip = trip.with_stop(PlaceId(place), trip.days[0].id)
    for day in trip.days[1::2]:
        trip = trip.with_stop(PlaceId("qingtianhe"), day.id)
    return trip


def days(scene: Scene, number: int) -> None:
    scene.window.open_trip.open_trip(trip_of(number, scene.window.look.words.say("My trip to Jiaozuo")))


def long_names(scene: Scene) -> None:
    trip = trip_of(2, (LONG_NAME * 3)[:200])
    first = next(trip.stops())
    scene.window.open_trip.open_trip(trip.with_stop_note(first.id, LONG_NAME * 4))
    scene.window.main._show_stop(next(scene.window.session.trip.stops()).id)


def filters(scene: Scene) -> None:
    sample(scene)
    scene.window.main.places._filter_button.setChecked(True)


def nothing_found(scene: Scene) -> None:
    sample(scene)
    looks_for(scene.window, "qqqq")


def details(scene: Scene) -> None:
    sample(scene)
    scene.window.main.left.show_details("yuntaishan")


def stop_editor(scene: Scene) -> None:
    sample(scene)
    scene.window.main._show_stop(next(scene.window.session.trip.stops()).id)


def act(scene: Scene, action: str) -> None:
    """A command of the window on the sample trip."""
    sample(scene)
    getattr(scene.window.main.actions_, action).trigger()


def plan_unfolded(scene: Scene) -> None:
    act(scene, "plan")
    panel = scene.window.planning.rooms.panel
    panel.form.more_button.setChecked(False)
    panel.form.more_button.setChecked(True)


def answer(scene: Scene) -> None:
    """Planned once for each language; the other pictures show the same plan."""
    scene.window.open_trip.new()
    scene.window.main.actions_.plan.trigger()
    panel = scene.window.planning.rooms.panel
    language = scene.window.look.words.language
    if language in scene.plans:
        panel._expected = scene.window.session.trip
        panel._done(scene.plans[language], scene.window.session.trip)
    else:
        panel.start()
        scene.wait_until(lambda: not panel._running, "the planner did not end")
        assert panel._plan is not None
        scene.plans[language] = panel._plan


def why_not(scene: Scene) -> None:
    answer(scene)
    panel = scene.window.planning.rooms.panel
    assert panel._plan is not None
    panel.answer.why_not.ask(panel._plan.left_out[-1].place)
    panel.reading.show_from(panel.answer)


def variants(scene: Scene) -> None:
    act(scene, "compare")
    page = scene.window.planning.rooms.variants
    scene.wait_until(lambda: page._state != "running", "the planner did not end")


def repair(scene: Scene) -> None:
    act(scene, "repair")
    panel = scene.window.planning.rooms.repair
    choose(panel.question.day, 1)
    panel.question.whats[What.CLOSED].click()
    scene.wait_until(lambda: panel._state not in ("asking", "looking"), "no answer")


def statistics(scene: Scene, page: int) -> None:
    act(scene, "statistics")
    shown = scene.window.main.statistics
    assert shown is not None
    shown.show_page(page)
    scene.window.own.wait()


def the_desk(scene: Scene) -> BureauDesk:
    shown = scene.window.main.statistics
    assert shown is not None
    assert shown.desk is not None
    return shown.desk


def own_figure(scene: Scene) -> None:
    statistics(scene, STATISTICS.index("bureau"))
    the_desk(scene).add()


def import_sheet(scene: Scene) -> None:
    statistics(scene, STATISTICS.index("bureau"))
    desk = the_desk(scene)
    desk.form = None
    desk.import_file(xlsx(scene.files, SHEET))
    scene.wait_until(lambda: desk.form is not None, "the sheet was not read")


def bringing_in(scene: Scene) -> None:
    sample(scene)
    file = scene.files / "places.csv"
    file.write_text(LIST, "utf-8")
    scene.window.main.bringing_in.open_files([file])
    scene.window.main.bringing_in.tasks.wait()


def print_preview(scene: Scene) -> None:
    act(scene, "print")
    scene.wait_until(lambda: bool(open_beside(scene.window.main)), "no preview")


def map_layers(scene: Scene) -> None:
    sample(scene)
    scene.on_map("document.querySelector('.jz-layers .jz-tool').click()")


def map_measuring(scene: Scene) -> None:
    sample(scene)
    scene.on_map("document.querySelector('.jz-bar .jz-tool:last-child').click()")


def map_sources(scene: Scene) -> None:
    sample(scene)
    scene.window.main.map.choose_base()


def packs(scene: Scene) -> None:
    sample(scene)
    scene.window.main.map.choose_packs()


def notice(scene: Scene, kind: str) -> None:
    sample(scene)
    words, main = scene.window.look.words, scene.window.main
    if kind == "info":
        scene.window.edits.remove(next(scene.window.session.trip.stops()).id)
    elif kind == "good":
        main.notices.say(words.say("Saved as {file}.", file="jiaozuo.pdf"), kind, words.say("Open"), lambda: None)
    else:
        main.notices.say(words.say("Something went wrong here; your trip is safe."), kind)


def menu(scene: Scene, which: str) -> None:
    sample(scene)
    main, trip = scene.window.main, scene.window.session.trip
    scene.window.session.point_at_stop(next(trip.stops()).id)
    made: dict[str, Callable[[], QMenu]] = {
        "everything": lambda: main.actions_.menu,
        "day": lambda: main._menus.day_menu(trip.days[0].id),
        "stop": lambda: main._menus.stop_menu(next(trip.stops()).id),
        "place": lambda: main._menus.place_menu(PlaceId("yuntaishan")),
    }
    made[which]().popup(main.mapToGlobal(QPoint(main.width() // 2, 60)))


def every_view() -> dict[str, View]:
    """By name, in the order of a visit."""
    found: dict[str, View] = {
        "empty": empty, "sample": sample, "one_day": partial(days, number=1), "fourteen_days": partial(days, number=14),
        "long_names": long_names, "filters": filters, "nothing_found": nothing_found, "details": details,
        "stop_editor": stop_editor, "plan_form": partial(act, action="plan"), "plan_unfolded": plan_unfolded,
        "answer": answer, "why_not": why_not, "variants": variants, "repair": repair,
    }  # fmt: skip
    found |= {f"statistics_{name}": partial(statistics, page=at) for at, name in enumerate(STATISTICS)}
    found |= {
        "own_figure": own_figure, "import_sheet": import_sheet, "bringing_in": bringing_in,
        "map_layers": map_layers, "map_measuring": map_measuring, "map_sources": map_sources, "packs": packs,
        "print_preview": print_preview,
    }  # fmt: skip
    dialogues = ("own_place", "online", "trips", "versions", "keys", "about", "open_code")
    found |= {name: partial(act, action=name) for name in dialogues}
    found |= {f"notice_{kind}": partial(notice, kind=kind) for kind in ("info", "good", "failure")}
    found |= {f"menu_{which}": partial(menu, which=which) for which in ("everything", "day", "stop", "place")}
    return found | more_views()
