"""What is liked, and how much: for everybody, or by each member of a group."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jz_travel.domain.places import Theme
from jz_travel.domain.request import Interest, Member
from jz_travel.ui.parts.elided import Chip
from jz_travel.ui.parts.flow import FlowLayout
from jz_travel.ui.parts.widgets import button, clear, label
from jz_travel.ui.planning.fields import Segments
from jz_travel.ui.style.look import Look
from jz_travel.words import N_

LITTLE, USUAL, MUCH = 0.5, 1.0, 2.0
LIKINGS = ((LITTLE, N_("A little")), (USUAL, N_("Yes", context="liked")), (MUCH, N_("A lot")))
MOST_MEMBERS = 12
LONGEST_NAME = 40


class ThemeChips(QWidget):
    """A chip for each theme. A weight that was said elsewhere is kept as long as its theme stays on."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.chips = {theme: Chip() for theme in Theme}
        self.weights: dict[Theme, float] = {}
        flow = FlowLayout()
        self.setLayout(flow)
        for chip in self.chips.values():
            chip.toggled.connect(lambda _: self.changed.emit())
            flow.addWidget(chip)

    @property
    def interests(self) -> tuple[Interest, ...]:
        liked = (theme for theme, chip in self.chips.items() if chip.isChecked())
        return tuple(Interest(theme, self.weights.get(theme, USUAL)) for theme in liked)

    def show_interests(self, interests: tuple[Interest, ...]) -> None:
        self.weights = {interest.theme: interest.weight for interest in interests}
        for theme, chip in self.chips.items():
            chip.setChecked(theme in self.weights)

    def say(self, whose: str = "") -> None:
        words = self._look.words
        for theme, chip in self.chips.items():
            said = words.theme(theme)
            chip.say(said)
            chip.setAccessibleName(words.labelled(whose, said) if whose else said)


class Likings(QWidget):
    """How much each chosen theme is liked."""

    def __init__(self, themes: ThemeChips, look: Look) -> None:
        super().__init__()
        self._themes, self._look = themes, look
        self._hint = label("small")
        self.rows: dict[Theme, Segments] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint)
        column.addLayout(self._grid)
        themes.changed.connect(self.retell)

    def retell(self) -> None:
        words = self._look.words
        liked = self._themes.interests
        self._hint.setText(words.say("Choose above what you like; here you say how much."))
        self._hint.setVisible(not liked)
        clear(self._grid)
        self.rows = {}
        for number, interest in enumerate(liked):
            segments = Segments([weight for weight, _ in LIKINGS])
            labels = [words.say("A little"), words.say("Yes", context="liked"), words.say("A lot")]
            segments.say(words, words.theme(interest.theme), labels)
            segments.choose(min((LITTLE, USUAL, MUCH), key=lambda each: abs(each - interest.weight)))
            segments.chosen.connect(lambda weight, theme=interest.theme: self._like(theme, weight))
            self._grid.addWidget(label("muted", words.theme(interest.theme), wrap=False), number, 0)
            self._grid.addWidget(segments, number, 1)
            self.rows[interest.theme] = segments

    def _like(self, theme: Theme, weight: float) -> None:
        self._themes.weights[theme] = weight


class MemberCard(QWidget):
    """One member: a name, and what this one likes."""

    def __init__(self, member: Member, look: Look) -> None:
        super().__init__()
        self._look = look
        self.name = QLineEdit(member.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.gone = button("flat")
        self.gone.setIcon(look.icon("x", "ink_muted"))
        self.themes = ThemeChips(look)
        self.themes.show_interests(member.interests)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.gone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.themes)

    def member(self, number: int) -> Member:
        name = " ".join(self.name.text().split())
        return Member(name or self._look.words.say("Person {n}", n=number), self.themes.interests)

    def retell(self, number: int) -> None:
        say = self._look.words.say
        whose = say("Person {n}", n=number)
        self.name.setPlaceholderText(whose)
        self.name.setAccessibleName(say("Name of person {n}", n=number))
        self.gone.setAccessibleName(say("Take person {n} out", n=number))
        self.gone.setToolTip(self.gone.accessibleName())
        self.themes.say(self.name.text() or whose)


class Members(QWidget):
    """People who like different things. One alone is no group: their wishes are those of the form."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.cards: list[MemberCard] = []
        self._hint = label("small")
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.add = button("flat")
        self.add.setIcon(look.icon("plus", "accent"))
        self.add.clicked.connect(self._add_person)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._hint)
        column.addLayout(self._list)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)

    @property
    def members(self) -> tuple[Member, ...]:
        return tuple(card.member(number) for number, card in enumerate(self.cards, 1))

    def show_members(self, members: tuple[Member, ...]) -> None:
        clear(self._list)
        self.cards = []
        for member in members:
            self._add(member)
        self._changed()

    def _add(self, member: Member) -> None:
        card = MemberCard(member, self._look)
        card.gone.clicked.connect(lambda: self._drop(card))
        self.cards.append(card)
        self._list.addWidget(card)

    def _add_person(self) -> None:
        while len(self.cards) < MOST_MEMBERS:
            self._add(Member(""))
            if len(self.cards) > 1:  # it takes two to be a group
                break
        self._changed()
        self.cards[-1].name.setFocus()

    def _drop(self, card: MemberCard) -> None:
        self.add.setFocus()
        self.show_members(tuple(each.member(number) for number, each in enumerate(self.cards, 1) if each is not card))

    def _changed(self) -> None:
        self.retell()
        self.changed.emit()

    def retell(self) -> None:
        say = self._look.words.say
        self._hint.setText(
            say("The plan gives the least satisfied member as much as possible.")
            if self.cards
            else say("Does each of you like something else? Say who likes what, and the plan is fair to all.")
        )
        self.add.setText(say("Add a person"))
        self.add.setEnabled(len(self.cards) < MOST_MEMBERS)
        for number, card in enumerate(self.cards, 1):
            card.retell(number)
