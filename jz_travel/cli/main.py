"""``jz-travel``: the window by default; every sub-command works without a screen, and most of them without Qt.

Each module of this package has ``add_commands``; each command sets ``run``, which takes what was chosen and the
language and returns the exit code: 0 done, 1 it could not be done (the reason is on stderr), 2 not understood.
"""

import argparse
import io
import locale
import os
import sys
from collections.abc import Callable, Sequence

from jz_travel.domain.failures import Failure
from jz_travel.domain.texts import Language


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line says; returns the exit code."""
    _speak_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        from jz_travel.cli.starting import open_window

        return open_window(None, _usual_language(), None)  # which does not wait for what only commands need
    chosen = _parser().parse_args(given)
    language: Language | None = chosen.lang
    try:
        run: Callable[[argparse.Namespace, Language], int] = chosen.run
        code = run(chosen, language or _usual_language())
        if sys.__stdout__ is not None:  # a windowed program of Windows has none
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
    from jz_travel.build_info import read_build_info
    from jz_travel.cli import (
        assets,
        bring,
        desk,
        export,
        geocheck,
        kiosk,
        pack,
        plan,
        region,
        self_test,
        show,
        stats,
        updates,
        window,
    )
    from jz_travel.cli import map as map_page
    from jz_travel.words import offered

    parser = argparse.ArgumentParser(prog="jz-travel", description="Plan a visit to Jiaozuo (焦作), Henan.")
    parser.add_argument("--version", action="version", version=read_build_info().line)
    parser.add_argument("--lang", choices=offered(), help="the language to speak; else the system's")
    anywhere = argparse.ArgumentParser(add_help=False)
    anywhere.add_argument("--lang", choices=offered(), default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, title="commands (without one the window opens)"
    )
    modules = (window, show, plan, export, bring, map_page, region, stats, desk, assets)
    for module in (*modules, geocheck, self_test, updates, kiosk, pack):
        module.add_commands(commands, parents=[anywhere])
    return parser


def _speak_utf8() -> None:
    """Names are Chinese, whatever the locale of the terminal is called."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _usual_language() -> Language:
    """The system's, where the program speaks it."""
    from jz_travel.words import nearest

    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    return nearest(spoken or locale.getlocale()[0] or "")
