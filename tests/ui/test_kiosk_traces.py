"""What a visitor leaves behind at the kiosk: nothing for the next one, and on disk only counts."""

import gc
import weakref

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jz_travel.domain.places import PlaceId
from jz_travel.ui.kiosk import where as at
from tests.ui.kiosk_hands import Screens, Visitor, wait_until


def shown(visitor: Visitor, page: at.Where) -> None:
    visitor.kiosk.window.sitting.go(page)
    QApplication.processEvents()


def test_nothing_of_a_visitor_is_left_for_the_next_one(screens: Screens) -> None:
    visitor = screens()
    window = visitor.kiosk.window
    visitor.touch("English", "Large letters", "What to see")
    shown(visitor, at.Sight(PlaceId("yuntaishan")))
    visitor.touch("I want to go there")
    window.sitting.typed = "yts"
    QGuiApplication.clipboard().setText("my phone number")
    old = weakref.ref(window.sitting), weakref.ref(window.sitting.session), weakref.ref(window.stage.map.view.profile)
    window.start_over("idle")
    QApplication.processEvents()
    QTest.qWait(50)
    gc.collect()
    assert [each() for each in old] == [None, None, None]
    assert QGuiApplication.clipboard().text() == ""
    assert window.sitting.session.trip.wishes == ()
    assert window.sitting.typed == ""
    assert visitor.sees("触摸开始")
    assert not window.sitting.comfort.elder


def test_a_visitor_who_planned_and_printed_is_forgotten_as_well(screens: Screens) -> None:
    visitor = screens(printer="gone")
    window = visitor.kiosk.window
    visitor.touch("触摸开始", "安排我的行程", "开始安排")
    visitor.wait_for_plan()
    visitor.touch("带走行程")
    visitor.touch("打印一页")
    old = weakref.ref(window.sitting), weakref.ref(window.sitting.session), weakref.ref(window.sitting._work)
    window.sitting.tasks.wait()
    window.start_over("idle")
    wait_until(lambda: not window._leaving, "somebody still works for a visitor who has left")
    QTest.qWait(50)
    gc.collect()
    assert [each() for each in old] == [None, None, None]


def test_no_word_trip_or_name_of_a_visitor_reaches_the_disk(screens: Screens) -> None:
    visitor = screens()
    window = visitor.kiosk.window
    visitor.touch("触摸开始")
    window.sitting.typed = "secretword"
    window.sitting.session.edit("x", window.sitting.session.trip.renamed("Ms Geheim"))
    shown(visitor, at.Search())
    shown(visitor, at.Sight(PlaceId("yuntaishan")))
    visitor.touch("我想去")
    trip = window.sitting.session.trip
    window.start_over("idle")
    window.save_counts()
    written = [file for file in screens.folder.rglob("*") if file.is_file()]
    content = b"".join(file.read_bytes() for file in written if file.suffix != ".html")
    assert [file.name for file in written if file.suffix != ".html"] == ["counts.json"]
    for secret in (b"secretword", b"Geheim", trip.id.encode(), b"JZT1"):
        assert secret not in content
    assert b"yuntaishan" in content


def test_only_what_is_known_beforehand_can_be_counted(screens: Screens) -> None:
    counts = screens().kiosk.city.counts
    with pytest.raises(ValueError, match="not counted"):
        counts.add(screens.moment.date(), "looked_at", "what somebody typed")
