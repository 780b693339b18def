"""What may be computed from printed figures, and what may not."""

from decimal import ROUND_HALF_UP, Decimal

import pytest

from jz_travel.domain.reckoning import (
    DaysUnknownError,
    Derived,
    NotComparableError,
    before,
    change,
    figures_behind,
    implied,
    per_day,
    per_visit,
    readings_of,
    reproduced_by,
)
from jz_travel.domain.statistics import Basis, Figure, FigureId, Statistics
from jz_travel.resources import assets
from jz_travel.store.statistics import read_statistics


@pytest.fixture(scope="module")
def statistics() -> Statistics:
    found, failures = read_statistics(assets())
    assert failures == ()
    return found


def figure(statistics: Statistics, name: str) -> Figure:
    return statistics.by_id[FigureId(name)]


def shown(derived: Derived, digits: str = "0.01") -> Decimal:
    return (derived.base / derived.unit.factor).quantize(Decimal(digits), ROUND_HALF_UP)


def test_the_headline_is_what_the_press_conference_said(statistics: Statistics) -> None:
    visits, revenue = figure(statistics, "jz_nd2024_v"), figure(statistics, "jz_nd2024_r")
    assert (str(visits.value), visits.unit, visits.growth[0].printed) == ("685.93", "万人次", Decimal("13.21"))
    assert (str(revenue.value), revenue.unit, revenue.growth[0].printed) == ("41.35", "亿元", Decimal("12.56"))
    assert {each.growth[0].basis for each in (visits, revenue)} == {Basis.NOT_STATED}
    assert figure(statistics, "jz_nd2024_cctv").value == 17


def test_the_headline_per_day_and_per_visit(statistics: Statistics) -> None:
    visits, revenue = figure(statistics, "jz_nd2024_v"), figure(statistics, "jz_nd2024_r")
    assert per_day(visits).base == 979_900
    assert shown(per_day(revenue), "0.001") == Decimal("5.907")
    assert shown(per_visit(revenue, visits)) == Decimal("602.83")


def test_the_year_before_has_two_possible_values_and_neither_is_a_figure(statistics: Statistics) -> None:
    of_visits, of_revenue = (
        readings_of(figure(statistics, name), statistics) for name in ("jz_nd2024_v", "jz_nd2024_r")
    )
    assert of_visits is not None
    assert of_revenue is not None
    assert (shown(of_visits.raw), shown(of_visits.comparable)) == (Decimal("605.89"), Decimal("692.45"))
    assert (shown(of_revenue.raw), shown(of_revenue.comparable)) == (Decimal("36.74"), Decimal("41.98"))
    assert not [each for each in statistics.find() for each in each.figures if each.year == 2023 and "jz_nd" in each.id]


@pytest.mark.parametrize(
    ("later", "year", "value"),
    [
        ("jz_md2025_v", 2024, "598.5"), ("jz_y2013_v", 2008, "1463.0"), ("jz_y2013_r", 2008, "116.0"),
        ("jz_y2018_v", 2017, "4696.0"), ("hn_nd2023_v", 2022, "3996.3"), ("hn_nd2023_r", 2022, "191.8"),
        ("cn_nd2013_v", 2012, "4.3"),
    ],
)  # fmt: skip
def test_earlier_years_that_only_a_growth_implies(statistics: Statistics, later: str, year: int, value: str) -> None:
    found = [each for each in implied(figure(statistics, later), statistics) if each.year == year]
    assert shown(found[0], "0.1") == Decimal(value)


def test_national_growth_compares_means_per_day(statistics: Statistics) -> None:
    grown = change(per_day(figure(statistics, "cn_nd2023_v")), per_day(figure(statistics, "cn_nd2024_v")))
    assert shown(grown) == Decimal("5.85")
    later = figure(statistics, "cn_nd2024_v")
    assert reproduced_by(later, later.growth[0], statistics) is Basis.COMPARABLE


def test_henan_2024_printed_a_growth_that_no_comparison_of_its_figures_gives(statistics: Statistics) -> None:
    later = figure(statistics, "hn_nd2024_v")
    assert reproduced_by(later, later.growth[0], statistics) is None


def test_yuntai_mountain_grew_by_14_percent_in_a_holiday_that_was_a_day_shorter(statistics: Statistics) -> None:
    earlier, later = figure(statistics, "yts_nd2023_v"), figure(statistics, "yts_nd2024_v")
    assert shown(change(earlier, later)) == Decimal("13.79")
    assert shown(change(per_day(earlier), per_day(later))) == Decimal("30.04")


def test_gate_visits_and_the_whole_city_never_become_one_number(statistics: Statistics) -> None:
    with pytest.raises(NotComparableError, match="definition"):
        change(figure(statistics, "jz_nd2017_v"), figure(statistics, "jz_nd2024_v"))


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [("jz_md2025_v", "jz_nd2024_v", "holiday"), ("hn_nd2023_v", "hn_nd2024_r", "measure")],
)
def test_what_cannot_be_compared_is_refused(statistics: Statistics, one: str, other: str, what: str) -> None:
    with pytest.raises(NotComparableError, match=what):
        change(figure(statistics, one), figure(statistics, other))


def test_a_mean_per_day_is_not_compared_with_a_total(statistics: Statistics) -> None:
    earlier, later = figure(statistics, "cn_nd2023_v"), figure(statistics, "cn_nd2024_v")
    with pytest.raises(NotComparableError, match="basis"):
        change(earlier, per_day(later))


def test_revenue_of_one_year_is_not_divided_by_visits_of_another(statistics: Statistics) -> None:
    with pytest.raises(NotComparableError, match="year"):
        per_visit(figure(statistics, "hn_nd2024_r"), figure(statistics, "hn_nd2023_v"))


def test_without_a_length_there_is_no_mean(statistics: Statistics) -> None:
    with pytest.raises(DaysUnknownError):
        per_day(figure(statistics, "jz_y2018_v"))
    later = figure(statistics, "jz_nd2024_v")
    with pytest.raises(DaysUnknownError):
        before(later, later.growth[0], Basis.COMPARABLE)


def test_a_computed_value_names_every_figure_it_rests_on(statistics: Statistics) -> None:
    earlier, later = figure(statistics, "cn_nd2023_v"), figure(statistics, "cn_nd2024_v")
    assert figures_behind(change(per_day(earlier), per_day(later))) == (later, earlier)
