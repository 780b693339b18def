"""One language's sentences, numbers, dates and distances."""

from jz_travel.words.marking import N_
from jz_travel.words.sentences import nearest, offered
from jz_travel.words.words import Words

__all__ = ["N_", "Words", "nearest", "offered"]
