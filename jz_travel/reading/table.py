"""Tables: CSV and workbooks of any planner, and the lists that Google Takeout writes as CSV."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from urllib.parse import unquote_plus

from python_calamine import CalamineError, CalamineWorkbook

from jz_travel.domain.failures import Cause, Failure
from jz_travel.reading.archive import check_workbook
from jz_travel.reading.found import Collector, Findings, Found, Point, tidy, tidy_note
from jz_travel.reading.limits import MOST_FOUND
from jz_travel.reading.moments import date_of, moment_of, time_of_day

HEADS: Mapping[str, tuple[str, ...]] = {
    "name": ("place", "name", "title", "location", "stop name", "地点", "名称", "景点", "景点名称", "地名", "标题"),
    "other": ("other name", "另一名称", "别名", "英文名", "english", "chinese"),
    "lat": ("latitude", "lat", "纬度", "y"),
    "lon": ("longitude", "lon", "lng", "long", "经度", "x"),
    "day": ("date", "日期", "when", "day date"),
    "starts": ("from", "start", "starts", "start time", "time", "到达", "开始", "起", "时间", "开始时间", "始"),
    "ends": ("to", "end", "ends", "end time", "离开", "结束", "止", "结束时间", "至"),
    "note": ("note", "notes", "description", "备注", "说明", "注"),
    "comment": ("comment", "comments", "评论"),
    "code": ("code", "代码", "编号"),
    "url": ("url", "link", "链接"),
}
DELIMITERS = ",;\t"
LONGEST_CELL = 100_000
_IN_LINK = re.compile(r"!3d(-?\d{1,3}\.\d+)!4d(-?\d{1,3}\.\d+)|[@=](-?\d{1,3}\.\d+),(-?\d{1,3}\.\d+)", re.ASCII)
_NAME_IN_LINK = re.compile(r"/maps/place/([^/@?]{1,300})")
_QUOTED = re.compile("'(?=[\\s\u200b-\u200f\ufeff]*[=+\\-@|%\uff1d\uff0b\uff0d\uff20\t\r\n])")

Cell = str | float | bool | date | time | timedelta | None


def read(text: str, file: Path) -> Findings:
    """CSV with whatever stands between its cells."""
    head = text.lstrip("\ufeff \r\n").partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        rows = list(_limited(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter), file))
    except csv.Error as error:
        raise Failure(Cause.NOT_JSON, file, detail=str(error)) from error
    finally:
        csv.field_size_limit(before)
    return _findings(rows, file)


def read_workbook(content: bytes, file: Path) -> Findings:
    """The first sheet that has a column of names."""
    check_workbook(content, file)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [list(_limited(book.get_sheet_by_index(at).iter_rows(), file)) for at in range(len(book.sheet_names))]
    except (CalamineError, ValueError, OSError) as error:
        raise Failure(Cause.NOT_JSON, file, detail=str(error)[:200]) from error
    fitting = next((rows for rows in sheets if _columns(rows)[1]), None)
    return _findings(fitting if fitting is not None else [], file)


def _limited(rows: Iterable[Sequence[Cell]], file: Path) -> Iterator[Sequence[Cell]]:
    for at, row in enumerate(rows):
        if at > 2 * MOST_FOUND:
            raise Failure(Cause.TOO_LARGE, file, f"row {at}", f"more than {2 * MOST_FOUND} rows")
        yield row[:200]


def _columns(rows: Sequence[Sequence[Cell]]) -> tuple[int, dict[str, int]]:
    """Which row names the columns, and which column says what. Google writes a name and an empty line above."""
    for at, row in enumerate(rows[:5]):
        named = {_plain(cell): column for column, cell in reversed(list(enumerate(row))) if isinstance(cell, str)}
        found = {what: named[head] for what, heads in HEADS.items() for head in reversed(heads) if head in named}
        if "name" in found:
            return at, found
    return 0, {}


def _plain(text: str) -> str:
    """A heading without its unit in brackets."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"\(.*?\)", "", folded).replace("_", " ").split())


def _findings(rows: Sequence[Sequence[Cell]], file: Path) -> Findings:
    at, columns = _columns(rows)
    if not columns:
        raise Failure(Cause.BAD_FIELD, file, "row 1", ", ".join(HEADS["name"][:3]))
    collector = Collector(file)
    for number, row in enumerate(rows[at + 1 :], start=at + 2):
        cells = {what: row[column] for what, column in columns.items() if column < len(row)}
        if any(cell not in ("", None) for cell in cells.values()):
            collector.add(_found(cells, f"row {number}", collector))
    return collector.findings()


def _found(cells: Mapping[str, Cell], at: str, collector: Collector) -> Found:
    link = _written(cells.get("url"))
    day, starts = _moment(cells.get("day"))
    starts = _time(cells.get("starts")) if "starts" in cells else starts
    day = day or date_of(_written(cells.get("starts")))
    ends = _time(cells.get("ends"))
    stay = ends - starts if starts is not None and ends is not None and ends > starts else None
    return Found(
        tidy(_written(cells.get("name"))) or _name_of_link(link),
        _point(cells, at, collector) or _point_of_link(link, at, collector),
        day,
        starts,
        stay,
        tidy_note(_written(cells.get("note")) or _written(cells.get("comment"))),
        tidy(_written(cells.get("other"))),
        tidy(_written(cells.get("code"))),
        at,
    )


def _written(cell: Cell) -> str:
    """A cell as text; the mark that keeps a spreadsheet from computing a text is not part of it."""
    if isinstance(cell, str):
        return _QUOTED.sub("", cell, count=1) if cell.startswith("'") else cell
    return "" if cell is None or isinstance(cell, bool) else str(cell)


def _point(cells: Mapping[str, Cell], at: str, collector: Collector) -> Point | None:
    lat, lon = _written(cells.get("lat")), _written(cells.get("lon"))
    return collector.point(lat, lon, at) if lat.strip() and lon.strip() else None


def _point_of_link(link: str, at: str, collector: Collector) -> Point | None:
    found = _IN_LINK.search(link[:2000])
    return collector.point(found[1] or found[3], found[2] or found[4], at) if found else None


def _name_of_link(link: str) -> str:
    found = _NAME_IN_LINK.search(link[:2000])
    return tidy(unquote_plus(found[1], errors="replace")) if found else ""


def _moment(cell: Cell) -> tuple[date | None, timedelta | None]:
    if isinstance(cell, datetime):
        return cell.date(), None
    return (cell, None) if isinstance(cell, date) else moment_of(_written(cell))


def _time(cell: Cell) -> timedelta | None:
    """A time of day, also as a workbook keeps it: as a part of a day."""
    match cell:
        case datetime() | time():
            return timedelta(hours=cell.hour, minutes=cell.minute)
        case timedelta():
            return cell if cell < timedelta(days=1) else None
        case float() if 0 <= cell < 1:
            return timedelta(minutes=round(cell * 24 * 60))
    return time_of_day(_written(cell))
