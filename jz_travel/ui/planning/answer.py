"""The planner's answer: how good it is, what each member gets, what cannot be, and why the rest is left out."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from jz_travel.domain.places import PlaceId
from jz_travel.domain.plan import LeftOut, Plan, Satisfaction
from jz_travel.domain.reasons import Avoided, SeenInParts, SeenWith
from jz_travel.ui.parts.widgets import button, clear, label, tab_through
from jz_travel.ui.planning.cards import LeftOutCard, WhyNot
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import held_together
from jz_travel.words import N_
from jz_travel.words.plans import access_sentence

MOST_REASONS = 8
MOST_VIOLATIONS = 6
CONTENT = ((0.85, N_("very happy")), (0.6, N_("happy")), (0.35, N_("gets some")), (0.0, N_("gets little")))


class PlanAnswer(QWidget):
    """``fix_wanted`` carries a place and the fix that would bring it in; ``help_wanted`` asks what would."""

    fix_wanted = Signal(str, object)
    place_wanted = Signal(str)
    must_wanted = Signal(str)
    help_wanted = Signal(str)
    add_wanted = Signal(str, QPoint)

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session, self._look = session, look
        self._plan: Plan | None = None
        self._show_all = False
        self._looked_into: set[PlaceId] = set()
        self._why_old = ""
        self._usable = True
        self.cards: dict[PlaceId, LeftOutCard] = {}
        self.why_not = WhyNot(lambda: session.catalogue, look, self._card)
        self.why_not.must_wanted.connect(self.must_wanted)
        self.why_not.asked.connect(self._show_once)
        self._reasons_title = label("section")
        self._column, self._reasons = QVBoxLayout(), QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        for column in (self._column, self._reasons):
            column.setSpacing(8)
        whole.addLayout(self._column)
        whole.addWidget(self._reasons_title)
        whole.addWidget(self.why_not)
        whole.addLayout(self._reasons)

    def show_plan(self, plan: Plan | None) -> None:
        self._plan, self._show_all = plan, False
        self._looked_into.clear()
        if plan is None:
            self.why_not.forget()
        self.why_not.show_plan(plan)
        self.retell()

    def retell(self) -> None:
        clear(self._column)
        clear(self._reasons)
        self.why_not.retell()
        self.cards = {}
        plan, words = self._plan, self._look.words
        self._say_reasons_title()
        self._reasons_title.setVisible(plan is not None)
        if plan is None:
            return
        if says := access_sentence(words, plan, self._session.catalogue):
            self._column.addWidget(label("small", held_together(says)))
        for conflict in plan.conflicts:
            self._column.addWidget(
                label("clash", held_together(words.conflict(conflict, plan, self._session.catalogue)))
            )
        if not plan.works and not plan.conflicts:
            for violation in plan.violations[:MOST_VIOLATIONS]:
                self._column.addWidget(
                    label("clash", held_together(words.violation(violation, self._session.catalogue)))
                )
        if plan.satisfaction:
            self._column.addWidget(label("section", words.say("What each of you gets")))
            for each in plan.satisfaction:
                self._column.addWidget(MemberShare(each, self._look))
        self._tell_left_out(plan)

    def _tell_left_out(self, plan: Plan) -> None:
        # What is seen with its area, or was asked to be left out, is no question.
        questions = [left for left in plan.left_out if not isinstance(left.reason, (SeenWith, SeenInParts, Avoided))]
        words = self._look.words
        shown = questions if self._show_all else questions[:MOST_REASONS]
        for left in shown:
            self.cards[left.place] = card = self._card(left)
            self._reasons.addWidget(card)
        if len(shown) < len(questions):
            more = button("flat", words.say("{n} more", n=len(questions) - len(shown)))
            more.clicked.connect(self._tell_all)
            self._reasons.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        asked = [self.why_not.card] if self.why_not.card else []
        tab_through(self.why_not.picker.found, [*asked, *self.cards.values()])
        self._show_once()

    def _show_once(self) -> None:
        """What was asked about has its card above."""
        for place, card in self.cards.items():
            card.setVisible(not self.why_not.is_about(place))

    def _tell_all(self) -> None:
        self._show_all = True
        self.retell()

    def _card(self, left: LeftOut) -> LeftOutCard:
        assert self._plan is not None
        looked_into = left.place in self._looked_into
        card = LeftOutCard(left, self._plan, self._session.catalogue, self._look, looked_into=looked_into)
        card.fix_wanted.connect(self.fix_wanted)
        card.place_wanted.connect(self.place_wanted)
        card.help_wanted.connect(self.help_wanted)
        card.add_wanted.connect(self.add_wanted)
        card.let_use(self._usable, self._why_old)
        return card

    # What becomes of it later

    def mark_age(self, why_old: str, usable: bool) -> None:
        """``why_old``: what has happened since, so that the reasons are those of another trip and no fix is proven."""
        if (why_old, usable) == (self._why_old, self._usable):
            return
        self._why_old, self._usable = why_old, usable
        self._say_reasons_title()
        asked = self.why_not.card
        for card in (*self.cards.values(), *((asked,) if isinstance(asked, LeftOutCard) else ())):
            card.let_use(usable, why_old)

    def _say_reasons_title(self) -> None:
        say = self._look.words.say
        old = say("Not in the plan before your change, and why")
        self._reasons_title.setText(old if self._why_old else say("Not in the plan, and why"))

    def tell_more(self, plan: Plan, left: LeftOut) -> None:
        """The same plan, and every fix for one place was looked for: its card is made anew, where it was."""
        self._plan = plan
        self._looked_into.add(left.place)
        self.why_not.show_plan(plan)
        shown: QWidget | None = self.why_not.card
        if (old := self.cards.get(left.place)) is not None:
            self.cards[left.place] = new = self._card(left)
            self._reasons.replaceWidget(old, new)
            old.hide()
            old.deleteLater()
            tab_through(self.why_not.picker.found, self.cards.values())
            self._show_once()
            shown = shown if self.why_not.is_about(left.place) else new
        if shown is not None and (buttons := shown.findChildren(QAbstractButton)):
            buttons[min(1, len(buttons) - 1)].setFocus()  # the one that was pressed is gone; the first is the name


class MemberShare(QWidget):
    """How much one member gets of what could have been had at best: in words, as a bar, as a number."""

    def __init__(self, each: Satisfaction, look: Look) -> None:
        super().__init__()
        words = look.words
        content = words.say(next(says for least, says in CONTENT if each.share >= least))
        percent = words.percent(round(each.share, 2), signed=False).replace(".00", "")
        self.said = words.say("{name}: {content}, {percent}", name=each.name, content=content, percent=percent)
        self.setAccessibleName(self.said)
        line, row = QHBoxLayout(), QVBoxLayout(self)
        line.addWidget(label("", each.name), 1)
        line.addWidget(label("muted", f"{content} · {percent}", wrap=False))
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(2)
        row.addLayout(line)
        row.addWidget(ShareBar(each.share, look))


class ShareBar(QWidget):
    """A bar filled from 0 to 1."""

    def __init__(self, share: float, look: Look) -> None:
        super().__init__()
        self._share, self._look = share, look
        self.setFixedHeight(look.theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        round_ = whole.height() / 2
        for role, width in (("pressed", whole.width()), ("accent", whole.width() * self._share)):
            painter.setBrush(self._look.theme.qcolor(role))
            painter.drawRoundedRect(QRectF(0, 0, max(width, whole.height()), whole.height()), round_, round_)
