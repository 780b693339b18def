"""Failures in words. A cause without its sentence is a type error."""

from typing import assert_never

from jz_travel.domain.failures import Cause, Failure
from jz_travel.words.sentences import Sentences


def sentence(words: Sentences, failure: Failure) -> str:
    """What went wrong, with the file and the field; what the machine said stands in brackets."""
    said = _what(words, failure)
    named_already = failure.cause in (Cause.BAD_FIELD, Cause.CODE_MISSING)
    parts = ": ".join(part for part in ("" if named_already else failure.field, failure.detail) if part)
    return words.say("{sentence} ({details})", sentence=said, details=parts) if parts else said


def _what(words: Sentences, failure: Failure) -> str:
    file = words.say("“{name}”", name=failure.file.name) if failure.file else words.say("The file")
    match failure.cause:
        case Cause.MISSING:
            return words.say("{file} does not exist.", file=file)
        case Cause.NOT_ALLOWED:
            return words.say("{file}: no permission to read or write it.", file=file)
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
            return words.say("{file} has a mistake in the field {field}.", file=file, field=failure.field)
        case Cause.IN_USE:
            return words.say("{file} is open in another window.", file=file)
        case Cause.CHANGED_OUTSIDE:
            return words.say("{file} was changed by another program since it was opened.", file=file)
        case Cause.NO_ANSWER:
            return words.say("The online service does not answer.")
        case Cause.KEY_REFUSED:
            return words.say("The online service refuses the key.")
        case Cause.QUOTA:
            return words.say("The online service takes no more questions for now.")
        case Cause.NONSENSE:
            return words.say("The online service gave an unexpected answer.")
        case Cause.LOCKED:
            return words.say("{file} is locked with a password. Save it without one.", file=file)
        case Cause.NO_CODE:
            return words.say("{file} shows no readable code.", file=file)
        case Cause.FOREIGN_CODE:
            return words.say("This code does not carry a trip.")
        case Cause.CODE_MISSING:
            return words.say("A code of this trip is still missing: {which}.", which=failure.field)
        case Cause.CODES_MIXED:
            return words.say("These codes belong to different trips.")
        case Cause.UNKNOWN_KIND:
            return words.say("{file} is of a kind that is not read here.", file=file)
        case Cause.NOT_PRINTED:
            return words.say("This could not be printed.")
        case Cause.NOT_TRUSTED:
            return words.say("{file} is not signed by the bureau, was changed, or is too old.", file=file)
        case Cause.NOT_A_PACK:
            return words.say("{file} is not a region pack.", file=file)
        case Cause.OTHER_REGION:
            return words.say("{file} is a map of another region.", file=file)
        case Cause.OTHER:
            return words.say("{file} could not be read or written.", file=file)
        case _:
            assert_never(failure.cause)
