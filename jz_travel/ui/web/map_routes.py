"""What answers the map page: itself, its scripts, fonts, tiles and the ground."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jz_travel.mapping.ground import FILES, HOME, ground_file
from jz_travel.mapping.page import kept_page
from jz_travel.mapping.tiles import Tiles
from jz_travel.resources import assets, maps
from jz_travel.ui.theme import Theme
from jz_travel.ui.web.scheme import Answer, Route, SchemeHandler, folder, mime_of, qt_channel_script

NOTHING = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)
"""A transparent pixel, for tiles beyond the edge of the relief."""
WEIGHTS = {"Regular": "100 500", "Bold": "600 900"}
FAMILIES = {"JZSans": "JZ Sans", "JZSansSC": "JZ Sans SC", "JZSansTC": "JZ Sans TC", "JZSansJP": "JZ Sans JP"}


def start_of(theme: Theme, language: str, captions: Mapping[str, Any], *, touch: bool = False) -> dict[str, Any]:
    """What the page is told when it starts."""
    look = {
        "dark": theme.dark,
        "colour": dict(theme.colour),
        "map": dict(theme.map),
        "days": dict(theme.scale["days"]),
        "families": list(theme.families),
        "text_size": theme.text_percent,
        "touch": touch,
    }
    return {
        "look": look,
        "language": language,
        "words": dict(captions),
        "files": list(FILES),
        "home": HOME,
        "fonts": [_font(file.name) for file in sorted(assets("fonts").glob("*.otf"))],
    }


def _font(file: str) -> tuple[str, str, str]:
    """Family, weights and name of a font file such as ``JZSans-Bold.otf``."""
    family, _, weight = file.removesuffix(".otf").partition("-")
    return FAMILIES[family], WEIGHTS[weight], file


def map_handler(kept_in: Path, start: Callable[[], Mapping[str, Any]]) -> SchemeHandler:
    """``start`` is asked each time the page is loaded: a page that starts over starts in today's look."""

    def page(words: tuple[str, ...]) -> Answer | None:
        return None if words else Answer("text/html", kept_page(kept_in, assets("web"), start()).read_bytes())

    return SchemeHandler(
        {
            "map.html": page,
            "qwebchannel.js": qt_channel_script,
            "web": folder(assets("web")),
            "fonts": folder(assets("fonts")),
            "maps": _ground,
            "tiles": _tiles(),
        }
    )


def _ground(words: tuple[str, ...]) -> Answer | None:
    data = ground_file(maps(), words[0]) if len(words) == 1 else None
    return None if data is None else Answer(mime_of(words[0]), data)


def _tiles() -> Route:
    stores = {file.stem: Tiles(file) for file in maps().glob("*.mbtiles")}

    def answer(words: tuple[str, ...]) -> Answer | None:
        if len(words) != 4 or words[0] not in stores or not all(word.isdecimal() for word in words[1:]):
            return None
        store = stores[words[0]]
        tile = store.tile(*(int(word) for word in words[1:]))
        return Answer("image/png", NOTHING) if tile is None else Answer(store.mime, tile)

    return answer
