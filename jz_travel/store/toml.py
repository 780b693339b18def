"""Reading what people write: strict, with every problem of a file named by its field."""

import re
import tomllib
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from jz_travel.domain.failures import Cause, Failure
from jz_travel.store.files import read_bytes

T = TypeVar("T")
Tables = dict[str, Any]

MOST_BYTES = 1_000_000
_AT = re.compile(r"(?P<what>.*) - at `\$\.?(?P<field>.*)`$", re.DOTALL)
# Control characters, and the ones that turn the direction of the text around them.
_NOT_PRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")


def read_toml(file: Path, shape: type[T]) -> tuple[T | None, list[Failure]]:
    """One TOML file as a value of ``shape``, or every mistake that stands in its way."""
    try:
        return convert(read_tables(file), shape, file)
    except Failure as failure:
        return None, [failure]


def read_tables(file: Path) -> Tables:
    """The tables of a TOML file, of whatever shape. Raises :class:`Failure`."""
    return parse(read_bytes(file, MOST_BYTES), file)


def parse(content: bytes, file: Path) -> Tables:
    """Raises :class:`Failure` when the content is not TOML."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Failure(Cause.NOT_TEXT, file, detail=f"not UTF-8 at byte {error.start}") from None
    try:
        tables: Tables = msgspec.to_builtins(tomllib.loads(text))  # a date with or without quotes is the same
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Failure(Cause.NOT_JSON, file, detail=f"not TOML: {error}") from None
    return tables


def convert(tables: Tables, shape: type[T], file: Path) -> tuple[T | None, list[Failure]]:
    """The value, or every mistake that stands in its way."""
    suspect = "\\" in repr(tables)  # Python writes what cannot be printed with one; most files are through at once
    fields = _unprintable(tables, "") if suspect else ()
    failures = [Failure(Cause.BAD_FIELD, file, field, "has a control character") for field in fields]
    try:
        value = msgspec.convert(tables, shape)
    except msgspec.ValidationError:
        wrong = (Failure(Cause.BAD_FIELD, file, field, what) for field, what in _mistakes(tables, shape, ""))
        return None, [*failures, *wrong]
    return (None, failures) if failures else (value, [])


def _unprintable(value: object, field: str) -> Iterator[str]:
    if isinstance(value, str):
        if _NOT_PRINTABLE.search(value):
            yield field
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _unprintable(each, f"{field}.{key}" if field else key)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _unprintable(each, f"{field}[{index}]")


def _mistakes(value: object, shape: Any, field: str) -> Iterator[tuple[str, str]]:
    """Every (field, mistake): msgspec stops at the first one, so each part is asked again on its own."""
    try:
        msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        at = _AT.match(str(error))
        own = (_joined(field, at["field"]), at["what"]) if at else (field, str(error))
        yield from list(_parts(value, shape, field)) or [own]


def _parts(value: object, shape: Any, field: str) -> Iterator[tuple[str, str]]:
    shape = _fitting(shape, value)
    if isinstance(value, dict) and isinstance(shape, type) and issubclass(shape, msgspec.Struct):
        known = {each.encode_name: each for each in msgspec.structs.fields(shape)}
        for key in value:
            if key not in known:
                yield _joined(field, key), "is not a field that belongs here"
        for key, each in known.items():
            if key in value:
                yield from _mistakes(value[key], each.type, _joined(field, key))
            elif each.required:
                yield _joined(field, key), "is missing"
    elif isinstance(value, dict) and typing.get_origin(shape) is dict:
        for key, each in value.items():
            yield from _mistakes(each, typing.get_args(shape)[1], _joined(field, key))
    elif isinstance(value, list) and typing.get_origin(shape) is tuple and typing.get_args(shape)[1:] == (...,):
        for index, each in enumerate(value):
            yield from _mistakes(each, typing.get_args(shape)[0], f"{field}[{index}]")


def _fitting(shape: Any, value: object) -> Any:
    """Of several shapes the one that is meant: never None, and for a table the one with fields."""
    if typing.get_origin(shape) in (typing.Union, types.UnionType):
        others = [each for each in typing.get_args(shape) if each is not type(None)]
        with_fields = [each for each in others if isinstance(each, type) and issubclass(each, msgspec.Struct)]
        others = with_fields if isinstance(value, dict) and with_fields else others
        return others[0] if len(others) == 1 else shape
    return typing.get_args(shape)[0] if typing.get_origin(shape) is typing.Annotated else shape


def _joined(field: str, more: str) -> str:
    return f"{field}.{more}" if field and more and not more.startswith("[") else field + more
