"""Why a found place is taken for one of the catalogue, in words."""

from typing import assert_never

from jz_travel.reading.matching import BESIDE, By, Match, Sure
from jz_travel.words import Words


def why(match: Match, words: Words) -> str:
    """``Same name · 120 m apart``."""
    parts = [_by(match, words)]
    if match.metres is not None and match.by is not By.POSITION:
        parts.append(words.say("{distance} apart", distance=words.distance(match.metres)))
    return " · ".join(parts)


def _by(match: Match, words: Words) -> str:
    match match.by:
        case By.CODE:
            return words.say("Our own code")
        case By.NAME:
            return words.say("Same name")
        case By.PART:
            return words.say("One name contains the other")
        case By.POSITION:
            return words.say("Less than {distance} away", distance=words.distance(BESIDE))
        case By.NOTHING:
            return words.say("No place in the catalogue fits.")
        case _:
            assert_never(match.by)


def how_sure(sure: Sure, words: Words) -> str:
    """One word for it, as the table of the preview shows it."""
    match sure:
        case Sure.SURE:
            return words.say("sure", context="match")
        case Sure.LIKELY:
            return words.say("likely", context="match")
        case Sure.PERHAPS:
            return words.say("perhaps", context="match")
        case Sure.NOT:
            return words.say("not matched", context="match")
        case _:
            assert_never(sure)
