"""How long each export of a trip of five days and thirty stops takes, the first time and again; and the booklet beside
ReportLab and the web view's own printing on time, size and Chinese names that pdftotext finds.

Cold is a process of its own, imports included. What is not installed is left out and named.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from jz_travel.domain.places import PlaceId
from jz_travel.export import FORMAT_BY_ID, FORMATS
from jz_travel.words import Words
from tests.export.samples import city, five_days, happening

ROUNDS = 3


def once(form: str) -> None:
    """One export in this process; prints its milliseconds."""
    trip = happening(five_days())
    starts = perf_counter()
    FORMAT_BY_ID[form].write(trip, city(), Words("zh-Hans"))
    print((perf_counter() - starts) * 1000)


def cold(form: str) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.exports", form]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def warm(form: str) -> tuple[float, bytes]:
    trip, content, best = happening(five_days()), b"", float("inf")
    for _ in range(ROUNDS + 1):
        starts = perf_counter()
        content = FORMAT_BY_ID[form].write(trip, city(), Words("zh-Hans"))
        best = min(best, (perf_counter() - starts) * 1000)
    return best, content


def chinese_names() -> list[str]:
    return [city()[PlaceId(stop.place)].name.zh_hans for stop in five_days().stops()]


def names_found(pdf: bytes) -> str:
    if shutil.which("pdftotext") is None:
        return "pdftotext is not installed"
    said = subprocess.run(["pdftotext", "-", "-"], input=pdf, check=True, capture_output=True).stdout.decode()
    text = re.sub(r"\s+", "", said)
    names = chinese_names()
    return f"{sum(name in text for name in names)}/{len(names)} names found"


def by_reportlab() -> bytes | None:
    """The text of the trip with the one Chinese font that ReportLab brings."""
    try:
        from reportlab.lib.pagesizes import A4
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfgen.canvas import Canvas
    except ImportError:
        return None
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "trip.pdf"
        canvas = Canvas(str(file), A4)
        said = FORMAT_BY_ID["text"].write(happening(five_days()), city(), Words("zh-Hans")).decode()
        for at, line in enumerate(said.splitlines()):
            if at % 60 == 0:
                if at:
                    canvas.showPage()
                canvas.setFont("STSong-Light", 9)
            canvas.drawString(40, 800 - at % 60 * 12, line)
        canvas.save()
        return file.read_bytes()


def by_web_view() -> bytes:
    """The web page of the trip, printed by the web view."""
    from PySide6.QtCore import QEventLoop, QUrl
    from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
    from shiboken6 import delete

    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    printed: list[bytes] = []
    loop = QEventLoop()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "trip.html"
        file.write_bytes(FORMAT_BY_ID["html"].write(happening(five_days()), city(), Words("zh-Hans")))
        page.loadFinished.connect(lambda _: page.printToPdf(lambda made: (printed.append(bytes(made)), loop.quit())))
        page.load(QUrl.fromLocalFile(str(file)))
        loop.exec()
    delete(page)  # before its profile
    delete(profile)
    return printed[0]


def compared(name: str, milliseconds: float, pdf: bytes, floor: float) -> None:
    ratio = f"{milliseconds / floor:.1f} times the booklet"
    print(f"  {name:<22} {milliseconds:8.0f} ms  {len(pdf) / 1000:8.0f} kB  {names_found(pdf)}, {ratio}")


def main() -> None:
    print("exports of 5 days, 30 stops       cold       warm        size")
    booklet = 0.0
    pdf = b""
    for form in FORMATS:
        best, content = warm(form.id)
        print(f"  {form.id:<22} {cold(form.id):8.0f} ms {best:8.1f} ms {len(content) / 1000:8.0f} kB")
        if form.id == "booklet":
            booklet, pdf = best, content
    print("the booklet beside others, warm")
    compared("booklet (Typst)", booklet, pdf, booklet)
    by_reportlab()  # its fonts are read once
    starts = perf_counter()
    other = by_reportlab()
    if other is None:
        print("  ReportLab is not installed: make bench brings it")
    else:
        compared("ReportLab, text only", (perf_counter() - starts) * 1000, other, booklet)
    from jz_travel.ui.application import make_application

    application = make_application(["benchmark"])
    by_web_view()
    starts = perf_counter()
    printed = by_web_view()
    compared("web view, printToPdf", (perf_counter() - starts) * 1000, printed, booklet)
    application.quit()


if __name__ == "__main__":
    once(sys.argv[1]) if len(sys.argv) > 1 else main()
