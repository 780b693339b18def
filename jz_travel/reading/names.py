"""Names as different planners write them, made comparable."""

import re
import unicodedata
from collections.abc import Iterator

from jz_travel.domain.places import Place

_TONES = re.compile("[\u0300-\u036f]")
_GAPS = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"[(（\[【](.*?)[)）\]】]")
_NUMBERED = re.compile(r"^\s*(?:第?\d{1,3}\s*[.)、:：站]?\s+|[①-⑳]\s*)")
_PARTS = re.compile(r"\s*(?:[|/;；·—–]|\s-\s|,|，)\s*")
_BEFORE = re.compile("^(?:中国|河南省?|焦作市?|修武县?|武陟县?|温县|博爱县?|沁阳市?|孟州市?|henan|jiaozuo)+")
_AFTER = re.compile(
    "(?:国家级?)?(?:aaaaa|aaaa|aaa|5a|4a|3a)?级?(?:风景名胜区|风景旅游区|旅游风景区|旅游景区|旅游区|风景区|名胜区|景区|"
    "景点|游览区|度假区|遗址公园|scenicarea|scenicspot|scenicresort|touristarea|attraction|geopark)$"
)
SHORTEST = 2
"""Letters of a name that may be looked for inside another one; Latin ones need more."""
SHORTEST_LATIN = 5


def key_of(name: str) -> str:
    """Small letters without gaps, tones and accents; full-width letters as narrow ones."""
    folded = unicodedata.normalize("NFKC", name).casefold().replace("ü", "v")
    return _GAPS.sub("", _TONES.sub("", unicodedata.normalize("NFD", folded)))


def core_of(key: str) -> str:
    """A key without the county before it and the words "scenic area" after it."""
    core = _AFTER.sub("", _BEFORE.sub("", key))
    return core if len(core) >= SHORTEST else key


def ways_to_say(name: str) -> Iterator[str]:
    """A name, without its number, without what stands in brackets, that itself, and its parts."""
    name = _NUMBERED.sub("", unicodedata.normalize("NFKC", name))
    yield name
    yield _BRACKETS.sub(" ", name)
    yield from _BRACKETS.findall(name)[:3]
    parts = _PARTS.split(name)
    if len(parts) > 1:
        yield from parts[:6]


def is_telling(key: str) -> bool:
    """Whether a key is long enough to be looked for inside another name."""
    return len(key) >= (SHORTEST_LATIN if key.isascii() else SHORTEST)


def names_of(place: Place) -> tuple[str, ...]:
    """Everything that a place is called, in all languages, short and long, each once; its whole name first."""
    spoken = (place.pinyin,) if place.pinyin else ()
    return tuple(dict.fromkeys((*place.name.every(), *place.short.every(), *place.aliases, *spoken)))
