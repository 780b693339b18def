"""What an independent check finds wrong with a plan: values that ``words`` turns into sentences."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from jz_travel.domain.places import PlaceId


class Rule(StrEnum):
    """A rule about one visit, one day or the whole plan that either holds or does not."""

    UNKNOWN_PLACE = "unknown_place"
    NOT_A_SIGHT = "not_a_sight"
    AVOIDED = "avoided"
    TWICE = "twice"
    AREA_AND_SIGHT = "area_and_sight"
    NOT_ON_FOOT = "not_step_free"
    CLOSED = "closed"
    AFTER_LAST_ENTRY = "after_last_entry"
    CLOSES_DURING = "closes_during"
    TOO_SHORT = "too_short"
    IN_THE_DARK = "in_the_dark"
    LONG_WAIT = "long_wait"
    WRONG_LEG = "wrong_leg"
    TOO_EARLY_THERE = "too_early_there"
    TIMES_OUT_OF_ORDER = "times_out_of_order"
    WRONG_DATE = "wrong_date"
    WRONG_START = "wrong_start"
    WRONG_END = "wrong_end"
    STARTS_TOO_EARLY = "starts_too_early"
    ENDS_TOO_LATE = "ends_too_late"
    NO_LUNCH = "no_lunch"
    NO_DINNER = "no_dinner"
    MEAL_OVERLAPS = "meal_overlaps"
    TOO_MUCH_DRIVING = "too_much_driving"
    TOO_MUCH_ON_FOOT = "too_much_on_foot"
    OVER_BUDGET = "over_budget"
    MUST_MISSING = "must_missing"
    PIN_MISSED = "pin_missed"
    WRONG_LODGING = "wrong_lodging"
    WRONG_NUMBER_OF_DAYS = "wrong_number_of_days"


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken rule. What it is about, and by how much, as far as that can be said."""

    rule: Rule
    day: date | None = None
    place: PlaceId | None = None
    moment: datetime | None = None
    by: timedelta | None = None
