"""Writes the list of everything in the bundle as CycloneDX 1.6 JSON, with Qt, Chromium, fonts and maps.

SOURCE_DATE_EPOCH=… python packaging/bundle/sbom.py FILE
"""

import hashlib
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]
from licences import Part, parts  # noqa: E402

from jz_travel import __version__  # noqa: E402


def component(part: Part) -> dict[str, Any]:
    """A part as CycloneDX says it."""
    is_package = not part.note and bool(part.texts) and part.kind == "library" and " " not in part.name
    name = part.name.lower().replace("_", "-").replace(".", "-")
    reference = f"pkg:pypi/{name}@{part.version}" if is_package else f"{part.kind}:{part.name}@{part.version}"
    described: dict[str, Any] = {
        "type": part.kind,
        "bom-ref": reference,
        "name": part.name,
        "licenses": [{"expression": part.licence}],
    }
    if part.version:
        described["version"] = part.version
    if is_package:
        described["purl"] = reference
    if part.by:
        described["publisher"] = part.by
    if part.source:
        described["properties"] = [{"name": "jz_travel:source", "value": part.source}]
    return described


def document(found: list[Part], made: datetime) -> dict[str, Any]:
    """The whole list; its serial number follows from what is in it."""
    components = [component(part) for part in found]
    mark = hashlib.sha256(json.dumps([__version__, components], sort_keys=True).encode()).digest()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{UUID(bytes=mark[:16], version=4)}",
        "version": 1,
        "metadata": {
            "timestamp": made.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": f"jz-travel@{__version__}",
                "name": "jz-travel",
                "version": __version__,
                "licenses": [{"license": {"id": "GPL-3.0-or-later"}}],
            },
        },
        "components": components,
        "dependencies": [
            {"ref": f"jz-travel@{__version__}", "dependsOn": sorted(each["bom-ref"] for each in components)}
        ],
    }


def main() -> None:
    made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    text = json.dumps(document(parts(), made), ensure_ascii=False, indent=1)
    Path(sys.argv[1]).write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
