"""What comes out of the printer are the pages of the booklet, on the right sheet, at their real size."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from jz_travel.domain.failures import Cause, Failure
from jz_travel.export import FORMAT_BY_ID, PAPERS
from jz_travel.ui.app import Window
from jz_travel.ui.printing.pages import Pages, paper_of, put_on
from jz_travel.words import Words
from tests.export.samples import city, golden_autumn, happening


def written(form: str, paper: str = "a4") -> bytes:
    return FORMAT_BY_ID[form].write(happening(golden_autumn()), city(), Words("en"), PAPERS[paper])


def printer_to(file: Path, paper: str = "a4") -> QPrinter:
    printer = QPrinter()
    printer.setResolution(150)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    put_on(printer, PAPERS[paper])
    return printer


def said_of(file: Path) -> str:
    if shutil.which("pdfinfo") is None:
        pytest.skip("pdfinfo is not installed")
    return subprocess.run(["pdfinfo", str(file)], check=True, capture_output=True, text=True, timeout=60).stdout


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("a5", (420, 595)), ("letter", (612, 792))])
def test_every_page_comes_out_on_its_sheet(
    qapp: QApplication, paper: str, size: tuple[int, int], tmp_path: Path
) -> None:
    pages = Pages(written("booklet", paper))
    pages.draw(printer_to(tmp_path / "out.pdf", paper))
    said = said_of(tmp_path / "out.pdf")
    assert f"Pages:           {pages.count}" in said
    found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", said)
    assert found
    assert (float(found[1]), float(found[2])) == pytest.approx(size, abs=2)


def test_printed_to_a_file_the_pages_keep_their_text(qapp: QApplication, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    Pages(written("booklet")).draw(printer_to(tmp_path / "out.pdf"))
    command = ["pdftotext", str(tmp_path / "out.pdf"), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    assert golden_autumn().name in said


def test_a_file_that_cannot_be_written_is_a_failure(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(Failure):
        Pages(written("page")).draw(printer_to(tmp_path / "nowhere" / "out.pdf"))


def test_a_range_of_pages_is_a_range(qapp: QApplication, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "out.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    Pages(written("booklet")).draw(printer)
    assert "Pages:           2" in said_of(tmp_path / "out.pdf")


def test_a_scanner_reads_the_code_from_the_print(qapp: QApplication, tmp_path: Path) -> None:
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed")
    from jz_travel.reading.codes import trip_in_texts
    from jz_travel.ui.bringing_in.pictures import texts_in_picture

    printer = printer_to(tmp_path / "out.pdf")
    Pages(written("page")).draw(printer)
    command = ["pdftoppm", "-r", "150", "-png", "-singlefile", str(tmp_path / "out.pdf"), str(tmp_path / "out")]
    subprocess.run(command, check=True, timeout=60)
    assert trip_in_texts(texts_in_picture(tmp_path / "out.png")) == golden_autumn()


def test_a_small_booklet_is_not_blown_up_on_a_large_sheet(qapp: QApplication, tmp_path: Path) -> None:
    pages, printer = Pages(written("booklet", "a5")), printer_to(tmp_path / "out.pdf", "a4")
    assert pages.size(0).width() == pytest.approx(420, abs=1)
    assert paper_of(printer) == PAPERS["a4"]
    pages.draw(printer)
    assert "Page size:       59" in said_of(tmp_path / "out.pdf")


def test_the_sheet_in_the_printer_is_known(qapp: QApplication) -> None:
    printer = QPrinter()
    for paper in PAPERS.values():
        put_on(printer, paper)
        assert paper_of(printer) == paper
        assert printer.pageLayout().margins() == QMarginsF()
        assert printer.pageLayout().orientation() is QPageLayout.Orientation.Portrait


def test_what_is_no_pdf_is_a_failure(qapp: QApplication) -> None:
    with pytest.raises(Failure) as caught:
        Pages(b"not a PDF")
    assert caught.value.cause is Cause.NOT_PRINTED


def test_the_preview_shows_booklet_page_and_receipt(window: Window) -> None:
    taking = window.main._taking_along
    taking.print()
    taking.wait()
    preview = taking.preview
    assert preview is not None
    pages = []
    for at in range(preview.what.count()):
        preview.what.setCurrentIndex(at)
        pages.append((preview.what.currentData(), preview.pages.count > 1, preview.pages.size(0).width() < 240))
    assert pages == [("booklet", True, False), ("page", False, False), ("receipt", False, True)]
    preview.reject()
