"""Which licences the bundle is under: an audit that refuses what may not go with GPL-3.0-or-later, and the notices.

python packaging/bundle/licences.py audit
python packaging/bundle/licences.py notices FILE
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution, PackageNotFoundError, distribution, version
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE)]
from licence_names import is_allowed, plain_name  # noqa: E402
from trim import NEVER_IMPORTED  # noqa: E402
from wheel_lists import listed  # noqa: E402

REQUIREMENT = re.compile(r"^([\w.-]+)\s*(?:\[([\w,. -]+)\])?[^;]*(?:;(.*))?$")


@dataclass(frozen=True)
class Part:
    """One thing that somebody else made. ``texts``: its licence texts, as far as it carries them."""

    name: str
    version: str
    licence: str
    by: str = ""
    source: str = ""
    note: str = ""
    kind: str = "library"
    texts: tuple[str, ...] = field(default=(), repr=False)


def parts() -> list[Part]:
    """Everything in the bundle, by name."""
    packages = list(_packages())
    found = [*packages, *_inside(packages), *_by_hand(), *_vendored_scripts(), *_map_data()]
    return sorted(found, key=lambda part: (part.kind, part.name.lower()))


def refused(found: list[Part]) -> list[Part]:
    """Those whose licence is unknown or may not go together with the program's."""
    return [part for part in found if not is_allowed(part.licence)]


def _packages() -> Iterator[Part]:
    """The Python packages that the program needs when it runs, and what those need."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    waiting = [(name, extra) for line in project["dependencies"] for name, extra in _requirement(line, "")]
    seen: set[tuple[str, str]] = set()
    named: set[str] = set()
    while waiting:
        name, extra = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if (key, extra) in seen or key in {each.lower() for each in NEVER_IMPORTED}:
            continue
        seen.add((key, extra))
        try:
            about = distribution(name)
        except PackageNotFoundError:
            continue  # for another system
        for line in about.requires or ():
            waiting += _requirement(line, extra)
        if key not in named:
            named.add(key)
            yield _package(about)


def _requirement(line: str, extra: str) -> Iterator[tuple[str, str]]:
    """Name and extra of a requirement, if it is wanted with that extra on this system."""
    match = REQUIREMENT.match(line)
    assert match, line
    name, extras, marker = match.groups()
    of_extra = re.search(r"extra\s*==\s*['\"]([\w-]+)['\"]", marker or "")
    if of_extra and of_extra[1] != extra:
        return
    yield name, ""
    for each in (extras or "").split(","):
        if each.strip():
            yield name, each.strip()


def _package(about: Distribution) -> Part:
    meta = about.metadata
    texts = [
        Path(str(about.locate_file(file))).read_text("utf-8", "replace")
        for file in about.files or ()
        if ".dist-info/" in str(file) and re.search(r"(?i)licen[cs]e|copying|notice|authors", file.name)
    ]
    by = meta.get("Author") or re.sub(r"\s*<[^>]*>", "", meta.get("Author-email") or "")
    return Part(meta["Name"], about.version, plain_name(meta), by, meta.get("Home-page") or "", texts=tuple(texts))


def _inside(packages: list[Part]) -> Iterator[Part]:
    """What those packages list as inside them, but for what is told by hand because the list knows no licence of it."""
    told = {name for each in _told() for name in each.get("covers", ())}
    found = {}
    for package in packages:
        for name, number, licence, by, source in listed(package.name):
            if licence or name not in told:
                found[name, number] = Part(name, number, licence, by, source, f"Inside {package.name}.")
    yield from found.values()


def _told() -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = tomllib.loads((HERE / "third-party.toml").read_text("utf-8"))["part"]
    return told


def _by_hand() -> Iterator[Part]:
    for each in _told():
        texts = tuple(_text(name) for name in each.get("text", ()))
        number = str(each["version"]).format_map(_Versions())
        note = each.get("note", "")
        yield Part(each["name"], number, each["licence"], each["by"], each["source"], note, texts=texts)


class _Versions(dict[str, str]):
    """Versions of what cannot be read off a package's name."""

    def __missing__(self, name: str) -> str:
        if name == "qt":
            return version("PySide6_Essentials")
        if name == "python":
            return sys.version.split()[0]
        if name == "chromium":
            from PySide6.QtWebEngineCore import qWebEngineChromiumVersion

            return str(qWebEngineChromiumVersion())
        try:
            return version(name)
        except PackageNotFoundError:
            return ""


def _text(name: str) -> str:
    file = HERE / "licences" / name
    return (file if file.is_file() else ROOT / name).read_text("utf-8")


def _vendored_scripts() -> Iterator[Part]:
    import json

    web = ROOT / "assets" / "web"
    for each in json.loads((web / "manifest.json").read_text("utf-8"))["files"]:
        text = (web / each["licence_file"]).read_text("utf-8")
        yield Part(each["file"], each["version"], each["licence"], source=each["package"], kind="file", texts=(text,))


def _map_data() -> Iterator[Part]:
    import json

    for name, each in json.loads((ROOT / "maps" / "manifest.json").read_text("utf-8"))["files"].items():
        source = "; ".join(each.get("sources", ()))
        yield Part(f"maps/{name}", "", plain_name(each["licence"]), each["credit"], source, kind="data")


def notices(found: list[Part]) -> str:
    """What every installer carries: who made what, under which licence, and the texts, each once."""
    lines = ["THIRD-PARTY NOTICES", "", "jz_travel is GPL-3.0-or-later. It contains or uses:", ""]
    texts: dict[str, list[str]] = {}
    for part in found:
        lines.append(f"{part.name} {part.version}".strip())
        for label, value in (("Licence", part.licence), ("By", part.by), ("From", part.source)):
            if value:
                lines.append(f"  {label}: {' '.join(value.split())}")
        lines += [f"  {line}" for line in part.note.splitlines()] + [""]
        for text in part.texts:
            texts.setdefault(text.strip(), []).append(part.name)
    for text, names in texts.items():
        lines += ["=" * 100, f"Of {', '.join(dict.fromkeys(names))}:", "", text, ""]
    return "\n".join(lines)


def main() -> int:
    """0 when every licence may be shipped."""
    found = parts()
    wrong = refused(found)
    for part in wrong:
        print(f"{part.name} {part.version}: “{part.licence}” may not be shipped", file=sys.stderr)
    if not wrong and sys.argv[1] == "notices":
        Path(sys.argv[2]).write_text(notices(found), "utf-8")
    print(f"{len(found)} parts, {len(wrong)} refused")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
