"""Places of other planners come into the trip through a preview; codes on paper become the trip again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem

from jz_travel.domain.places import PlaceId
from jz_travel.export.qr import write_png
from jz_travel.export.trip_code import trip_codes
from jz_travel.ui.app import Window
from jz_travel.ui.bringing_in.bringing_in import BringingIn
from jz_travel.ui.bringing_in.preview import Preview
from jz_travel.ui.bringing_in.rows import IN_FILE, PLACE, TAKEN, WHY
from tests.export.samples import golden_autumn, happening

LIST = """name,date,time,lat,lon
云台山,2026-10-12,09:00,,
嘉应观,2026-10-12,20:30,,
神农山,,,,
老王客栈,,,35.24,113.23
埃菲尔铁塔,,,48.85,2.29
坏,,,nan,113
"""


@pytest.fixture
def bringing(window: Window) -> BringingIn:
    return window.main.bringing_in


def opened(bringing: BringingIn, folder: Path, content: str = LIST, name: str = "list.csv") -> Preview:
    file = folder / name
    file.write_text(content, "utf-8")
    bringing.open_files([file])
    assert bringing.tasks.wait()
    assert bringing.preview is not None
    return bringing.preview


def test_the_preview_says_what_is_found_and_why(bringing: BringingIn, tmp_path: Path) -> None:
    preview = opened(bringing, tmp_path)
    rows = preview.rows
    texts = [[rows.data(rows.index(row, column)) for column in (IN_FILE, PLACE)] for row in range(rows.rowCount())]
    assert texts == [
        ["云台山", "云台山风景名胜区"],
        ["嘉应观", "嘉应观"],
        ["神农山", "神农山风景名胜区"],
        ["老王客栈", "自定地点"],
        ["埃菲尔铁塔", "没有对应的地点"],
        ["坏", "没有对应的地点"],
    ]
    assert [row.taken for row in rows.rows] == [True, True, True, True, False, False]
    assert rows.data(rows.index(0, WHY)) == "确定：名称相同"
    preview.reject()


def test_bringing_in_is_one_edit_that_can_be_undone(window: Window, bringing: BringingIn, tmp_path: Path) -> None:
    before, steps = window.session.trip, window.session.undo_stack.count()
    preview = opened(bringing, tmp_path)
    preview.as_wishes.click()
    preview.take.click()
    after = window.session.trip
    assert window.session.undo_stack.count() == steps + 1
    assert set(after.wishes) - set(before.wishes) == {"shennongshan", after.own[0].id}
    assert after.days == before.days, "the trip visits the other two already"
    window.session.undo_stack.undo()
    assert window.session.trip == before


def test_on_its_days_a_plan_is_checked(window: Window, bringing: BringingIn, tmp_path: Path) -> None:
    preview = opened(bringing, tmp_path)
    assert preview.on_days.isChecked()
    preview.take.click()
    first_day = window.session.trip.days[0]
    assert [stop.place for stop in first_day.stops] == ["yuntaishan", "jiayingguan"]
    assert "不开放" in window.main.notices.text
    window.main.notices._do.click()
    assert bringing.check_sheet is not None
    assert bringing.check_sheet.isVisible()
    bringing.check_sheet.close()


def test_a_row_can_be_left_out_and_meant_otherwise(window: Window, bringing: BringingIn, tmp_path: Path) -> None:
    preview = opened(bringing, tmp_path)
    rows, table = preview.rows, preview.table
    rows.setData(rows.index(0, TAKEN), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    delegate = table.itemDelegateForColumn(PLACE)
    editor = delegate.createEditor(table.viewport(), QStyleOptionViewItem(), rows.index(4, PLACE))
    assert isinstance(editor, QComboBox)
    editor.setCurrentIndex(editor.findData(PlaceId("fengshan")))
    delegate.setModelData(editor, rows, rows.index(4, PLACE))
    preview.as_wishes.click()
    preview.take.click()
    assert "fengshan" in window.session.trip.wishes


def test_all_and_none_are_one_click_and_nothing_cannot_be_brought_in(bringing: BringingIn, tmp_path: Path) -> None:
    preview = opened(bringing, tmp_path)
    preview.none.click()
    assert not preview.take.isEnabled()
    preview.all.click()
    assert len(preview.rows.choices()) == 4
    preview.reject()


def test_a_file_that_cannot_be_read_is_named(window: Window, bringing: BringingIn, tmp_path: Path) -> None:
    before = window.session.trip
    file = tmp_path / "bomb.kml"
    file.write_text('<!DOCTYPE x [<!ENTITY a "b">]><kml/>')
    bringing.open_files([file])
    bringing.tasks.wait()
    assert "bomb.kml" in window.main.notices.text
    assert window.session.trip is before


def dropped(window: Window, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    where, action = QPointF(QPoint(50, 50)), Qt.DropAction.CopyAction
    drop = QDropEvent(where, action, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.main.dropEvent(drop)


def test_a_dropped_photograph_of_a_code_opens_the_trip(window: Window, tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(write_png(happening(golden_autumn())))
    dropped(window, photo)
    window.main.bringing_in.tasks.wait()
    trip = window.session.trip
    assert (trip.name, trip.days, trip.wishes) == (golden_autumn().name, golden_autumn().days, golden_autumn().wishes)


def test_a_dropped_list_is_brought_in(window: Window, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST, "utf-8")
    dropped(window, file)
    bringing = window.main.bringing_in
    bringing.tasks.wait()
    assert bringing.preview is not None
    bringing.preview.reject()


def test_pasted_codes_open_the_trip_and_other_texts_are_named(window: Window, bringing: BringingIn) -> None:
    bringing.ask_code()
    dialog = bringing.code_dialog
    assert dialog is not None
    dialog.field.setPlainText("https://example.org/hello")
    assert "https://example.org/hello" in dialog.state.text()
    dialog.field.setPlainText("\n".join(trip_codes(golden_autumn())))
    assert window.session.trip.name == golden_autumn().name
