"""Our own JavaScript modules as one plain script: a page opened from a disk may not load modules."""

import re
from collections.abc import Iterator
from pathlib import Path

IMPORT = re.compile(r'^import \{ (?P<names>[^}]+) \} from "(?P<file>[^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (?P<name>[\w$]+))", re.MULTILINE)


class UnbundledError(ValueError):
    """A module says something that this small bundler does not know."""


def bundle(main: Path) -> str:
    """Each module a function that runs once, in the order in which they need each other; gives ``main``'s exports
    the name ``page``."""
    modules: dict[Path, str] = {}
    _read(main.resolve(), modules, ())
    names = {file: f"module_{number}" for number, file in enumerate(modules)}
    parts = [_module(file, text, names) for file, text in modules.items()]
    return "\n".join([*parts, f"const page = {names[main.resolve()]};"])


def _read(file: Path, modules: dict[Path, str], above: tuple[Path, ...]) -> None:
    if file in modules:
        return
    if file in above:
        raise UnbundledError(f"{file.name} needs itself")
    text = file.read_text("utf-8")
    for needed in _needed(file, text):
        _read(needed, modules, (*above, file))
    modules[file] = text


def _needed(file: Path, text: str) -> Iterator[Path]:
    for found in IMPORT.finditer(text):
        yield (file.parent / found["file"]).resolve()


def _module(file: Path, text: str, names: dict[Path, str]) -> str:
    def imported(found: re.Match[str]) -> str:
        wanted = found["names"].replace(" as ", ": ")
        return f"const {{ {wanted} }} = {names[(file.parent / found['file']).resolve()]};\n"

    exports = [found["name"] for found in EXPORT.finditer(text)]
    body = EXPORT.sub("", IMPORT.sub(imported, text))
    if left := re.search(r"^(?:import|export)\b.*", body, re.MULTILINE):
        raise UnbundledError(f"{file.name}: {left[0]}")
    return f"const {names[file]} = (() => {{\n{body}\nreturn {{ {', '.join(exports)} }};\n}})();"
