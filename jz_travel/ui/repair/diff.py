"""What a repair changes, to be read before it is accepted: what goes, comes new, moves, and what stays."""

from collections.abc import Iterable
from datetime import timedelta

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jz_travel.domain.places import PlaceId
from jz_travel.domain.repairs import Change, Repair
from jz_travel.ui.days.badge import day_pixmap
from jz_travel.ui.parts.widgets import clear, label, named
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.words import N_

KINDS = {
    "gone": N_("Removed"),
    "new": N_("Added"),
    "day": N_("Another day"),
    "time": N_("Another time"),
}


def _kind_of(change: Change) -> str:
    if change.now is None:
        return "gone"
    if change.was is None:
        return "new"
    return "day" if change.was[0] != change.now[0] else "time"


def staying(repair: Repair) -> list[PlaceId]:
    """The visits that are as they were."""
    changed = {change.place for change in repair.changes}
    return [place for place in repair.plan.places if place not in changed]


class Difference(QWidget):
    """Nothing of the trip has changed yet; ``rows`` finds the line of each place."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session, self._look = session, look
        self.rows: dict[PlaceId, QFrame] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_repair(self, repair: Repair | None) -> None:
        clear(self._column)
        self.rows = {}
        if repair is None:
            return
        say = self._look.words.say
        for kind, title in KINDS.items():
            changes = [change for change in repair.changes if _kind_of(change) == kind]
            if changes:
                self._column.addWidget(label("section", say(title)))
            for change in changes:
                self.rows[change.place] = row = self._row(change)
                self._column.addWidget(row)
        if stays := staying(repair):
            self._column.addWidget(label("section", say("Stays as it is")))
            self._column.addWidget(label("muted", self._names(stays)))

    def summary(self, repair: Repair) -> str:
        """``1 visit removed · 1 added · 2 move · 5 stay``."""
        words = self._look.words
        counts = {kind: sum(_kind_of(change) == kind for change in repair.changes) for kind in KINDS}
        moved, stay = counts["day"] + counts["time"], len(staying(repair))
        parts = (
            (counts["gone"], words.count("{n} visit removed", "{n} visits removed", counts["gone"])),
            (counts["new"], words.count("{n} added", "{n} added", counts["new"])),
            (moved, words.count("{n} moves", "{n} move", moved)),
            (stay, words.count("{n} stays", "{n} stay", stay)),
        )
        return " · ".join(text for count, text in parts if count)

    def _row(self, change: Change) -> QFrame:
        words = self._look.words
        row = named(QFrame(), "stopEditor")
        line = QHBoxLayout(row)
        line.setContentsMargins(10, 8, 10, 8)
        line.setSpacing(10)
        badge = QLabel()
        when = change.now or change.was
        day = when[0] if when else 0
        badge.setPixmap(day_pixmap(self._look, day, self._look.theme.px(22)))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        known = self._session.catalogue.get(change.place)
        name = words.short(known) if known else change.place
        said = self._said(change)
        texts.addWidget(label("", name))
        texts.addWidget(label("muted", said))
        line.addWidget(badge)
        line.addLayout(texts, 1)
        kind = words.say(KINDS[_kind_of(change)])
        row.setAccessibleName(words.labelled(kind, f"{name} · {said}"))
        return row

    def _said(self, change: Change) -> str:
        was, now = (self._moment(each) if each else "" for each in (change.was, change.now))
        if not now:
            return self._look.words.say("was {moment}", moment=was)
        if not was:
            return now
        if change.was and change.now and change.was[0] == change.now[0]:
            was, now = (self._look.words.time(each[1]) for each in (change.was, change.now))
        return f"{was} → {now}"

    def _moment(self, when: tuple[int, timedelta]) -> str:
        words = self._look.words
        day, time = when
        return f"{words.say('Day {n}', n=day + 1)} {words.time(time)}"

    def _names(self, places: Iterable[PlaceId]) -> str:
        words, catalogue = self._look.words, self._session.catalogue
        known = [catalogue.get(place) for place in places]
        return words.say(", ", context="between names").join(words.short(each) for each in known if each)
