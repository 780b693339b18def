"""``jz-travel``: the window by default; every sub-command works without a window and without Qt.

``places --json`` is described in :mod:`jz_travel.store.place_json`, ``show --json`` in
:mod:`jz_travel.export.json_schedule`. Exit codes: 0 done, 1 it could not be done (the reason is on stderr), 2 the
command was not understood.
"""

import argparse
import io
import locale
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from jz_travel import __version__
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import Place
from jz_travel.domain.texts import Language
from jz_travel.resources import assets, maps

LANGUAGES = ("zh-Hans", "en")


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line says; returns the exit code."""
    _speak_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        return _window(None)  # which does not wait for what only commands need
    chosen = _parser().parse_args(given)
    language: Language | None = chosen.lang
    try:
        code = _run(chosen, language)
        sys.stdout.flush()
    except Failure as failure:
        from jz_travel.words import Words

        print(Words(language or _usual_language()).failure(failure), file=sys.stderr)
        return 1
    except TimeoutError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever reads has had enough. Python would complain once more when it closes stdout at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    from jz_travel import planning_cli, stats_cli
    from jz_travel.export import command as export_commands

    parser = argparse.ArgumentParser(prog="jz-travel", description="Plan a visit to Jiaozuo (焦作), Henan.")
    parser.add_argument("--version", action="version", version=f"jz_travel {__version__}")
    parser.add_argument("--lang", choices=LANGUAGES, help="the language to speak; else the system's")
    anywhere = argparse.ArgumentParser(add_help=False)
    anywhere.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands (without one the window opens)")
    opening = commands.add_parser("open", parents=[anywhere], help="open the window with a trip")
    opening.add_argument("trip", type=Path, metavar="TRIP")
    places = commands.add_parser(
        "places", parents=[anywhere], help="list places, or search them by name, pinyin or initials"
    )
    places.add_argument("query", nargs="*", metavar="QUERY")
    places.add_argument("--json", action="store_true")
    show = commands.add_parser("show", parents=[anywhere], help="what will happen on a trip")
    show.add_argument("trip", type=Path, metavar="TRIP")
    show.add_argument("--json", action="store_true")
    commands.add_parser("assets", parents=[anywhere], help="check every shipped file")
    demo = commands.add_parser(
        "demo", parents=[anywhere], help="the sample trip in the real window, without a screen, as files"
    )
    demo.add_argument("--out", type=Path, required=True, metavar="DIR")
    for add_commands in (planning_cli.add_commands, export_commands.add_commands, stats_cli.add_commands):
        add_commands(commands, parents=[anywhere])
    return parser


def _run(chosen: argparse.Namespace, language: Language | None) -> int:
    match chosen.command:
        case "places":
            return _places(" ".join(chosen.query), language or _usual_language(), chosen.json)
        case "show":
            return _show(chosen.trip, language or _usual_language(), chosen.json)
        case "assets":
            return _assets()
        case "demo":
            return _demo(chosen.out, language or _usual_language())
        case "plan" | "check" | "export" | "decode" | "stats":
            run: Callable[[argparse.Namespace, Language], int] = chosen.run
            return run(chosen, language or _usual_language())
        case _:
            return _window(language, getattr(chosen, "trip", None))


def _window(language: Language | None, trip: Path | None = None) -> int:
    from jz_travel.ui.app import run

    return run([], language, trip)


def _places(query: str, language: Language, as_json: bool) -> int:
    from jz_travel.domain.search import PlaceIndex
    from jz_travel.store.place_json import write
    from jz_travel.store.places import read_catalogue

    catalogue, failures = read_catalogue(assets())
    _complain(failures)
    found = PlaceIndex(catalogue).find(query)
    if as_json:
        print(write(found).decode(), end="")
    elif not found:
        from jz_travel.words import Words

        print(Words(language).say("No place found"), file=sys.stderr)
    else:
        print("\n".join(_columns(found, language)))
    return 0 if found else 1


def _columns(places: Sequence[Place], language: Language) -> Iterator[str]:
    names = [place.name.in_(language) for place in places]
    widest = max(_width(name) for name in names)
    for place, name in zip(places, names, strict=True):
        yield f"{name}{' ' * (widest - _width(name))}  {place.id}"


def _width(text: str) -> int:
    """Columns in a terminal, where a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _show(file: Path, language: Language, as_json: bool) -> int:
    from platformdirs import user_cache_path

    from jz_travel.almanac import daylight
    from jz_travel.domain.timetable import schedule
    from jz_travel.export import json_schedule, text
    from jz_travel.roads import leg_table
    from jz_travel.store.places import read_catalogue
    from jz_travel.store.trips import read_trip
    from jz_travel.words import Words

    trip = read_trip(file).trip
    catalogue, failures = read_catalogue(assets())
    _complain(failures)
    travel = leg_table(catalogue, user_cache_path("jz-travel", appauthor=False))
    happens = schedule(trip, catalogue, travel, daylight)
    travel.save()
    content = json_schedule.write(happens) if as_json else text.write(happens, catalogue, Words(language))
    print(content.decode(), end="")
    return 0


def _assets() -> int:
    failures = list(_all_failures(assets(), maps()))
    for failure in failures:
        print(_one_line(failure))
    print(f"Mistakes: {len(failures)}", file=sys.stderr)
    return 1 if failures else 0


def _all_failures(shipped: Path, ground: Path) -> Iterator[Failure]:
    from jz_travel.roads import read_book
    from jz_travel.store import checks
    from jz_travel.store.places import read_catalogue

    catalogue, failures = read_catalogue(shipped)
    yield from failures
    book, failures_of_roads = read_book(shipped / "roads.toml")
    yield from failures_of_roads
    if book:
        yield from book.mistakes(catalogue, shipped / "roads.toml")
    yield from _locale_failures(shipped / "locale")
    yield from checks.check_themes(shipped / "themes")
    yield from checks.check_icons(shipped / "icons")
    yield from checks.check_drawings(shipped / "illustrations")
    yield from checks.check_photos(catalogue, shipped)
    yield from checks.check_figures(shipped)
    for manifest in (shipped / "web" / "manifest.json", ground / "manifest.json"):
        yield from checks.check_manifest(manifest)


def _locale_failures(folder: Path) -> Iterator[Failure]:
    from jz_travel.words.po import read

    files = sorted(folder.glob("*.po"))
    if not files:
        yield Failure(Cause.MISSING, folder, detail="there is no language in this folder")
    for file in files:
        try:
            if not read(file).forms:
                yield Failure(Cause.BAD_FIELD, file, "msgstr", "nothing is translated")
        except (OSError, ValueError) as error:
            yield Failure(Cause.NOT_TEXT, file, detail=str(error))


def _demo(out: Path, language: Language) -> int:
    from jz_travel.ui.demo import run_demo

    written = run_demo(out, language)
    print("\n".join(str(each) for each in (written.picture, written.itinerary, written.trip)))
    return 0


def _complain(failures: Sequence[Failure]) -> None:
    for failure in failures:
        print(_one_line(failure), file=sys.stderr)


def _one_line(failure: Failure) -> str:
    """``file: field: what is wrong``."""
    parts = (str(failure.file or ""), failure.field, failure.detail or failure.cause.value)
    return ": ".join(part for part in parts if part)


def _speak_utf8() -> None:
    """Names are Chinese, whatever the locale of the terminal is called."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _usual_language() -> Language:
    """Chinese where the system speaks it."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    return "zh-Hans" if (spoken or locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"
