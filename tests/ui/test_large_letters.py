"""Whoever needs large, clear letters, or has a sharp screen: what a field asks for can be read, an empty day says how
to fill it, no number is torn from its unit, no word stands alone.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QTextLayout
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from jz_travel.domain.texts import Language
from jz_travel.store.settings import Settings, Theme
from jz_travel.ui.app import Window
from jz_travel.ui.bringing_in.rows import WHY
from jz_travel.ui.days.badge import day_pixmap
from jz_travel.ui.days.column import DayColumn
from jz_travel.ui.parts.empty import Balanced
from jz_travel.ui.right_side import RightSide
from jz_travel.ui.style.look import CLEAR_TEXT, Look
from jz_travel.ui.style.painting import held_together
from jz_travel.words import offered
from tests.ui.hands import Opener, laid_out


def clear(open_window: Opener, language: Language) -> Window:
    return open_window.at_size((1280, 800, CLEAR_TEXT), language, "clear")


@pytest.mark.parametrize("theme", ["light", "dark", "clear", "contrast"])
def test_what_a_field_asks_for_has_the_ink_of_the_theme(qapp: QApplication, theme: Theme) -> None:
    """Qt thins the ink of a sheet to half of it."""
    look, shown = Look(qapp, "en", theme), QWidget()
    look.dress(shown)
    column = QVBoxLayout(shown)
    for field in (QLineEdit(), QPlainTextEdit()):
        column.addWidget(field)
        for enabled, ink in ((True, "ink_faint"), (False, "disabled")):
            field.setEnabled(enabled)
            field.ensurePolished()
            assert field.palette().placeholderText().color() == look.theme.qcolor(ink)


@pytest.mark.parametrize("language", offered())
def test_an_empty_day_says_how_to_fill_it_without_scrolling(open_window: Opener, language: Language) -> None:
    window = clear(open_window, language)
    window.open_trip.new()
    laid_out()
    board = window.main.board
    hint = board.findChildren(DayColumn)[0].findChild(Balanced)
    assert hint is not None
    assert hint.text()
    seen = QRect(hint.mapTo(board._scroll.viewport(), QPoint()), hint.size())
    assert board._scroll.viewport().rect().bottom() >= seen.bottom()


@pytest.mark.parametrize("language", offered())
def test_the_welcome_is_whole_after_the_language_changed(open_window: Opener, language: Language) -> None:
    window = open_window(Settings(language="zh-Hans", theme="light"))
    window.main.resize(1280, 800)
    window.open_trip.new()
    laid_out()
    window.look.speak(language)
    laid_out()
    beside = window.main.board.parentWidget()
    assert isinstance(beside, RightSide)
    assert beside._offer.verticalScrollBar().maximum() == 0


def test_no_single_word_stays_on_the_last_line(qapp: QApplication) -> None:
    words = Balanced()
    words.setText("Drag a place here, or press + beside one.")
    one_line = QFontMetrics(words.font()).horizontalAdvance(words.text())
    just_too_narrow = one_line - 5
    assert one_line / 2 - 5 < words.narrowest(just_too_narrow) < one_line * 0.7
    assert words.narrowest(2 * one_line) <= one_line + 2


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("even Thu 26 Nov has 3 h 30 min too little", "3 h 30 min"),
        ("也还差 3 小时 30 分。", "3 小时 30 分"),
        ("也還差 3 小時 30 分。", "3 小時 30 分"),
        ("3시간 30분이 모자랍니다", "3시간 30분"),
    ],
)
def test_a_length_of_time_stays_on_one_line(said: str, held: str) -> None:
    assert held.replace(" ", "\N{NO-BREAK SPACE}") in held_together(said).replace("\N{WORD JOINER}", "")


@pytest.mark.parametrize(
    ("said", "room", "whole"),
    [
        ("実際は45分～1時間25分", "実際は45", ["実際は", "45分～", "1時間", "25分"]),
        ("约35 公里，40 分钟", "约35 公", ["约", "35 公里，", "40 分钟"]),
    ],
)
def test_no_number_is_torn_from_its_unit_nor_a_unit_in_two(
    said: str, room: str, whole: list[str], qapp: QApplication, look: Look
) -> None:
    font, lines = look.theme.font("body"), []
    layout = QTextLayout(held_together(said), font)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(QFontMetrics(font).horizontalAdvance(room) + 2)
        lines.append(layout.text()[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    shown = [each.replace("\N{WORD JOINER}", "").replace("\N{NO-BREAK SPACE}", " ") for each in lines]
    assert shown == whole


def test_the_number_of_a_day_is_as_sharp_as_the_screen(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Look, "sharpness", 2.0)
    sharp = day_pixmap(look, 0, 20)
    assert (sharp.width(), sharp.deviceIndependentSize().width()) == (40, 20)


def test_the_reason_why_a_place_is_not_taken_is_whole(open_window: Opener, tmp_path: Path) -> None:
    window = clear(open_window, "ja")
    window.open_trip.open_sample()
    file = tmp_path / "places.csv"
    file.write_text("name,date,time,lat,lon\n云台山,2026-09-30,09:00,,\n埃菲尔铁塔,,,48.85,2.29\n", "utf-8")
    bringing = window.main.bringing_in
    bringing.open_files([file])
    bringing.tasks.wait()
    laid_out()
    assert bringing.preview is not None
    table = bringing.preview.table
    for row in range(2):
        index = table.model().index(row, WHY)
        inside = table.visualRect(index).adjusted(9, 0, -9, 0)  # as the sheet and Qt keep free
        needed = table.fontMetrics().boundingRect(inside, Qt.TextFlag.TextWordWrap, index.data())
        assert needed.height() <= inside.height()
    bringing.preview.reject()
