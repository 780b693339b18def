"""Two angles in a text: decimal or degrees, minutes and seconds, with or without the words and letters around them."""

import re
import unicodedata
from dataclasses import dataclass

_AXES = {
    "lat": "N 北纬 北緯 纬度 緯度 LAT LATITUDE",
    "-lat": "S 南纬 南緯",
    "lon": "E 东经 東經 经度 經度 LON LNG LONG LONGITUDE",
    "-lon": "W 西经 西經",
}
_MARKS = {mark: axis for axis, marks in _AXES.items() for mark in marks.split()}
_WORD = "|".join(sorted(_MARKS, key=len, reverse=True))
_NUMBER = r"\d+(?:\.\d+)?"
_ANGLE = re.compile(
    rf"""(?:(?P<before>{_WORD})\s*[:=]?\s*)?(?P<sign>[+-])?(?P<degrees>{_NUMBER})
    (?:\s*[°度]\s*(?:(?P<minutes>{_NUMBER})\s*['分]\s*(?:(?P<seconds>{_NUMBER})\s*(?:"|''|秒)?)?)?
    |(?P<spaced>\s+[0-5]?\d\s+[0-5]?\d(?:\.\d+)?(?=\s*[NSEW,;]|\s*$)))?
    (?:\s*(?P<after>[NSEW])(?![A-Z]))?""",
    re.VERBOSE,
)
_NOISE = re.compile(rf"(?:[\s,;:=/|()\[\]{{}}\"']|{_WORD}|坐标|位置|COORDINATES?|GPS|WGS-?84)*")
_SAME = str.maketrans("，；：（）、’‘“”º˚−′″", ",;:(),''\"\"°°-'\"")  # noqa: RUF001  # marks that people write


@dataclass(frozen=True, slots=True)
class Pair:
    """``sure``: letters or words said which is which; else the first is taken for the latitude."""

    lat: float
    lon: float
    sure: bool = False


def pair_in(text: str) -> Pair | None:
    """The two angles that a text is made of; None when it is anything else."""
    plain = unicodedata.normalize("NFKC", text.translate(_SAME)).upper()
    found = list(_ANGLE.finditer(plain))
    if len(found) != 2:
        return None
    first, second = found
    between = plain[first.end() : second.start()]
    around = plain[: first.start()], between, plain[second.end() :]
    if not all(_NOISE.fullmatch(part) for part in around) or not (between or first["after"] or second["before"]):
        return None
    one, other = _value(first), _value(second)
    axes = [_axis(first), _axis(second)]
    if one is None or other is None or (axes[0] is not None and axes[0] == axes[1]):
        return None
    turned = axes[0] == "lon" or axes[1] == "lat"
    return Pair(other, one, sure=True) if turned else Pair(one, other, sure=any(axes))


def _axis(match: re.Match[str]) -> str | None:
    mark = match["before"] or match["after"]
    return _MARKS[mark].lstrip("-") if mark else None


def _value(match: re.Match[str]) -> float | None:
    spaced = (match["spaced"] or "").split()
    minutes = float(match["minutes"] or (spaced[0] if spaced else 0))
    seconds = float(match["seconds"] or (spaced[1] if spaced else 0))
    value = float(match["degrees"]) + minutes / 60 + seconds / 3600
    if minutes >= 60 or seconds >= 60 or value > 180:
        return None
    mark = match["before"] or match["after"]
    return -value if (match["sign"] == "-") != bool(mark and _MARKS[mark].startswith("-")) else value
