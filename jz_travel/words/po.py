"""Reading a ``.po`` file: only what a program needs of it, in a few milliseconds and without Babel."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from gettext import c2py
from pathlib import Path

_FIELD = re.compile(r'^(msgctxt|msgid_plural|msgid|msgstr)(?:\[\d+\])?((?:\s*"(?:[^"\\]|\\.)*")+)', re.MULTILINE)
_PIECE = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
_PLURAL = re.compile(r"plural=([^;]+)")


def _english(n: int) -> int:
    return int(n != 1)


@dataclass(frozen=True, slots=True)
class Messages:
    """The translations of one language by context and English message, and its rule of plurals."""

    forms: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    plural: Callable[[int], int] = _english


def read(file: Path) -> Messages:
    """Every finished translation of a file; entries that are empty or fuzzy are left out.

    Raises ``OSError`` when the file cannot be read.
    """
    forms: dict[tuple[str, str], tuple[str, ...]] = {}
    for block in file.read_text("utf-8").split("\n\n"):
        if "#, fuzzy" in block:
            continue
        fields: dict[str, list[str]] = {}
        for name, quoted in _FIELD.findall(block):
            fields.setdefault(name, []).append(_unquoted(quoted))
        translated = tuple(fields.get("msgstr", ()))
        if "msgid" in fields and any(translated):
            forms[fields.get("msgctxt", [""])[0], fields["msgid"][0]] = translated
    header = forms.pop(("", ""), ("",))[0]
    rule = _PLURAL.search(header)
    return Messages(forms, c2py(rule[1].strip()) if rule else _english)


def _unquoted(quoted: str) -> str:
    text = "".join(_PIECE.findall(quoted))
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), text) if "\\" in text else text
