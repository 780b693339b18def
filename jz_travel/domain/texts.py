"""Texts in several languages, and where a fact comes from."""

from dataclasses import dataclass, field
from typing import Literal, NewType

Language = Literal["zh-Hans", "zh-Hant", "en", "ja", "ko"]
SourceId = NewType("SourceId", str)
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in the languages somebody has written it in; Simplified Chinese and English always."""

    zh_hans: str
    en: str
    zh_hant: str = ""
    ja: str = ""
    ko: str = ""

    @classmethod
    def alike(cls, text: str) -> "Text":
        """What is called the same in every language, like the name of a site."""
        return cls(text, text)

    def in_(self, language: Language) -> str:
        """The text in a language, or in the nearest one that exists."""
        if language == "zh-Hans":
            return self.zh_hans
        if language == "zh-Hant":
            return self.zh_hant or self.zh_hans
        if language == "ja":
            return self.ja or self.en
        if language == "ko":
            return self.ko or self.en
        return self.en

    def every(self) -> tuple[str, ...]:
        return tuple(text for text in (self.zh_hans, self.zh_hant, self.en, self.ja, self.ko) if text)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read. Tier A official … D weak, BK background knowledge that nobody has verified."""

    id: SourceId
    title: Text
    tier: Literal["A", "B", "C", "D", "BK"]
    url: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind one value: its source, when it was true, how sure we are."""

    source: SourceId
    as_of: str = ""
    confidence: Confidence | None = None
    note: str = field(default="", compare=False)
