"""One stop of the trip: when it starts, how long one stays, a note; locked or free; what is wrong with it."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QTimer
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout

from jz_travel.domain.clock import minutes, time_of
from jz_travel.domain.schedule import Visit
from jz_travel.domain.trip import LONGEST_NOTE, StopId
from jz_travel.ui.days.badge import day_pixmap
from jz_travel.ui.days.hours import from_qtime, time_edit, to_qtime
from jz_travel.ui.days.stay_field import StayField
from jz_travel.ui.edits import Edits
from jz_travel.ui.parts.flow import FlowLayout
from jz_travel.ui.parts.widgets import button, calm, clear, label, roomy
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import held_together
from jz_travel.words import N_

NOTE_PAUSE_MS = 700
ROLES = ("hint", "warning", "clash")
STAYS = (("short", N_("Short")), ("usual", N_("Usual")), ("long", N_("Long")))


class StopEditor(QFrame):
    """Every change is an edit at once; there is nothing to confirm."""

    def __init__(self, session: Session, edits: Edits, look: Look) -> None:
        super().__init__()
        self.setObjectName("stopEditor")
        self._session, self._edits, self._look = session, edits, look
        self._stop: StopId | None = None
        self._day_badge, self._when, self._way = QLabel(), label("heading"), label("muted")
        self._stay = calm(StayField(look))
        roomy(self._stay)
        self._stay_buttons = [button("chip", checkable=True) for _ in STAYS]
        self._fixed = QCheckBox()
        self._start = time_edit(timedelta())
        self._start.setKeyboardTracking(False)
        self._lock = QCheckBox()
        self._note = QPlainTextEdit()
        self._note.setFixedHeight(64)
        self._note.setTabChangesFocus(True)
        self._note_pause = QTimer(self)
        self._note_pause.setSingleShot(True)
        self._note_pause.setInterval(NOTE_PAUSE_MS)
        self._stay_label = QLabel()
        self._problems = QVBoxLayout()
        self._problems.setSpacing(4)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._day_badge)
        head.addWidget(self._when, 1)
        stay, stays, start = QHBoxLayout(), QHBoxLayout(), FlowLayout()
        stay.addWidget(self._stay_label)
        stay.addWidget(self._stay, 1)
        stays.setSpacing(6)
        for chip in self._stay_buttons:
            stays.addWidget(chip, 1)
        start.addWidget(self._fixed)
        start.addWidget(self._start)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._way)
        column.addLayout(self._problems)
        for row in (stay, stays, start):
            column.addLayout(row)
        column.addWidget(self._lock)
        column.addWidget(self._note)

    def _connect(self) -> None:
        self._stay.valueChanged.connect(lambda value: self._change_stay(minutes(value)))
        for (which, _), chip in zip(STAYS, self._stay_buttons, strict=True):
            chip.clicked.connect(lambda _=False, which=which: self._take_stay(which))
        self._fixed.toggled.connect(self._fix_start)
        self._start.timeChanged.connect(lambda time: self._change_start(from_qtime(time)))
        self._lock.toggled.connect(self._change_lock)
        self._note.textChanged.connect(self._note_pause.start)
        self._note.installEventFilter(self)
        self._note_pause.timeout.connect(self._save_note)

    # What it shows

    def show_stop(self, stop: StopId | None) -> None:
        """Show a stop, or nothing."""
        if stop != self._stop:
            self._save_note()
        visit = self._session.schedule.visits.get(stop) if stop else None
        self._stop = stop if visit else None
        self.setVisible(visit is not None)
        if visit is not None:
            self._show(visit)

    def _show(self, visit: Visit) -> None:
        words, trip = self._look.words, self._session.trip
        stop, day = trip.stop(visit.stop), trip.day_of(visit.stop)
        place = self._session.catalogue.get(visit.place)
        self._day_badge.setPixmap(day_pixmap(self._look, trip.index_of(day.id), self._look.theme.px(22)))
        the_date = trip.date_of(day.id)
        times = words.time_range(visit.enters, visit.leaves, the_date)
        self._when.setText(f"{words.date_short(the_date)}\n{times}")
        way = words.leg_explained(visit.leg, self._session.catalogue) if visit.leg else ""
        self._way.setText(held_together(way))
        self._way.setVisible(visit.leg is not None)
        blockers = [QSignalBlocker(part) for part in (self._stay, self._fixed, self._start, self._lock, self._note)]
        usual = place.visit.usual if place else minutes(60)
        self._stay.show_stay(stop.stay or usual)
        for (which, _), chip in zip(STAYS, self._stay_buttons, strict=True):
            chip.setVisible(place is not None)
            stay = getattr(place.visit, which) if place else None
            chip.setChecked(stop.stay is None if which == "usual" else stop.stay == stay)
            chip.setToolTip(words.duration(stay) if stay else "")
        self._fixed.setChecked(stop.starts is not None)
        self._start.setEnabled(stop.starts is not None)
        self._start.setTime(to_qtime(time_of(visit.enters, the_date) if stop.starts is None else stop.starts))
        self._lock.setChecked(stop.locked)
        if not self._note_pause.isActive() and self._note.toPlainText() != stop.note:
            self._note.setPlainText(stop.note)
        del blockers
        self._show_problems(visit)

    def _show_problems(self, visit: Visit) -> None:
        clear(self._problems)
        for problem in sorted(visit.problems, key=lambda each: -each.severity):
            text = self._look.words.problem(problem, self._session.catalogue)
            self._problems.addWidget(label(ROLES[problem.severity], text))

    def retell(self) -> None:
        say = self._look.words.say
        self._stay_label.setText(say("Stay"))
        self._note.setPlaceholderText(say("Note", context="field"))
        self._fixed.setText(say("Not before", context="start time"))
        self._fixed.setToolTip(say("You may be there earlier; the visit starts at this time or later."))
        self._lock.setText(say("Locked"))
        self._lock.setToolTip(say("Planning leaves a locked place where it is."))
        for (_, text), chip in zip(STAYS, self._stay_buttons, strict=True):
            chip.setText(say(text))
        for part, name in (
            (self._stay, say("Stay")),
            (self._start, say("Start")),
            (self._note, say("Note", context="field")),
        ):
            part.setAccessibleName(name)

    # What a visitor does

    def _change_stay(self, stay: timedelta) -> None:
        if self._stop is not None:
            self._edits.stay(self._stop, stay)

    def _take_stay(self, which: str) -> None:
        if self._stop is None:
            return
        place = self._session.catalogue.get(self._session.trip.stop(self._stop).place)
        stay = None if which == "usual" or place is None else getattr(place.visit, which)
        self._edits.stay(self._stop, stay)
        self.show_stop(self._stop)

    def _fix_start(self, fixed: bool) -> None:
        if self._stop is not None:
            self._edits.start(self._stop, from_qtime(self._start.time()) if fixed else None)

    def _change_start(self, starts: timedelta) -> None:
        if self._stop is not None:
            self._edits.start(self._stop, starts)

    def _change_lock(self, locked: bool) -> None:
        if self._stop is not None:
            self._edits.lock(self._stop, locked)

    def _save_note(self) -> None:
        pending = self._note_pause.isActive()
        self._note_pause.stop()
        note = self._note.toPlainText()
        known = self._stop is not None and self._stop in self._session.schedule.visits
        if pending and known and self._stop is not None and note != self._session.trip.stop(self._stop).note:
            self._edits.note(self._stop, note[:LONGEST_NOTE])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._note and event.type() == QEvent.Type.FocusOut:
            self._save_note()
        return super().eventFilter(watched, event)
