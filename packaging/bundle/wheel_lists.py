"""What wheels say is inside them: lists of parts (CycloneDX) that compilers and auditwheel put beside the metadata."""

import json
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any


def listed(package: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Name, version, licence, author and address of each part inside ``package``, without the package itself."""
    about = distribution(package)
    for file in about.files or ():
        if not re.search(r"\.dist-info/sboms/[^/]+\.json$", file.as_posix()):
            continue
        content = json.loads(Path(str(about.locate_file(file))).read_text("utf-8"))
        for each in content.get("components", ()):
            if _plain(each["name"]) != _plain(package):
                address = each.get("purl", "").split("?")[0]
                yield each["name"], each.get("version", ""), _licence(each), each.get("author", ""), address


def _licence(component: dict[str, Any]) -> str:
    said = component.get("licenses") or ()
    names = [each.get("expression") or each["license"].get("id") or each["license"].get("name", "") for each in said]
    return " AND ".join(f"({name})" if len(names) > 1 and " " in name else name for name in names)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
