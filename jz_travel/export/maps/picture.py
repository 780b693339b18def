"""The pictures: a whole trip, one day, one place."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jz_travel.domain.places import BASES, Catalogue, Kind, Place, PlaceId
from jz_travel.domain.schedule import Schedule
from jz_travel.export.look import DayLook, paper_look
from jz_travel.export.maps import ground, route
from jz_travel.export.maps.frame import ROOM, Frame, LatLon, Point, around
from jz_travel.export.maps.labels import Box, Room, boxes_of, spread, width_of
from jz_travel.export.maps.svg import element, text
from jz_travel.mapping.captions import APPROVAL
from jz_travel.mapping.ground import HOME
from jz_travel.mapping.overlay import Json, trip_overlay
from jz_travel.words import Words
from jz_travel.words.letters import families_elsewhere

RADIUS = 6.4
STOP_SIZE, END_SIZE = 7.6, 6.8
SIZES = {"city": 8.2, "county": 7.2, "town": 6.2, "district": 6.4, "water": 6.4}
PIN_AND_NAME = 22
"""Points around the stops of a day, at least."""
DOT = 1.6
"""The radius of a town, in points."""
AREA_FROM = 500
"""Metres; what is known less exactly is drawn as an area."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A map as SVG text, without any reference to another file."""

    svg: str
    says: str
    """What is to be seen, for whoever cannot see it."""


@dataclass(frozen=True, slots=True)
class _Pin:
    """A numbered stop: where it is, and the look of its day."""

    number: int
    name: str
    at: Point
    look: DayLook
    within_m: float


@dataclass(frozen=True, slots=True)
class _End:
    """Where a day begins or ends."""

    name: str
    at: Point
    stays: bool


def trip_map(schedule: Schedule, catalogue: Catalogue, words: Words, width: float, height: float) -> Picture:
    """The city and every day of the trip, ``width`` × ``height`` points large."""
    days = trip_overlay(schedule, catalogue, words)["days"]
    frame = around([*_points(days, catalogue), *HOME], width, height, 0.03)
    says = words.say("Map of the trip “{name}”", name=schedule.trip.name)
    return _picture(frame, days, catalogue, words, says)


def day_map(schedule: Schedule, index: int, catalogue: Catalogue, words: Words, width: float, height: float) -> Picture:
    """One day, as near as its stops allow."""
    days = trip_overlay(schedule, catalogue, words)["days"][index : index + 1]
    frame = around(_points(days, catalogue) or HOME, width, height, max(ROOM, PIN_AND_NAME / height))
    return _picture(frame, days, catalogue, words, words.say("Map of day {number}", number=index + 1))


def place_map(place: Place, catalogue: Catalogue, words: Words, width: float, height: float) -> Picture | None:
    """A place in its surroundings; None when nobody knows where it is."""
    position = catalogue.position_of(place)
    if position is None:
        return None
    here = (position.lat, position.lon)
    frame = _centred(here, width, height, 16_000)
    look = DayLook(paper_look().colour["accent"], paper_look().colour["accent_ink"], ())
    at = frame.at(*here)
    room = Room(frame)
    room.take(boxes_of([at], RADIUS + 1)[0])
    body = [*ground.drawn(frame), *_area(frame, at, position.within_m, look), _drop(at, look)]
    for label in _names(frame, room, words):
        body.append(label)
    says = words.say("Map of {place}", place=words.name(place))
    return Picture(_svg(frame, [*body, *_scale_bar(frame, words, 30)], words, says), says)


def _centred(here: LatLon, width: float, height: float, metres: float) -> Frame:
    across = metres / 111_000 / 2
    lat, lon = here
    wide = across / math.cos(math.radians(lat))
    return around([(lat - across, lon - wide), (lat + across, lon + wide)], width, height, 0)


def _points(days: Sequence[Json], catalogue: Catalogue) -> list[LatLon]:
    stops = [(stop["lat"], stop["lon"]) for day in days for stop in day["stops"] if stop["lat"] is not None]
    ends = [catalogue.get(end) for day in days for end in day["ends"]]
    located = [position for end in ends if end and (position := catalogue.position_of(end))]
    return [*stops, *((position.lat, position.lon) for position in located)]


def _picture(frame: Frame, days: Sequence[Json], catalogue: Catalogue, words: Words, says: str) -> Picture:
    room = Room(frame)
    body = [*ground.drawn(frame)]
    for day in days:
        for leg in day["legs"]:
            points = route.curve(frame, leg["from"], leg["to"], leg["estimate"])
            room.soft += route.steps(points)
            body += route.drawn(points, paper_look().day(day["number"]), leg["estimate"])
    credit = list(_credit(frame, room, words))
    bar = list(_scale_bar(frame, words, 60, room))
    pins, ends = _pins(frame, days, catalogue), _ends(frame, days, catalogue, words)
    body += [part for pin in pins for part in _area(frame, pin.at, pin.within_m, pin.look)]
    body += _symbols(frame, room, pins, ends, labelled=len(pins) <= 30)
    body += _names(frame, room, words)
    return Picture(_svg(frame, [*body, *bar, *credit], words, says), says)


def _pins(frame: Frame, days: Sequence[Json], catalogue: Catalogue) -> list[_Pin]:
    pins: list[_Pin] = []
    for day in days:
        for stop in day["stops"]:
            if stop["lat"] is None:
                continue
            look = paper_look().day(day["number"])
            place = catalogue.get(PlaceId(stop["place"]))
            own = place.position if place else None
            at = frame.at(stop["lat"], stop["lon"])
            pins.append(_Pin(stop["number"], stop["name"], at, look, own.within_m if own else 0))
    return pins


def _ends(frame: Frame, days: Sequence[Json], catalogue: Catalogue, words: Words) -> list[_End]:
    ends: list[_End] = []
    stops = {stop["place"] for day in days for stop in day["stops"]}
    for end in dict.fromkeys(end for day in days for end in day["ends"] if end not in stops):
        place = catalogue.get(end)
        position = catalogue.position_of(place) if place else None
        if place and position:
            stays = place.kind in (Kind.STAY, Kind.TOWN) or place.kind not in BASES
            ends.append(_End(words.short(place), frame.at(position.lat, position.lon), stays))
    return ends


def _symbols(frame: Frame, room: Room, pins: list[_Pin], ends: list[_End], labelled: bool) -> Iterator[str]:
    colour = paper_look().colour
    wanted = [*(pin.at for pin in pins), *(end.at for end in ends)]
    shown = spread(wanted, 2 * RADIUS + 1.4, frame, RADIUS + 2)
    for box in boxes_of(shown, RADIUS + 0.8):
        room.take(box)
    for at, moved in zip(wanted, shown, strict=True):
        if math.dist(at, moved) > RADIUS * 0.6:
            yield element("path", d=f"M{at[0]:.1f} {at[1]:.1f}L{moved[0]:.1f} {moved[1]:.1f}", stroke=route.CASING,
                          stroke_width=0.8, fill="none")  # fmt: skip
            yield element("circle", cx=at[0], cy=at[1], r=1.5, fill=route.CASING)
    for end, moved in zip(ends, shown[len(pins) :], strict=True):
        yield from _end_sign(moved, end.stays)
    for pin, moved in reversed(list(zip(pins, shown, strict=False))):
        yield element("circle", cx=moved[0], cy=moved[1], r=RADIUS, fill=pin.look.colour, stroke=route.CASING,
                      stroke_width=0.9)  # fmt: skip
        yield _centred_text(str(pin.number), moved, 8, pin.look.ink, bold=True)
    named: dict[tuple[str, Point], None] = {}
    for pin, moved in zip(pins, shown, strict=False):
        if labelled and (pin.name, pin.at) not in named:
            named[pin.name, pin.at] = None
            yield from _label(room, pin.name, moved, STOP_SIZE, colour["ink"], bold=True)
    for end, moved in zip(ends, shown[len(pins) :], strict=True):
        yield from _label(room, end.name, moved, END_SIZE, colour["ink"], bold=False)


def _label(room: Room, name: str, at: Point, size: float, colour: str, bold: bool) -> Iterator[str]:
    if label := room.beside(name, at, RADIUS + 2, size):
        yield _haloed(label.text, label.at, size, colour, bold)


def _end_sign(at: Point, stays: bool) -> Iterator[str]:
    """A bed for the night, a square with a track for a station: small signs that need no letters."""
    x, y = at
    ink = paper_look().colour["ink"]
    yield element("rect", x=x - 5, y=y - 5, width=10, height=10, rx=2.4, fill="#ffffff", stroke=ink, stroke_width=1)
    if stays:
        bed = f"M{x - 3:.1f} {y + 2.6:.1f}v-5M{x - 3:.1f} {y + 1.2:.1f}h6v1.4"
        blanket = f"M{x + 3:.1f} {y + 1.2:.1f}v-1.6a1.2 1.2 0 0 0-1.2-1.2h-2.6v2.8"
        yield element("path", d=bed + blanket, fill="none", stroke=ink, stroke_width=0.9)
    else:
        train = f"M{x - 2.4:.1f} {y - 3:.1f}h4.8v4.4h-4.8zM{x - 2.4:.1f} {y - 0.6:.1f}h4.8"
        track = f"M{x - 1.6:.1f} {y + 1.4:.1f}l-1.2 1.8M{x + 1.6:.1f} {y + 1.4:.1f}l1.2 1.8"
        yield element("path", d=train + track, fill="none", stroke=ink, stroke_width=0.9)


def _drop(at: Point, look: DayLook) -> str:
    x, y = at
    pin = f"M{x:.1f} {y:.1f}c-1.6-4-5.4-6.4-5.4-10.4a5.4 5.4 0 0 1 10.8 0c0 4-3.8 6.4-5.4 10.4z"
    hole = element("circle", cx=x, cy=y - 10.2, r=2, fill=look.ink)
    return element("path", d=pin, fill=look.colour, stroke=route.CASING, stroke_width=0.8) + hole


def _area(frame: Frame, at: Point, within_m: float, look: DayLook) -> Iterator[str]:
    """A rough position as the area that the place lies in."""
    radius = within_m / frame.metres_a_point
    if within_m > AREA_FROM and radius > RADIUS:
        yield element("circle", cx=at[0], cy=at[1], r=radius, fill=look.colour, fill_opacity=0.12, stroke=look.colour,
                      stroke_width=0.8, stroke_dasharray="2 2")  # fmt: skip


def _names(frame: Frame, room: Room, words: Words) -> Iterator[str]:
    colours = paper_look().map
    written: set[str] = set()
    for name in sorted(ground.names(frame, words.language), key=lambda each: each.rank):
        if name.text in written:
            continue
        size = SIZES[name.what]
        water, district = name.what == "water", name.what == "district"
        if name.angle is not None or district:
            label = room.on(name.text, name.at, size, name.angle or 0, 1.5 if district else 0)
        elif room.is_free(dot := boxes_of([name.at], DOT)[0]):
            label = room.beside(name.text, name.at, 3, size)
            if label:
                room.take(dot)
        else:
            label = None
        if label is None:
            continue
        written.add(name.text)
        if name.what in ("city", "county", "town"):
            yield element("circle", cx=name.at[0], cy=name.at[1], r=DOT, fill="#ffffff", stroke=colours["label"],
                          stroke_width=0.8)  # fmt: skip
        colour = colours["label_water"] if water else colours["outline"] if district else colours["label"]
        yield _haloed(label.text, label.at, size, colour, name.what == "city", label.angle, 1.5 if district else 0)


def _scale_bar(frame: Frame, words: Words, longest: float, room: Room | None = None) -> Iterator[str]:
    """A round number of metres, at most ``longest`` points long."""
    most = longest * frame.metres_a_point
    power = 10 ** int(math.log10(most))
    metres = max(step * power for step in (1, 2, 5) if step * power <= most)
    length = metres / frame.metres_a_point
    said = words.distance(metres).replace(".0 ", " ")
    left, base = 8.0, frame.height - 8
    if room:
        room.take(Box(left - 2, base - 13, left + length + 4, base + 5))
    line = f"M{left:.1f} {base - 3:.1f}v3h{length:.1f}v-3"
    yield element("path", d=line, fill="none", stroke="#ffffff", stroke_width=3)
    yield element("path", d=line, fill="none", stroke=paper_look().colour["ink"], stroke_width=1)
    yield _haloed(said, (left + length / 2, base - 6), 6, paper_look().colour["ink"])


def _credit(frame: Frame, room: Room, words: Words) -> Iterator[str]:
    """The approval number in the corner of the picture."""
    said = words.say(APPROVAL, context="map")
    size = 5
    width = width_of(said, size) + 6
    room.take(Box(frame.width - width, frame.height - 9, frame.width, frame.height))
    yield element("rect", x=frame.width - width, y=frame.height - 9, width=width, height=9, fill="#ffffff",
                  fill_opacity=0.78)  # fmt: skip
    at = (frame.width - width / 2, frame.height - 4.5)
    yield _centred_text(said, at, size, paper_look().colour["ink_muted"])


def _centred_text(said: str, at: Point, size: float, colour: str, bold: bool = False, **more: object) -> str:
    weight: dict[str, object] = {"font_weight": 700} if bold else {}
    return text(said, x=at[0], y=at[1] + size * 0.36, font_size=size, text_anchor="middle", fill=colour, **weight,
                **more)  # fmt: skip


def _haloed(
    said: str, at: Point, size: float, colour: str, bold: bool = False, angle: float = 0, spaced: float = 0
) -> str:
    more: dict[str, object] = {
        "stroke": paper_look().map["label_halo"],
        "stroke_width": 2.2,
        "stroke_linejoin": "round",
        "paint_order": "stroke",
    }
    if angle:
        more["transform"] = f"rotate({angle:.1f} {at[0]:.1f} {at[1]:.1f})"
    if spaced:
        more["letter_spacing"] = spaced
    return _centred_text(said, at, size, colour, bold, **more)


def _svg(frame: Frame, body: Iterable[str], words: Words, says: str) -> str:
    size: dict[str, Any] = {"width": frame.width, "height": frame.height}
    clip = element("clipPath", element("rect", **size), id="edge")
    letters = ", ".join(f"'{family}'" for family in families_elsewhere(words.language))
    inside = element("g", "".join(body), clip_path="url(#edge)", font_family=letters)
    return element(
        "svg", element("title", _only_text(says)), element("defs", clip), inside, xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {frame.width:g} {frame.height:g}", role="img", **size,
    )  # fmt: skip


def _only_text(says: str) -> str:
    return text(says).removeprefix("<text>").removesuffix("</text>")
