"""Makes the fonts of this folder from Noto Sans CJK (Debian package fonts-noto-cjk). Same input, same bytes.

uv run --group build python assets/fonts/build.py [folder with NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc]
"""

import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont
from opencc import OpenCC

HERE = Path(__file__).resolve().parent
DEBIAN = Path("/usr/share/fonts/opentype/noto")
# One face for each way of drawing the same characters. The Korean one serves Latin lines too: it has the same letters,
# but dots, dashes and quotation marks as wide as such a line wants them.
FACES = {
    "JZ Sans SC": "Noto Sans CJK SC",
    "JZ Sans TC": "Noto Sans CJK TC",
    "JZ Sans JP": "Noto Sans CJK JP",
    "JZ Sans": "Noto Sans CJK KR",
}
LINES_OF_LATIN = "JZ Sans"
ELLIPSIS = ord("…")
VERSION = "1.000"
EPOCH_1904 = 2082844800  # seconds from the font epoch to 1970
MADE = EPOCH_1904 + 1729209600  # 2024-10-18; a fixed day, so that a rebuild changes no byte

WEIGHTS = {"Regular": 400, "Bold": 700}
LATIN = (
    (0x20, 0x7E),
    (0xA0, 0xFF),
    (0x2010, 0x2027),  # dashes, quotation marks, ellipsis
    (0x2030, 0x203B),  # per mille, primes, reference mark
    (0x2190, 0x2193),  # arrows
)
RANGES = (
    *LATIN,
    (0x2460, 0x2473),  # circled numbers
    (0x3000, 0x3020),  # ideographic punctuation
    (0x3041, 0x30FF),  # kana
    (0xFF01, 0xFF5E),  # full-width forms
    (0xFFE0, 0xFFE5),
)
SIGNS = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńňǹḿĀÁǍÀŌÓǑÒĒÉĚÈĪÍǏÌŪÚǓÙÜ€₩℃℉№™≈≠≤≥\u2212∞√✓●○■□◆◇▲△▼▽★☆↔²³㎏㎞㎡"
TWINS = set("\u2012\u2027\u2035\u301c")  # share a glyph with –, ·, ` and ～; copied text stays unambiguous
RADICALS = range(0x2E80, 0x2FE0)  # share their glyphs with real characters: text copied from a PDF would turn into them


def decoded(codec: str, leads: Iterable[int], trails: Iterable[int]) -> set[str]:
    """Every character of a two-byte national character set."""
    trails = tuple(trails)
    return {c for lead in leads for trail in trails for c in bytes((lead, trail)).decode(codec, errors="ignore")}


def characters() -> set[str]:
    """GB2312 with its Traditional forms, the common half of Big5, kana, signs, and whatever our own texts use."""
    wanted = {chr(code) for first, last in RANGES for code in range(first, last + 1)} | set(SIGNS)
    gb2312 = {c for c in decoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF)) if not is_cyrillic_or_box(c)}
    wanted |= gb2312 | decoded("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    for region in ("s2t", "s2tw", "s2hk"):
        wanted |= set(OpenCC(region).convert("\n".join(sorted(gb2312))))
    return drawn(wanted | written_in("zh-Hans") | written_in("zh-Hant") | written_in("en"))


def drawn(wanted: set[str]) -> set[str]:
    wanted = {c for c in wanted if c.isprintable() and ord(c) not in RADICALS and not unicodedata.combining(c)}
    return wanted - TWINS


def latin() -> set[str]:
    """What a line of English or pinyin needs."""
    return {chr(code) for first, last in LATIN for code in range(first, last + 1)} | set(SIGNS[:60])


def written_in(language: str) -> set[str]:
    """Every character of our own texts in one language, like ``zh-Hant``; names of sources and the like are Chinese."""
    found = [file.read_text("utf-8") for file in HERE.parent.glob(f"locale/{language.replace('-', '_')}.po")]
    for file in sorted(HERE.parent.rglob("*.toml")):
        found += texts(tomllib.loads(file.read_text("utf-8")), language)
    return set("".join(found))


def texts(value: Any, language: str, key: str = "") -> Iterator[str]:
    """The texts of a table that are in a language; whatever names no language is in Chinese or says nothing new."""
    match value:
        case dict():
            for name, each in value.items():
                yield from texts(each, language, name)
        case list():
            for each in value:
                yield from texts(each, language, key)
        case str() if key == language or (language == "zh-Hans" and key not in ("ja", "ko")):
            yield value


def japanese() -> set[str]:
    """Kana, signs, and the common half of JIS X 0208."""
    common = decoded("euc_jp", range(0xA1, 0xD0), range(0xA1, 0xFF))
    return drawn({c for c in common if not is_cyrillic_or_box(c)} | latin() | written_in("ja"))


def traditional() -> set[str]:
    """The common half of Big5, and signs."""
    common = decoded("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    signs = {chr(code) for first, last in RANGES for code in range(first, last + 1)} | set(SIGNS)
    return drawn({c for c in common if not is_cyrillic_or_box(c)} | signs | written_in("zh-Hant"))


def korean() -> set[str]:
    """Latin lines, and the Hangul of KS X 1001."""
    return drawn(latin() | decoded("euc_kr", range(0xB0, 0xC9), range(0xA1, 0xFF)) | written_in("ko"))


def is_cyrillic_or_box(character: str) -> bool:
    return 0x0370 <= ord(character) <= 0x04FF or 0x2500 <= ord(character) <= 0x257F


def face_of(collection: TTCollection, face: str) -> TTFont:
    return next(font for font in collection.fonts if font["name"].getDebugName(1).startswith(face))


def put_dots_on_the_line(font: TTFont) -> None:
    """An ellipsis as Latin and Korean lines want it; else the dots float in the middle, as in Chinese and Japanese."""
    usual = font.getBestCmap()[ELLIPSIS]
    table: Any = font["GSUB"].table
    proportional = {
        lookup
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "pwid"
        for lookup in record.Feature.LookupListIndex
    }
    steps = [step for at in sorted(proportional) for step in table.LookupList.Lookup[at].SubTable]
    steps = [getattr(step, "ExtSubTable", step) for step in steps]
    low = next(step.mapping[usual] for step in steps if usual in step.mapping)
    for part in font["cmap"].tables:
        if part.isUnicode() and ELLIPSIS in getattr(part, "cmap", {}):
            part.cmap[ELLIPSIS] = low


def subset(font: TTFont, wanted: set[str]) -> None:
    options = Options()
    options.layout_features = ["kern", "ccmp", "palt", "halt"]
    options.drop_tables += ["vhea", "vmtx", "VORG", "DSIG"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = True  # stems stay crisp on the 100 % screens of kiosks
    options.notdef_outline = True
    options.glyph_names = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(c) for c in wanted])
    subsetter.subset(font)


def rename(font: TTFont, family: str, style: str) -> None:
    """The licence lets a changed font go out, under a name of its own."""
    postscript = f"{family.replace(' ', '')}-{style}"
    full = family if style == "Regular" else f"{family} {style}"
    names = dict(enumerate((family, style, f"{VERSION};{postscript}", full, f"Version {VERSION}", postscript), start=1))
    kept = {number: font["name"].getDebugName(number) for number in (0, 13, 14)}
    font["name"].names = []
    for number, text in {**kept, **names}.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    cff: Any = font["CFF "].cff
    cff.fontNames = [postscript]
    top = cff.topDictIndex[0]
    top.FullName, top.FamilyName, top.Weight = full, family, style
    font["head"].created = font["head"].modified = MADE
    font["head"].fontRevision = float(VERSION)
    font["OS/2"].usWeightClass = WEIGHTS[style]


def build(source: Path, family: str, style: str, wanted: set[str]) -> Path:
    font = face_of(TTCollection(source / f"NotoSansCJK-{style}.ttc", lazy=True), FACES[family])
    font.recalcTimestamp = False
    if family == LINES_OF_LATIN:
        put_dots_on_the_line(font)
    subset(font, wanted)
    rename(font, family, style)
    made = HERE / f"{family.replace(' ', '')}-{style}.otf"
    font.save(made)
    return made


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEBIAN
    wanted = {"JZ Sans SC": characters(), "JZ Sans TC": traditional(), "JZ Sans JP": japanese(), "JZ Sans": korean()}
    for family, weight in product(FACES, WEIGHTS):
        path = build(folder, family, weight, wanted[family])
        print(path.name, f"{path.stat().st_size / 1e6:.2f} MB")
