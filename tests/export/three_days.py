"""Three days in a small region: one good, one with everything that can go wrong, one still empty."""

from datetime import date

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.opening import Hours, Opening, Season
from jz_travel.domain.places import Catalogue, Kind, Place, PlaceId, Position, VisitTime
from jz_travel.domain.schedule import Schedule
from jz_travel.domain.texts import Evidence, Source, SourceId, Text
from jz_travel.domain.timetable import schedule
from jz_travel.domain.travel import How, Leg, Mode, no_leg
from jz_travel.domain.trip import Trip, TripId, new_trip

LISTING = Source(SourceId("listing"), Text.alike("景区开放时间一览"), "C", date="2023-01")
ROAD_BOOK = Source(SourceId("road_book"), Text.alike("A road book"), "B")
EVERY_HOUR = Hours((Opening(hours(0), hours(24)),))


def a_sight(
    place: str,
    chinese: str,
    english: str,
    opening: Hours = EVERY_HOUR,
    usual: int = 60,
    kind: Kind = Kind.TEMPLE,
    located: bool = True,
) -> Place:
    return Place(
        id=PlaceId(place),
        kind=kind,
        name=Text(chinese, english),
        short=Text(chinese, english),
        pinyin="",
        county="xiuwu",
        hours=opening,
        visit=VisitTime(minutes(usual // 2), minutes(usual), minutes(usual * 2)),
        outdoor=kind is Kind.MOUNTAIN_AREA,
        position=Position(35.2, 113.2, 500) if located else None,
    )


SUMMER_HOURS = Opening(
    hours(6, 30), hours(18, 30), hours(17, 30), Season((3, 1), (11, 30)), evidence=Evidence(LISTING.id, "2023-01")
)
REGION = Catalogue(
    (
        a_sight("station", "焦作站", "Jiaozuo Railway Station", kind=Kind.STATION),
        a_sight("inn", "岸上民宿", "Anshang homestays", kind=Kind.STAY),
        a_sight(
            "mountain",
            "云台山风景名胜区",
            "Yuntai Mountain Scenic Area",
            Hours((SUMMER_HOURS,)),
            480,
            Kind.MOUNTAIN_AREA,
        ),
        a_sight("temple", "嘉应观", "Jiaying Temple", Hours((Opening(hours(8), hours(17, 30)),), assumed=True), 90),
        a_sight("shrine", "韩文公祠", "Shrine of Han Yu", located=False),
        a_sight("seat_xiuwu", "修武县城", "Xiuwu", kind=Kind.TOWN),
    ),
    (LISTING, ROAD_BOOK),
)


class PaperRoads:
    """To the shrine nobody knows the way well, to the inn a book prints it, everything else is estimated."""

    def leg(self, origin: PlaceId, destination: PlaceId, mode: Mode = Mode.CAR) -> Leg:
        if origin == destination:
            return no_leg(origin, destination, mode, How.NONE)
        if "shrine" in (origin, destination):
            return Leg(origin, destination, minutes(95), None, How.ROUGH, minutes(60), minutes(140), mode)
        if "inn" in (origin, destination):
            evidence = Evidence(ROAD_BOOK.id)
            return Leg(origin, destination, minutes(20), 9_500, How.PRINTED, minutes(15), minutes(30), mode, evidence)
        return Leg(origin, destination, minutes(55), 38_000, How.ESTIMATE, minutes(45), minutes(70), mode)


def three_days() -> Trip:
    """One good day, one with everything that can go wrong, one that is still empty."""
    trip = new_trip(TripId("trip"), "国庆\n焦作{三}日 %s", date(2026, 10, 1), 3)
    trip = trip.with_arrival(PlaceId("station")).with_departure(PlaceId("station")).with_wish(PlaceId("shrine"))
    first, second = trip.days[0].id, trip.days[1].id
    trip = trip.with_lodging(first, PlaceId("inn")).with_day_note(first, "带身份证。\nBring water.")
    trip = trip.with_stop(PlaceId("mountain"), first)
    note = "提前在公众号预约门票，节假日人多，尽量在七点半之前到达停车场，否则要排队等候。See also: https://example.org/a\n第二段"
    trip = trip.with_stop_note(next(trip.stops()).id, note)
    for place in ("temple", "shrine", "mountain", "atlantis"):
        trip = trip.with_stop(PlaceId(place), second)
    return trip.with_day_hours(second, hours(6), hours(19)).with_wish(PlaceId("temple"))


def planned() -> Schedule:
    return schedule(three_days(), REGION, PaperRoads(), lambda day: (hours(6, 20), hours(18, 5)))
