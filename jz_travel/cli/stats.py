"""``jz-travel stats [SERIES] [--json | --chart FILE.svg]``: the figures without a window.

A series is named like ``jiaozuo.national_day.visits.area_total``; the first words of a name stand for all that begin
so. A chart shows one subject, holiday and measure.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.statistics import Series, Statistics
from jz_travel.domain.texts import Language
from jz_travel.resources import assets

if TYPE_CHECKING:
    from jz_travel.words import Words


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", parents: list[argparse.ArgumentParser]
) -> None:
    """``stats``; :func:`run_stats` does it."""
    stats = commands.add_parser("stats", parents=parents, help="the holiday figures with their sources")
    stats.add_argument("series", nargs="?", default="", metavar="SERIES")
    form = stats.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--chart", type=Path, metavar="FILE.svg")
    stats.set_defaults(run=run_stats)


def run_stats(chosen: argparse.Namespace, language: Language) -> int:
    """Returns the exit code; raises :class:`Failure` when a file cannot be written."""
    from jz_travel.charts import data
    from jz_travel.store.statistics import read_statistics
    from jz_travel.words import Words

    words = Words(language)

    statistics, failures = read_statistics(assets())
    for failure in failures:
        sys.stderr.write(f"{failure}\n")
    found = [each for each in statistics.series if _begins(each.id, chosen.series)]
    if not found:
        sys.stderr.write(words.say("There is no series {name}.", name=chosen.series) + "\n")
        return 1
    if chosen.json:
        sys.stdout.write(data.write(found, statistics, words).decode())
    elif chosen.chart is not None:
        _write_chart(chosen.chart, found, statistics, words)
    elif chosen.series:
        sys.stdout.write("\n\n".join(_told(each, statistics, words) for each in found) + "\n")
    else:
        sys.stdout.write("".join(f"{each.id}  {_years(each)}\n" for each in found))
    return 0


def _begins(name: str, wanted: str) -> bool:
    parts = wanted.split(".") if wanted else []
    return name.split(".")[: len(parts)] == parts


def _years(series: Series) -> str:
    years = sorted({figure.year for figure in series.figures if figure.year})
    return ", ".join(map(str, years)) or "–"


def _told(series: Series, statistics: Statistics, words: "Words") -> str:
    """Every figure with what stands behind it, then what is computed, with the formula."""
    from jz_travel.charts.data import derived_from
    from jz_travel.words.statistics import formula, origin, printed, title

    lines = [str(series.id)]
    for figure in series.figures:
        lines.append(f"  {title(words, figure)}: {printed(words, figure)}")
        lines += [f"    {name}: {' '.join(text.split())}" for name, text in origin(words, figure, statistics)]
    derived = list(derived_from(series, statistics))
    if derived:
        lines.append(f"  {words.say('computed here, not printed')}:")
        lines += [f"    {title(words, each)}: {formula(words, each)}" for each in derived]
    return "\n".join(lines)


def _write_chart(file: Path, found: list[Series], statistics: Statistics, words: "Words") -> None:
    from jz_travel.charts.columns import by_year
    from jz_travel.charts.files import paper_drawing
    from jz_travel.store.files import write_bytes
    from jz_travel.ui.statistics.drawing import svg_without_window

    one = found[0]
    if any((each.subject, each.event, each.measure) != (one.subject, one.event, one.measure) for each in found):
        what = "a chart shows one subject, holiday and measure: name more of the series"
        raise Failure(Cause.OTHER, file, detail=what)
    chart = by_year(statistics, one.subject.id, one.event, one.measure, means=True)
    assert chart is not None, "a series that was found has figures"
    write_bytes(file, svg_without_window(paper_drawing(chart, words, statistics)))
