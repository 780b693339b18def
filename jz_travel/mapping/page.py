"""The map page. Folium builds it once for a language and a theme; then the kept page is used without Folium."""

import base64
import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jz_travel import __version__
from jz_travel.mapping.vendored import ADDRESS, local_address, manifest

if TYPE_CHECKING:
    from branca.element import Element

PAGE = f"{ADDRESS}/map.html"
CENTRE = (35.15, 113.1)
# What Folium's own defaults bring that this page has no use for: pins are drawn by our own script.
UNUSED = frozenset(
    {
        "jquery", "bootstrap", "awesome_markers",
        "bootstrap_css", "glyphicons_css", "awesome_markers_font_css", "awesome_markers_css", "awesome_rotate_css",
    }
)  # fmt: skip
MOST_KEPT = 16
EDITION = 4
"""Counts up when :func:`build` makes another page from the same inputs; kept pages of before are then built anew."""

HEAD = """
{% macro header(this, kwargs) %}
<link rel="stylesheet" href="{{ this.address }}/web/jz_map.css"/>
<style>:root { --map-land: {{ this.land }}; }</style>
{%- for family, weight, file in this.fonts %}
<style>@font-face {
  font-family: "{{ family }}"; font-weight: {{ weight }}; src: url("{{ this.address }}/fonts/{{ file }}");
}</style>
{%- endfor %}
<script src="{{ this.address }}/qwebchannel.js"></script>
{% endmacro %}
{% macro script(this, kwargs) %}
import("{{ this.address }}/web/jz_map.js")
  .then((page) => page.start({{ this._parent.get_name() }}, {{ this.told | tojson }}));
{% endmacro %}
"""


def kept_page(folder: Path, web: Path, told: Mapping[str, Any]) -> Path:
    """The page for what it is ``told`` at its start (look, language, words, files); built unless ``folder`` has it."""
    page = folder / f"map-{_key(web, told)}.html"
    if page.is_file():
        page.touch()
        return page
    folder.mkdir(parents=True, exist_ok=True)
    half = page.with_suffix(f".{os.getpid()}")
    half.write_text(build(web, told), "utf-8")
    half.replace(page)
    _forget_old(folder)
    return page


def build(web: Path, told: Mapping[str, Any]) -> str:
    """The page of the window as HTML."""
    values = {"told": dict(told), "land": told["look"]["map"]["land"], "fonts": told["fonts"]}
    return _fenced(rendered(web, HEAD, values, draws_packs=True))


def rendered(
    web: Path, template: str, values: Mapping[str, Any], title: str = "jz_travel", *, draws_packs: bool = False
) -> str:
    """Folium's page with ``template`` as its own part, which reads ``values``; this is where Folium is loaded."""
    import folium

    figure = folium.Figure(title=escape(title))
    # Snapped finely, so that the city fills the window; bounds with room in the north, where tall cards stand.
    leaflet_map = folium.Map(
        location=CENTRE, zoom_start=9, min_zoom=8, max_zoom=13, zoom_snap=0.125, tiles=None, zoom_control=False,
        max_bounds=True, min_lat=33.4, max_lat=38.4, min_lon=110.6, max_lon=115.7, max_bounds_viscosity=0.8,
        attribution_control=False, wheel_px_per_zoom_level=90, bounce_at_zoom_limits=False,
    )  # fmt: skip
    leaflet_map._id = "jz"  # else a random name, and no two pages would be equal
    if draws_packs:
        leaflet_map.add_child(_pack_drawing())
    leaflet_map.add_child(_own_part(template, values))
    figure.add_child(leaflet_map)
    _vendor(figure, web)
    return str(figure.render())


def _fenced(html: str) -> str:
    """The page with a policy: only our own files may run, and the scripts that are written in it, word for word."""
    hashes = " ".join(digests(html))
    policy = (
        f"default-src 'none'; script-src {ADDRESS} {hashes}; style-src {ADDRESS} 'unsafe-inline'; "
        f"img-src {ADDRESS} data:; font-src {ADDRESS}; connect-src {ADDRESS}; base-uri 'none'; form-action 'none'"
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}"/>'
    return html.replace("<head>", f"<head>\n{meta}", 1)


def digests(html: str) -> list[str]:
    """Each script that is written in the page, as a policy names it."""
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    each = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    return [f"'sha256-{digest}'" for digest in each]


def _own_part(template: str, values: Mapping[str, Any]) -> "Element":
    from branca.element import MacroElement
    from folium.template import Template

    part = MacroElement()
    part._template = Template(template)
    part.address = ADDRESS
    for name, value in values.items():
        setattr(part, name, value)
    return part


def _pack_drawing() -> "Element":
    """What draws the vector tiles of region packs."""
    from branca.element import MacroElement
    from folium.elements import JSCSSMixin
    from folium.template import Template

    class PackDrawing(JSCSSMixin, MacroElement):  # type: ignore[misc]  # Folium has no types
        default_js = [("protomaps_leaflet", "https://unpkg.com/protomaps-leaflet@5")]  # noqa: RUF012  # Folium's way
        _template = Template("")

    return PackDrawing()


def _vendor(figure: "Element", web: Path) -> None:
    """Point every element at the vendored files; each gets lists of its own, for Folium's belong to the classes."""
    files = manifest(web)
    for element in _every(figure):
        for kind in ("default_js", "default_css"):
            if hasattr(element, kind):
                wanted = [(name, url) for name, url in getattr(element, kind) if name not in UNUSED]
                setattr(element, kind, [(name, local_address(files, name)) for name, _ in wanted])


def _every(element: "Element") -> Iterator["Element"]:
    yield element
    for child in element._children.values():
        yield from _every(child)


def _key(web: Path, told: Mapping[str, Any]) -> str:
    inputs = [EDITION, version("folium"), __version__, HEAD, (web / "manifest.json").read_text("utf-8"), told]
    return hashlib.sha256(json.dumps(inputs, sort_keys=True).encode()).hexdigest()[:20]


def _forget_old(folder: Path) -> None:
    pages = sorted(folder.glob("map-*.html"), key=lambda page: page.stat().st_mtime, reverse=True)
    for page in pages[MOST_KEPT:]:
        page.unlink(missing_ok=True)
