"""``jz-travel stats``: the figures without a window, as text, data, chart or bulletin.

A series is named like ``jiaozuo.national_day.visits.area_total``; the first words of a name stand for all that begin
so. A chart shows one subject, holiday and measure; a bulletin one holiday of one year. The bureau's own figures are
among them, and say so.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from jz_travel.cli.complaints import complain
from jz_travel.domain.statistics import Series, Statistics
from jz_travel.domain.texts import Language
from jz_travel.resources import assets

if TYPE_CHECKING:
    from jz_travel.charts.columns import Chart
    from jz_travel.export.bulletin import Issue
    from jz_travel.words import Words

USUAL = "jiaozuo"


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", parents: list[argparse.ArgumentParser]
) -> None:
    """``stats``; :func:`run_stats` does it."""
    stats = commands.add_parser("stats", parents=parents, help="the holiday figures with their sources")
    stats.add_argument("series", nargs="?", default="", metavar="SERIES")
    form = stats.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="figures and what is computed from them, as data")
    form.add_argument("--csv", type=Path, metavar="FILE.csv")
    form.add_argument("--xlsx", type=Path, metavar="FILE.xlsx")
    form.add_argument("--chart", type=_chart_file, metavar="FILE.{svg,png,pdf}")
    form.add_argument("--bulletin", type=Path, metavar="FILE.pdf", help="one holiday on two pages, for the press")
    stats.add_argument("--year", type=int, help="of the bulletin; else the latest")
    stats.add_argument("--shipped", action="store_true", help="leave the bureau's own figures out")
    stats.set_defaults(run=run_stats, refuse=stats.error)


def run_stats(chosen: argparse.Namespace, language: Language) -> int:
    """Returns the exit code; raises ``Failure`` when a file cannot be written.

    ``refuse`` of what was chosen tells how the command is used, and ends the program.
    """
    from jz_travel.charts import data
    from jz_travel.export import figures
    from jz_travel.store.files import write_bytes
    from jz_travel.words import Words

    refuse: Callable[[str], NoReturn] = chosen.refuse
    words = Words(language)
    statistics = all_figures(shipped=chosen.shipped)
    found = [each for each in statistics.series if _begins(each.id, chosen.series)]
    if not found:
        print(words.say("There is no series {name}.", name=chosen.series), file=sys.stderr)
        return 1
    if chosen.json:
        print(data.write(found, statistics, words).decode(), end="")
    elif chosen.csv is not None:
        write_bytes(chosen.csv, figures.write_csv(found, statistics, words))
    elif chosen.xlsx is not None:
        write_bytes(chosen.xlsx, figures.write_xlsx(found, statistics, words))
    elif chosen.chart is not None:
        if len({(each.subject, each.event, each.measure) for each in found}) > 1:
            refuse("a chart shows one subject, holiday and measure: name more of the series")
        _write_chart(chosen.chart, found, statistics, words)
    elif chosen.bulletin is not None:
        issue = _issue(chosen.series or USUAL, chosen.year, statistics)
        if issue is None:
            refuse("there is no holiday with figures of visits or revenue of that name")
        _write_bulletin(chosen.bulletin, issue, statistics, words)
    elif chosen.series:
        print("\n\n".join(_told(each, statistics, words) for each in found))
    else:
        print("".join(f"{each.id}  {_years(each)}\n" for each in found), end="")
    return 0


def all_figures(*, shipped: bool = False) -> Statistics:
    """The shipped figures and the bureau's own. A shared desk that does not answer is complained of, and its last copy
    serves."""
    from jz_travel.cli.desk import kept
    from jz_travel.domain.bureau import joined
    from jz_travel.store.statistics import read_statistics

    statistics, failures = read_statistics(assets())
    complain(failures)
    return statistics if shipped else joined(statistics, kept().figures)


def _begins(name: str, wanted: str) -> bool:
    parts = wanted.split(".") if wanted else []
    return name.split(".")[: len(parts)] == parts


def _years(series: Series) -> str:
    years = sorted({figure.year for figure in series.figures if figure.year})
    return ", ".join(map(str, years)) or "–"


def _told(series: Series, statistics: Statistics, words: "Words") -> str:
    """Every figure with what stands behind it, then what is computed, with the formula."""
    from jz_travel.charts.data import derived_from
    from jz_travel.words.origins import origin
    from jz_travel.words.statistics import formula, printed, title

    def line(name: str, text: str) -> str:
        return words.say("{where}: {what}", where=name, what=" ".join(text.split()))

    lines = [str(series.id)]
    for figure in series.figures:
        lines.append(f"  {line(title(words, figure), printed(words, figure))}")
        lines += [f"    {line(name, text)}" for name, text in origin(words, figure, statistics)]
    derived = list(derived_from(series, statistics))
    if derived:
        lines.append(f"  {words.say('computed here, not printed')}")
        lines += [f"    {line(title(words, each), formula(words, each))}" for each in derived]
    return "\n".join(lines)


def _chart_file(written: str) -> Path:
    from jz_travel.export import chart_file

    file = Path(written)
    if file.suffix.lower() not in chart_file.SUFFIXES:
        raise argparse.ArgumentTypeError(f"{written!r} does not end in {', '.join(chart_file.SUFFIXES)}")
    return file


def _write_chart(file: Path, found: list[Series], statistics: Statistics, words: "Words") -> None:
    from jz_travel.charts.captions import summary, title
    from jz_travel.charts.columns import by_year
    from jz_travel.charts.files import paper_drawing
    from jz_travel.export import chart_file
    from jz_travel.store.files import write_bytes
    from jz_travel.ui.statistics.drawing import svg_without_window

    one = found[0]
    chart = by_year(statistics, one.subject.id, one.event, one.measure, means=True)
    assert chart is not None, "a series that was found has figures"
    drawn = paper_drawing(chart, words, statistics)
    size, suffix = (drawn.width, drawn.height), file.suffix.lower()
    svg = svg_without_window(drawn)
    write_bytes(file, chart_file.write(svg, size, title(words, chart), summary(words, chart), suffix, words))


def _write_bulletin(file: Path, issue: "Issue", statistics: Statistics, words: "Words") -> None:
    from jz_travel.charts.look import paper_look
    from jz_travel.charts.option import drawing
    from jz_travel.export import bulletin
    from jz_travel.store.files import write_bytes
    from jz_travel.ui.statistics.drawing import svg_without_window

    def draw(chart: "Chart", size: tuple[int, int]) -> str:
        return svg_without_window(drawing(chart, words, paper_look(words.language), *size)).decode()

    write_bytes(file, bulletin.write(issue, statistics, words, draw))


def _issue(wanted: str, year: int | None, statistics: Statistics) -> "Issue | None":
    """``jiaozuo.national_day``: the latest year of that holiday; ``jiaozuo``: its latest holiday."""
    from jz_travel.export.bulletin import issues

    for subject in statistics.subjects:
        for each in issues(statistics, subject.id):
            if _begins(f"{subject.id}.{each.event}", ".".join(wanted.split(".")[:2])) and year in (None, each.year):
                return each
    return None
