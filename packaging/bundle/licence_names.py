"""Licences by their SPDX names: what a package's metadata means, and what may go with GPL-3.0-or-later."""

import re
from collections.abc import Mapping
from email.message import Message
from typing import Any

ALLOWED = frozenset(
    {
        *(
            "MIT",
            "MIT-0",
            "MIT-CMU",
            "0BSD",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-Attribution-HPND-disclaimer",
            "ISC",
            "Zlib",
            "PSF-2.0",
        ),
        *(
            "Apache-2.0",
            "MPL-2.0",
            "HPND",
            "Unlicense",
            "CC0-1.0",
            "CC-BY-4.0",
            "Unicode-3.0",
            "PostgreSQL",
            "OLDAP-2.8",
        ),
        *("LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "GPL-2.0-or-later"),
        *("GPL-3.0-only", "GPL-3.0-or-later", "OFL-1.1", "ODbL-1.0", "BSL-1.0", "LicenseRef-GUST-Font-License"),
    }
)
"""May be linked or shipped together with a program under GPL-3.0-or-later."""
BESIDE = frozenset({"MPL-1.1"})
"""Allowed because Chromium offers those files under the LGPL as well."""

OLD_NAMES = {
    "MIT License": "MIT",
    "MIT": "MIT",
    "BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "BSD 3-Clause": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "PSFL": "PSF-2.0",
    "ISC License (ISCL)": "ISC",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "GPL-3.0": "GPL-3.0-only",
    "CC BY 4.0": "CC-BY-4.0",
}
"""What people wrote before SPDX names, and what they meant."""


def plain_name(about: Message | Mapping[str, Any] | str) -> str:
    """The SPDX expression of a package's metadata or of an older name; what is not understood stays as it is."""
    if isinstance(about, str):
        return " AND ".join(OLD_NAMES.get(each, each) for each in about.split(" AND "))
    if written := about.get("License-Expression"):
        return str(written)
    classifiers = about.get_all("Classifier") or [] if isinstance(about, Message) else []
    named = [each.split(" :: ")[-1] for each in classifiers if each.startswith("License :: ")]
    named = [each for each in named if each != "OSI Approved"]
    if not named and (short := about.get("License", "")):
        named = [short.splitlines()[0].strip()]
    return " OR ".join(OLD_NAMES.get(each, each) for each in named)


def is_allowed(expression: str) -> bool:
    """Whether one of the choices that ``expression`` gives is allowed in all its parts."""
    words = re.findall(r"\(|\)|[^\s()]+", expression)
    try:
        answer = _either(words)
    except (IndexError, ValueError):
        return False
    return answer and not words


def _either(words: list[str]) -> bool:
    answer = _all(words)
    while words and words[0] == "OR":
        words.pop(0)
        answer = _all(words) or answer
    return answer


def _all(words: list[str]) -> bool:
    answer = _one(words)
    while words and words[0] == "AND":
        words.pop(0)
        answer = _one(words) and answer
    return answer


def _one(words: list[str]) -> bool:
    word = words.pop(0)
    if word == "(":
        answer = _either(words)
        if words.pop(0) != ")":
            raise ValueError(word)
        return answer
    if words and words[0] == "WITH":  # an exception only ever permits more
        del words[:2]
    return word in ALLOWED or word in BESIDE
