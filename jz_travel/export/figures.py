"""The figures as a table for other programs: what is printed, exactly, and beside it what was computed, named so."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime

from xlsxwriter import Workbook

from jz_travel.charts.data import derived_from
from jz_travel.domain.statistics import Figure, Series, Statistics
from jz_travel.export.look import FONT, paper_look
from jz_travel.export.table import safe
from jz_travel.words import Words
from jz_travel.words.origins import own
from jz_travel.words.statistics import BASES, DEFINITIONS, EVENTS, MEASURES, computed, formula, growth, title

MADE = datetime(2026, 1, 1)  # the same figures give the same bytes
NUMBERS = (4, 6)  # the columns of numbers: days and value
WIDTHS = (18, 18, 20, 8, 7, 24, 12, 10, 22, 12, 26, 34, 40, 14, 40, 30)


def header(words: Words) -> tuple[str, ...]:
    """The headings that the bureau's desk understands, so that a table can come back."""
    say = words.say
    return (
        say("Subject", context="column"),
        say("Holiday", context="column"),
        say("Measure", context="column"),
        say("Year", context="column"),
        say("Days", context="column"),
        say("Dates", context="column"),
        say("Value", context="column"),
        say("Unit", context="column"),
        say("Growth", context="column"),
        say("Compared with", context="column"),
        say("What the growth compares", context="column"),
        say("What was counted", context="column"),
        say("Source", context="column"),
        say("Published", context="column"),
        say("Address", context="column"),
        say("Entered by", context="column"),
    )


def rows(series: Iterable[Series], statistics: Statistics, words: Words) -> Iterator[tuple[str, ...]]:
    """One row a figure; a figure with several growths has one row for each."""
    for each in series:
        for figure in each.figures:
            yield from _rows(figure, statistics, words)


def _rows(figure: Figure, statistics: Statistics, words: Words) -> Iterator[tuple[str, ...]]:
    say = words.say
    source = statistics.sources.get(figure.evidence.source)
    dates = words.dates(figure.first, figure.last) if figure.first and figure.last else ""
    for each in figure.growth or (None,):
        yield (
            words.text(figure.subject.name),
            say(EVENTS[figure.event]),
            say(MEASURES[figure.measure], context="measure"),
            str(figure.year or ""),
            str(figure.days or ""),
            dates,
            f"{figure.value:f}",
            figure.unit.value,
            growth(words, each) if each else "",
            str(each.against or "") if each else "",
            say(BASES[each.basis]) if each else "",
            say(DEFINITIONS[figure.definition]),
            words.text(source.title) if source else figure.evidence.source,
            source.date if source else "",
            source.url if source else "",
            own(words, figure.own) if figure.own else "",
        )


def computed_rows(series: Iterable[Series], statistics: Statistics, words: Words) -> Iterator[tuple[str, str, str]]:
    """(name, value, formula) of everything that is computed from the figures."""
    for each in series:
        for derived in derived_from(each, statistics):
            yield title(words, derived), computed(words, derived), formula(words, derived)


def write_csv(series: Iterable[Series], statistics: Statistics, words: Words) -> bytes:
    """UTF-8 with a byte order mark, without which Excel reads Chinese wrongly. Only printed figures."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header(words))
    for row in rows(series, statistics, words):
        writer.writerow([safe(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(series: Iterable[Series], statistics: Statistics, words: Words) -> bytes:
    """Two sheets: the figures as printed, and what is computed from them with every formula in words."""
    found, say = tuple(series), words.say
    stream = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = Workbook(stream, plain)
    book.set_properties({"title": say("Holiday statistics"), "created": MADE, "comments": "jz_travel"})
    colour = paper_look().colour
    head = book.add_format(
        {"bold": True, "font_name": FONT, "bg_color": colour["accent"], "font_color": colour["accent_ink"],
         "valign": "vcenter", "text_wrap": True}
    )  # fmt: skip
    body = book.add_format({"font_name": FONT, "valign": "top", "text_wrap": True})
    printed = book.add_worksheet(say("As printed", context="sheet"))
    for column, (said, width) in enumerate(zip(header(words), WIDTHS, strict=True)):
        printed.write_string(0, column, said, head)
        printed.set_column(column, column, width)
    for line, cells in enumerate(rows(found, statistics, words), start=1):
        for column, cell in enumerate(cells):
            if column in NUMBERS and cell:
                printed.write_number(line, column, float(cell), body)
            else:
                printed.write_string(line, column, cell[:32767], body)
    printed.freeze_panes(1, 3)
    reckoned = book.add_worksheet(say("Computed", context="sheet"))
    heads = (say("Name", context="column"), say("Value", context="column"), say("Formula"))
    for column, said in enumerate(heads):
        reckoned.write_string(0, column, said, head)
        reckoned.set_column(column, column, (60, 22, 70)[column])
    for line, row in enumerate(computed_rows(found, statistics, words), start=1):
        for column, cell in enumerate(row):
            reckoned.write_string(line, column, cell, body)
    reckoned.freeze_panes(1, 0)
    book.close()
    return stream.getvalue()
