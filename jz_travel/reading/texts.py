"""Bytes of a strange file as text: UTF-8 with or without a mark, UTF-16 with one, else what Windows writes in China."""

import codecs
import re
from pathlib import Path

from jz_travel.domain.failures import Cause, Failure

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""<\?xml[^>]{0,80}encoding=["']([A-Za-z0-9_.:-]{1,30})["']""")
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "hz"})
_HARMLESS = frozenset({"utf-8", "utf-16", "iso8859-1", "cp1252", "ascii", "big5", *_CHINESE})


def text_of(content: bytes, file: Path) -> str:
    """The text, whichever way it is written. NOT_TEXT for pictures, programs and the like."""
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeError:
            continue
        if "\x00" not in text:
            return text
    raise Failure(Cause.NOT_TEXT, file)


def _encodings(content: bytes) -> list[str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return [encoding]
    declared = _DECLARED.match(content.lstrip()[:200])
    named = _known(declared[1].decode("ascii")) if declared else None
    return [*([named] if named else []), "utf-8", "gb18030"]


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    if found not in _HARMLESS:
        return None
    return "gb18030" if found in _CHINESE else found
