"""The trips that come with the program work on whatever day a visitor opens them."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from jz_travel.almanac import daylight
from jz_travel.domain.places import Catalogue
from jz_travel.domain.problems import Severity
from jz_travel.domain.timetable import schedule
from jz_travel.resources import assets
from jz_travel.roads import leg_table
from jz_travel.store.places import read_catalogue
from jz_travel.ui.samples import SAMPLES, Sample, shipped


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(assets())[0]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.file)
def test_a_sample_trip_works_on_every_day_of_a_year(sample: Sample, catalogue: Catalogue, tmp_path: Path) -> None:
    travel = leg_table(catalogue, tmp_path)
    for number in range(365):
        trip = shipped(sample).with_start_date(date(2026, 11, 28) + timedelta(days=number))
        if sample.weekday in (None, trip.starts.isoweekday()):
            happens = schedule(trip, catalogue, travel, daylight)
            assert happens.count(Severity.CLASH) == 0, trip.starts
            assert happens.count(Severity.WARNING) == 0, trip.starts


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.file)
def test_a_sample_trip_stays_where_nights_are_spent_and_wishes_for_more(sample: Sample, catalogue: Catalogue) -> None:
    trip = shipped(sample)
    assert all(day.lodging in catalogue for day in trip.days[:-1])
    assert trip.wishes
    assert sample.shown_by in catalogue
