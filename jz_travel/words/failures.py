"""Failures in words. A cause without its sentence is a type error."""

from typing import assert_never

from jz_travel.domain.failures import Cause, Failure
from jz_travel.words.sentences import Sentences


def sentence(words: Sentences, failure: Failure) -> str:
    """What went wrong, with the file and the field; what the machine said stands in brackets."""
    said = _what(words, failure)
    named_already = failure.cause is Cause.BAD_FIELD
    parts = ": ".join(part for part in ("" if named_already else failure.field, failure.detail) if part)
    return words.say("{sentence} ({details})", sentence=said, details=parts) if parts else said


def _what(words: Sentences, failure: Failure) -> str:
    file = words.say("“{name}”", name=failure.file.name) if failure.file else words.say("The file")
    match failure.cause:
        case Cause.MISSING:
            return words.say("{file} does not exist.", file=file)
        case Cause.NOT_ALLOWED:
            return words.say("{file} may not be read or written here.", file=file)
        case Cause.DISK_FULL:
            return words.say("{file} could not be written: the disk is full.", file=file)
        case Cause.TOO_LARGE:
            return words.say("{file} is too large.", file=file)
        case Cause.NOT_TEXT:
            return words.say("{file} is not a text file.", file=file)
        case Cause.NOT_JSON:
            return words.say("{file} is damaged or cut off.", file=file)
        case Cause.NOT_A_TRIP:
            return words.say("{file} is not a trip.", file=file)
        case Cause.NEWER:
            return words.say("{file} was written by a newer version of this program.", file=file)
        case Cause.BAD_FIELD:
            return words.say("{file} holds something wrong in the field {field}.", file=file, field=failure.field)
        case Cause.IN_USE:
            return words.say("{file} is open in another window.", file=file)
        case Cause.CHANGED_OUTSIDE:
            return words.say("{file} was changed by another program since it was opened.", file=file)
        case Cause.OTHER:
            return words.say("{file} could not be read or written.", file=file)
        case _:
            assert_never(failure.cause)
