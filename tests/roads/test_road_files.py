"""The files behind the legs: what people write, and what is kept from run to run."""

import json
import logging
from pathlib import Path

import pytest
from geopy.distance import geodesic

from jz_travel.domain.failures import Cause
from jz_travel.domain.places import Catalogue, PlaceId, Position
from jz_travel.domain.travel import How
from jz_travel.resources import assets, maps
from jz_travel.roads import LegTable, StraightLines, leg_table, read_book
from tests.strategies import a_place

SHIPPED = assets("roads.toml").read_text("utf-8")
ESTIMATE = SHIPPED[SHIPPED.index("[estimate]") :].split("\n[[route]]")[0]
ROUTE = '[[route]]\nfrom = "west"\nto = "east"\nmode = "car"\nkm = 20\nminutes = [20, 30]\nsource = "gate"\n'
HERE, THERE = Position(35.0, 113.0, 100), Position(35.0, 113.2, 100)


def written(folder: Path, text: str) -> Path:
    file = folder / "roads.toml"
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        ("km = 20", "km = -1", "route[1].km"),
        ("km = 20", "km = nan", "route[1].km"),
        ("km = 20", 'km = "20"', "route[1].km"),
        ("km = 20", "miles = 12", "route[1]"),
        ('mode = "car"', 'mode = "balloon"', "route[1].mode"),
        ("[20, 30]", '"soon"', "route[1].minutes"),
        ("[20, 30]", "[20, 30, 40]", "route[1].minutes"),
        ('source = "gate"\n', "", "route[1]"),
        ("km = 20\nminutes = [20, 30]\n", "", "route[1]"),
        ("[20, 30]", "[30, 20]", "route[1]"),
        ("[20, 30]", "nan", "route[1]"),
        ("[20, 30]", "0", "route[1]"),
        ('"east"', '"west"', "route[1]"),
    ],
)
def test_a_wrong_route_is_named_and_the_others_stay(tmp_path: Path, right: str, wrong: str, field: str) -> None:
    assert right in ROUTE
    file = written(tmp_path, ROUTE + ROUTE.replace(right, wrong) + ROUTE + ESTIMATE)
    book, (failure,) = read_book(file)
    assert (failure.file, failure.cause, failure.field) == (file, Cause.BAD_FIELD, field)
    assert book is not None
    assert len(book.route) == 2


def test_what_a_route_says_of_others_is_looked_at_too(tmp_path: Path) -> None:
    catalogue = Catalogue((a_place("west"), a_place("east")))
    bad = ROUTE.replace('"east"', '"atlantis"')
    terrain = '[terrain]\nhills = ["olympus"]\n'
    file = written(tmp_path, bad + ESTIMATE[: ESTIMATE.index("[terrain]")] + terrain)
    book, failures = read_book(file)
    assert failures == []
    assert book is not None
    named = {failure.field for failure in book.mistakes(catalogue, file) if not failure.field.endswith("source")}
    assert named == {"route[0].to", "terrain.hills[0]"}


def test_a_source_that_nobody_lists_is_named(tmp_path: Path) -> None:
    book, _ = read_book(written(tmp_path, ROUTE + ESTIMATE[: ESTIMATE.index("[terrain]")]))
    assert book is not None
    catalogue = Catalogue((a_place("west"), a_place("east")))
    assert {failure.field for failure in book.mistakes(catalogue, tmp_path)} == {"route[0].source", "estimate.source"}


@pytest.mark.parametrize(
    ("content", "cause", "field"),
    [
        (b"\xff\xfe", Cause.NOT_TEXT, ""),
        (b"[[route", Cause.NOT_JSON, ""),
        (b"", Cause.BAD_FIELD, ""),
        (ESTIMATE.replace("near_km = 40", "near_km = nan", 1).encode(), Cause.BAD_FIELD, "estimate.time.plain.near_km"),
    ],
)
def test_without_a_readable_estimate_no_way_is_known_and_the_reason_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes, cause: Cause, field: str
) -> None:
    file = tmp_path / "roads.toml"
    file.write_bytes(content)
    book, (failure,) = read_book(file)
    assert book is None
    assert (failure.file, failure.cause, failure.field) == (file, cause, field)
    catalogue = Catalogue((a_place("west", position=HERE), a_place("east", position=THERE)))
    with caplog.at_level(logging.WARNING):
        table = leg_table(catalogue, book=file)
    assert table.leg(PlaceId("west"), PlaceId("east")).how is How.UNKNOWN
    assert "roads.toml" in caplog.text


def test_a_missing_road_book_is_named(tmp_path: Path) -> None:
    assert read_book(tmp_path / "none.toml")[1][0].cause is Cause.MISSING


def test_straight_lines_are_kept_from_one_run_to_the_next(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "lines.json"
    first = StraightLines(file)
    metres = first.metres(HERE, THERE)
    first.save()
    assert StraightLines(file).metres(THERE, HERE) == pytest.approx(metres, abs=0.1)
    marked = file.read_text("utf-8").replace(str(round(metres, 1)), "1234.5")
    file.write_text(marked, "utf-8")
    assert StraightLines(file).metres(HERE, THERE) == 1234.5


@pytest.mark.parametrize("kept", ["", "[[1]]", '{"a": 1}', "[[35, 113, 35, 113.2, NaN]]", "[[35, 113, 35, 113.2, -5]]"])
def test_broken_straight_lines_are_computed_again(tmp_path: Path, kept: str) -> None:
    file = tmp_path / "lines.json"
    file.write_text(kept, "utf-8")
    assert StraightLines(file).metres(HERE, THERE) == pytest.approx(18_257.6, abs=2)


def test_a_folder_that_cannot_be_written_to_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    lines = StraightLines(tmp_path / "file" / "lines.json")
    metres = lines.metres(HERE, THERE)
    lines.save()
    assert lines.metres(HERE, THERE) == metres


def test_the_table_keeps_its_straight_lines(tmp_path: Path) -> None:
    book, _ = read_book(assets("roads.toml"))
    catalogue = Catalogue((a_place("west", position=HERE), a_place("east", position=THERE)))
    table = LegTable(catalogue, book, StraightLines(tmp_path / "lines.json"))
    table.leg(PlaceId("west"), PlaceId("east"))
    table.save()
    assert (tmp_path / "lines.json").is_file()


def test_the_shipped_lines_are_what_geopy_says() -> None:
    rows = json.loads(maps("straight-lines.json").read_text("utf-8"))
    assert len(rows) > 1000
    for a, b, c, d, metres in rows[:: len(rows) // 40]:
        assert metres == pytest.approx(geodesic((a, b), (c, d)).meters, abs=0.06)
