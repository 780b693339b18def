"""The map that stands alone: one page, opened from a folder by a browser that has no network."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from geopy.distance import geodesic

from jz_travel.domain.places import Catalogue, Position
from jz_travel.domain.texts import Language
from jz_travel.domain.timetable import schedule
from jz_travel.mapping import alone
from jz_travel.mapping.bundle import UnbundledError, bundle
from jz_travel.mapping.captions import captions
from jz_travel.mapping.layers import lengths
from jz_travel.mapping.measuring import sure, texts, total
from jz_travel.resources import assets
from jz_travel.roads import StraightLines
from jz_travel.words import Words
from tests.mapping.two_sights import PLACES, a_schedule
from tests.strategies import Roads, a_place, a_trip, daylight

CHROMIUM = shutil.which("chromium")
DEAD = ["--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>"]
HOSTILE = (
    "</title></script><script>document.title='stolen'</script><img src=x onerror=\"document.title='stolen'\">${1}`"
)
LARGEST = 2_500_000


@pytest.fixture(scope="module")
def page() -> bytes:
    return alone.write(a_schedule(), PLACES, Words("en"))


def seen(tmp_path: Path, content: bytes) -> str:
    """The page's elements after its scripts ran in a browser without a network."""
    assert CHROMIUM, "the package chromium is in packaging/linux/debian-packages-test.txt"
    file = tmp_path / "trip.html"
    file.write_bytes(content)
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", *DEAD,
        f"--user-data-dir={tmp_path / 'profile'}", "--window-size=1280,800", "--virtual-time-budget=8000", "--dump-dom",
        file.as_uri(),
    ]  # fmt: skip
    result = subprocess.run(command, capture_output=True, check=True, timeout=120)
    said = [line for line in result.stderr.decode(errors="replace").splitlines() if ":CONSOLE:" in line]
    assert said == []
    return re.sub(r"<script.*?</script>|<style.*?</style>", "", result.stdout.decode(), flags=re.DOTALL)


def test_the_page_holds_everything_that_it_needs(page: bytes) -> None:
    text = page.decode()
    assert re.findall(r'<(?:script|img|iframe)[^>]*\bsrc="(?!data:)', text) == []
    assert re.findall(r"<link[^>]+href=", text) == []
    assert "jz://" not in re.sub(r"const HOME = \"jz://app\";", "", text)
    assert len(page) < LARGEST


def test_the_page_may_not_ask_a_network_for_anything(page: bytes) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page.decode())
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "http" not in policy[1]
    assert "connect-src" not in policy[1]


def test_the_same_trip_gives_the_same_page(page: bytes) -> None:
    assert alone.write(a_schedule(), PLACES, Words("en")) == page


def test_a_browser_without_a_network_shows_the_trip_on_its_ground(page: bytes, tmp_path: Path) -> None:
    elements = seen(tmp_path, page)
    assert "Two sights" in elements
    assert elements.count('class="jz-pill"') >= 2
    assert elements.count("data:image/webp") >= 4
    assert "jz-city" in elements
    assert "GS(2024)0650" in elements


def test_a_page_alone_measures_like_the_program(tmp_path: Path) -> None:
    """Against geopy: near and far, through the middle of the map, and where both ends are one."""
    places = [(35.223, 113.229), (34.748, 113.654), (35.421, 113.427), (35.421, 113.427), (-33.9, 18.4), (64.1, -21.9)]
    script = (
        f"{bundle(assets('web') / 'map' / 'geodesic.js')}\n"
        f"const places = {json.dumps(places)};"
        "document.body.textContent = JSON.stringify(places.slice(1).map((one, at) => page.metres(places[at], one)));"
    )
    html = f"<!doctype html><meta charset='utf-8'><body></body><script>{script}</script>"
    found = json.loads(re.search(r"\[.*\]", seen(tmp_path, html.encode()))[0])  # type: ignore[index]
    assert found == pytest.approx([geodesic(one, other).meters for one, other in pairwise(places)], abs=0.01)


def test_a_page_alone_says_a_distance_and_its_doubt_as_the_program_does(tmp_path: Path) -> None:
    words = Words("zh-Hans")
    asked = [[35.223, 113.229, 120], [35.089, 113.445, 200], [35.09, 113.45, 60]]
    spots = [Position(lat, lon, within) for lat, lon, within in asked]
    parts, off = lengths(spots, StraightLines().metres)
    script = (
        f"{bundle(assets('web') / 'map' / 'geodesic.js')}\n"
        f"const said = page.measured({json.dumps(asked)}, {json.dumps(captions(words) | texts(words))});"
        "document.body.textContent = JSON.stringify(said);"
    )
    html = f"<!doctype html><meta charset='utf-8'><body></body><script>{script}</script>"
    found = json.loads(re.search(r"\{.*\}", seen(tmp_path, html.encode()))[0])  # type: ignore[index]
    assert found["parts"] == [words.distance(part) for part in parts]
    assert found["total"] == total(words, words.distance(sum(parts)))
    assert found["sure"] == sure(words, words.distance(off))
    assert found["count"] == 3


@pytest.mark.parametrize(("language", "unit"), [("zh-Hans", "公里"), ("ja", "km")])
def test_the_scale_has_the_units_of_the_language(tmp_path: Path, language: Language, unit: str) -> None:
    shown = seen(tmp_path, alone.write(a_schedule(), PLACES, Words(language)))
    assert re.search(rf'leaflet-control-scale-line"[^>]*>\d+ {unit}<', shown)


def test_a_page_alone_offers_the_ruler(page: bytes, tmp_path: Path) -> None:
    assert 'aria-label="Measure a distance"' in seen(tmp_path, page)


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    named = a_place("hostile", position=Position(35.2, 113.2, 100))
    named = replace(named, name=replace(named.name, en=HOSTILE), short=replace(named.short, en=HOSTILE))
    catalogue = Catalogue((*PLACES.places, named))
    trip = replace(a_trip("hostile", "jiayingguan"), name=HOSTILE)
    elements = seen(tmp_path, alone.write(schedule(trip, catalogue, Roads(), daylight), catalogue, Words("en")))
    assert "<title>stolen" not in elements
    assert "&lt;/title&gt;" in elements


def test_the_page_speaks_chinese_in_the_dark() -> None:
    text = alone.write(a_schedule(), PLACES, Words("zh-Hans"), "dark").decode()
    told = text[text.index("page.start(map_jz,") :]
    assert '"language": "zh-Hans"' in told
    assert json.dumps("第 1 天")[1:-1] in told or "第 1 天" in told
    assert '"dark": true' in told


def test_a_module_that_the_bundler_does_not_understand_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "main.js").write_text('import everything from "./other.js";\n')
    with pytest.raises(UnbundledError, match="everything"):
        bundle(tmp_path / "main.js")


def test_a_bundled_module_runs_once_and_after_what_it_needs() -> None:
    script = bundle(assets("web", "jz_map.js"))
    assert script.count("export function plain(") == 0
    assert script.count("function plain(") == 1
    assert script.index("function plain(") < script.index("function pinSymbol(")
