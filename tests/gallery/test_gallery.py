"""The gallery draws: what it draws is for people to look at, not for a test to compare."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from jz_travel.resources import assets
from tests.gallery.__main__ import main
from tests.gallery.scene import THEMES

ROOT = Path(__file__).parents[2]


def test_a_few_views_become_pictures_and_a_sheet_of_them(tmp_path: Path) -> None:
    asked = ["--out", str(tmp_path), "--views", "empty", "about", "--languages", "en", "--themes", "contrast"]
    command = [sys.executable, "-m", "tests.gallery", *asked, "--sizes", "800x480"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, timeout=300)
    pictures = sorted(tmp_path.glob("*.png"))
    assert [each.name.split("--")[0] for each in pictures] == ["about", "empty"]
    for each in pictures:
        shown = QImage(str(each))
        assert (shown.width(), shown.height()) == (800, 480)
        assert len({shown.pixel(x, y) for x in range(0, 800, 40) for y in range(0, 480, 40)}) > 3
    sheet = (tmp_path / "index.html").read_text("utf-8")
    assert all(each.name in sheet for each in pictures)


def test_an_unknown_view_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["gallery", "--views", "nonsense"])
    with pytest.raises(SystemExit):
        main()
    assert "nonsense" in capsys.readouterr().err


def test_every_theme_is_in_the_gallery() -> None:
    shipped = {file.stem for file in assets("themes").glob("*.toml")} - {"scale"}
    assert set(THEMES) == shipped
