"""Sheets as offices make them, written for a test."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from xlsxwriter import Workbook

Rows = Sequence[Sequence[object]]
_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">%s</manifest:file-entry>
</manifest:manifest>"""
_ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Sheet1">%s</table:table>
</office:spreadsheet></office:body></office:document-content>"""


def csv_file(folder: Path, text: str, encoding: str = "utf-8-sig") -> Path:
    file = folder / "sheet.csv"
    file.write_bytes(text.encode(encoding))
    return file


def xlsx(folder: Path, rows: Rows, merged: Sequence[tuple[int, int, int, int]] = (), name: str = "sheet.xlsx") -> Path:
    """``rows`` by cells; a text that begins with = is a formula that nobody has computed."""
    file = folder / name
    book = Workbook(str(file))
    sheet = book.add_worksheet("假日")
    for top, left, bottom, right in merged:
        sheet.merge_range(top, left, bottom, right, "")
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell.startswith("="):
                sheet.write_formula(at, column, cell, None, "")
            elif cell is not None:
                sheet.write(at, column, cell)
    book.close()
    return file


def ods(folder: Path, rows: Rows, *, locked: bool = False) -> Path:
    lines = []
    for row in rows:
        cells = []
        for cell in row:
            if isinstance(cell, int | float):
                cells.append(f'<table:table-cell office:value-type="float" office:value="{cell}"/>')
            else:
                text = f"<text:p>{cell or ''}</text:p>"
                cells.append(f'<table:table-cell office:value-type="string">{text}</table:table-cell>')
        lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", _MANIFEST % ("<manifest:encryption-data/>" if locked else ""))
        packed.writestr("content.xml", _ODS % "".join(lines))
    file = folder / "sheet.ods"
    file.write_bytes(stream.getvalue())
    return file
