"""The trip on the table: edits, undo, and what happens when an edit cannot be worked out."""

from typing import Any

import pytest

from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import StopId
from jz_travel.ui.session import Selection, Session
from tests.ui.every_edit import CHENJIAGOU, EDITS, YUNTAISHAN
from tests.ui.hands import Table, first_trip, stops_of


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_every_edit_is_one_step_with_a_name_that_undo_takes_back_and_redo_brings_again(edit: Any, table: Table) -> None:
    before, stack = table.session.trip, table.session.undo_stack
    edit(table, before.days[0].id)
    after = table.session.trip
    assert after != before
    assert stack.count() == 1
    assert stack.undoText()
    stack.undo()
    assert table.session.trip == before
    stack.redo()
    assert table.session.trip == after


def test_all_edits_after_one_another_can_all_be_undone(table: Table) -> None:
    before, stack = table.session.trip, table.session.undo_stack
    for edit in (edit for name, edit in EDITS.items() if name not in ("remove", "unplan", "remove day")):
        edit(table, table.session.trip.day_of(YUNTAISHAN).id)
    assert stack.count() > 15
    while stack.canUndo():
        stack.undo()
    assert table.session.trip == before


def test_an_edit_that_changes_nothing_is_no_step(table: Table) -> None:
    table.edits.rename(table.session.trip.name)
    table.edits.move(YUNTAISHAN, table.session.trip.days[0].id, YUNTAISHAN)
    table.edits.move_within_day(CHENJIAGOU, -1)
    table.edits.move_to_neighbour_day(YUNTAISHAN, -1)
    table.edits.move_day(table.session.trip.days[0].id, -1)
    assert table.session.undo_stack.count() == 0


def test_each_edit_is_told_once_with_the_new_schedule(table: Table) -> None:
    told: list[Any] = []
    table.session.changed.connect(told.append)
    table.edits.add((PlaceId("qingtianhe"),), table.session.trip.days[0].id)
    assert [each.trip for each in told] == [table.session.trip]


class Roadworks:
    """Nobody knows the way while the bridge is closed."""

    def __init__(self, travel: Any) -> None:
        self._travel, self.closed = travel, False

    def leg(self, *asked: Any) -> Any:
        if self.closed:
            raise RuntimeError("the bridge is closed")
        return self._travel.leg(*asked)


def test_a_schedule_that_cannot_be_worked_out_leaves_nothing_half_done(table: Table, catalogue: Any) -> None:
    roads = Roadworks(table.session.travel)
    session = Session(catalogue, roads, table.session._daylight, first_trip())
    told: list[Any] = []
    session.changed.connect(told.append)
    before, roads.closed = session.schedule, True
    with pytest.raises(RuntimeError, match="bridge"):
        session.edit("Add 青天河", session.trip.with_stop(PlaceId("qingtianhe"), session.trip.days[0].id))
    assert session.schedule is before
    assert session.undo_stack.count() == 0
    assert told == []


def test_what_was_done_to_one_trip_is_not_undone_on_another(table: Table) -> None:
    table.edits.remove(YUNTAISHAN)
    table.session.open(first_trip())
    assert not table.session.undo_stack.canUndo()


def test_an_added_place_is_selected_as_the_stop_it_became(table: Table) -> None:
    day = table.session.trip.days[0].id
    table.edits.add((PlaceId("qingtianhe"),), day)
    stop = next(each for each in table.session.trip.stops() if each.place == "qingtianhe")
    assert table.session.selection == Selection(PlaceId("qingtianhe"), stop.id, day)


def test_undoing_a_move_takes_the_selection_back_to_the_day_of_the_stop(table: Table) -> None:
    one, two = (day.id for day in table.session.trip.days)
    table.edits.move(YUNTAISHAN, two)
    assert table.session.selection.day == two
    table.session.undo_stack.undo()
    assert table.session.selection == Selection(PlaceId("yuntaishan"), YUNTAISHAN, one)


def test_undoing_an_added_stop_keeps_its_place_selected_and_no_stop(table: Table) -> None:
    table.edits.add((PlaceId("qingtianhe"),), table.session.trip.days[0].id)
    table.session.undo_stack.undo()
    assert table.session.selection.place == "qingtianhe"
    assert table.session.selection.stop is None


def test_a_selected_day_that_goes_is_no_longer_selected(table: Table) -> None:
    day = table.session.trip.days[1].id
    table.session.point(Selection(day=day))
    table.edits.remove_day(day)
    assert table.session.selection.day is None


def test_a_stop_of_another_trip_is_left_alone(table: Table) -> None:
    before = table.session.trip
    table.edits.move(StopId("s99"), before.days[0].id)
    table.edits.unplan(StopId("s99"))
    assert table.session.trip == before


def test_a_place_that_no_catalogue_knows_is_not_added(table: Table) -> None:
    table.edits.add((PlaceId("atlantis"),), table.session.trip.days[0].id)
    assert table.session.undo_stack.count() == 0


def test_a_full_day_says_so_and_stays_as_it_is(table: Table) -> None:
    refused: list[str] = []
    table.edits.refused.connect(refused.append)
    day = table.session.trip.days[0].id
    table.edits.add([PlaceId("mogou")] * 39, day)
    table.edits.add((PlaceId("mogou"),), day)
    table.edits.move(CHENJIAGOU, day)
    assert refused == [table.look.words.say("This day is full.")] * 2
    assert [len(each) for each in stops_of(table.session.trip)] == [40, 2]


def test_the_last_day_stays(table: Table) -> None:
    refused: list[str] = []
    table.edits.refused.connect(refused.append)
    for day in table.session.trip.days:
        table.edits.remove_day(day.id)
    assert len(table.session.trip.days) == 1
    assert refused == [table.look.words.say("A trip has at least one day.")]
    assert set(table.session.trip.wishes) == {"yuntaishan"}
