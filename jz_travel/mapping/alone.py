"""A trip's map as one page that needs nothing else: it opens from a USB stick in any browser, without a network."""

import base64
import json
import re
import tomllib
from pathlib import Path

from jz_travel.domain.places import Catalogue
from jz_travel.domain.schedule import DaySchedule, Schedule, Visit
from jz_travel.mapping.bundle import bundle
from jz_travel.mapping.captions import captions
from jz_travel.mapping.ground import FILES, HOME, ground_file
from jz_travel.mapping.layers import layers_overlay
from jz_travel.mapping.measuring import texts
from jz_travel.mapping.overlay import Json, places_overlay, trip_overlay
from jz_travel.mapping.page import digests, rendered
from jz_travel.mapping.tiles import Tiles
from jz_travel.mapping.vendored import ADDRESS
from jz_travel.resources import assets, maps
from jz_travel.words import Words
from jz_travel.words.letters import families

POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
HEAD = """
{% macro header(this, kwargs) %}
<link rel="stylesheet" href="{{ this.address }}/web/jz_map.css"/>
<style>:root { --map-land: {{ this.land }}; }</style>
{% endmacro %}
{% macro script(this, kwargs) %}
{{ this.bundle }}
page.start({{ this._parent.get_name() }}, {{ this.told | tojson }});
{% endmacro %}
"""
SHEET = re.compile(rf'<link rel="stylesheet" href="{ADDRESS}/web/(?P<file>[\w./-]+)" ?/>')
SCRIPT = re.compile(rf'<script src="{ADDRESS}/web/(?P<file>[\w./-]+)"></script>')
PICTURE = re.compile(r"\b(background-image|behavior): ?url\([^)]*\);?")


def write(schedule: Schedule, catalogue: Catalogue, words: Words, theme: str = "light", approval: str = "") -> bytes:
    """The page in one theme, ``light`` or ``dark``; the same for the same arguments."""
    web = assets("web")
    look = _look(theme, words)
    told: Json = {
        "look": look,
        "language": words.language,
        "words": captions(words, approval),
        "files": list(FILES),
        "home": HOME,
        "kept": {"files": _ground(), "tiles": _tiles(theme)},
        "places": places_overlay(catalogue, words, schedule.trip.starts),
        "layers": layers_overlay(catalogue, words),
        "trip": trip_overlay(schedule, catalogue, words),
        "sheet": _sheet(schedule, catalogue, words),
        "measuring": texts(words),
    }
    template = {"told": told, "land": look["map"]["land"], "bundle": bundle(web / "jz_map.js")}
    html = rendered(web, HEAD, template, title=schedule.trip.name)
    return _fenced(_inlined(html, web)).encode()


def _look(name: str, words: Words) -> Json:
    theme = tomllib.loads(assets("themes", f"{name}.toml").read_text("utf-8"))
    scale = tomllib.loads(assets("themes", "scale.toml").read_text("utf-8"))
    roles = {each: theme[each] for each in ("dark", "colour", "map")}
    letters = list(families(words.language))
    return {**roles, "days": scale["days"], "families": letters, "text_size": 100, "touch": False}


def _ground() -> Json:
    return {name: json.loads(ground_file(maps(), name) or b"null") for name in FILES}


def _tiles(theme: str) -> dict[str, str]:
    store = Tiles(maps(f"relief-{theme}.mbtiles"))
    prefix = f"data:{store.mime};base64,"
    kept = {
        f"{zoom}/{x}/{y}": prefix + base64.b64encode(tile).decode() for (zoom, x, y), tile in store.every() if zoom > 6
    }
    store.close()
    return kept


def _sheet(schedule: Schedule, catalogue: Catalogue, words: Words) -> Json:
    """The days in short, beside the map."""
    days = [_day(number, day, catalogue, words) for number, day in enumerate(schedule.days, start=1)]
    return {"title": schedule.trip.name, "days": days}


def _day(number: int, day: DaySchedule, catalogue: Catalogue, words: Words) -> Json:
    label = words.say("Day {number}", context="map", number=number)
    stops = [_stop(visit, day, catalogue, words) for visit in day.visits]
    return {"number": number, "label": f"{label} · {words.date_short(day.date)}", "stops": stops}


def _stop(visit: Visit, day: DaySchedule, catalogue: Catalogue, words: Words) -> Json:
    place = catalogue.get(visit.place)
    times = words.time_range(visit.enters, visit.leaves, day.date)
    return {"place": visit.place, "name": words.short(place) if place else visit.place, "times": times}


def _inlined(html: str, web: Path) -> str:
    """Our style sheets and scripts, written into the page; the pictures of Leaflet's own buttons are not used."""

    def style(found: re.Match[str]) -> str:
        text = PICTURE.sub("", _text(web / found["file"]))
        return f"<style>{text}</style>"

    def script(found: re.Match[str]) -> str:
        text = _text(web / found["file"]).replace("</script", "<\\/script")
        return f"<script>{text}</script>"

    return SCRIPT.sub(script, SHEET.sub(style, html))


def _text(file: Path) -> str:
    return file.read_text("utf-8").replace("\r\n", "\n")


def _fenced(html: str) -> str:
    policy = POLICY.format(scripts=" ".join(digests(html)))
    meta = f'<meta charset="utf-8"/>\n<meta http-equiv="Content-Security-Policy" content="{policy}"/>'
    return html.replace("<head>", f"<head>\n{meta}", 1)
