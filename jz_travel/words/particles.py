"""Korean particles: after a consonant others than after a vowel; a message has both, as in ``{place}을(를)``."""

import re
from collections.abc import Mapping

_BOTH = re.compile(r"\{(\w+)\}([’”]*)(을\(를\)|이\(가\)|은\(는\)|와\(과\)|\(으\)로)")
_AFTER = {
    "을(를)": ("을", "를"),
    "이(가)": ("이", "가"),
    "은(는)": ("은", "는"),
    "와(과)": ("과", "와"),
    "(으)로": ("으로", "로"),
}
"""After a consonant, after a vowel."""
_FIRST, _LAST, _ENDINGS, _L = ord("가"), ord("힣"), 28, 8
"""Syllables stand in the order of their ending: none is 0, ㄹ is 8."""
_DIGITS = "영일이삼사오육칠팔구"


def with_particles(message: str, values: Mapping[str, object]) -> str:
    """The message with the particle that fits each value; where nobody can tell how one is read, with both."""

    def chosen(found: re.Match[str]) -> str:
        name, closed, both = found.groups()
        ending = _ending(str(values.get(name, "")))
        if ending is None:
            return found.group()
        after_consonant, after_vowel = _AFTER[both]
        is_open = ending == 0 or (ending == _L and after_vowel == "로")
        return f"{{{name}}}{closed}{after_vowel if is_open else after_consonant}"

    return _BOTH.sub(chosen, message)


def _ending(value: str) -> int | None:
    """What the last syllable ends with; None if it is not written in Korean or as a digit."""
    last = value[-1:]
    if last.isascii() and last.isdigit():
        last = _DIGITS[int(last)]
    return (ord(last) - _FIRST) % _ENDINGS if last and _FIRST <= ord(last) <= _LAST else None
