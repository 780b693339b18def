"""Sentences of one language. The English sentence is the key; a ``.po`` file has it in another language."""

import logging
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from jz_travel.domain.texts import Language, Text
from jz_travel.resources import assets
from jz_travel.words.particles import with_particles
from jz_travel.words.po import Messages, read

_log = logging.getLogger(__name__)


def offered(translations_dir: Path | None = None) -> tuple[Language, ...]:
    """The languages that have been translated, as a visitor may choose among them."""
    known: tuple[Language, ...] = get_args(Language)
    return tuple(language for language in known if language == "en" or _file(language, translations_dir).is_file())


def nearest(*system: str, translations_dir: Path | None = None) -> Language:
    """The language to begin with, for what a system calls its own in turn, like ``zh_TW.UTF-8``, ``ja-JP`` or ``C``.

    Chinese is Simplified unless script or region say Traditional; where nobody has translated any, it is English.
    """
    choices = offered(translations_dir)
    return next((found for each in system if (found := _spoken(each, choices)) is not None), "en")


def _spoken(system: str, choices: tuple[Language, ...]) -> Language | None:
    name = re.split(r"[.@ ]", system)[0].replace("_", "-").lower()
    parts = name.split("-")
    if parts[0] in ("zh", "yue", "chinese"):
        traditional = "hant" in parts or ("hans" not in parts and bool({"tw", "hk", "mo"} & set(parts)))
        wanted = "zh-Hant" if traditional else "zh-Hans"
    else:
        wanted = {"japanese": "ja", "korean": "ko"}.get(parts[0], parts[0])
    chinese: Language = "zh-Hans"
    return next((each for each in choices if each == wanted), chinese if wanted == "zh-Hant" else None)


def _file(language: Language, translations_dir: Path | None) -> Path:
    return (translations_dir or assets("locale")) / f"{language.replace('-', '_')}.po"


@cache
def _messages(file: Path) -> Messages:
    """Read once: a public screen changes its language all day long."""
    return read(file)


class Sentences:
    """What can be said in one language. English is used where nobody has translated a message."""

    def __init__(self, language: Language, translations_dir: Path | None = None) -> None:
        self.language = language
        file = _file(language, translations_dir)
        self._messages = _messages(file) if language != "en" and file.is_file() else Messages()
        self._missed: set[tuple[str, str]] = set()

    def say(self, message: str, /, *, context: str = "", **values: object) -> str:
        """A message with its ``{placeholders}`` filled in. Values are never read as messages themselves."""
        forms = self._translated(context, message)
        return self._filled(forms[0] if forms else message, values)

    def labelled(self, label: str, text: str) -> str:
        """``Undo: Move 嘉应观``."""
        return self.say("{first}: {second}", first=label, second=text)

    def count(self, singular: str, plural: str, n: int, /, *, context: str = "", **values: object) -> str:
        """A message about ``n`` things. ``{n}`` stands for the number unless ``values`` says it in other words."""
        forms = self._translated(context, singular)
        message = forms[self._messages.plural(n)] if forms else (singular if n == 1 else plural)
        return self._filled(message, {"n": f"{n:,}", **values})

    def _filled(self, message: str, values: Mapping[str, object]) -> str:
        return (with_particles(message, values) if self.language == "ko" else message).format_map(values)

    def _translated(self, context: str, message: str) -> tuple[str, ...] | None:
        forms = self._messages.forms.get((context, message))
        if forms is None and self._messages.forms and (context, message) not in self._missed:
            self._missed.add((context, message))
            _log.warning("%s has no translation of %r", self.language, message)
        return forms

    def text(self, text: Text) -> str:
        return text.in_(self.language)

    @property
    def is_chinese(self) -> bool:
        return self.language in ("zh-Hans", "zh-Hant")
