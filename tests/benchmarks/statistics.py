"""The statistics and the bureau's desk: ``python -m tests.benchmarks statistics``.

Opening the view and switching series, a chart as SVG, a sheet of 100,000 rows (beside pandas where it is installed),
and ten desks that write to one PostgreSQL at once, after which everything must be there.
"""

import gc
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

ROWS, DESKS, STEPS = 100_000, 10, 40


def timed(work: Callable[[], object], times: int = 1) -> float:
    """Milliseconds of the best of some runs."""
    best = float("inf")
    for _ in range(times):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best * 1000


def make_sheet(folder: Path) -> Path:
    """100,000 single days of 2,000 sites, as a workbook."""
    from xlsxwriter import Workbook

    file = folder / "large.xlsx"
    book = Workbook(str(file), {"constant_memory": True})
    sheet = book.add_worksheet()
    for column, text in enumerate(("地区", "年份", "节日", "接待游客（万人次）", "同比（%）", "来源")):
        sheet.write_string(0, column, text)
    years, events = range(1975, 2025), ("国庆", "五一", "春节", "中秋")
    row = 0
    while row < ROWS:
        row += 1
        year, event = years[row % 50], events[row // 50 % 4]
        for column, cell in enumerate((f"景区{row // 200}", year, event, 10 + row % 997 / 100, 1.5, "统计表")):
            sheet.write(row, column, cell)
    book.close()
    return file


def import_here(file: Path, url: str) -> None:
    from jz_travel.desk import Desk
    from jz_travel.desk.headings import guess
    from jz_travel.desk.previewing import preview
    from jz_travel.desk.sheets import read_sheets
    from jz_travel.domain.statistics import (
        Definition,
        Event,
        Measure,
        Series,
        Statistics,
        Subject,
        SubjectId,
        series_id,
    )
    from jz_travel.domain.texts import Text

    names = [f"景区{number}" for number in range(ROWS // 200 + 1)]
    subjects = [Subject(SubjectId(f"s{at}"), Text(name, name), "site") for at, name in enumerate(names)]
    key = (Event.NATIONAL_DAY, Measure.VISITS, Definition.SITE)
    known = Statistics(tuple(Series(series_id(each.id, *key), each, *key, ()) for each in subjects))
    begin = time.process_time()
    (sheet,) = read_sheets(file)
    read = time.process_time()
    seen = preview(sheet, replace(guess(sheet)), (), known)
    looked = time.process_time()
    with Desk.open(url) as desk:
        batch = desk.put(seen.entries, what="large")
        kept = time.process_time()
        assert len(desk.figures()) == batch.changes == ROWS, (len(seen.entries), seen.remarks[:3])
    steps = (("read", read - begin), ("look at each row", looked - read), ("keep all or nothing", kept - looked))
    print(f"  {', '.join(f'{name} {took:.1f} s' for name, took in steps)}; together {kept - begin:.1f} s")


def import_pandas(file: Path) -> None:
    import pandas
    import sqlalchemy

    begin = time.process_time()
    table = pandas.read_excel(file, engine="calamine")
    read = time.process_time()
    numbers = pandas.to_numeric(table.iloc[:, 3], errors="coerce")
    assert (numbers > 0).all()
    assert not table.duplicated(["地区", "年份", "节日"]).any()
    with tempfile.TemporaryDirectory() as folder:
        table.to_sql("figure", sqlalchemy.create_engine(f"sqlite:///{folder}/t.sqlite"), method=None)
    done = time.process_time()
    print(f"  read {read - begin:.1f} s, check and keep {done - read:.1f} s; together {done - begin:.1f} s")


def peak() -> float:
    """MiB at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def in_a_process_of_its_own(what: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "tests.benchmarks.statistics", what, *arguments], check=True)


def the_view() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from jz_travel.resources import assets
    from jz_travel.store.holidays import read_holidays
    from jz_travel.store.places import read_catalogue
    from jz_travel.store.statistics import read_statistics
    from jz_travel.ui.application import make_application
    from jz_travel.ui.statistics.view import StatisticsView
    from jz_travel.ui.style.look import Look

    application = make_application(["jz-travel"])
    look = Look(application, "zh-Hans", "light")
    catalogue, holidays = read_catalogue(assets())[0], read_holidays(assets())[0]

    def open_view() -> StatisticsView:
        statistics = read_statistics(assets())[0]
        view = StatisticsView(statistics, holidays, catalogue, look, date(2026, 10, 10))
        view.resize(1280, 800)
        view.show()
        application.processEvents()
        return view

    print(f"open the view, figures read from the files: {timed(open_view):.0f} ms the first time")
    view = open_view()
    view.show_page(1)
    application.processEvents()
    statistics = read_statistics(assets())[0]
    switches = []
    for series in statistics.series:

        def switch(series: object = series) -> None:
            view.years.choose(series.subject, series.event, series.measure, means=True)  # type: ignore[attr-defined]
            application.processEvents()

        switches.append(timed(switch))
    switches.sort()
    print(
        f"switch to another series: {switches[len(switches) // 2]:.0f} ms in the middle, {switches[-1]:.0f} ms at most"
    )
    chart_to_svg(statistics)
    view.deleteLater()


def chart_to_svg(statistics: object) -> None:
    from jz_travel.charts.columns import by_year
    from jz_travel.charts.files import paper_drawing
    from jz_travel.domain.statistics import Event, Measure, Statistics, SubjectId
    from jz_travel.ui.statistics.drawing import svg
    from jz_travel.words import Words

    assert isinstance(statistics, Statistics)
    words = Words("zh-Hans")
    chart = by_year(statistics, SubjectId("yuntaishan"), Event.NATIONAL_DAY, Measure.VISITS, means=True)
    assert chart is not None
    drawn = paper_drawing(chart, words, statistics)
    print(f"a chart to SVG: {timed(lambda: svg(drawn), 20):.1f} ms")


def ten_desks(url: str) -> None:
    from decimal import Decimal

    from jz_travel.desk import Desk
    from jz_travel.domain.bureau import Entry, Refused
    from jz_travel.domain.statistics import Definition, Event, Measure, SubjectId, Unit

    some = Entry(SubjectId("x"), Event.MAY_DAY, Measure.VISITS, Definition.SITE, Decimal(1), Unit.WAN_VISITS, "s", 2000)

    def officer(number: int) -> int:
        refused = 0
        with Desk.open(url) as desk:
            for step in range(STEPS):
                desk.put([replace(some, subject=SubjectId(f"d{number}"), year=1950 + step)])
                while True:
                    shared = next(each for each in desk.figures() if each.subject == "shared")
                    try:
                        desk.put([replace(shared, value=Decimal(number * 1_000 + step + 2))])
                    except Refused:
                        refused += 1
                    else:
                        break
        return refused

    with Desk.open(url) as desk:
        desk.put([replace(some, subject=SubjectId("shared"))])
        begin = time.perf_counter()
        with ThreadPoolExecutor(DESKS) as officers:
            refused = sum(officers.map(officer, range(DESKS)))
        took = time.perf_counter() - begin
        figures = desk.figures()
        shared = next(each for each in figures if each.subject == "shared")
    assert len(figures) == DESKS * STEPS + 1, "a figure was lost"
    assert shared.version == DESKS * STEPS + 1, "a change was lost"
    steps = DESKS * STEPS * 2
    print(f"{DESKS} desks, {steps} changes, half of them of one figure: {took:.1f} s, {steps / took:.0f} a second,")
    print(f"  {refused} refused, read again and done; nothing lost")


def main() -> int:
    the_view()
    gc.collect()
    with tempfile.TemporaryDirectory(prefix="jz-bench-") as name:
        folder = Path(name)
        file = make_sheet(folder)
        print(f"a sheet of {ROWS:,} rows, {file.stat().st_size / 1e6:.1f} MB, in seconds of one processor:")
        in_a_process_of_its_own("here", str(file), f"sqlite:///{folder}/desk.sqlite")
        try:
            in_a_process_of_its_own("pandas", str(file))
        except subprocess.CalledProcessError:
            print("  (pandas is not installed: nothing to compare with)")
    with_a_server()
    return 0


def with_a_server() -> None:
    from tests.desk.conftest import NEEDED, PROGRAMS, Server

    if not PROGRAMS:
        print(f"({NEEDED})")
        return
    with tempfile.TemporaryDirectory(prefix="jz-pg-", dir="/tmp") as name:
        Path(name).chmod(0o755)
        server = Server(Path(name))
        try:
            server.create("desk")
            ten_desks(server.url("desk"))
        finally:
            server.stop()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["here", file, url]:
            print("  here, with every cell checked, history and undo:")
            import_here(Path(file), url)
            print(f"  {peak():.0f} MiB at most")
        case ["pandas", file]:
            import importlib.util

            if importlib.util.find_spec("pandas") is None:
                sys.exit(1)
            print("  pandas, without row-level reasons, history or undo:")
            import_pandas(Path(file))
            print(f"  {peak():.0f} MiB at most")
        case _:
            sys.exit(main())
