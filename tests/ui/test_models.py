"""The lists behind the views, watched by Qt's own tester through a whole afternoon of edits."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from jz_travel.domain.places import Catalogue, Kind, PlaceId, Theme
from jz_travel.ui.days.drags import PLACES_TYPE, STOP_TYPE, dragged_places, dragged_stop
from jz_travel.ui.days.model import DayModel
from jz_travel.ui.places.model import PlaceFilter, PlaceModel
from jz_travel.ui.style.look import Look
from tests.ui.every_edit import EDITS, YUNTAISHAN
from tests.ui.hands import Table

STRICT = QAbstractItemModelTester.FailureReportingMode.Warning  # a Qt warning fails the test


@pytest.fixture
def places(catalogue: Catalogue, look: Look) -> Iterator[PlaceModel]:
    model = PlaceModel(catalogue, look)
    tester = QAbstractItemModelTester(model, STRICT)
    yield model
    del tester


def ids(model: PlaceModel) -> list[str]:
    return [place.id for place in model.places]


def test_the_places_keep_their_order_through_searches_and_filters(places: PlaceModel) -> None:
    everything = ids(places)
    for query in ("y", "yt", "yts", "云台", "Yuntai", "zzzz", "", "  ", "'\"<script>"):
        places.set_filter(PlaceFilter(query=query))
    for theme in Theme:
        places.set_filter(PlaceFilter(theme=theme))
        assert all(theme in place.themes for place in places.places)
    for kind in Kind:
        places.set_filter(PlaceFilter(kind=kind))
        assert all(place.kind is kind for place in places.places)
    places.set_filter(PlaceFilter())
    assert ids(places) == everything


@pytest.mark.parametrize(
    "query", ["yts", "云台山", "雲臺山", "yuntaishan", "yúntáishān", "Yuntai Mountain", "YTS", "云台"]
)
def test_yuntaishan_is_found_first_however_it_is_typed(query: str, places: PlaceModel) -> None:
    places.set_filter(PlaceFilter(query=query))
    assert ids(places)[0] == "yuntaishan"


def test_stations_show_only_when_they_are_looked_for(places: PlaceModel) -> None:
    assert "jiaozuo_rail" not in ids(places)
    places.set_filter(PlaceFilter(query="焦作站"))
    assert "jiaozuo_rail" in ids(places)
    places.set_filter(PlaceFilter(kind=Kind.STATION))
    assert "jiaozuo_rail" in ids(places)


def test_an_area_shows_itself_and_the_sights_inside_it(places: PlaceModel) -> None:
    places.set_filter(PlaceFilter(area=PlaceId("yuntaishan")))
    assert {"yuntaishan", "hongshixia", "zhuyufeng"} <= set(ids(places))
    assert "jiayingguan" not in ids(places)


def test_open_on_leaves_out_what_is_closed_that_day(places: PlaceModel, catalogue: Catalogue) -> None:
    day = date(2026, 10, 12)
    places.set_filter(PlaceFilter(open_on=day))
    assert ids(places)
    assert all(catalogue[PlaceId(each)].hours.on(day) for each in ids(places))


def test_wished_places_come_in_the_order_they_were_wished(places: PlaceModel) -> None:
    wished = [PlaceId("jiayingguan"), PlaceId("yuntaishan"), PlaceId("atlantis")]
    places.show_only(wished)
    assert ids(places) == ["jiayingguan", "yuntaishan"]
    places.show_only(())
    assert places.rowCount() == 0
    places.show_only(None)
    assert places.rowCount() > 60


def test_a_row_says_its_place_its_kind_and_its_days(places: PlaceModel) -> None:
    places.mark({PlaceId("yuntaishan"): (0, 2)}, ())
    row = places.row_of(PlaceId("yuntaishan"))
    said = places.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "云台山" in said
    assert "1" in said
    assert "3" in said


def test_a_dragged_place_carries_its_name_tag(places: PlaceModel) -> None:
    assert dragged_places(places.mimeData([places.index(0, 0)])) == (places.places[0].id,)


@pytest.fixture
def day(table: Table) -> Iterator[DayModel]:
    model = DayModel(table.session.catalogue, table.look)
    tester = QAbstractItemModelTester(model, STRICT)

    def follow(schedule: Any) -> None:
        number = next((n for n, each in enumerate(schedule.trip.days) if each.id == "d1"), 0)
        model.show(schedule.days[number], schedule.trip.days[number].stops)

    table.session.changed.connect(follow)
    follow(table.session.schedule)
    yield model
    del tester


def test_a_day_follows_every_edit_and_every_undo(day: DayModel, table: Table) -> None:
    for edit in EDITS.values():
        if YUNTAISHAN in table.session.schedule.visits:
            edit(table, table.session.trip.day_of(YUNTAISHAN).id)
    while table.session.undo_stack.canUndo():
        table.session.undo_stack.undo()
    while table.session.undo_stack.canRedo():
        table.session.undo_stack.redo()
    while table.session.undo_stack.canUndo():
        table.session.undo_stack.undo()
    assert [day.index(row, 0).data() for row in range(day.rowCount())] == ["云台山风景名胜区"]


def test_a_card_is_told_with_times_and_problems(day: DayModel, table: Table) -> None:
    said = day.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    visit = table.session.schedule.visits[YUNTAISHAN]
    assert "云台山" in said
    assert f"{visit.enters:%H:%M}" in said


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (PLACES_TYPE, b""),
        (PLACES_TYPE, b"\xff\xfe"),
        (PLACES_TYPE, b'{"a": 1}'),
        (PLACES_TYPE, b"[1, null, []]"),
        (PLACES_TYPE, b"[" * 100_000),
        (STOP_TYPE, b"\xff\xff"),
        (STOP_TYPE, b""),
        ("text/plain", "云台山".encode()),
    ],
    ids=["nothing", "no text", "no list", "no names", "a deep list", "a stop of no text", "no stop", "plain words"],
)
def test_a_drop_that_another_program_made_up_changes_nothing(
    kind: str, content: bytes, day: DayModel, table: Table
) -> None:
    mime = QMimeData()
    mime.setData(kind, content)
    before = table.session.trip
    first = before.days[0].id
    day.stop_dropped.connect(lambda stop, to: table.edits.move(stop, first, to))
    day.places_dropped.connect(lambda places, to: table.edits.add(places, first, to))
    day.dropMimeData(mime, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert table.session.trip == before


def test_a_dragged_stop_is_known_only_to_the_window_it_comes_from(day: DayModel) -> None:
    assert dragged_stop(day.mimeData([day.index(0, 0)])) == YUNTAISHAN
    ask = [sys.executable, "-c", "from jz_travel.ui.days.drags import STOP_TYPE; print(STOP_TYPE)"]
    elsewhere = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()
    assert elsewhere.startswith("application/x-jztravel-stop")
    assert elsewhere != STOP_TYPE
