"""Packs PNG pictures of one drawing into an .ico (PNG inside, as Windows has read it since Vista).

python packaging/windows/ico.py ICO 16.png 32.png 48.png 256.png
"""

import struct
import sys
from pathlib import Path


def ico(pictures: list[bytes]) -> bytes:
    """The pictures with the table of their sides in front."""
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    start = len(head) + 16 * len(pictures)
    for picture in pictures:
        width, height = struct.unpack(">II", picture[16:24])
        head += struct.pack("<BBBBHHII", width % 256, height % 256, 0, 0, 1, 32, len(picture), start + len(body))
        body += picture
    return head + body


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(ico([Path(each).read_bytes() for each in sys.argv[2:]]))
