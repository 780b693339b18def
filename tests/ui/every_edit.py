"""Everything that can be done to the trip of the tests, by its name."""

from datetime import date, timedelta

from jz_travel.domain.places import PlaceId
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import StopId

YUNTAISHAN, CHENJIAGOU = StopId("s3"), StopId("s4")
EDITS = {
    "add": lambda t, day: t.edits.add((PlaceId("qingtianhe"),), day),
    "add before": lambda t, day: t.edits.add((PlaceId("qingtianhe"),), day, YUNTAISHAN),
    "add several": lambda t, day: t.edits.add((PlaceId("qingtianhe"), PlaceId("mogou")), day),
    "move": lambda t, day: t.edits.move(CHENJIAGOU, day, YUNTAISHAN),
    "later": lambda t, day: t.edits.move_within_day(CHENJIAGOU, 1),
    "day before": lambda t, day: t.edits.move_to_neighbour_day(CHENJIAGOU, -1),
    "remove": lambda t, day: t.edits.remove(YUNTAISHAN),
    "unplan": lambda t, day: t.edits.unplan(YUNTAISHAN),
    "stay": lambda t, day: t.edits.stay(YUNTAISHAN, timedelta(minutes=95)),
    "start": lambda t, day: t.edits.start(YUNTAISHAN, timedelta(hours=10)),
    "lock": lambda t, day: t.edits.lock(YUNTAISHAN, True),
    "note": lambda t, day: t.edits.note(YUNTAISHAN, "带雨衣"),
    "wish": lambda t, day: t.edits.toggle_wish(PlaceId("shennongshan")),
    "add day": lambda t, day: t.edits.add_day(day),
    "remove day": lambda t, day: t.edits.remove_day(day),
    "move day": lambda t, day: t.edits.move_day(day, 1),
    "hours": lambda t, day: t.edits.day_hours(day, timedelta(hours=7), timedelta(hours=19)),
    "night": lambda t, day: t.edits.lodging(day, PlaceId("stay_xiuwu")),
    "nights": lambda t, day: t.edits.lodging_everywhere(None),
    "by coach": lambda t, day: t.edits.mode(day, Mode.COACH),
    "no lunch": lambda t, day: t.edits.lunch(day, False),
    "rename": lambda t, day: t.edits.rename("云台两日"),
    "date": lambda t, day: t.edits.start_date(date(2026, 12, 1)),
    "arrival": lambda t, day: t.edits.arrival(PlaceId("xiuwuxi_rail")),
    "departure": lambda t, day: t.edits.departure(PlaceId("jiaozuo_rail")),
}
