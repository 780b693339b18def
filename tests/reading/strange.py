"""Files as other planners write them, and as people do who mean no good."""

import io
import zipfile
from pathlib import Path

from jz_travel.reading import Findings
from jz_travel.reading.files import parse

GPX = """<?xml version="1.0" encoding="UTF-8"?>
<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="Elsewhere">
{points}
</gpx>"""
KML = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{marks}</Document></kml>"""
CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Elsewhere//EN\r\n{events}END:VCALENDAR\r\n"
TAKEOUT = """{"type": "FeatureCollection", "features": [
 {"type": "Feature", "geometry": {"type": "Point", "coordinates": [113.3647, 35.4285]},
  "properties": {"Title": "Yuntai Mountain Scenic Area", "Published": "2024-03-01T10:00:00Z",
                 "Location": {"Geo Coordinates": {"Latitude": "35.4285", "Longitude": "113.3647"}}}},
 {"type": "Feature", "geometry": {"type": "Point", "coordinates": [0, 0]},
  "properties": {"date": "2024-03-02T10:00:00Z", "google_maps_url": "http://maps.google.com/?cid=1",
                 "location": {"name": "嘉应观", "address": "武陟县"}}}]}"""
SAVED = (
    "Want to go\n\nTitle,Note,URL,Tags,Comment\n"
    "云台山,,https://www.google.com/maps/place/X/data=!4m2!3m1!1s0x0!3d35.4285!4d113.3647,,with the children\n"
    ',,"https://www.google.com/maps/place/Jiaying+Temple/@35.03,113.33,17z",,\n'
)
BOMB = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<gpx creator="x"><wpt lat="1" lon="1"><name>&b;</name></wpt></gpx>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<kml><Placemark><name>&a;</name></Placemark></kml>"""


def found_in(content: bytes | str, name: str) -> Findings:
    return parse(content.encode() if isinstance(content, str) else content, Path(name))


def waypoint(name: str, lat: object = 35.43, lon: object = 113.36, more: str = "") -> str:
    return f'<wpt lat="{lat}" lon="{lon}"><name>{name}</name>{more}</wpt>'


def gpx(*points: str) -> str:
    return GPX.format(points="\n".join(points))


def packed(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return stream.getvalue()
