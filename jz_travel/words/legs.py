"""The way from one place to the next in words, and how sure its figures are."""

from typing import assert_never

from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.travel import How, Leg, Mode
from jz_travel.words.names import Names

GUESSED = frozenset({How.ESTIMATE, How.INSIDE, How.ROUGH})


def line(words: Names, leg: Leg) -> str:
    """One line for the card: time, length, how sure."""
    if leg.how is How.NONE:
        return words.say("Same place, no travel")
    if leg.how is How.UNKNOWN:
        return words.say("Travel not known")
    # Two places whose positions are known alike roughly are not on one spot: nobody measured 0 m.
    length = words.distance(leg.metres, guessed=leg.how in GUESSED) if leg.metres else ""
    parts = (words.duration(leg.lasts), length, words.how(leg.how))
    return " · ".join(part for part in parts if part)


def explained(words: Names, leg: Leg, catalogue: Catalogue) -> str:
    """From where to where, the band the figures were seen to err in, and the source."""
    way = words.say(
        "{origin} to {destination}: {leg}.",
        origin=_name(words, leg.origin, catalogue),
        destination=_name(words, leg.destination, catalogue),
        leg=line(words, leg),
    )
    said = way
    for more in (_by(words, leg), _basis(words, leg.how), _band(words, leg), _source(words, leg, catalogue)):
        if more:
            said = words.say("{sentence} {next}", sentence=said, next=more)
    return said


def _by(words: Names, leg: Leg) -> str:
    """Nothing inside an area: there one takes the shuttle or walks, whatever brought one to its gate."""
    if leg.how is How.INSIDE:
        return ""
    match leg.mode:
        case Mode.CAR:
            return words.say("By car.")
        case Mode.COACH:
            return words.say("By coach, waiting not counted.")
        case Mode.GROUP_BUS:
            return words.say("By group bus.")
        case _:
            assert_never(leg.mode)


def _basis(words: Names, how: How) -> str:
    match how:
        case How.ROUTER:
            return words.say("Time and distance come from a route service.")
        case How.PRINTED:
            return words.say("A source gives time or distance for this route.")
        case How.ESTIMATE:
            return words.say("Estimated from the straight line and the kind of country.")
        case How.INSIDE:
            return words.say("Both lie in the same area; shuttle or footpath, the time is an assumption.")
        case How.ROUGH:
            return words.say("One end is only known by its county town.")
        case How.NONE | How.UNKNOWN:
            return ""
        case _:
            assert_never(how)


def _band(words: Names, leg: Leg) -> str:
    if leg.at_best == leg.at_worst:
        return ""
    return words.say(
        "It may take {at_best} to {at_worst}.",
        at_best=words.duration(leg.at_best),
        at_worst=words.duration(leg.at_worst),
    )


def _source(words: Names, leg: Leg, catalogue: Catalogue) -> str:
    if leg.evidence is None:
        return ""
    return words.say("Source: {source}.", source=words.evidence(leg.evidence, catalogue))


def _name(words: Names, place: PlaceId, catalogue: Catalogue) -> str:
    known = catalogue.get(place)
    return words.name(known) if known else place
