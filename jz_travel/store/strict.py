"""JSON read strictly: what Python's reader lets through and no file of ours may hold is refused here."""

import json
import math
from pathlib import Path
from typing import Any

from jz_travel.domain.failures import Cause, Failure

DEEPEST = 40
LONGEST_NUMBER = 18  # digits


def parse_object(content: bytes, file: Path | None) -> dict[str, Any]:
    """One JSON object without duplicate keys, NaN, endless numbers, half characters or bottomless nesting.

    A byte order mark, as some editors write it, is passed over.
    """

    def whole(digits: str) -> int:
        if len(digits) > LONGEST_NUMBER:
            raise Failure(Cause.BAD_FIELD, file, detail=f"a number of {len(digits)} digits")
        return int(digits)

    def finite(text: str) -> float:
        number = float(text)
        if not math.isfinite(number):
            raise Failure(Cause.BAD_FIELD, file, detail=f"{text[:20]} is not a number")
        return number

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise Failure(Cause.BAD_FIELD, file, twice[:100], "written twice")
        return found

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Failure(Cause.NOT_TEXT, file, detail=f"not UTF-8 at byte {error.start}") from error
    try:
        value = json.loads(text, parse_int=whole, parse_float=finite, parse_constant=finite, object_pairs_hook=once)
    except RecursionError as error:
        raise Failure(Cause.BAD_FIELD, file, detail="nested too deeply") from error
    except ValueError as error:
        raise Failure(Cause.NOT_JSON, file, detail=str(error)) from error
    if not isinstance(value, dict):
        raise Failure(Cause.BAD_FIELD, file, detail="not an object")
    _look_inside(value, file, DEEPEST)
    return value


def _look_inside(value: object, file: Path | None, deeper: int) -> None:
    if isinstance(value, str):
        if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
            raise Failure(Cause.NOT_TEXT, file, detail="half a character")
        return
    if not deeper:
        raise Failure(Cause.BAD_FIELD, file, detail="nested too deeply")
    if isinstance(value, dict):
        _look_inside([*value, *value.values()], file, deeper)
    elif isinstance(value, list):
        for inner in value:
            if isinstance(inner, str | list | dict):
                _look_inside(inner, file, deeper - 1)
