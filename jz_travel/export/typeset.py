"""From data to PDF: the templates of ``assets/paper`` filled in by Typst.

Everything goes in as JSON, so a text can never become markup. The PDF is tagged (PDF/UA-1) and the same data always
gives the same bytes.
"""

import json
from functools import cache
from typing import Any

import typst

from jz_travel.export.drawings import icon
from jz_travel.export.glyphs import MISSING, printable
from jz_travel.export.look import paper_look
from jz_travel.export.plain import visible
from jz_travel.resources import assets
from jz_travel.words import Words
from jz_travel.words.letters import shipped_families

ICONS = {"hours": "clock", "ticket": "ticket", "phone": "phone", "address": "map_pin", "hint": "info",
         "warning": "alert_triangle", "clash": "alert_circle", "note": "pencil", "way": "route", "meal": "utensils",
         "end": "moon", "start": "flag", "arrive": "footprints", "check": "check", "map": "map",
         "season": "leaf"}  # fmt: skip
TONES = {"hint": "info", "warning": "warn", "clash": "danger", "note": "accent"}


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(assets("fonts"))])


def pdf(template: str, data: dict[str, Any], words: Words) -> bytes:
    """One template of ``assets/paper`` with its data."""
    return _made(template, data, words, {"format": "pdf", "pdf_standards": "ua-1"})


def png(template: str, data: dict[str, Any], words: Words, dots_an_inch: int = 144) -> bytes:
    """The same as a picture; for a template of one page."""
    return _made(template, data, words, {"format": "png", "ppi": dots_an_inch})


def _made(template: str, data: dict[str, Any], words: Words, wanted: dict[str, Any]) -> bytes:
    shown, incomplete = _shown(data)
    if incomplete:
        says = words.say("{box} stands for a character that this document's font does not have.", box=MISSING)
        shown["missing"] = says
    colour = paper_look().colour
    shown["look"] = dict(colour)
    shown["icons"] = {name: icon(file, colour[TONES.get(name, "ink_muted")]) for name, file in ICONS.items()}
    shown["lang"] = words.language.partition("-")[0]
    shown["region"] = {"zh-Hans": "CN", "zh-Hant": "TW"}.get(words.language)
    shown["fonts"] = list(shipped_families(words.language))
    papers = assets("paper").resolve()  # Typst follows no link out of its root, and installed data lies among links
    compiler = typst.Compiler(
        str(papers / f"{template}.typ"), root=str(papers.parent), font_paths=_fonts(), ignore_system_fonts=True
    )
    content = json.dumps(shown, ensure_ascii=False)
    made = compiler.compile(**wanted, sys_inputs={"data": content})
    if not isinstance(made, bytes):
        raise TypeError("a document is one file")
    return made


def _shown(data: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    """The data with what the font can show, and whether anything was lost."""
    lost = False

    def clean(value: Any) -> Any:
        nonlocal lost
        match value:
            case str():
                seen = printable(visible(value))
                lost = lost or seen.count(MISSING) > value.count(MISSING)
                return seen
            case dict():
                return {key: clean(each) for key, each in value.items()}
            case list() | tuple():
                return [clean(each) for each in value]
        return value

    return {key: clean(value) for key, value in data.items()}, lost
