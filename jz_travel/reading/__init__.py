"""What other planners wrote: places and plans in GPX, KML, GeoJSON, calendars, tables and Google's lists.

``read`` gives what stands in a file, ``match`` finds it in the catalogue, ``brought`` puts it into a trip, ``remarks``
says what is wrong with such a plan. Whatever a file holds is text and numbers here, and never more than ``limits`` say.
"""

from jz_travel.reading.files import SUFFIXES, read
from jz_travel.reading.found import Findings, Found, Point
from jz_travel.reading.into_trip import Choice, brought, chosen, trip_of
from jz_travel.reading.matching import By, Match, Matcher, Sure

__all__ = [
    "SUFFIXES", "read", "Findings", "Found", "Point",
    "By", "Match", "Matcher", "Sure",
    "Choice", "brought", "chosen", "trip_of",
]  # fmt: skip
