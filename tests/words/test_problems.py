"""Every problem and every failure has a sentence in every language, and the sentence names its figures."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import PlaceId
from jz_travel.domain.problems import (
    AfterDark,
    ArrivesAfterClosing,
    ArrivesAfterLastEntry,
    ClosedThatDay,
    ClosesDuringVisit,
    EndsLate,
    HoursNotKnown,
    MissesFixedStart,
    NoLodging,
    NoTimeForLunch,
    PartOfAnotherVisit,
    PlaceNotLocated,
    Problem,
    RushedVisit,
    Severity,
    UnknownPlace,
    VisitedTwice,
    WaitsForOpening,
)
from jz_travel.domain.trip import StopId
from jz_travel.words import Words, offered
from tests.strategies import CITY

LANGUAGES = [Words(language) for language in offered()]
in_each_language = pytest.mark.parametrize("words", LANGUAGES, ids=lambda words: words.language)


@dataclass(frozen=True)
class Case:
    problem: Problem
    figures: tuple[str, ...]


CASES = [
    Case(UnknownPlace(PlaceId("atlantis")), ("atlantis",)),
    Case(ClosedThatDay(date(2026, 10, 5), ""), ("5", "10", "一")),
    Case(ClosedThatDay(date(2026, 10, 5), "{repairs}"), ("{repairs}",)),
    Case(ArrivesAfterLastEntry(hours(17, 30), hours(17, 50)), ("17:30", "17:50")),
    Case(ArrivesAfterClosing(hours(18), hours(18, 20)), ("18:00", "18:20")),
    Case(ClosesDuringVisit(hours(18), minutes(25)), ("18:00", "25")),
    Case(MissesFixedStart(hours(9), hours(9, 40)), ("09:00", "09:40")),
    Case(WaitsForOpening(hours(14), minutes(35)), ("14:00", "35")),
    Case(AfterDark(hours(6, 20), hours(18, 5)), ("06:20", "18:05")),
    Case(RushedVisit(minutes(50)), ("50",)),
    Case(VisitedTwice(StopId("s1")), ()),
    Case(PartOfAnotherVisit(PlaceId("museum")), ("museum",)),
    Case(PlaceNotLocated(None), ()),
    Case(PlaceNotLocated(PlaceId("station")), ("station",)),
    Case(HoursNotKnown(), ()),
    Case(EndsLate(hours(22, 10), hours(21)), ("22:10", "21:00")),
    Case(NoTimeForLunch(), ()),
    Case(NoLodging(), ()),
]


def test_no_kind_of_problem_is_missing_here() -> None:
    assert {type(case.problem) for case in CASES} == set(get_args(Problem))


@in_each_language
@pytest.mark.parametrize("case", CASES, ids=lambda case: type(case.problem).__name__)
def test_a_problem_names_its_figures(words: Words, case: Case) -> None:
    said = words.problem(case.problem, CITY)
    figures = [each for each in case.figures if words.is_chinese or each not in ("10", "一")]
    assert all(figure in said for figure in figures), said
    assert said.endswith(("。", ".", "{repairs}"))


def test_no_two_problems_sound_the_same() -> None:
    for words in LANGUAGES:
        said = [words.problem(case.problem, CITY) for case in CASES]
        assert len(set(said)) == len(said)


def test_some_sentences_as_a_visitor_reads_them() -> None:
    late = ArrivesAfterLastEntry(hours(17, 30), hours(17, 50))
    assert Words("en").problem(late, CITY) == "You get here at 17:50; last entry is at 17:30."
    assert Words("zh-Hans").problem(late, CITY) == "17:50 才到，17:30 已停止入园。"


@in_each_language
def test_severities_have_three_names(words: Words) -> None:
    assert len({words.severity(severity) for severity in Severity}) == 3


ABOUT_NO_FILE = {
    Cause.NO_ANSWER,
    Cause.KEY_REFUSED,
    Cause.QUOTA,
    Cause.NONSENSE,
    Cause.FOREIGN_CODE,
    Cause.CODE_MISSING,
    Cause.CODES_MIXED,
    Cause.NOT_PRINTED,
}


@in_each_language
@pytest.mark.parametrize("cause", [cause for cause in Cause if cause not in ABOUT_NO_FILE])
def test_a_failure_names_the_file_and_the_field(words: Words, cause: Cause) -> None:
    said = words.failure(Failure(cause, Path("home", "三日 {n}.json"), "days[1].stops[2].stay", "expected `int`"))
    assert "三日 {n}.json" in said
    assert "days[1].stops[2].stay" in said
    assert "expected `int`" in said


@in_each_language
def test_every_cause_sounds_different(words: Words) -> None:
    assert len({words.failure(Failure(cause, Path("trip.json"))) for cause in Cause}) == len(Cause)


@in_each_language
@pytest.mark.parametrize("cause", Cause)
def test_a_failure_without_a_file_is_a_sentence_too(words: Words, cause: Cause) -> None:
    said = words.failure(Failure(cause))
    assert said.endswith((".", "。"))
    assert "“" not in said


def test_a_failure_as_a_visitor_reads_it() -> None:
    failure = Failure(Cause.BAD_FIELD, Path("trip.json"), "days[1].starts", "25:99")
    assert Words("en").failure(failure) == "“trip.json” has a mistake in the field days[1].starts. (25:99)"
    assert Words("zh-Hans").failure(failure) == "“trip.json”中 days[1].starts 一项有误。（25:99）"
