"""The recipes that other machines run are at least well-formed, and files that are said to exist do."""

import re
import shutil
import struct
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
SHARE = PACKAGING / "linux" / "share"
TYPE = "application/vnd.jz-travel.trip+json"


@pytest.mark.parametrize("script", sorted(PACKAGING.rglob("*.sh")), ids=lambda file: str(file.relative_to(PACKAGING)))
def test_a_script_is_one_that_a_shell_reads(script: Path) -> None:
    assert subprocess.run(["sh", "-n", str(script)], capture_output=True, timeout=60).stderr == b""


def test_the_type_of_trip_files_has_one_name_everywhere() -> None:
    told = [SHARE / "jz-travel.desktop", SHARE / "jz-travel.xml", SHARE / "metainfo.xml.in"]
    told.append(PACKAGING / "windows" / "jz_travel.nsi")
    assert [file.name for file in told if TYPE not in file.read_text("utf-8")] == []
    assert (SHARE / f"{TYPE.replace('/', '-')}.svg").is_file()


def test_every_file_that_the_readme_names_is_there() -> None:
    text = (PACKAGING / "README.md").read_text("utf-8")
    named = set(re.findall(r"`((?:linux|windows|macos|flatpak|ci|bundle)/[\w./-]*)", text))
    assert named
    assert [name for name in sorted(named) if not (PACKAGING / name).exists()] == []


def test_the_pictures_of_the_store_page_are_there_and_as_large_as_it_says() -> None:
    images = list(ElementTree.parse(SHARE / "metainfo.xml.in").iter("image"))
    assert images
    for image in images:
        content = (PACKAGING / "pictures" / (image.text or "").rsplit("/", 1)[-1]).read_bytes()
        assert struct.unpack(">II", content[16:24]) == (int(image.attrib["width"]), int(image.attrib["height"]))


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-validate is not installed")
def test_the_menu_entry_is_valid() -> None:
    checked = subprocess.run(
        ["desktop-file-validate", str(SHARE / "jz-travel.desktop")], capture_output=True, text=True, timeout=60
    )
    assert checked.stdout == ""


def test_an_icon_file_of_windows_holds_the_pictures_it_lists(tmp_path: Path, qapp: object) -> None:
    from PySide6.QtGui import QColor, QIcon, QPixmap

    pictures = []
    for side in (16, 48, 256):
        picture = QPixmap(side, side)
        picture.fill(QColor("teal"))
        file = tmp_path / f"{side}.png"
        assert picture.save(str(file))
        pictures.append(str(file))
    made = tmp_path / "made.ico"
    subprocess.run(
        [sys.executable, str(PACKAGING / "windows" / "ico.py"), str(made), *pictures], check=True, timeout=60
    )
    sides = {size.width() for size in QIcon(str(made)).availableSizes()}
    assert sides == {16, 48, 256}


def test_everything_that_is_left_out_of_the_bundle_is_no_dependency_of_ours() -> None:
    sys.path.insert(0, str(PACKAGING / "bundle"))
    from trim import NEVER_IMPORTED

    sys.path.remove(str(PACKAGING / "bundle"))
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[\[<>=!~; ]", line)[0].lower() for line in ours}
    assert names.isdisjoint(name.lower() for name in NEVER_IMPORTED)
