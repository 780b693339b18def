"""Every message of the program is translated, with the same placeholders, and nothing else is in the files."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.core import Locale
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

from jz_travel.resources import assets
from jz_travel.words.po import read

PROGRAM = Path(__file__).parents[2] / "jz_travel"
FILES = sorted(assets("locale").glob("*.po"))
each_language = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@dataclass(frozen=True)
class Message:
    """One message as the program says it. ``given``: the values at hand, ``None`` when they cannot be seen here."""

    text: str
    context: str
    plural: str
    given: frozenset[str] | None
    where: str


def placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@cache
def messages(root: Path = PROGRAM) -> list[Message]:
    """Every literal message of ``say``, ``count`` and ``N_`` in the program."""
    return [message for file in sorted(root.rglob("*.py")) for message in _messages_of(file, root)]


def _messages_of(file: Path, root: Path) -> Iterator[Message]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
        where = f"{file.relative_to(root.parent)}:{node.lineno}"
        if called in ("say", "N_"):
            yield from _said(node, where, marked=called == "N_")
        elif called == "count" and len(node.args) >= 3:
            yield _counted(node, where)


def _said(node: ast.Call, where: str, marked: bool) -> Iterator[Message]:
    first = node.args[0] if node.args else ast.Constant(None)
    choices = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
    for choice in choices:
        if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
            yield Message(choice.value, _context(node, where), "", None if marked else _given(node), where)
        else:
            built = isinstance(choice, (ast.JoinedStr, ast.BinOp)) or marked
            assert not built, f"{where}: a message is one literal, or a translator never sees it"


def _counted(node: ast.Call, where: str) -> Message:
    singular, plural = (_literal(argument, f"{where}: count takes two literal messages") for argument in node.args[:2])
    given = _given(node)
    return Message(singular, _context(node, where), plural, None if given is None else given | {"n"}, where)


def _context(node: ast.Call, where: str) -> str:
    said = [keyword.value for keyword in node.keywords if keyword.arg == "context"]
    return _literal(said[0], f"{where}: a context is one literal") if said else ""


def _literal(node: ast.expr, otherwise: str) -> str:
    value = node.value if isinstance(node, ast.Constant) else None
    assert isinstance(value, str), otherwise
    return value


def _given(node: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in node.keywords if keyword.arg != "context"]
    return None if None in names else frozenset(name for name in names if name)


def entries(file: Path) -> dict[tuple[str, str], Entry]:
    """A file as Babel reads it; the header is left out."""
    with file.open("rb") as stream:
        catalogue = read_po(stream, abort_invalid=True)
    assert not catalogue.obsolete, f"{file.name} keeps entries that nothing uses: {list(catalogue.obsolete)}"
    return {(entry.context or "", _singular(entry)): entry for entry in catalogue if entry.id}


def _singular(entry: Entry) -> str:
    return str(entry.id[0]) if isinstance(entry.id, (list, tuple)) else str(entry.id)


def _forms(entry: Entry) -> tuple[str, ...]:
    return tuple(entry.string) if isinstance(entry.string, (list, tuple)) else (str(entry.string),)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def as_po(message: Message) -> str:
    """A message as an empty entry that a translator can paste and fill in."""
    lines = [f"#: {message.where}"]
    lines += [f"msgctxt {_quoted(message.context)}"] if message.context else []
    lines += [f"msgid {_quoted(message.text)}"]
    lines += [f"msgid_plural {_quoted(message.plural)}", 'msgstr[0] ""'] if message.plural else ['msgstr ""']
    return "\n".join(lines)


def test_every_message_gets_the_values_it_names() -> None:
    wrong = [
        f"{message.where}: {message.text!r} is given {sorted(message.given)}"
        for message in messages()
        if message.given is not None and placeholders(message.text + message.plural) != message.given - _spare(message)
    ]
    assert not wrong, "\n".join(wrong)


def _spare(message: Message) -> frozenset[str]:
    """A count need not say its number."""
    return frozenset({"n"}) - placeholders(message.text + message.plural) if message.plural else frozenset()


def test_simplified_chinese_is_there() -> None:
    assert "zh_Hans" in [file.stem for file in FILES]


@each_language
def test_every_message_is_translated(file: Path) -> None:
    known = entries(file)
    missing = {(each.context, each.text): each for each in messages() if (each.context, each.text) not in known}
    if missing:  # without pytest's marks, which could not be pasted
        pytest.fail(f"{file.name} lacks:\n\n" + "\n\n".join(map(as_po, missing.values())), pytrace=False)


@each_language
def test_nothing_is_left_from_older_versions(file: Path) -> None:
    used = {(message.context, message.text) for message in messages()}
    left = entries(file).keys() - used
    assert not left, f"nothing says {sorted(left)} any more"


@each_language
def test_no_translation_is_empty_or_in_doubt(file: Path) -> None:
    bad = [key for key, entry in entries(file).items() if entry.fuzzy or not all(_forms(entry))]
    assert not bad, f"{file.name}: {bad}"


@each_language
def test_no_message_stands_twice(file: Path) -> None:
    written = re.findall(r"^msgid ", file.read_text("utf-8"), re.MULTILINE)
    assert len(written) == len(entries(file)) + 1, "Babel would silently keep the last one"


@each_language
def test_translations_keep_the_placeholders(file: Path) -> None:
    wrong = []
    for entry in entries(file).values():
        ids = entry.id if isinstance(entry.id, (list, tuple)) else (entry.id,)
        wanted = placeholders("".join(map(str, ids)))
        wrong += [(form, sorted(wanted)) for form in _forms(entry) if placeholders(form) != wanted]
    assert not wrong, f"{file.name}: {wrong}"


@each_language
def test_a_plural_message_has_all_its_forms(file: Path) -> None:
    plurals = {(message.context, message.text): message.plural for message in messages() if message.plural}
    for key, entry in entries(file).items():
        if key in plurals:
            assert list(entry.id) == [key[1], plurals[key]]


@each_language
def test_our_reader_and_babel_read_the_same(file: Path) -> None:
    ours = read(file)
    assert dict(ours.forms) == {key: _forms(entry) for key, entry in entries(file).items()}


@each_language
def test_the_rule_of_plurals_is_the_languages_own(file: Path) -> None:
    ours, theirs = read(file).plural, Locale.parse(file.stem).plural_form
    forms: dict[str, set[int]] = {}
    for n in range(200):
        forms.setdefault(theirs(n), set()).add(ours(n))
    assert all(len(each) == 1 for each in forms.values()), forms


@each_language
def test_chinese_uses_chinese_punctuation(file: Path) -> None:
    if not file.stem.startswith("zh"):
        pytest.skip("only Chinese")
    han = r"[\u4e00-\u9fff]"
    wrong = [
        form
        for entry in entries(file).values()
        for form in _forms(entry)
        if re.search(rf"{han}[,;:!?.]|[,;:!?]{han}|{han}\(|\){han}|\.\.\.", form)
    ]
    assert not wrong, f"{file.name}: {wrong}"


def test_a_message_built_from_parts_is_found_out(tmp_path: Path) -> None:
    (tmp_path / "view.py").write_text('words.say(f"Add {place}")\n', "utf-8")
    with pytest.raises(AssertionError, match="one literal"):
        messages(tmp_path)
