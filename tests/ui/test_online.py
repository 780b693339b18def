"""Somebody adds the hotel they booked, and lets a router of their choice say how far it is. Nobody is asked unasked."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from geopy.distance import geodesic
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from jz_travel.domain.online import Online
from jz_travel.domain.own_places import OwnPlace
from jz_travel.domain.places import Kind, PlaceId
from jz_travel.domain.travel import How
from jz_travel.export import FORMATS
from jz_travel.export.json_schedule import write as write_json
from jz_travel.roads.datum import gcj02_of_wgs84
from jz_travel.roads.online.services import Services
from jz_travel.store.settings import Settings, read_settings
from jz_travel.ui.app import Window
from jz_travel.ui.online.place_dialog import PlaceDialog
from jz_travel.ui.online.settings_dialog import OnlineDialog
from tests.roads.fake_services import HOTEL, KEY, Fake, fake_services
from tests.ui.hands import Opener, first_trip, looks_for

ON_AMAP = gcj02_of_wgs84(*HOTEL)
AMAP_LINK = (
    f"【幸福宾馆】https://uri.amap.com/marker?position={ON_AMAP.lon:.6f},{ON_AMAP.lat:.6f}&name=幸福宾馆&utm_source=wx"
)


@pytest.fixture
def fake() -> Iterator[Fake]:
    with fake_services() as found:
        yield found


@pytest.fixture
def online(open_window: Opener, fake: Fake) -> Window:
    """The window, with every service somewhere on this computer; none is chosen."""
    open_window.keep(first_trip())
    window = open_window()
    addresses = dict.fromkeys(("amap", "tianditu", "baidu", "nominatim"), fake.url)
    window.online.services = Services(open_window.folders.cache, addresses)
    window.online._pause.setInterval(0)
    return window


def dialog_of(window: Window, kind: type[QDialog]) -> QDialog:
    return next(each for each in window.main.findChildren(kind) if each.isVisible())


def place_dialog(window: Window) -> PlaceDialog:
    found = dialog_of(window, PlaceDialog)
    assert isinstance(found, PlaceDialog)
    return found


def paste(dialog: PlaceDialog, text: str) -> None:
    dialog.asked.setText(text)
    QTest.keyClick(dialog.asked, Qt.Key.Key_Return)


def hotel() -> OwnPlace:
    return OwnPlace(PlaceId(""), "幸福宾馆", *HOTEL, 50.0, Kind.STAY, "前台 0391-1234567")


# Own places


def test_a_link_out_of_amap_becomes_a_place_of_the_trip(online: Window) -> None:
    online.main.actions_.own_place.trigger()
    dialog = place_dialog(online)
    paste(dialog, AMAP_LINK)
    assert dialog.name.text() == "幸福宾馆"
    dialog.kind.setCurrentIndex(dialog.kind.findData(Kind.STAY))
    dialog.save.click()
    own = online.session.trip.newest_own
    assert own.name == "幸福宾馆"
    assert own.kind is Kind.STAY
    assert geodesic((own.lat, own.lon), HOTEL).meters < 1
    assert online.main.details.place == own.id
    assert own.id in online.session.catalogue
    online.session.undo_stack.undo()
    assert online.session.trip.own == ()
    assert own.id not in online.session.catalogue


@pytest.mark.parametrize(
    "text",
    ["https://surl.amap.com/4Fz0aXb", "https://www.amap.com/place/B0FFF", "https://example.com/?q=35.2,113.2",
     "39.9087, 116.3975", "https://www.google.com/maps/@48.85,2.35,12z"],
)  # fmt: skip
def test_what_leads_nowhere_is_said_and_cannot_be_saved(online: Window, text: str) -> None:
    online.main.actions_.own_place.trigger()
    dialog = place_dialog(online)
    dialog.name.setText("某处")
    paste(dialog, text)
    assert dialog.told.property("role") == "warning"
    assert dialog.told.text()
    assert not dialog.save.isEnabled()
    dialog.reject()


def test_bare_coordinates_may_be_taken_for_those_of_another_map(online: Window) -> None:
    online.main.actions_.own_place.trigger()
    dialog = place_dialog(online)
    paste(dialog, f"{ON_AMAP.lon:.6f}，{ON_AMAP.lat:.6f}")
    assert "对调" in dialog.told.text()
    dialog.datum.setCurrentIndex(1)
    dialog.datum.activated.emit(1)
    dialog.name.setText("幸福宾馆")
    dialog.save.click()
    own = online.session.trip.newest_own
    assert geodesic((own.lat, own.lon), HOTEL).meters < 1


def test_a_click_on_the_map_is_a_position(online: Window) -> None:
    online.main.actions_.own_place.trigger()
    dialog = place_dialog(online)
    dialog.pick.click()
    assert not dialog.isVisible()
    online.main.map.view.picked_position.emit(*HOTEL)
    assert dialog.isVisible()
    dialog.name.setText("朋友家")
    dialog.save.click()
    assert (online.session.trip.newest_own.lat, online.session.trip.newest_own.lon) == HOTEL


def test_picking_can_be_given_up(online: Window) -> None:
    online.main.actions_.own_place.trigger()
    dialog = place_dialog(online)
    dialog.pick.click()
    online.main.notices._do.click()
    assert dialog.isVisible()
    online.main.map.view.picked_position.emit(*HOTEL)
    assert not dialog.save.isEnabled()
    dialog.reject()


def test_a_hotel_of_ones_own_is_slept_in_driven_from_and_taken_along(online: Window) -> None:
    online.edits.add_own(hotel())
    own = online.session.trip.newest_own.id
    online.edits.lodging_everywhere(own)
    online.edits.arrival(own)
    first = online.session.schedule.days[0]
    assert first.origin == own
    assert first.visits[0].leg is not None
    assert first.visits[0].leg.how is How.ESTIMATE
    assert not any("unknown" in type(each).__name__.lower() for each in first.all_problems)
    for each in FORMATS:
        content = each.write(online.session.schedule, online.session.catalogue, online.look.words)
        assert content, each.id
    links = next(each for each in FORMATS if each.id == "html").write(
        online.session.schedule, online.session.catalogue, online.look.words
    )
    assert "幸福宾馆" in links.decode()


def test_an_own_place_is_in_the_list_in_the_menus_and_on_the_map(online: Window) -> None:
    online.edits.add_own(hotel())
    own = online.session.trip.newest_own
    looks_for(online, "幸福")
    assert [place.id for place in online.main.places._model.places] == [own.id]
    texts = [action.text() for action in online.main._menus.place_menu(own.id).actions()]
    assert any("每晚" in text for text in texts)
    told = online.main.map.view._told["places"]["places"]
    assert next(place for place in told if place["id"] == own.id)["label"] == "幸福宾馆"


def test_a_changed_place_stays_the_same_place(online: Window) -> None:
    online.edits.add_own(hotel())
    own = online.session.trip.newest_own
    online.edits.lodging_everywhere(own.id)
    online.main.left.show_details(own.id)
    online.main.details.change_wanted.emit(own.id)
    dialog = place_dialog(online)
    assert (dialog.name.text(), dialog.kind.currentData()) == ("幸福宾馆", Kind.STAY)
    dialog.name.setText("幸福大酒店")
    dialog.save.click()
    assert online.session.trip.own_place(own.id) == replace(own, name="幸福大酒店")
    assert online.session.trip.days[0].lodging == own.id


def test_a_removed_place_leaves_nothing_behind_and_comes_back_with_undo(online: Window) -> None:
    online.edits.add_own(hotel())
    own = online.session.trip.newest_own.id
    online.edits.lodging_everywhere(own)
    online.edits.add((own,), online.session.trip.days[0].id)
    before = online.session.trip
    online.main.left.show_details(own)
    online.edits.remove_own(own)
    trip = online.session.trip
    assert own not in {stop.place for stop in trip.stops()} | {day.lodging for day in trip.days} | {trip.arrival}
    assert own not in online.session.catalogue
    assert online.main.left.currentWidget() is online.main.places
    online.session.undo_stack.undo()
    assert online.session.trip == before


# Searching by name


def test_enter_looks_for_a_name_where_a_service_was_chosen(online: Window, fake: Fake, qtbot: QtBot) -> None:
    online.online.choose(Online(search="amap", amap_key=KEY))
    field = online.main.places.findChild(QLineEdit, "search")
    field.setText("幸福宾馆")
    QTest.keyClick(field, Qt.Key.Key_Return)
    dialog = place_dialog(online)
    assert dialog.asked.text() == "幸福宾馆"
    assert fake.asked == []
    QTest.keyClick(dialog.asked, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.findings.count() == 2)
    assert "高德" in dialog._credit.text()
    dialog.save.click()
    assert geodesic((online.session.trip.newest_own.lat, online.session.trip.newest_own.lon), HOTEL).meters < 1


def test_without_a_choice_nothing_is_asked_and_the_way_to_one_is_shown(online: Window, fake: Fake) -> None:
    online.main.places.not_found.emit("幸福宾馆")
    dialog = place_dialog(online)
    QTest.keyClick(dialog.asked, Qt.Key.Key_Return)
    assert fake.asked == []
    assert not dialog.look_up.isEnabled()
    assert dialog.told.text()
    dialog.services.click()
    assert dialog_of(online, OnlineDialog)
    dialog.reject()


@pytest.mark.parametrize("trouble", [403, 429, 500, "garbage"])
def test_a_bad_day_of_the_search_is_one_line_in_the_dialogue(
    online: Window, fake: Fake, qtbot: QtBot, trouble: int | str
) -> None:
    fake.trouble = trouble
    online.online.choose(Online(search="baidu", baidu_key=KEY))
    online.main.actions_.own_place.trigger()
    dialog = place_dialog(online)
    paste(dialog, "幸福宾馆")
    qtbot.waitUntil(lambda: dialog.told.property("role") == "warning")
    assert "百度" in dialog.told.text()
    assert KEY not in dialog.told.text()
    dialog.reject()


# Routes


def hows(window: Window) -> set[How]:
    return {leg.how for day in window.session.schedule.days for leg in day.legs()}


def test_a_router_answers_and_every_drive_becomes_a_road(online: Window, fake: Fake, qtbot: QtBot) -> None:
    online.online.choose(Online(router="osrm", router_url=fake.url))
    qtbot.waitUntil(lambda: hows(online) == {How.ROUTER})
    legs = [leg for day in online.session.schedule.days for leg in day.legs()]
    assert all(len(leg.path) == 3 for leg in legs)
    before = len(fake.asked)
    online.edits.move(online.session.trip.days[1].stops[0].id, online.session.trip.days[0].id)
    assert How.ESTIMATE not in hows(online)  # the table was asked for ahead
    qtbot.waitUntil(lambda: all(leg.path for day in online.session.schedule.days for leg in day.legs()))
    assert len(fake.asked) > before
    online.session.undo_stack.undo()
    assert hows(online) == {How.ROUTER}


def test_undo_after_the_answer_shows_roads_where_estimates_were(online: Window, fake: Fake, qtbot: QtBot) -> None:
    online.edits.rename("另一个名字")
    online.online.choose(Online(router="valhalla", router_url=fake.url))
    qtbot.waitUntil(lambda: hows(online) == {How.ROUTER})
    online.session.undo_stack.undo()
    assert online.session.trip.name == "秋天的焦作"
    assert hows(online) == {How.ROUTER}
    assert online.session.undo_stack.count() == 1  # the router's answer is no step of the visitor's


def test_a_router_that_is_switched_off_takes_its_figures_along(online: Window, fake: Fake, qtbot: QtBot) -> None:
    online.online.choose(Online(router="amap", amap_key=KEY))
    qtbot.waitUntil(lambda: How.ROUTER in hows(online), timeout=20_000)
    online.online.choose(Online())
    assert How.ROUTER not in hows(online)


def test_a_router_that_is_down_leaves_estimates_and_one_quiet_line(online: Window, fake: Fake, qtbot: QtBot) -> None:
    fake.trouble = 503
    said: list[tuple[str, str]] = []
    online.online.said.connect(lambda text, kind: said.append((text, kind)))
    online.online.choose(Online(router="osrm", router_url=fake.url))
    qtbot.waitUntil(lambda: len(said) == 1)
    assert (said[0][1], "估算" in said[0][0]) == ("info", True)
    assert How.ROUTER not in hows(online)
    asked = len(fake.asked)
    online.edits.rename("又一个名字")
    qtbot.waitUntil(lambda: len(fake.asked) > asked)
    online.online._routing.wait()
    assert len(said) == 1


def test_an_answer_to_an_older_trip_is_not_waited_for(online: Window, fake: Fake, qtbot: QtBot) -> None:
    fake.trouble = "trickle"
    online.online.choose(Online(router="osrm", router_url=fake.url))
    qtbot.waitUntil(lambda: len(fake.asked) == 1)
    fake.trouble = None
    online.edits.rename("又一个名字")
    qtbot.waitUntil(lambda: hows(online) == {How.ROUTER})


def test_nobody_is_asked_before_anybody_is_chosen(online: Window, fake: Fake, qtbot: QtBot) -> None:
    online.edits.add((PlaceId("qingtianhe"),), online.session.trip.days[0].id)
    qtbot.wait(50)
    assert fake.asked == []


# The dialogue, and keys


def test_a_choice_is_tested_saved_for_its_owner_only_and_there_again_next_time(
    online: Window, open_window: Opener, fake: Fake, qtbot: QtBot
) -> None:
    online.main.actions_.online.trigger()
    dialog = dialog_of(online, OnlineDialog)
    assert isinstance(dialog, OnlineDialog)
    assert (dialog.router.currentData(), dialog.search.currentData()) == ("off", "off")
    dialog.router.setCurrentIndex(dialog.router.findData("osrm"))
    dialog.router_url.setText(fake.url)
    dialog.search.setCurrentIndex(dialog.search.findData("tianditu"))
    dialog.keys["tianditu"].setText(KEY)
    assert dialog.keys["tianditu"].displayText() != KEY
    assert not dialog.keys["baidu"].isVisibleTo(dialog)
    dialog._try_router()
    qtbot.waitUntil(lambda: dialog.router_told.property("role") == "hint")
    dialog._save()
    settings, wrong = read_settings(open_window.folders.settings)
    assert (wrong, settings.online.key_of("tianditu"), settings.online.router_url) == ((), KEY, fake.url)
    assert open_window.folders.settings.stat().st_mode & 0o077 == 0
    assert KEY not in repr(settings)


def test_a_dialogue_that_was_closed_hears_no_late_answer(online: Window, fake: Fake, qtbot: QtBot) -> None:
    online.main.actions_.online.trigger()
    settings = dialog_of(online, OnlineDialog)
    assert isinstance(settings, OnlineDialog)
    settings.router.setCurrentIndex(settings.router.findData("osrm"))
    settings.router_url.setText(fake.url)
    fake.trouble = "never"
    settings._try_router()
    online.main.actions_.own_place.trigger()
    place_dialog(online).reject()
    settings.reject()
    qtbot.wait(20)  # both are gone
    fake.released.set()
    online.online._routing.wait()
    online.online.choose(Online(search="nominatim"))
    assert not online.main.findChildren(OnlineDialog)


def test_a_test_that_fails_says_why(online: Window, qtbot: QtBot) -> None:
    dialog = OnlineDialog(online.main, online.online, online.look)
    dialog.open()
    dialog.router.setCurrentIndex(dialog.router.findData("valhalla"))
    dialog._try_router()
    assert dialog.router_told.property("role") == "warning"
    dialog.router_url.setText("http://127.0.0.1:1/")
    dialog._try_router()
    qtbot.waitUntil(lambda: "Valhalla" in dialog.router_told.text())
    dialog.reject()


def test_no_key_stands_in_a_log_an_export_or_the_trip(
    online: Window, fake: Fake, qtbot: QtBot, caplog: pytest.LogCaptureFixture, open_window: Opener
) -> None:
    caplog.set_level(logging.DEBUG)
    online.online.choose(Online(router="amap", amap_key="wr0ngS3cret"))
    qtbot.waitUntil(lambda: online.online._complained)
    online.edits.add_own(hotel())
    content = write_json(online.session.schedule)
    content += b"".join(
        each.write(online.session.schedule, online.session.catalogue, online.look.words)
        for each in FORMATS
        if re.match("text|json|html|csv|ics|gpx|kml|geojson", each.id)
    )
    assert b"wr0ngS3cret" not in content
    assert "wr0ngS3cret" not in caplog.text
    online.open_trip.autosave.save_now()
    for file in open_window.folders.trips.rglob("*"):
        assert file.is_dir() or b"wr0ngS3cret" not in file.read_bytes()
    cache = Path(open_window.folders.cache)
    assert all(each.is_dir() or b"wr0ngS3cret" not in each.read_bytes() for each in cache.rglob("*"))


def test_settings_with_a_broken_choice_start_with_everything_off(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"online": {"router": "telepathy"}}')
    settings, (failure,) = read_settings(file)
    assert (settings.online, failure.field) == (Settings().online, "online")
