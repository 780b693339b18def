"""XML without its dangers: no document types, no entities, no depth, no flood; of the rest what is wanted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from jz_travel.domain.failures import Cause, Failure
from jz_travel.reading.limits import DEEPEST, LONGEST_NOTE, MOST_ELEMENTS

# They have no types of their own.
_Parser: Any = import_module("defusedxml.ElementTree").DefusedXMLParser
_DefusedError: Any = import_module("defusedxml.common").DefusedXmlException

MOST_PIECES = 64 * 1024
"""Letters that go to the parser at once, so that a flood is noticed while it comes."""


@dataclass
class Item:
    """One wanted element: its name, its attributes, and the texts below it by path, like ``Point/coordinates``."""

    name: str
    inside: str
    attributes: dict[str, str]
    texts: dict[str, str] = field(default_factory=dict)


def items(text: str, wanted: frozenset[str], file: Path) -> tuple[str, list[Item]]:
    """The name of the root with its attribute ``creator``, and every wanted element in the order of the file."""
    target = _Target(wanted, file)
    parser = _Parser(target=target, forbid_dtd=True)
    try:
        for piece in _pieces(text):
            parser.feed(piece)
        parser.close()
    except _DefusedError as error:
        raise Failure(Cause.BAD_FIELD, file, "DOCTYPE", "a document type or an entity") from error
    except (ParseError, ValueError) as error:
        raise Failure(Cause.NOT_JSON, file, detail=str(error)[:200]) from error
    return target.root, target.found


def _pieces(text: str) -> Iterator[str]:
    # Halves of characters have no bytes; the declaration named the bytes that these letters were read from.
    text = text.encode("utf-8", "replace").decode("utf-8").lstrip("\ufeff \t\r\n")
    return (text[at : at + MOST_PIECES] for at in range(0, len(text), MOST_PIECES))


class _Target:
    def __init__(self, wanted: frozenset[str], file: Path) -> None:
        self.root, self.found = "", list[Item]()
        self._wanted, self._file = wanted, file
        self._path: list[str] = []
        self._item: Item | None = None
        self._item_depth = self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if not self._path:
            self.root = f"{name} {attributes.get('creator', '')}"
        inside = self._path[-1] if self._path else ""
        self._path.append(name)
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise Failure(Cause.TOO_LARGE, self._file, name, f"more than {MOST_ELEMENTS} elements")
        if len(self._path) > DEEPEST:
            raise Failure(Cause.BAD_FIELD, self._file, name[:100], "nested too deeply")
        if self._item is None and name in self._wanted:
            self._item, self._item_depth = Item(name, inside, dict(attributes)), len(self._path)

    def data(self, text: str) -> None:
        if self._item is not None:
            key = "/".join(self._path[self._item_depth :])
            so_far = self._item.texts.get(key, "")
            if len(so_far) < LONGEST_NOTE:
                self._item.texts[key] = so_far + text[:LONGEST_NOTE]

    def end(self, _tag: str) -> None:
        self._path.pop()
        if self._item is not None and len(self._path) < self._item_depth:
            self.found.append(self._item)
            self._item = None

    def close(self) -> None:
        """The parser asks for it."""
