"""Text from people as text: what no file should carry is dropped before it is written."""

import unicodedata


def visible(text: str) -> str:
    """A text without control characters and what XML cannot hold; line breaks stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    unseen = [letter for letter in set(text) if letter not in "\n\t" and _is_unseen(letter)]
    return text.translate({ord(letter): None for letter in unseen}) if unseen else text


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cs") or letter in "\ufffe\uffff"
