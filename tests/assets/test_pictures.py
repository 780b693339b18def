"""Every kind of place has an icon and a picture, and Qt can draw them all."""

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter, QRawFont
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

ASSETS = Path(__file__).resolve().parents[2] / "assets"
ICONS = sorted((ASSETS / "icons").glob("*.svg"))
APP_ICONS = sorted((ASSETS / "icons" / "app").glob("*.svg"))
PICTURES = sorted((ASSETS / "illustrations").glob("*.svg"))
KINDS = set(tomllib.loads((ASSETS / "kinds.toml").read_text(encoding="utf-8")))
HEADLINE = {"yuntaishan", "qingtianhe", "shennongshan", "chenjiagou", "jiayingguan"}
EMPTY_STATES = {"empty_trip", "empty_search", "welcome"}
SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
DRAWN_BY_QT = SHAPES | {"svg", "g", "defs", "linearGradient", "radialGradient", "stop"}
FORBIDDEN = {"class", "style", "filter", "mask", "clip-path", "href", "mix-blend-mode", "overflow"}


def named(files: list[Path]) -> list[object]:
    return [pytest.param(file, id=file.stem) for file in files]


def words(file: Path) -> dict[str, dict[str, str]]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def plain(tag: str) -> str:
    return tag.rpartition("}")[2]


def drawn(file: Path, width: int, height: int, ink: str = "#1d2a2c") -> QImage:
    text = file.read_text(encoding="utf-8").replace("currentColor", ink)
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(0)
    renderer = QSvgRenderer(QByteArray(text.encode()))
    assert renderer.isValid()
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


@pytest.mark.parametrize("file", named(ICONS + APP_ICONS + PICTURES))
def test_a_drawing_uses_only_what_qt_can_draw(file: Path) -> None:
    root = ElementTree.parse(file).getroot()
    assert "viewBox" in root.attrib
    for element in root.iter():
        assert plain(element.tag) in DRAWN_BY_QT
        assert not FORBIDDEN & {plain(name) for name in element.attrib}
        assert not (element.text or "").strip(), "a drawing must not need translating"


@pytest.mark.parametrize("file", named(ICONS + APP_ICONS + PICTURES))
def test_a_drawing_refers_to_nothing_but_its_own_gradients(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    own = set(re.findall(r'id="([^"]+)"', text))
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= own
    assert text.count("url(") == text.count("url(#")
    assert re.findall(r'https?://[^"]+', text) == ["http://www.w3.org/2000/svg"]


@pytest.mark.parametrize("file", named(ICONS))
def test_an_icon_belongs_to_the_family(file: Path) -> None:
    root = ElementTree.parse(file).getroot()
    assert root.attrib["viewBox"] == "0 0 24 24"
    assert (root.attrib["stroke"], root.attrib["stroke-width"], root.attrib["fill"]) == ("currentColor", "2", "none")
    painted = [
        element.attrib.get(paint) for element in root.iter() if element is not root for paint in ("stroke", "fill")
    ]
    assert set(painted) <= {None, "none", "currentColor"}, "colours come from the theme"


@pytest.mark.parametrize("file", named(ICONS))
def test_an_icon_can_be_seen_and_stays_inside_its_square(file: Path, qtbot: QtBot) -> None:
    image = drawn(file, 72, 72)
    inked = [(x, y) for x in range(72) for y in range(72) if image.pixelColor(x, y).alpha() > 128]
    assert len(inked) > 20
    edge = [(x, y) for x, y in inked if x in (0, 71) or y in (0, 71)]
    assert not edge, "clipped at the border"


@pytest.mark.parametrize("file", named(PICTURES))
def test_a_picture_fills_its_frame_and_shows_something(file: Path, qtbot: QtBot) -> None:
    assert file.stat().st_size <= 20 * 1024
    root = ElementTree.parse(file).getroot()
    assert root.attrib["viewBox"] == ("0 0 960 300" if file.stem == "welcome" else "0 0 640 360")
    image = drawn(file, 160, 90)
    colours = [image.pixelColor(x, y) for x in range(160) for y in range(90)]
    assert all(colour.alpha() == 255 for colour in colours), "the card would shine through"
    assert len({(c.red() >> 4, c.green() >> 4, c.blue() >> 4) for c in colours}) > 40


@pytest.mark.parametrize("file", named(APP_ICONS))
def test_the_programs_icon_is_a_red_gorge_in_a_pale_pin_at_16_pixels(file: Path, qtbot: QtBot) -> None:
    image = drawn(file, 16, 16)
    colours = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
    red = [c for c in colours if c.red() > c.green() + 50 and c.red() > c.blue() + 50]
    pale = [c for c in colours if min(c.red(), c.green(), c.blue()) > 190]
    green = [c for c in colours if c.alpha() > 200 and c.green() > c.red() + 40]
    assert len(red) >= 6
    assert len(pale) >= 12
    assert len(green) >= 60


def test_every_kind_of_place_has_an_icon_of_its_own() -> None:
    icon = words(ASSETS / "icons" / "kinds.toml")["icon"]
    assert set(icon) == KINDS
    assert set(icon.values()) <= {file.stem for file in ICONS}
    assert len(set(icon.values())) == len(KINDS)


def test_every_kind_of_place_has_a_picture() -> None:
    picture = words(ASSETS / "illustrations" / "kinds.toml")["picture"]
    assert set(picture) == KINDS
    assert set(picture.values()) <= {file.stem for file in PICTURES}


def test_every_picture_is_used() -> None:
    mapping = words(ASSETS / "illustrations" / "kinds.toml")
    assert set(mapping["place"]) == HEADLINE
    used = set(mapping["picture"].values()) | set(mapping["place"].values()) | EMPTY_STATES
    assert {file.stem for file in PICTURES} == used


def test_every_icon_is_used() -> None:
    sources = "".join(file.read_text("utf-8") for file in (ASSETS.parent / "jz_travel").rglob("*.py"))
    named = set(re.findall(r"\"(\w+)\"", sources)) | set(words(ASSETS / "icons" / "kinds.toml")["icon"].values())
    assert {file.stem for file in ICONS} - named == set()


def test_every_icon_says_where_it_comes_from() -> None:
    sources = (ASSETS / "icons" / "SOURCES.md").read_text(encoding="utf-8")
    vendored, _, drawn_here = sources.partition("## Drawn for jz_travel")
    told = re.findall(r"`(\w+)\.svg`", vendored) + re.findall(r"`(\w+)`", drawn_here)
    assert [file.stem for file in ICONS] == sorted(told)


FACES = [
    ("JZSansSC", "JZ Sans SC", "zh-Hans", "云台山雲臺山Yúntái Shān 嘉应观 685.93万人次 ¥41.35亿，“估算”；①→✓℃"),
    ("JZSansTC", "JZ Sans TC", "zh-Hant", "雲臺山風景區，「估算」；6.86萬"),
    ("JZSansJP", "JZ Sans JP", "ja", "雲台山をめぐる旅、ピンイン"),
    ("JZSans", "JZ Sans", "ko", "윈타이산 여행 685.93만 추정 Yúntái"),
]


def our_texts_in(language: str) -> str:
    """Messages and catalogue; what is not marked with a language (sources, notes) is Chinese or English."""
    found = [file.read_text("utf-8") for file in ASSETS.glob(f"locale/{language.replace('-', '_')}.po")]
    for file in ASSETS.rglob("*.toml"):
        found += texts_under(tomllib.loads(file.read_text("utf-8")), language)
    return "".join(found)


def texts_under(value: object, language: str, key: str = "") -> list[str]:
    if isinstance(value, dict):
        return [text for name, each in value.items() for text in texts_under(each, language, name)]
    if isinstance(value, list):
        return [text for each in value for text in texts_under(each, language, key)]
    ours = key == language or (language == "zh-Hans" and key not in ("ja", "ko"))
    return [value] if isinstance(value, str) and ours else []


@pytest.mark.parametrize(("style", "weight"), [("Regular", 400), ("Bold", 700)])
@pytest.mark.parametrize(("name", "family", "language", "sample"), FACES, ids=[face[2] for face in FACES])
def test_a_languages_font_has_every_character_of_our_texts(
    name: str, family: str, language: str, sample: str, style: str, weight: int, qtbot: QtBot
) -> None:
    file = ASSETS / "fonts" / f"{name}-{style}.otf"
    number = QFontDatabase.addApplicationFont(str(file))
    assert QFontDatabase.applicationFontFamilies(number) == [family]
    font = QRawFont(str(file), 16)
    assert font.weight() == weight
    shown = {c for c in sample + our_texts_in(language) if c.isprintable()}
    if language == "ko":  # the few Chinese characters in brackets come from the Chinese face behind it
        shown = {c for c in shown if not "\u4e00" <= c <= "\u9fff"}
    missing = {c for c in shown if not font.supportsCharacter(ord(c))}
    assert not missing, "add them with assets/fonts/build.py"
    assert not font.supportsCharacter(0x2F2D), "a radical in the font makes printed Chinese unsearchable"


def test_icons_take_the_colour_they_are_given(qtbot: QtBot) -> None:
    image = drawn(ASSETS / "icons" / "star.svg", 48, 48, ink="#5fc4b6")
    strongest = max((image.pixelColor(x, y) for x in range(48) for y in range(48)), key=QColor.alpha)
    assert strongest.name() == "#5fc4b6"
