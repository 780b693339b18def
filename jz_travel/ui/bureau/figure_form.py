"""One figure of the bureau's own: what it is, exactly as its source prints it, and who compared it with the source."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QSpinBox, QWidget

from jz_travel.domain.bureau import Entry
from jz_travel.domain.statistics import Basis, Definition, Event, Growth, Measure, Subject, SubjectId, Unit
from jz_travel.store.statistics import UNITS
from jz_travel.ui.bureau.fields import Choice, form_of, line, put_together
from jz_travel.ui.parts.widgets import calm, resize_within, roomy
from jz_travel.ui.style.look import Look
from jz_travel.words.statistics import BASES, DEFINITIONS, EVENTS, MEASURES, unit_on_paper

FIRST_YEAR, LAST_YEAR, MOST_DAYS = 1949, 2100, 31


class FigureForm(QDialog):
    """``wanted`` carries the entry once everything in it is clear."""

    wanted = Signal(object)

    def __init__(
        self, parent: QWidget, look: Look, subjects: Sequence[Subject], entry: Entry | None, the_day: date
    ) -> None:
        super().__init__(parent)
        words, say = look.words, look.words.say
        self._look, self._before, self._day = look, entry, the_day
        self.setWindowTitle(say("Edit the figure") if entry else say("Add a figure"))
        resize_within(self, look.theme.px(560), look.theme.px(760))
        some = entry or _usual(the_day)
        names = [words.text(each.name) for each in subjects]
        self.subject = Choice([each.id for each in subjects], names, some.subject)
        self.event_ = Choice(list(Event), [say(EVENTS[each]) for each in Event], some.event)
        self.year = calm(QSpinBox())
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setValue(some.year or the_day.year)
        self.days = calm(QSpinBox())
        self.days.setRange(0, MOST_DAYS)
        self.days.setSpecialValueText(say("not known"))
        self.days.setValue(some.days or 0)
        for spin in (self.year, self.days):
            roomy(spin)
        measures = [say(MEASURES[each], context="measure") for each in Measure]
        self.measure = Choice(list(Measure), measures, some.measure)
        self.definition = Choice(list(Definition), [say(DEFINITIONS[each]) for each in Definition], some.definition)
        self.value = line(f"{some.value:f}" if entry else "", "", "685.93")
        self.unit = Choice([some.unit], [unit_on_paper(look.words, some.unit)], some.unit)
        self._offer_units()
        self.growth = line(
            f"{some.growth.printed:+f}" if some.growth else "", "", say("in per cent, as printed: +13.21")
        )
        self.basis = Choice(list(Basis), [say(BASES[each]) for each in Basis], _basis(some))
        self.source = line(some.source, "", say("Who says so: a paper, a release, a report"))
        self.published = line(some.published, "", "2026-10-08")
        self.url, self.note = line(some.url, ""), line(some.note, "")
        self.by = line(some.verified_by, "", say("Your name"))
        self.verified = QCheckBox(say("Matches its source"))
        self.verified.setChecked(some.verified_on is not None)
        self.wrong = put_together(self, look, self._form(), self.keep)
        self.measure.activated.connect(lambda _: self._offer_units())

    def _form(self) -> QFormLayout:
        say = self._look.words.say
        rows = (
            (say("Subject", context="column"), self.subject), (say("Holiday", context="column"), self.event_),
            (say("Year", context="column"), self.year), (say("Days", context="column"), self.days),
            (say("Measure", context="column"), self.measure),
            (say("What was counted", context="column"), self.definition),
            (say("Value", context="column"), self.value), (say("Unit", context="column"), self.unit),
            (say("Growth", context="column"), self.growth),
            (say("What the growth compares", context="column"), self.basis),
            (say("Source", context="column"), self.source), (say("Published", context="column"), self.published),
            (say("Address", context="column"), self.url), (say("Note", context="column"), self.note),
            (say("Verified by"), self.by),
        )  # fmt: skip
        form = form_of(rows)
        form.addRow("", self.verified)
        return form

    def _offer_units(self) -> None:
        """Only units that the measure has."""
        units = UNITS[self.measure.value]
        self.unit.offer(units, [unit_on_paper(self._look.words, each) for each in units])

    def keep(self) -> None:
        """Say what is wrong, or hand the entry on."""
        entry = self._read()
        if isinstance(entry, str):
            self.say_wrong(entry)
            return
        self.wrong.hide()
        self.wanted.emit(entry)

    def say_wrong(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.show()

    def _read(self) -> Entry | str:
        say = self._look.words.say
        value = _number(self.value.text())
        if value is None or value <= 0:
            return say("The value is a number above zero, with a point before its decimals.")
        growth = _number(self.growth.text()) if self.growth.text().strip() else Decimal(0)
        if growth is None or growth <= -100:
            return say("Growth is a percentage, like +13.21.")
        if not self.source.text().strip():
            return say("The source is missing; no figure is kept without one.")
        if self.verified.isChecked() and not self.by.text().strip():
            return say("Who verified it? Put the name beside it.")
        grown = None
        if self.growth.text().strip():
            grown = Growth(growth, "change", self.year.value() - 1, self.basis.value)
        entry = Entry(
            self.subject.value, self.event_.value, self.measure.value, self.definition.value, value, self.unit.value,
            self.source.text().strip(), self.year.value(), self.days.value() or None, None, None, grown,
            self.published.text().strip(), self.url.text().strip(), self.note.text().strip(),
        )  # fmt: skip
        return self._with_what_stays(entry)

    def _with_what_stays(self, entry: Entry) -> Entry:
        before = self._before
        if before is not None:
            entry = replace(entry, id=before.id, version=before.version)
            if (before.year, before.days) == (entry.year, entry.days):
                entry = replace(entry, first=before.first, last=before.last)
        if self.verified.isChecked():
            stays = before is not None and before.verified_by == self.by.text().strip() and _same(before, entry)
            on = before.verified_on if stays and before else self._day
            entry = replace(entry, verified_on=on, verified_by=self.by.text().strip())
        return entry


def _usual(the_day: date) -> Entry:
    return Entry(
        SubjectId("jiaozuo"), Event.NATIONAL_DAY, Measure.VISITS, Definition.AREA_TOTAL, Decimal(1), Unit.WAN_VISITS,
        "", the_day.year, 7,
    )  # fmt: skip


def _basis(entry: Entry) -> Basis:
    return entry.growth.basis if entry.growth else Basis.NOT_STATED


def _same(one: Entry, other: Entry) -> bool:
    """A verification stands only for what was verified."""
    return (one.base, one.growth, one.source, one.key) == (other.base, other.growth, other.source, other.key)


def _number(text: str) -> Decimal | None:
    from jz_travel.desk.numbers import number_and_rest, plain

    found = number_and_rest(plain(text).removesuffix("%").strip())
    return found[0] if found and not found[1] else None
