"""No number without an origin: every formula that is shown really gives the number beside it."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from jz_travel.charts.columns import growth_per_day, quantities
from jz_travel.charts.data import derived_from
from jz_travel.cli.main import main
from jz_travel.domain.reckoning import Derived, figures_behind
from jz_travel.domain.statistics import Event, Figure, Measure, Statistics, SubjectId, Unit
from jz_travel.domain.texts import Language
from jz_travel.resources import assets
from jz_travel.store.statistics import read_statistics
from jz_travel.words import Words
from jz_travel.words.statistics import computed, formula, growth_explained, printed, title

COMPARED = tuple(map(SubjectId, ("china", "henan", "yuntaishan", "jiaozuo")))
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@pytest.fixture(autouse=True)
def _no_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what is shipped, whatever this machine's desk keeps."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("JZ_TRAVEL_DESK", raising=False)


@pytest.fixture(scope="module")
def statistics() -> Statistics:
    return read_statistics(assets())[0]


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text))


def every_derived(statistics: Statistics) -> Iterator[Derived]:
    for series in statistics.series:
        yield from derived_from(series, statistics)
    for measure in (Measure.VISITS, Measure.REVENUE):
        chart = growth_per_day(statistics, COMPARED, Event.NATIONAL_DAY, measure, (2023, 2024))
        yield from (each for each in quantities(chart) if isinstance(each, Derived))


def evaluated(text: str) -> Decimal:
    """What a formula in Chinese comes to, in single visits, yuan or percent."""
    factors = {unit.value: unit.factor for unit in Unit if unit.value} | {"天": Decimal(1)}
    names = "|".join(sorted(map(re.escape, factors), key=len, reverse=True))

    def number(found: re.Match[str]) -> str:
        value = Decimal(found[1].replace(",", "")) * factors.get(found[2] or "天", Decimal(1))
        return f"Decimal('{value}')"

    plain = re.sub(rf"([\d,]+(?:\.\d+)?)\s*({names})?", number, text.replace("%", ""))
    plain = plain.replace("÷", "/").replace("×", "*").replace("\u2212", "-").replace("+", "")
    result = eval(plain, {"__builtins__": {}}, {"Decimal": Decimal})
    assert isinstance(result, Decimal)
    return result


def test_every_shown_formula_gives_the_shown_number(statistics: Statistics) -> None:
    words = Words("zh-Hans")
    checked = 0
    for each in every_derived(statistics):
        left, _, right = re.split(r" (=|≈) ", formula(words, each))
        result, shown = evaluated(left), evaluated(right)
        if each.unit is Unit.PERCENT:
            result *= 100
        last_digit = each.unit.factor * Decimal("0.01")
        assert abs(result - shown) <= last_digit / 2, formula(words, each)
        checked += 1
    assert checked > 150


def test_every_input_of_a_formula_is_a_printed_figure(statistics: Statistics) -> None:
    words = Words("zh-Hans")
    for each in every_derived(statistics):
        behind = figures_behind(each)
        assert all(statistics.by_id[figure.id] is figure for figure in behind)
        assert all(printed(words, figure) in formula(words, each) for figure in behind)


def traced(words: Words, statistics: Statistics, figures: tuple[Figure, ...], derived: tuple[Derived, ...]) -> set[str]:
    """Every number that may stand in what is said of these figures and of what is computed from them."""
    allowed: set[str] = set()
    for figure in figures:
        source = statistics.sources[figure.evidence.source]
        dates = [words.dates(figure.first, figure.last)] if figure.first and figure.last else []
        note = [words.text(figure.note)] if figure.note else []
        growth = [growth_explained(words, each) for each in figure.growth]
        plain = [str(figure.year), str(figure.days), str(figure.value), f"{figure.base.normalize():,f}"]
        said = [title(words, figure), printed(words, figure), *growth, *dates, *note, *plain]
        allowed |= numbers(" ".join([*said, words.text(source.title), words.as_far_as_said(source.date), source.url]))
    for each in derived:
        allowed |= numbers(f"{title(words, each)} {formula(words, each)} {computed(words, each)}")
    return allowed


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_the_command_line_prints_no_number_of_its_own(
    statistics: Statistics, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    words = Words(language)
    for subject in statistics.subjects:
        assert main(["--lang", language, "stats", subject.id]) == 0
        said = capsys.readouterr().out
        series = statistics.find(subject.id)
        figures = tuple(figure for each in series for figure in each.figures)
        derived = tuple(one for each in series for one in derived_from(each, statistics))
        assert numbers(said) - traced(words, statistics, figures, derived) == set(), subject.id


def test_the_data_keep_printed_and_computed_apart(statistics: Statistics, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "stats", "--json"]) == 0
    content = json.loads(capsys.readouterr().out)
    figures = [figure for series in content["series"] for figure in series["figures"]]
    derived = [each for series in content["series"] for each in series["computed"]]
    assert {each["id"] for each in figures} == set(statistics.by_id)
    assert all(each["source"]["title"] for each in figures)
    assert all(each["formula"] and set(each["from"]) <= set(statistics.by_id) for each in derived)


def test_a_series_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "stats", "atlantis"]) == 1
    assert "atlantis" in capsys.readouterr().err


def test_a_chart_of_the_command_line_is_a_drawing_with_its_source(qapp: object, tmp_path: Path) -> None:
    file = tmp_path / "chart.svg"
    assert main(["--lang", "zh-Hans", "stats", "jiaozuo.may_day.visits", "--chart", str(file)]) == 0
    drawn = file.read_text("utf-8")
    assert drawn.startswith("<svg")
    assert "125.63" in drawn
    assert "来源" in drawn
    assert "script" not in drawn
