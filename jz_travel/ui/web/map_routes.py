"""What answers the map page: itself, its scripts, fonts, tiles and the ground."""

import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jz_travel.mapping.ground import FILES, HOME, ground_file
from jz_travel.mapping.page import build, kept_page
from jz_travel.mapping.tiles import Tiles
from jz_travel.regions import Shelf
from jz_travel.resources import assets, maps
from jz_travel.ui.style.theme import Theme
from jz_travel.ui.web.scheme import Answer, LaterRoute, Route, SchemeHandler, folder, mime_of, qt_channel_script
from jz_travel.ui.web.tile_fetcher import Tile, TileFetcher

NOTHING = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000b49444154789c6360000200"
    "000500017a5eab3f0000000049454e44ae426082"
)
"""A transparent pixel, for tiles beyond the edge of the relief."""
ONLINE_WORDS, PACK_WORDS, LONGEST_NUMBER = 5, 4, 9
LARGEST_TILE = 8_000_000
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


def map_handler(
    kept_in: Path,
    start: Callable[[], Mapping[str, Any]],
    more: Mapping[str, Route] | None = None,
    later: Mapping[str, LaterRoute] | None = None,
) -> SchemeHandler:
    """``start`` is asked each time the page is loaded: a page that starts over starts in today's look."""

    def page(words: tuple[str, ...]) -> Answer | None:
        if words:
            return None
        told = start()
        try:
            content = kept_page(kept_in, assets("web"), told).read_bytes()
        except OSError:  # in a home that may not be written, or on a full disk, the page is made for each start
            content = build(assets("web"), told).encode()
        return Answer("text/html", content)

    return SchemeHandler(
        {
            "map.html": page,
            "qwebchannel.js": qt_channel_script,
            "web": folder(assets("web")),
            "fonts": folder(assets("fonts")),
            "maps": _ground,
            "tiles": _tiles(),
            **(more or {}),
        },
        later,
    )


def pack_tiles(shelf: Shelf) -> Route:
    """``packs/ID/ZOOM/X/Y``; a tile that is not there is an empty one."""

    def answer(words: tuple[str, ...]) -> Answer | None:
        if len(words) != PACK_WORDS or not all(word.isdecimal() and len(word) < LONGEST_NUMBER for word in words[1:]):
            return None
        pack = shelf.pack(words[0])
        tile = pack.tile(int(words[1]), int(words[2]), int(words[3])) if pack else None
        return Answer("application/x-protobuf", _unpacked(tile) if tile else b"")

    return answer


def _unpacked(tile: bytes) -> bytes:
    """A vector tile without its gzip coat, up to a size that one of ours never has."""
    with suppress(zlib.error):
        return zlib.decompressobj(wbits=31).decompress(tile, LARGEST_TILE)
    return b""


def online_tiles(fetcher: TileFetcher) -> LaterRoute:
    """``online/MAP/LAYER/ZOOM/X/Y``; where there is no tile, the offline ground shows through a transparent one."""

    def answer(words: tuple[str, ...], reply: Callable[[Answer], None]) -> Callable[[], None]:
        def done(tile: Tile | None) -> None:
            reply(Answer("image/png", NOTHING) if tile is None else Answer(*tile))

        if len(words) != ONLINE_WORDS or not all(word.isdecimal() and len(word) < LONGEST_NUMBER for word in words[1:]):
            done(None)
            return lambda: None
        which, layer, *place = words
        return fetcher.fetch(which, int(layer), (int(place[0]), int(place[1]), int(place[2])), done)

    return answer


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
