"""In a home that may not be written, or on a full disk, the map is there all the same."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from jz_travel.ui.style.theme import read_theme
from jz_travel.ui.web.map_routes import map_handler, start_of


def test_the_map_page_does_not_need_a_folder_to_be_kept_in(tmp_path: Path, qapp: QApplication) -> None:
    no_folder = tmp_path / "a file"
    no_folder.write_text("in the way")
    told = start_of(read_theme("light"), "zh-Hans", {})
    sealed, kept = (map_handler(folder, lambda: told) for folder in (no_folder, tmp_path / "cache"))
    pages = [handler._routes["map.html"](()) for handler in (sealed, kept)]
    assert pages[0] is not None
    assert pages[1] is not None
    assert b"leaflet" in pages[0].data
    assert len(pages[0].data) == len(pages[1].data)
