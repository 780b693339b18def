"""Finding places by what people type: any language, pinyin with or without tones, initials ("yts"), sorts of places."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter

from jz_travel.domain.places import Catalogue, Place

_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
_FINAL = "(?:i?ang|i?ong|uang|eng|ing|iao|uai|i?an|uan|ai|ei|i?ao|i?ou|en|in|un|ia|ie|iu|ua|ui|uo|ue|er|[aeiou])"
# A consonant before a vowel begins the next syllable: "fangan" is fan-gan, and fang-an is written with an apostrophe.
_SYLLABLE = re.compile(f"{_INITIAL}?{_FINAL}(?![aeiou])")
_NUMBER = re.compile("[0-9]+")
_TONES = re.compile("[\u0300-\u036f]")
_GAPS = re.compile(r"[\W_]+")
_LATIN = re.compile(r"[a-z0-9]+")

_KEY, _WORD, _END = "\x01", "\x02", "\x03"
"""What stands before a key, before a later word of a key, and after each: so one search tells how well it fits."""
_STARTS = re.compile("[\x01\x02]([a-z0-9]{1,2})")
SHORT = 2

Entry = tuple[Place, str]


class PlaceIndex:
    """The places of one catalogue, ready to be searched at every keystroke."""

    def __init__(self, catalogue: Catalogue, sorts: Callable[[Place], Iterable[str]] | None = None) -> None:
        """``sorts``: what a place is and where, as whoever searches would call it."""
        order = sorted(
            catalogue, key=lambda place: (place.tier, not place.is_sight, len(place.short.zh_hans), place.id)
        )
        self._places = tuple(order)
        self._entries = [(place, "".join(_keys(place))) for place in order]
        self._sorts: dict[str, list[tuple[int, Place]]] = {}  # many places are of one sort
        if sorts is not None:
            for rank, place in enumerate(order):
                self._sorts.setdefault(_all_keys(sorts(place)), []).append((rank, place))
        self._narrowed: tuple[str, list[Entry]] = ("", self._entries)
        self._by_start: dict[str, list[Entry]] = {}
        for entry in self._entries:
            for start in {start for found in _STARTS.findall(entry[1]) for start in (found, found[:1])}:
                self._by_start.setdefault(start, []).append(entry)

    def find(self, query: str) -> tuple[Place, ...]:
        """The places that fit all words of a query, best first; every place for an empty one.

        A whole name goes before the beginning of one, that before the beginning of a word, that before any other part;
        among equals the better known place goes first. One or two Latin letters fit beginnings only. What is a place
        of that sort comes last.
        """
        words = [word for word in (_compact(each) for each in query.split()) if word]
        if not words:
            return () if query.strip() else self._places
        whole = "".join(words)
        fits = _ranked(whole, self._candidates(whole))
        if len(words) > 1:
            found = {place.id for place in fits}
            rest = self._candidates(max(words, key=len))
            for word in words:
                rest = [entry for entry in rest if word in entry[1]]
            fits += [place for place in _ranked(words[0], rest) if place.id not in found]
        there = {place.id for place in fits}  # a place itself takes long to compare
        return (*fits, *(place for place in self._of_sort(words) if place.id not in there))

    def _of_sort(self, words: list[str]) -> list[Place]:
        if any(len(word) <= SHORT and word.isascii() for word in words):
            return []
        fitting = list[tuple[int, Place]]()
        for keys, places in self._sorts.items():
            if all(_KEY + word in keys or _WORD + word in keys for word in words):
                fitting += places
        return [place for _, place in sorted(fitting, key=itemgetter(0))]

    def _candidates(self, word: str) -> list[Entry]:
        if len(word) <= SHORT and word.isascii():
            return self._by_start.get(word, [])
        # What holds "yunt" is among what held "yun": people type letter by letter.
        before, entries = self._narrowed
        found = [entry for entry in (entries if word.startswith(before) else self._entries) if word in entry[1]]
        self._narrowed = (word, found)
        return found


def _ranked(word: str, entries: list[Entry]) -> list[Place]:
    """The places of entries that all hold a word, the best fits first."""
    exact, beginning, later = f"{_KEY}{word}{_END}", f"{_KEY}{word}", f"{_WORD}{word}"
    by_fit: tuple[list[Place], list[Place], list[Place], list[Place]] = ([], [], [], [])
    for place, keys in entries:
        if beginning in keys:
            by_fit[0 if exact in keys else 1].append(place)
        else:
            by_fit[2 if later in keys else 3].append(place)
    return [place for fit in by_fit for place in fit]


def _keys(place: Place) -> Iterator[str]:
    written = dict.fromkeys((*place.short.every(), *place.name.every(), *place.aliases))
    for text in written:
        yield from _key(_plain(text))
    yield from _key(_plain(place.pinyin))
    spoken = dict.fromkeys((_plain(place.pinyin), *(_plain(alias) for alias in place.aliases)))
    for text in spoken:
        initials = _initials(text)
        if len(initials) > 1:
            yield f"{_KEY}{initials}{_END}"


def _all_keys(texts: Iterable[str]) -> str:
    return "".join(key for text in texts for key in _key(_plain(text)))


def _key(text: str) -> Iterator[str]:
    """A text without gaps, then what follows each of its later words."""
    words = [word for word in _GAPS.split(text) if word]
    for index in range(len(words)):
        yield f"{_WORD if index else _KEY}{''.join(words[index:])}{_END}"


def _initials(text: str) -> str:
    """``yts`` of ``yuntai shan``; nothing for what is not pinyin. Numbers stay as they are."""
    first = ""
    for word in filter(None, _GAPS.split(text)):
        if not _LATIN.fullmatch(word):
            return ""
        at = 0
        while at < len(word):
            syllable = _NUMBER.match(word, at) or _SYLLABLE.match(word, at)
            if syllable is None:
                return ""
            first += syllable[0] if syllable[0].isdigit() else syllable[0][0]
            at = syllable.end()
    return first


def _compact(text: str) -> str:
    return _GAPS.sub("", _plain(text))


def _plain(text: str) -> str:
    """Small letters without tones and accents, ü as v as it is typed, full-width letters as narrow ones."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    if folded.isascii():
        return folded
    accented = unicodedata.normalize("NFD", folded.replace("ü", "v"))
    return unicodedata.normalize("NFC", _TONES.sub("", accented))
