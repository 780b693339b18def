"""A better position for a place, written into its TOML: only what changes is changed, comments and order stay."""

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.texts import Text
from jz_travel.store.files import read_bytes, write_bytes
from jz_travel.store.toml import MOST_BYTES

_TABLE = re.compile(r"^\s*\[")
_POSITION = re.compile(r"^\s*\[\s*position\s*\]\s*(#.*)?$")


@dataclass(frozen=True, slots=True)
class Correction:
    """``source`` is an id of ``sources.toml``, ``source_title`` what stands there if it is new."""

    lat: float
    lon: float
    within_m: float
    what: str
    source: str
    source_title: Text
    on: date
    before: tuple[float, float] | None = None

    @property
    def note(self) -> str:
        was = f"; before: {self.before[0]}, {self.before[1]}" if self.before else ""
        return f"Corrected on {self.on.isoformat()} from a geocoder{was}. Not checked on the ground."

    def fields(self) -> dict[str, Any]:
        return {
            "lat": round(self.lat, 6),
            "lon": round(self.lon, 6),
            "within_m": self.within_m,
            "what": self.what,
            "confidence": "low",
            "sources": [self.source],
            "note": self.note,
        }


def write_correction(assets: Path, place: str, correction: Correction) -> None:
    """Changes ``places/<place>.toml`` and, for a source that is new, ``sources.toml``. Raises :class:`Failure`."""
    sources, file = assets / "sources.toml", assets / "places" / f"{place}.toml"
    known = _text(sources)
    changed = corrected(_text(file), correction, file)
    if correction.source not in _parsed(known, sources):
        title, day = _titled(correction.source_title), correction.on.isoformat()
        entry = f'\n[{correction.source}]\n{title}\ndate = "{day}"\ntier = "C"\n'
        write_bytes(sources, (known.rstrip("\n") + "\n" + entry).encode())
    write_bytes(file, changed.encode())


def corrected(text: str, correction: Correction, file: Path) -> str:
    """The text of a place's file with another position. Raises :class:`Failure` where that cannot be done safely."""
    before = _parsed(text, file)
    fields = correction.fields()
    lines = text.split("\n")
    start = next((at for at, line in enumerate(lines) if _POSITION.match(line)), None)
    if start is None:
        new = ["[position]", *(_line(name, value) for name, value in fields.items()), ""]
        first = next((at for at, line in enumerate(lines) if _TABLE.match(line)), len(lines))
        lines[first:first] = new
    else:
        end = next((at for at in range(start + 1, len(lines)) if _TABLE.match(lines[at])), len(lines))
        lines[start + 1 : end] = _changed(lines[start + 1 : end], fields)
    changed = "\n".join(lines)
    if _parsed(changed, file) != before | {"position": {**before.get("position", {}), **fields}}:
        raise Failure(Cause.OTHER, file, "position", "is written in a way that only a person can change")
    return changed


def _changed(lines: list[str], fields: dict[str, Any]) -> list[str]:
    left = dict(fields)
    changed = []
    for line in lines:
        name = line.partition("=")[0].strip()
        if name in left:
            comment = re.search(r"\s+#[^\"'\]]*$", line)
            changed.append(_line(name, left.pop(name)) + (comment[0] if comment else ""))
        else:
            changed.append(line)
    at = len(changed)
    while at and not changed[at - 1].partition("#")[0].strip():
        at -= 1
    return [*changed[:at], *(_line(name, value) for name, value in left.items()), *changed[at:]]


def _line(name: str, value: object) -> str:
    return f"{name} = {json.dumps(value, ensure_ascii=False)}"


def _titled(title: Text) -> str:
    said = {"zh-Hans": title.zh_hans, "zh-Hant": title.zh_hant, "en": title.en, "ja": title.ja, "ko": title.ko}
    return f"title = {{ {', '.join(_line(language, each) for language, each in said.items() if each)} }}"


def _text(file: Path) -> str:
    return read_bytes(file, MOST_BYTES).decode("utf-8")


def _parsed(text: str, file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Failure(Cause.NOT_JSON, file, detail=f"not TOML: {error}") from None
