"""More views of the desktop: forms to their end, small dialogues, a desk with something in it, states that pass."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractScrollArea, QMenu

from jz_travel.ui.bureau.import_sheet import ImportSheet
from jz_travel.ui.days.hours import ask_day_hours
from jz_travel.ui.days.note import ask_day_note
from jz_travel.ui.demo import pause
from jz_travel.ui.parts.reading_area import ReadingArea
from tests.desk.books import xlsx
from tests.gallery.scene import Scene

View = Callable[[Scene], None]
GOOD_SHEET = (
    ("年份", "节日", "接待游客（万人次）", "同比（%）", "统计口径", "天数", "来源"),
    (2025, "国庆", 712.4, 3.86, "全市", 8, "市文旅局"),
    (2025, "春节", 402.5, 3.1, "全市", 8, "市文旅局"),
)
FLIGHT_MS = 1500  # until the map has moved a card into sight
CARD_OF_A_PIN = """
document.querySelector(".jz-pin .jz-head")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
"""


def to_the_end(area: QAbstractScrollArea, scene: Scene) -> None:
    scene.settle()
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())


def plan_form_from(scene: Scene, share: float) -> None:
    """What a request can ask, unfolded, from so far down."""
    scene.window.open_trip.open_sample()
    scene.window.main.actions_.plan.trigger()
    panel = scene.window.planning.rooms.panel
    panel.form.more_button.setChecked(True)
    scene.settle()
    bar = panel.reading.verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))


def plan_state(scene: Scene, state: Callable[[Scene], None]) -> None:
    scene.window.open_trip.new()
    scene.window.main.actions_.plan.trigger()
    state(scene)


def searching(scene: Scene) -> None:
    scene.window.planning.rooms.panel._set_running(True)
    scene.settle()


def failed(scene: Scene) -> None:
    scene.window.planning.rooms.panel._failed()


def details_to_the_end(scene: Scene) -> None:
    scene.window.open_trip.open_sample()
    scene.window.main._show_stop(next(scene.window.session.trip.stops()).id)
    to_the_end(scene.window.main.details._scroll, scene)


def no_wishes(scene: Scene) -> None:
    scene.window.open_trip.new()
    scene.window.main.places._wished.setChecked(True)


def map_card(scene: Scene) -> None:
    scene.window.open_trip.open_sample()
    scene.on_map(CARD_OF_A_PIN)
    pause(FLIGHT_MS)


def day_dialogue(scene: Scene, which: str) -> None:
    scene.window.open_trip.open_sample()
    window = scene.window
    ask = {"hours": ask_day_hours, "note": ask_day_note}[which]
    ask(window.main, window.session, window.edits, window.look, window.session.trip.days[0].id)


def menu_of_the_head(scene: Scene, which: str) -> None:
    scene.window.open_trip.open_sample()
    main = scene.window.main
    menus: dict[str, QMenu] = {
        "take_along": main.actions_.take_along, "language": main.actions_.language_menu,
        "calendar": main.header._date_menu,
    }  # fmt: skip
    menus[which].popup(main.mapToGlobal(QPoint(main.width() // 3, 60)))


def statistics_to_the_end(scene: Scene, page: int) -> None:
    scene.window.open_trip.open_sample()
    scene.window.main.actions_.statistics.trigger()
    shown = scene.window.main.statistics
    assert shown is not None
    shown.show_page(page)
    read: ReadingArea = shown.pages[page]
    to_the_end(read, scene)


def desk_form(scene: Scene, which: str) -> None:
    """A form of the bureau's desk, or what it keeps once a sheet was taken over."""
    scene.window.open_trip.open_sample()
    scene.window.main.actions_.statistics.trigger()
    shown = scene.window.main.statistics
    assert shown is not None
    desk = shown.desk
    assert desk is not None
    shown.show_page(len(shown.pages) - 1)
    scene.window.own.wait()
    if which in ("load", "closure"):
        {"load": desk.add_load, "closure": desk.add_closure}[which]()
        return
    desk.form = None
    desk.import_file(xlsx(scene.files, GOOD_SHEET))
    scene.wait_until(
        lambda: isinstance(desk.form, ImportSheet) and desk.form.seen is not None, "the sheet was not read"
    )
    if which == "filled" and isinstance(desk.form, ImportSheet):
        desk.form._agree() if desk.form.keep.isEnabled() else desk.form.reject()  # an earlier look may have filled it
        scene.window.own.wait()


def more_views() -> dict[str, View]:
    """By name, in the order of a visit."""
    found: dict[str, View] = {
        "plan_wishes": partial(plan_form_from, share=0.5), "plan_form_end": partial(plan_form_from, share=1),
        "plan_searching": partial(plan_state, state=searching), "plan_failed": partial(plan_state, state=failed),
        "details_end": details_to_the_end, "no_wishes": no_wishes, "map_card": map_card,
    }  # fmt: skip
    families: tuple[tuple[str, Callable[..., None], str, tuple[object, ...]], ...] = (
        ("day", day_dialogue, "which", ("hours", "note")),
        ("head", menu_of_the_head, "which", ("take_along", "language", "calendar")),
        ("statistics_end", statistics_to_the_end, "page", (0, 1, 2)),
        ("desk", desk_form, "which", ("load", "closure", "sheet", "filled")),
    )
    for name, view, what, values in families:
        found |= {f"{name}_{each}": partial(view, **{what: each}) for each in values}
    return found
