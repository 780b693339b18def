"""Writes SHA256SUMS of a folder of downloads, as `sha256sum --check` reads it.

python packaging/bundle/sums.py dist
"""

import hashlib
import sys
from pathlib import Path

NAME = "SHA256SUMS"


def sums(folder: Path) -> str:
    files = sorted(file for file in folder.iterdir() if file.is_file() and not file.name.startswith(NAME))
    return "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)


if __name__ == "__main__":
    written = Path(sys.argv[1])
    (written / NAME).write_text(sums(written), "utf-8")
