"""What was done at the desk, a step a row with its way back; and the kiosks that report to it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jz_travel.domain.bureau import Batch, BatchId, Kiosk
from jz_travel.domain.clock import in_china
from jz_travel.ui.parts.widgets import button, label
from jz_travel.ui.style.look import Look
from jz_travel.words import Words


def step_bar(look: Look, step: Batch, undo: Callable[[BatchId], object]) -> QWidget:
    """When, who, what and how much; a button that undoes it, unless somebody has."""
    words, say = look.words, look.words.say
    bar = QWidget()
    row = QHBoxLayout(bar)
    row.setContentsMargins(0, 0, 0, 0)
    changes = words.count("{n} change", "{n} changes", step.changes)
    parts = (_moment(words, step.made), step.by, step.what or say("Step"), changes)
    text = " · ".join(part for part in parts if part)
    row.addWidget(label("", text), 1)
    if step.undone:
        row.addWidget(label("small", say("undone"), wrap=False))
    else:
        back = button("flat", say("Undo"))
        back.setAccessibleName(words.labelled(say("Undo"), text))
        back.clicked.connect(lambda _=False: undo(step.id))
        row.addWidget(back)
    return bar


def kiosk_seen(words: Words, kiosk: Kiosk) -> str:
    """``hall: last seen 23 Nov 2026 10:00; program 0.1.0, data 12.``"""
    what = words.say(
        "last seen {when}; program {version}, data {data}",
        when=_moment(words, kiosk.last_seen),
        version=kiosk.version or "–",
        data=kiosk.data_version or "–",
    )
    return words.say("{name}: {value}.", name=kiosk.name, value=what)


def _moment(words: Words, moment: datetime) -> str:
    here = in_china(moment)
    return f"{words.dates(here.date(), here.date())} {here:%H:%M}"
