"""What a look at a picture would find, told by the widgets themselves: words that are cut, parts over each other."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtWidgets import QAbstractScrollArea, QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

from jz_travel.ui.parts.elided import Elided, Offer

AROUND = 4
"""Pixels of the room around a text that it may lose unseen."""


def faults(whole: QWidget) -> Iterator[str]:
    """Of a window or dialogue as it shows now; a text that ends with a sign that there is more is none."""
    for each in (whole, *whole.findChildren(QWidget)):
        if not each.isVisible() or each.size().isEmpty():
            continue
        yield from _cut(each)
        yield from _over_each_other(each)
        around = each.parentWidget()
        if not each.isWindow() and not around.rect().contains(each.geometry()) and not _scrolls(around):
            yield f"{_named(each)} reaches out of {_named(around)}"


def _cut(each: QWidget) -> Iterator[str]:
    if isinstance(each, QLabel) and each.text():
        wide = each.width() if each.wordWrap() else each.sizeHint().width()
        high = each.heightForWidth(each.width()) if each.wordWrap() else each.sizeHint().height()
    elif isinstance(each, QPushButton | QCheckBox | QRadioButton) and not isinstance(each, Elided | Offer):
        wide, high = max(0, each.sizeHint().width() - 2 * AROUND) if each.text() else 0, 0
    else:
        return
    if wide > each.width() or high > each.height() + AROUND:
        yield f"{_named(each)} needs {wide} x {high} of {each.width()} x {each.height()}"


def _over_each_other(around: QWidget) -> Iterator[str]:
    """Only what a layout has put there: some things float, and are meant to."""
    if (layout := around.layout()) is None:
        return
    laid = [
        each
        for each in around.children()
        if isinstance(each, QWidget) and layout.indexOf(each) >= 0 and each.isVisible() and not each.size().isEmpty()
    ]
    for one, other in combinations(laid, 2):
        if one.geometry().intersects(other.geometry()):
            yield f"{_named(one)} lies over {_named(other)}"


def _scrolls(around: QWidget) -> bool:
    """Whether what is in it moves behind a frame, or is a part that Qt places in a field of its own."""
    holder = around.parentWidget()
    return isinstance(around, QAbstractScrollArea) or (
        isinstance(holder, QAbstractScrollArea) and around is holder.viewport()
    )


def _named(each: QWidget) -> str:
    text = each.text()[:60] if isinstance(each, QLabel | QPushButton | QCheckBox | QRadioButton) else ""
    return f"{type(each).__name__} {text or each.objectName() or each.accessibleName()!r}"
