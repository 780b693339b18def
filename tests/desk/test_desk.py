"""Officers at their desks: what one keeps, another finds; and nobody's work is ever lost."""

import multiprocessing
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from jz_travel.desk import Desk, desk_url
from jz_travel.desk.address import is_there
from jz_travel.desk.database import HEAD
from jz_travel.desk.tables import metadata
from jz_travel.domain.bureau import Count, Entry, Record, Refused
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.holidays import Announcement, DayLoad, Level
from jz_travel.domain.places import PlaceId
from jz_travel.domain.statistics import Basis, Definition, Event, Growth, Measure, SubjectId, Unit


def a_figure(year: int = 2025, value: str = "712.40", **more: object) -> Entry:
    entry = Entry(
        SubjectId("jiaozuo"), Event.NATIONAL_DAY, Measure.VISITS, Definition.AREA_TOTAL, Decimal(value),
        Unit.WAN_VISITS, "市文旅局", year, 8, date(year, 10, 1), date(year, 10, 8),
    )  # fmt: skip
    return replace(entry, **more)  # type: ignore[arg-type]


def only(desk: Desk) -> Entry:
    (figure,) = desk.figures()
    return figure


def test_a_figure_comes_back_as_it_was_kept(desk: Desk) -> None:
    growth = Growth(Decimal("3.86"), "change", 2024, Basis.COMPARABLE)
    kept = a_figure(growth=growth, verified_on=date(2025, 10, 9), verified_by="李", note="初步", published="2025-10-09")
    batch = desk.put([kept], by="李", what="国庆")
    found = only(desk)
    assert replace(found, id=kept.id, version=0) == kept
    assert str(found.value) == "712.40"
    assert found.version == 1
    assert (batch.changes, batch.by, batch.what) == (1, "李", "国庆")


def test_what_one_desk_keeps_another_finds_and_the_tables_are_made_once(desk: Desk, url: str) -> None:
    desk.put([a_figure()])
    before = desk.state()
    with Desk.open(url) as other:
        assert only(other) == only(desk)
        other.put([a_figure(2026)])
    assert desk.state() > before


def test_the_same_figure_twice_changes_nothing(desk: Desk) -> None:
    desk.put([a_figure()])
    assert desk.put([a_figure()]).changes == 0
    assert len(desk.batches()) == 1


def test_another_value_for_the_same_holiday_is_refused_and_both_are_shown(desk: Desk) -> None:
    desk.put([a_figure()])
    with pytest.raises(Refused) as refused:
        desk.put([a_figure(2026), a_figure(value="999")])
    (clash,) = refused.value.clashes
    assert isinstance(clash.mine, Entry)
    assert isinstance(clash.theirs, Entry)
    assert (str(clash.mine.value), str(clash.theirs.value)) == ("999", "712.40")
    assert [each.year for each in desk.figures()] == [2025], "all or nothing"


def test_two_figures_of_one_batch_for_the_same_holiday_are_refused(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.put([a_figure(), a_figure(value="1")])
    assert desk.figures() == ()


def test_two_officers_change_different_things_and_both_changes_stand(desk: Desk) -> None:
    desk.put([a_figure()])
    read = only(desk)
    desk.put([replace(read, note="初步统计")])
    desk.put([replace(read, value=Decimal("713.00"))])
    found = only(desk)
    assert (found.note, found.value, found.version) == ("初步统计", Decimal("713.00"), 3)


def test_two_officers_change_the_same_value_and_the_second_sees_both(desk: Desk) -> None:
    desk.put([a_figure()])
    read = only(desk)
    desk.put([replace(read, value=Decimal("713.00"))])
    with pytest.raises(Refused) as refused:
        desk.put([replace(read, value=Decimal("714.00"))])
    (clash,) = refused.value.clashes
    assert clash.fields == ("value",)
    assert isinstance(clash.theirs, Entry)
    assert only(desk).value == clash.theirs.value == Decimal("713.00")
    desk.put([replace(clash.theirs, value=Decimal("714.00"))])
    assert only(desk).value == Decimal("714.00"), "who has seen both may decide"


def test_nobody_verifies_a_value_that_he_has_not_seen(desk: Desk) -> None:
    desk.put([a_figure()])
    read = only(desk)
    desk.put([replace(read, value=Decimal("713.00"))])
    with pytest.raises(Refused) as refused:
        desk.put([replace(read, verified_on=date(2025, 10, 9), verified_by="王")])
    assert "verified_on" in refused.value.clashes[0].fields
    assert only(desk).verified_by == ""


def test_a_value_never_gets_the_unit_of_another_desk(desk: Desk) -> None:
    desk.put([a_figure()])
    read = only(desk)
    desk.put([replace(read, unit=Unit.YI_VISITS)])
    with pytest.raises(Refused):
        desk.put([replace(read, value=Decimal("0.0713"))])


def test_a_change_of_what_somebody_removed_is_refused(desk: Desk) -> None:
    desk.put([a_figure()])
    read = only(desk)
    desk.remove([read])
    with pytest.raises(Refused) as refused:
        desk.put([replace(read, note="x")])
    assert refused.value.clashes[0].theirs is None


def test_a_removal_of_what_somebody_changed_is_refused(desk: Desk) -> None:
    desk.put([a_figure()])
    read = only(desk)
    desk.put([replace(read, note="neu")])
    with pytest.raises(Refused):
        desk.remove([read])
    assert only(desk).note == "neu"


def test_a_step_is_undone_and_done_again(desk: Desk) -> None:
    first = desk.put([a_figure()])
    desk.put([replace(only(desk), value=Decimal("1"))])
    second = desk.batches()[0]
    undone = desk.undo(second.id, by="王")
    assert only(desk).value == Decimal("712.40")
    assert [each.undone for each in desk.batches()] == [False, True, False]
    desk.undo(undone.id)
    assert only(desk).value == Decimal("1")
    with pytest.raises(Refused):
        desk.undo(first.id)
    assert only(desk).value == Decimal("1")


def test_an_undone_addition_is_gone_and_an_undone_removal_is_back(desk: Desk) -> None:
    added = desk.put([a_figure(), a_figure(2026)])
    removed = desk.remove(desk.figures())
    desk.undo(removed.id)
    assert [each.year for each in desk.figures()] == [2025, 2026]
    with pytest.raises(Refused):
        desk.undo(added.id)


def test_day_loads_closures_and_figures_live_side_by_side(desk: Desk) -> None:
    load = DayLoad(date(2026, 10, 3), Level.PACKED, "预约数据", PlaceId("yuntaishan"), "门票约满")
    closure = Announcement(
        "closure", date(2026, 12, 1), date(2027, 2, 28), "冬季维护", "景区公告", PlaceId("qingtianhe")
    )
    records: list[Record] = [load, closure, a_figure()]
    desk.put(records)
    assert replace(desk.day_loads()[0], id="", version=0) == load
    assert replace(desk.closures()[0], id=closure.id, version=0) == closure
    assert desk.closures(date(2027, 3, 1)) == ()
    assert len(desk.closures(date(2027, 2, 28), date(2027, 4, 1))) == 1


def test_a_kiosk_sends_its_counts_again_and_they_count_once(desk: Desk) -> None:
    day = date(2026, 10, 1)
    counts = [Count("修武西站", day, "trip taken", 3), Count("修武西站", day, "trip taken", 2)]
    assert desk.add_counts(counts, "a")
    assert not desk.add_counts(counts, "a")
    assert desk.add_counts([Count("修武西站", day, "trip taken", 1)], "b")
    assert desk.counts(day, day) == (Count("修武西站", day, "trip taken", 6),)
    assert desk.counts(date(2026, 10, 2), date(2026, 10, 9)) == ()


def test_the_fleet_knows_when_a_kiosk_was_last_there(url: str) -> None:
    moments = iter((datetime(2026, 10, 1, 8, tzinfo=UTC), datetime(2026, 10, 1, 9, tzinfo=UTC)))
    with Desk.open(url, lambda: next(moments)) as desk:
        desk.seen("修武西站", "0.4", "2026-09")
        desk.seen("修武西站", "0.5", "2026-10")
        (kiosk,) = desk.kiosks()
        assert (kiosk.version, kiosk.data_version) == ("0.5", "2026-10")
        assert kiosk.last_seen == datetime(2026, 10, 1, 9, tzinfo=UTC)


def test_many_desks_write_at_once_and_nothing_is_lost(desk: Desk, url: str) -> None:
    """Each adds figures of its own, all count on the same row, and all append to one note."""
    desk.put([a_figure(1999, note="")])

    def officer(number: int) -> None:
        with Desk.open(url) as own:
            for year in range(2001, 2006):
                own.put([a_figure(year, subject=SubjectId(f"site{number}"))])
                own.add_counts([Count("k", date(2026, 1, 1), "x", 1)], f"{number}-{year}")
            written = False
            while not written:
                read = next(each for each in own.figures() if each.year == 1999)
                with suppress(Refused):
                    written = bool(own.put([replace(read, note=f"{read.note}<{number}>")]).changes)

    with ThreadPoolExecutor(10) as officers:
        list(officers.map(officer, range(10)))
    figures = desk.figures()
    assert len(figures) == 51
    note = next(each.note for each in figures if each.year == 1999)
    assert all(f"<{number}>" in note for number in range(10))
    assert desk.counts(date(2026, 1, 1), date(2026, 1, 1))[0].n == 50


def _write_for_ever(url: str, began: "multiprocessing.synchronize.Event") -> None:
    with Desk.open(url) as desk:
        year = 0
        while True:
            year += 1
            desk.put(
                [a_figure(1949 + year % 40, subject=SubjectId(f"s{year}-{part}")) for part in range(200)], what="200"
            )
            began.set()


def test_a_desk_killed_in_the_middle_leaves_all_of_a_step_or_nothing(desk: Desk, url: str) -> None:
    context = multiprocessing.get_context("spawn")
    removed = 0
    for patience in (0.01, 0.05, 0.12):
        began = context.Event()
        process = context.Process(target=_write_for_ever, args=(url, began))
        process.start()
        assert began.wait(60)
        time.sleep(patience)
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        figures = desk.figures()
        assert figures
        assert len(figures) % 200 == 0
        written = sum(each.changes for each in desk.batches(10_000) if each.what == "200")
        assert len(figures) == written - removed, "what the history says is there, is there"
        desk.remove(figures)
        removed += len(figures)


def test_tables_of_a_newer_program_are_left_alone(url: str) -> None:
    with Desk.open(url) as desk:
        desk._database.write(lambda each: each.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Failure) as failure:
        Desk.open(url)
    assert failure.value.cause is Cause.NEWER


def test_the_migrations_make_exactly_the_tables_that_the_program_uses(desk: Desk) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def compared(connection: object) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))  # type: ignore[arg-type]

    assert desk._database.read(compared) == []
    assert desk._database.read(lambda each: each.exec_driver_sql("SELECT * FROM alembic_version").scalar()) == HEAD


def test_a_password_is_nowhere_in_what_is_said(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    with pytest.raises(Failure) as failure:
        Desk.open("postgresql://bureau:secret-word@127.0.0.1:1/desk")
    said = f"{failure.value} {failure.value.detail} {failure.value!r} {caplog.text}"
    assert "127.0.0.1" in said
    assert "secret-word" not in said
    assert failure.value.__cause__ is None


@pytest.mark.parametrize("address", ["desk.sqlite", "mysql://a:b@c/d", "postgresql://a:secret-word@[::1", ""])
def test_an_address_that_is_none_is_told_without_its_password(address: str) -> None:
    with pytest.raises(Failure) as failure:
        Desk.open(address)
    assert "secret-word" not in str(failure.value)


def test_a_damaged_file_is_a_failure_and_not_a_traceback(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    file.write_bytes(b"this was a database once" * 99)
    with pytest.raises(Failure) as failure:
        Desk.open(f"sqlite:///{file}")
    assert failure.value.cause is Cause.NOT_JSON


def test_a_desk_is_ones_own_unless_the_environment_names_a_shared_one(tmp_path: Path) -> None:
    own = desk_url(tmp_path, {})
    assert own == f"sqlite:///{tmp_path}/desk.sqlite"
    assert not is_there(own)
    Desk.open(own).close()
    assert is_there(own)
    shared = desk_url(tmp_path, {"JZ_TRAVEL_DESK": " postgresql://host/desk "})
    assert shared == "postgresql://host/desk"
    assert is_there(shared)
