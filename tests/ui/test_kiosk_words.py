"""Whatever the kiosk says has room: in every language, upright and wide, in large letters too."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from jz_travel.domain.places import PlaceId, Theme
from jz_travel.ui.kiosk import where as at
from jz_travel.ui.kiosk import wrapping
from jz_travel.ui.kiosk.card import Card
from jz_travel.words import offered
from tests.ui.kiosk_hands import UPRIGHT, WIDE, Screens, Visitor

PAGES: tuple[at.Where, ...] = (
    at.Attract(), at.Home(), at.See(), at.See(Theme.NATURE), at.Sight(PlaceId("yuntaishan")), at.Search(), at.Plan(),
    *(at.Ask(question) for question in at.Question), at.Result(), at.Result(1), at.Adjust(), at.WhyNot(), at.OnMap(),
    at.OnMap(PlaceId("yuntaishan")), at.Today(), *(at.Statistics(part) for part in at.Part), at.TakeAlong(),
    at.Easier(), at.Pin(), at.Staff(), at.Cleaning(),
)  # fmt: skip
AROUND = 28
"""Pixels of a button around its words."""


def cut(window: QWidget, shortened: list[str]) -> Iterator[str]:
    """What has less room than it takes on the page that is shown."""
    shortened.clear()
    for card in window.findChildren(Card):
        if card.isVisible():
            card.grab()  # it writes when it is painted
    yield from shortened
    for each in window.findChildren(QLabel):
        parent = each.parentWidget()
        if not each.isVisible() or not each.text():
            continue
        needed = each.heightForWidth(each.width()) if each.wordWrap() else each.sizeHint().height()
        if needed > each.height() + 1 or not parent.rect().contains(each.geometry()):
            yield f"{each.text()[:60]!r} needs {needed} of {each.height()}"
    for button in window.findChildren(QPushButton):
        icon = 0 if button.icon().isNull() else button.iconSize().width() + 4
        wide = button.fontMetrics().horizontalAdvance(button.text()) + icon + AROUND
        if button.isVisible() and wide > button.width():
            yield f"{button.text()!r} needs {wide} of {button.width()}"


def pages(visitor: Visitor) -> list[at.Where]:
    """Also of the trip that has been planned."""
    sitting = visitor.kiosk.window.sitting
    stop = next(stop.id for stop in sitting.session.trip.stops())
    helped = next(left.place for left in sitting.left_out() if left.fixes)
    return [*PAGES, at.AtStop(stop), at.WhyNot(helped)]


@pytest.mark.parametrize("size", [UPRIGHT, WIDE], ids=["upright", "wide"])
@pytest.mark.parametrize("elder", [False, True], ids=["usual", "elder"])
@pytest.mark.parametrize("counsellor", [False, True], ids=["visitor", "desk"])
def test_no_word_is_cut_on_any_page(
    screens: Screens, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], elder: bool, counsellor: bool
) -> None:
    shortened: list[str] = []
    fitted = wrapping.fitted

    def watched(text: str, *room: object) -> str:
        found = fitted(text, *room)  # type: ignore[arg-type]
        if found != text:
            shortened.append(f"{text!r} becomes {found!r}")
        return found

    monkeypatch.setattr(wrapping, "fitted", watched)
    visitor = screens(size, printer="front", receipt_printer="slip", counsellor=counsellor)
    window = visitor.kiosk.window
    window.sitting.start_planning()
    visitor.wait_for_plan()
    window.sitting.make_easier(elder=elder)
    wrong: list[str] = []
    for language in offered():
        window._speak(language)
        for page in [at.Plan(), at.Result()] if counsellor else pages(visitor):
            window.sitting.go(page)
            QApplication.processEvents()
            wrong += [f"{language} {page}: {what}" for what in cut(window, shortened)]
            window.watch.deaf = False
    assert wrong == []
