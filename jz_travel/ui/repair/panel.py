"""Something came up: say what, see at once what would change, accept it as one step or leave it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from jz_travel.domain.trip import DayId, Trip
from jz_travel.planner import World
from jz_travel.ui.edits import Edits
from jz_travel.ui.parts.widgets import button, label, set_state
from jz_travel.ui.planning.side_panel import SIDE, SidePanel
from jz_travel.ui.planning.work import Work
from jz_travel.ui.repair.diff import Difference
from jz_travel.ui.repair.finding import Finding, found_for
from jz_travel.ui.repair.happening import SAYS, Happening
from jz_travel.ui.repair.question import Question
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import held_together
from jz_travel.words.reasons import names_of

PAUSE_MS = 150
MOST_VIOLATIONS = 5


class RepairPanel(SidePanel):
    """``accepted`` carries what happened, in words, once the trip was put right."""

    accepted = Signal(str)

    def __init__(
        self,
        session: Session,
        edits: Edits,
        look: Look,
        work: Work,
        world: Callable[[], World],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(look)
        self._session, self._edits, self._work = session, edits, work
        self._world, self._now = world, now
        self.finding: Finding | None = None
        self._before: Trip | None = None
        self._put_right: Trip | None = None
        self._asked: Happening | None = None
        self._hint = label("muted")
        self.question = Question(session, look, now)
        self.difference = Difference(session, look)
        self.accept, self.leave = button("main"), button()
        self.accept.clicked.connect(self._accept)
        self.leave.clicked.connect(self.leave_it)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look_for)
        self._state = "asking"
        self._lay_out()
        self._connect()
        self._retell()

    def _lay_out(self) -> None:
        column, row = self.reading.column, QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._answers = row
        for part in (self._hint, self.question, self.difference):
            column.addWidget(part)
        column.addStretch(1)
        row.setSpacing(8)
        row.addWidget(self.accept, 1)
        row.addWidget(self.leave, 1)
        self.foot.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_answers()

    def _fit_answers(self) -> None:
        """One below the other where one beside the other would be cut off."""
        needed = [each.sizeHint().width() for each in (self.accept, self.leave) if not each.isHidden()]
        room = (self.width() - 2 * SIDE - self._answers.spacing()) // 2
        way = QBoxLayout.Direction
        self._answers.setDirection(way.TopToBottom if len(needed) == 2 and max(needed) > room else way.LeftToRight)

    def _connect(self) -> None:
        self.question.asked.connect(self._changed_question)
        self._work.done.connect(self._done)
        self._work.failed.connect(lambda: self._show_state("failed"))
        self._session.opened.connect(lambda _: self.ask(None))
        self._session.changed.connect(lambda _: self._trip_changed())
        self._look.changed.connect(self._retell)

    # Asking

    def ask(self, day: DayId | None) -> None:
        """Begin anew, about a day where one is meant."""
        self._give_up()
        self.question.show_schedule(self._session.schedule)
        self.question.show_what(None)
        known = {each.id: index for index, each in enumerate(self._session.trip.days)}
        self.question.show_day(self._first_day if day is None else known.get(day, self._first_day))
        self._show_state("asking")

    @property
    def _first_day(self) -> int:
        """Today, where the trip is on; else its first day."""
        days = self._session.schedule.days
        return next((index for index, day in enumerate(days) if day.date >= self._now().date()), 0)

    def _changed_question(self) -> None:
        self._give_up()
        if self.question.happening is not None:
            self._show_state("looking")
            self._pause.start()

    def _look_for(self) -> None:
        happening, schedule, trip = self.question.happening, self._session.schedule, self._session.trip
        disruption = happening.disruption(schedule) if happening else None
        if happening is None or disruption is None:
            self._show_state("nothing to ask")
            return
        self._asked, self._before = happening, trip
        since, world = happening.moment(schedule, self._now()), self._world()
        self._work.run(lambda stop: found_for(trip, disruption, since, world, stop))

    def _done(self, found: Finding) -> None:
        if self._session.trip != self._before:
            self._look_for()  # the trip was changed meanwhile: look again
            return
        self.finding = found
        if found.wrong:
            self._show_state("impossible")
        else:
            self._show_state("found" if found.repair.changes else "fine")

    # Answering

    def _accept(self) -> None:
        if self._state == "failed":
            self._changed_question()
        elif self.finding is not None and self._asked is not None:
            said = self._look.words.say(SAYS[self._asked.what])
            trip = self.finding.repair.plan.trip
            self._give_up()
            self._put_right = trip
            self._show_state("done")
            self._edits.repair(said, trip)
            self.accepted.emit(said)

    def leave_it(self) -> None:
        self._give_up()
        self.closed.emit()

    def _give_up(self) -> None:
        self._pause.stop()
        self._work.give_up()
        self.finding = None
        self.difference.show_repair(None)

    def _trip_changed(self) -> None:
        """An answer belongs to the trip it was given for."""
        if self._state == "done" and self._session.trip == self._put_right:
            return
        self.question.show_schedule(self._session.schedule)
        if self._state == "done":  # undone, or changed since: what was said of it is over
            self.question.show_what(None)
            self._show_state("asking")
        if self.finding is not None or self._state == "looking":
            self._changed_question()

    # Words

    def _retell(self) -> None:
        say = self._look.words.say
        self.say_title(say("Something came up"))
        self._hint.setText(say("What is done and what is locked stays. You see every change before you accept it."))
        self.leave.setText(say("Leave it"))
        self.question.retell()
        self._show_state(self._state)

    def _show_state(self, state: str) -> None:
        if state == "asking" and not self._session.schedule.visits:
            state = "empty"
        elif state == "asking" and not self.question.day.count():
            state = "over"
        self._state = state
        found = self.finding.repair if self.finding and state == "found" else None
        self.difference.show_repair(found)
        self.question.setEnabled(state not in ("empty", "over"))
        self.status.setText(held_together(self._says(state)))
        self.stand_above(self.difference if found else None)
        self.status.setVisible(bool(self.status.text()))
        set_state(self.status, "role", "clash" if state in ("impossible", "failed") else "muted")
        say, ready = self._look.words.say, state in ("found", "failed")
        self.accept.setText(say("Try again") if state == "failed" else say("Accept"))
        self.accept.setVisible(ready or state == "looking")
        self.accept.setEnabled(ready)
        set_state(self.accept, "main", ready)
        self.leave.setText(say("Leave it") if ready or state == "looking" else say("Close"))
        self._fit_answers()
        if state == "found":
            self.show_answer(self.difference)

    def _says(self, state: str) -> str:
        words, say = self._look.words, self._look.words.say
        if self.finding is not None and state in ("found", "impossible"):
            told = self.finding.lost if state == "found" else self.finding.wrong
            sentences = [words.violation(each, self._session.catalogue) for each in told[:MOST_VIOLATIONS]]
            first = self.difference.summary(self.finding.repair)
            first = first if state == "found" else say("No way was found to put this right:")
            return "\n".join([first, *sentences, *self._outside()])
        texts = {
            "empty": say("Nothing is planned yet."),
            "over": say("This trip is over; nothing of it can change."),
            "looking": say("Looking for the smallest change …"),
            "nothing to ask": say("Nothing of this trip is left to change."),
            "fine": "\n".join([say("The trip still works. Nothing needs to change."), *self._outside()]),
            "failed": say("Looking for a change went wrong. Your trip is as it was."),
            "done": say("The trip was put right. You can undo it."),
        }
        return texts.get(state, "")

    def _outside(self) -> list[str]:
        """Whoever must see a mountain may see it in the rain, but knows it before."""
        if self.finding is None or self.finding.wrong or not self.finding.outside:
            return []
        words = self._look.words
        places = names_of(words, self.finding.outside, self._session.catalogue)
        return [words.say("Still in the open on this day: {places}.", places=places)]
