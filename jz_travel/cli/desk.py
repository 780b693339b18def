"""``jz-travel desk``: the bureau's own figures without a window: list, import, announce, undo, kiosks.

The desk is this user's own file, or the database that ``JZ_TRAVEL_DESK`` names. ``import`` shows what would happen;
only ``--yes`` does it.
"""

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jz_travel.cli.complaints import complain, one_line
from jz_travel.domain.bureau import Kept, Refused, joined
from jz_travel.domain.clock import in_china, today
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.holidays import Announcement
from jz_travel.domain.places import PlaceId
from jz_travel.domain.statistics import Definition, Event, Measure, Statistics, SubjectId, Unit
from jz_travel.domain.texts import Language
from jz_travel.resources import assets

if TYPE_CHECKING:
    from jz_travel.desk import Desk
    from jz_travel.domain.sheets import Meaning, Preview
    from jz_travel.words import Words

SHOWN = 40


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", parents: list[argparse.ArgumentParser]
) -> None:
    """``desk`` and what can be done at it."""
    desk = commands.add_parser("desk", parents=parents, help="the bureau's own figures")
    actions = desk.add_subparsers(dest="action", metavar="ACTION", required=True)
    listed = actions.add_parser("list", parents=parents, help="every figure of one's own, and what is announced")
    listed.set_defaults(run=run_list)
    taken = actions.add_parser("import", parents=parents, help="look at a CSV, XLSX, XLS or ODS file; --yes keeps it")
    taken.add_argument("file", type=Path, metavar="FILE")
    taken.add_argument("--sheet", default="", help="else the first that holds anything")
    taken.add_argument("--subject", default="jiaozuo", help="where no column says it")
    taken.add_argument("--event", type=Event, choices=list(Event), metavar="EVENT")
    taken.add_argument("--measure", type=Measure, choices=list(Measure), metavar="MEASURE")
    taken.add_argument("--definition", type=Definition, choices=list(Definition), metavar="DEFINITION")
    taken.add_argument("--unit", type=Unit, choices=list(Unit), metavar="UNIT", help="like 万人次")
    taken.add_argument("--source", default="", help="where no column says it")
    taken.add_argument("--percents", choices=("ask", "percent", "fraction"), default="ask", help="what a bare 10 means")
    taken.add_argument("--by", default="", help="who imports")
    taken.add_argument("--yes", action="store_true", help="keep it")
    taken.add_argument("--without-mistakes", action="store_true", help="keep the good rows of a sheet with bad ones")
    taken.set_defaults(run=run_import)
    told = actions.add_parser("announce", parents=parents, help="a closure of a place, or an event")
    told.add_argument("kind", choices=("closure", "event"))
    told.add_argument("name", metavar="NAME", help="why, or what: repairs, ice, a tai chi contest")
    told.add_argument("--place", metavar="PLACE", help="else the whole city")
    told.add_argument("--first", type=date.fromisoformat, required=True, metavar="DATE")
    told.add_argument("--last", type=date.fromisoformat, metavar="DATE", help="else one day")
    told.add_argument("--source", required=True, help="who announced it, and where")
    told.add_argument("--by", default="", help="who enters it")
    told.set_defaults(run=run_announce)
    steps = actions.add_parser("steps", parents=parents, help="what was changed, newest first")
    steps.set_defaults(run=run_steps)
    undo = actions.add_parser("undo", parents=parents, help="take a step back")
    undo.add_argument("step", metavar="STEP")
    undo.add_argument("--by", default="")
    undo.set_defaults(run=run_undo)
    fleet = actions.add_parser("kiosks", parents=parents, help="the kiosks and when they were last seen")
    fleet.set_defaults(run=run_kiosks)


def kept() -> Kept:
    """What the desk keeps; from its last copy where it does not answer."""
    from jz_travel.desk.address import desk_url, is_there, own_folder
    from jz_travel.desk.copy import FILE, read_copy

    url = desk_url(own_folder())
    if not is_there(url):
        return Kept()
    from jz_travel.desk import Desk

    try:
        with Desk.open(url) as desk:
            return _copy(desk)
    except Failure as failure:
        print(one_line(failure), file=sys.stderr)
        return read_copy(own_folder() / FILE)


def _copy(desk: "Desk") -> Kept:
    """The window and other commands read the copy, which needs no database."""
    from jz_travel.desk.address import own_folder
    from jz_travel.desk.copy import FILE, write_copy

    found = desk.kept()
    write_copy(own_folder() / FILE, found)
    return found


def _open() -> "Desk":
    from jz_travel.desk import Desk, desk_url
    from jz_travel.desk.address import own_folder

    return Desk.open(desk_url(own_folder()))


def run_list(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001
    """One line a figure."""
    from jz_travel.words import Words
    from jz_travel.words.bureau import entry_growth, entry_name, entry_value, entry_verified

    words = Words(language)
    subjects = {str(each.id): each for each in _statistics().subjects}
    with _open() as desk:
        for each in desk.figures():
            parts = (
                entry_name(words, each, subjects), entry_value(words, each), entry_growth(words, each), each.source,
                entry_verified(words, each),
            )  # fmt: skip
            print("\t".join(parts))
        for closure in desk.closures():
            print("\t".join((_days(closure), closure.kind, closure.place or "–", closure.name, closure.source)))
    return 0


def _days(closure: Announcement) -> str:
    return "/".join(dict.fromkeys((closure.first.isoformat(), closure.last.isoformat())))


def run_announce(chosen: argparse.Namespace, language: Language) -> int:
    """1 when somebody else said so first."""
    from jz_travel.store.places import read_catalogue
    from jz_travel.words import Words
    from jz_travel.words.bureau import clash

    words, last = Words(language), chosen.last or chosen.first
    place = PlaceId(chosen.place) if chosen.place else None
    if place is None and chosen.kind == "closure":
        raise Failure(Cause.OTHER, detail=words.say("Which place is closed?"))
    if place is not None and place not in read_catalogue(assets())[0]:
        raise Failure(Cause.OTHER, detail=words.say("There is no place {name}.", name=place))
    if last < chosen.first:
        raise Failure(Cause.OTHER, detail=words.say("The last day is before the first."))
    told = Announcement(chosen.kind, chosen.first, last, chosen.name, chosen.source, place)
    with _open() as desk:
        try:
            batch = desk.put([told], chosen.by, chosen.name)
        except Refused as refused:
            for each in refused.clashes:
                print(clash(words, each, _statistics()), file=sys.stderr)
            return 1
        _copy(desk)
    print(words.say("{done} (step {step})", done=words.say("Kept"), step=batch.id))
    return 0


def run_import(chosen: argparse.Namespace, language: Language) -> int:
    """0 kept, or nothing to say against it; 1 mistakes, or somebody else was faster."""
    from jz_travel.desk.headings import guess
    from jz_travel.desk.previewing import preview
    from jz_travel.desk.sheets import read_sheets
    from jz_travel.words import Words
    from jz_travel.words.bureau import clash

    words, statistics = Words(language), _statistics()
    sheet = next((each for each in read_sheets(chosen.file) if chosen.sheet in ("", each.name)), None)
    if sheet is None:
        raise Failure(Cause.BAD_FIELD, chosen.file, chosen.sheet or "sheet", "there is no such sheet, or it is empty")
    with _open() as desk:
        own = desk.figures()
        seen = preview(sheet, _meaning(guess(sheet), chosen), own, joined(statistics, own))
        _show(seen, words, statistics)
        if not chosen.yes:
            print(words.say("Nothing was kept yet; --yes keeps it."))
            return 1 if seen.mistakes else 0
        if seen.mistakes and not chosen.without_mistakes:
            print(words.say("Nothing was kept, because of the mistakes."), file=sys.stderr)
            return 1
        try:
            batch = desk.put(seen.entries, chosen.by, chosen.file.name)
        except Refused as refused:
            for each in refused.clashes:
                print(clash(words, each, statistics), file=sys.stderr)
            return 1
    done = words.count("{n} figure kept", "{n} figures kept", batch.changes)
    print(words.say("{done} (step {step})", done=done, step=batch.id))
    return 0


def _meaning(found: "Meaning", chosen: argparse.Namespace) -> "Meaning":
    return replace(
        found,
        subject=SubjectId(chosen.subject),
        event=chosen.event or found.event,
        measure=chosen.measure,
        definition=chosen.definition or found.definition,
        unit=chosen.unit,
        source=chosen.source,
        percents=chosen.percents,
    )


def _show(seen: "Preview", words: "Words", statistics: Statistics) -> None:
    from jz_travel.words.bureau import entry_growth, entry_name, entry_value, remark, sums

    subjects = {str(each.id): each for each in statistics.subjects}
    for each in seen.changes[:SHOWN]:
        before = f"{entry_value(words, each.before)} → " if each.before else "+ "
        name, value = entry_name(words, each.after, subjects), entry_value(words, each.after)
        print(f"{each.row}\t{name}\t{before}{value}\t{entry_growth(words, each.after)}")
    print(sums(words, seen))
    for about in seen.remarks[:SHOWN]:
        print(remark(words, about), file=sys.stderr)


def run_steps(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001
    """``id, moment, who, what, how many``."""
    with _open() as desk:
        for each in desk.batches():
            made = in_china(each.made).strftime("%Y-%m-%d %H:%M")
            print("\t".join((each.id, made, each.by or "–", each.what or "–", str(each.changes))))
    return 0


def run_undo(chosen: argparse.Namespace, language: Language) -> int:
    """1 when somebody changed one of its figures since."""
    from jz_travel.domain.bureau import BatchId
    from jz_travel.words import Words
    from jz_travel.words.bureau import clash

    words = Words(language)
    with _open() as desk:
        try:
            batch = desk.undo(BatchId(chosen.step), chosen.by)
        except Refused as refused:
            for each in refused.clashes:
                print(clash(words, each, _statistics()), file=sys.stderr)
            return 1
        _copy(desk)
    print(words.count("{n} figure as before", "{n} figures as before", batch.changes))
    return 0


def run_kiosks(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001
    """``name, last seen, program, data``, and what was counted today."""
    with _open() as desk:
        for each in desk.kiosks():
            seen = in_china(each.last_seen).strftime("%Y-%m-%d %H:%M")
            print("\t".join((each.name, seen, each.version or "–", each.data_version or "–")))
        for count in desk.counts(today(), today()):
            print("\t".join((count.kiosk, count.what, str(count.n))))
    return 0


def _statistics() -> Statistics:
    from jz_travel.store.statistics import read_statistics

    statistics, failures = read_statistics(assets())
    complain(failures)
    return statistics
