"""The map page: built by Folium once, kept, and used again."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from jz_travel.mapping.page import build, kept_page
from jz_travel.mapping.vendored import UnknownScriptError
from jz_travel.resources import assets

WEB = assets("web")


def told(language: str = "zh-Hans", land: str = "#eef0e4") -> dict:
    fonts = [("JZ Sans SC", "100 500", "JZSansSC-Regular.otf")]
    return {"look": {"map": {"land": land}}, "language": language, "fonts": fonts}


def test_folium_builds_a_page_whose_every_address_is_inside_the_program() -> None:
    addresses = re.findall(r"""(?:src|href)=["']([^"']+)|url\(["']?([^"')]+)""", build(WEB, told()))
    assert addresses
    assert [each for pair in addresses for each in pair if each and not each.startswith("jz://app/")] == []


def test_the_page_brings_leaflet_and_neither_jquery_nor_bootstrap() -> None:
    page = build(WEB, told())
    assert "leaflet/leaflet.js" in page
    assert not re.search("jquery|bootstrap|awesome", page)


def test_the_same_start_gives_the_same_page() -> None:
    assert build(WEB, told()) == build(WEB, told())


def test_a_script_that_folium_would_fetch_from_elsewhere_is_refused(monkeypatch) -> None:
    import folium

    monkeypatch.setattr(folium.Map, "default_js", [*folium.Map.default_js, ("new_plugin", "https://cdn.example/x.js")])
    with pytest.raises(UnknownScriptError, match="new_plugin"):
        build(WEB, told())


def test_folium_keeps_its_own_lists_for_other_programs() -> None:
    import folium

    before = list(folium.Map.default_js)
    build(WEB, told())
    assert folium.Map.default_js == before


def test_the_page_starts_in_the_colour_of_the_land() -> None:
    assert ":root { --map-land: #20292a; }" in build(WEB, told(land="#20292a"))


def test_a_text_in_the_words_of_the_page_cannot_end_the_script() -> None:
    page = build(WEB, {**told(), "words": {"add": "</script><script>window.stolen = 1</script>${1}`"}})
    assert "</script><script>window.stolen" not in page


def test_only_our_own_files_may_run() -> None:
    page = build(WEB, told())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "unsafe-eval" not in policy[1]
    assert "http" not in policy[1]
    assert "'unsafe-inline'" not in policy[1].split("style-src")[0]


def test_a_kept_page_is_used_again_and_another_language_gets_its_own(tmp_path: Path) -> None:
    chinese = kept_page(tmp_path, WEB, told())
    written = chinese.stat().st_ino
    assert kept_page(tmp_path, WEB, told()).stat().st_ino == written
    assert kept_page(tmp_path, WEB, told("en")) != chinese


def test_old_pages_are_forgotten(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"map-{number}.html").write_text("old")
        os.utime(tmp_path / f"map-{number}.html", (number, number))
    page = kept_page(tmp_path, WEB, told())
    assert page.is_file()
    assert len(list(tmp_path.glob("map-*.html"))) < 40


def test_folium_stays_unloaded_when_the_page_is_kept(tmp_path: Path) -> None:
    kept_page(tmp_path, WEB, told())
    start = f"""
import sys
from pathlib import Path
import jz_travel.ui.map.view
from jz_travel.mapping.page import kept_page
kept_page(Path({str(tmp_path)!r}), Path({str(WEB)!r}), {told()!r})
print(sorted({{"folium", "branca", "jinja2", "pandas", "numpy", "requests"}} & set(sys.modules)))
"""
    result = subprocess.run([sys.executable, "-c", start], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
