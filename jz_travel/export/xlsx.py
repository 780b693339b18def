"""The trip as a workbook: the stops, and what the tickets cost."""

import io
from collections.abc import Sequence
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jz_travel.domain.places import Catalogue
from jz_travel.domain.schedule import Schedule
from jz_travel.export.budget import PERSONS, budget
from jz_travel.export.itinerary import title
from jz_travel.export.look import FONT, paper_look
from jz_travel.export.table import Cell, header, rows
from jz_travel.words import Words

WIDTHS = (6, 12, 6, 8, 8, 26, 26, 10, 10, 16, 34, 34, 34, 11, 11, 9, 18)
MADE = datetime(2026, 1, 1)  # the same trip gives the same bytes


def write(schedule: Schedule, catalogue: Catalogue, words: Words) -> bytes:
    """Texts are written as texts: no formula and no link is ever made of one."""
    stream = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = Workbook(stream, plain)
    book.set_properties({"title": title(schedule, words)[:255], "created": MADE, "comments": "jz_travel"})
    look = paper_look()
    head = book.add_format(
        {"bold": True, "font_name": FONT, "bg_color": look.colour["accent"], "font_color": look.colour["accent_ink"],
         "valign": "vcenter", "text_wrap": True}
    )  # fmt: skip
    body = book.add_format({"font_name": FONT, "valign": "top", "text_wrap": True})
    stops = book.add_worksheet(words.say("Stops", context="sheet"))
    _fill(stops, header(words), list(rows(schedule, catalogue, words)), head, body)
    for column, width in enumerate(WIDTHS):
        stops.set_column(column, column, width)
    stops.freeze_panes(1, 6)
    stops.set_landscape()
    stops.fit_to_pages(1, 0)
    costs = book.add_worksheet(words.say("Tickets", context="sheet"))
    _fill(costs, *_costs(schedule, catalogue, words), head, body)
    costs.set_column(0, 0, 34)
    costs.set_column(1, len(PERSONS), 14)
    book.close()
    return stream.getvalue()


def _fill(sheet: Worksheet, head: Sequence[str], body: Sequence[Sequence[Cell]], bold: Format, plain: Format) -> None:
    for column, said in enumerate(head):
        sheet.write_string(0, column, said, bold)
    for line, cells in enumerate(body, start=1):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(line, column, cell[:32767], plain)
            elif cell is not None:
                sheet.write_number(line, column, cell, plain)


def _costs(schedule: Schedule, catalogue: Catalogue, words: Words) -> tuple[list[str], list[list[Cell]]]:
    found = budget(schedule, catalogue)
    head = [words.say("Tickets, yuan a person"), *map(words.person, PERSONS)]
    body: list[list[Cell]] = [
        [words.name(fee.place), *(found.cost(fee, person).yuan for person in PERSONS)] for fee in found.fees
    ]
    body += [[words.name(place), *(words.say("not known") for _ in PERSONS)] for place in found.unknown]
    body.append([words.say("Sum of the known prices"), *(found.total(person).yuan for person in PERSONS)])
    return head, body
