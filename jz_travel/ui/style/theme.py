"""One design language: the tokens of ``assets/themes`` as a palette, a style sheet and colours for painting."""

import tomllib
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from jz_travel.domain.texts import Language
from jz_travel.resources import assets
from jz_travel.words.letters import families

Colours = MappingProxyType[str, str]


@dataclass(frozen=True, slots=True)
class DayColour:
    """How one day looks on its column, its pins and its route. Days from the eighth on repeat."""

    fill: str
    ink: str
    dash: str


@dataclass(frozen=True)
class Theme:
    """A theme's colour roles at a text size in percent."""

    name: str
    dark: bool
    colour: Colours
    map: Colours
    scale: MappingProxyType[str, Any]
    text_percent: int = 100
    language: Language = "zh-Hans"
    """What the fonts are chosen for."""

    def __getitem__(self, role: str) -> str:
        return self.colour[role]

    def qcolor(self, role: str) -> QColor:
        return qcolor(self.colour[role])

    def px(self, size: float) -> int:
        """A length that grows with the text size."""
        return round(size * self.text_percent / 100)

    def radius(self, name: str) -> int:
        return int(self.scale["radius"][name])

    @property
    def families(self) -> tuple[str, ...]:
        return families(self.language)

    def font(self, style: str) -> QFont:
        """A font of the type scale: display, title, heading, body, label, small."""
        tokens = self.scale["type"][style]
        return QFont(_font(self.families, self.px(tokens["size"]), tokens["weight"]))

    def day(self, index: int) -> DayColour:
        days = self.scale["days"]
        which = index % len(days["colours"])
        return DayColour(days["colours"][which], days["inks"][which], days["dashes"][which])

    @property
    def arrows(self) -> dict[str, str]:
        """Drawings for the parts of controls that a style sheet can only load from files."""
        folder = assets("themes", "controls")
        names = {
            name: name.removeprefix("arrow_")
            for name in ("arrow_up", "arrow_down", "arrow_left", "arrow_right", "check")
        }
        return {key: (folder / f"{self.name}-{name}.svg").as_posix() for key, name in names.items()}

    def palette(self) -> QPalette:
        role = QPalette.ColorRole
        roles = {
            role.Window: "window", role.WindowText: "ink", role.Base: "card", role.AlternateBase: "panel",
            role.Text: "ink", role.Button: "card", role.ButtonText: "ink", role.BrightText: "danger",
            role.Highlight: "accent", role.HighlightedText: "accent_ink", role.PlaceholderText: "ink_faint",
            role.ToolTipBase: "card", role.ToolTipText: "ink", role.Link: "accent", role.LinkVisited: "accent",
            role.Light: "card", role.Midlight: "hover", role.Mid: "line", role.Dark: "line_strong",
            role.Shadow: "ink", role.Accent: "accent",
        }  # fmt: skip
        palette = QPalette()
        for each, name in roles.items():
            palette.setColor(each, self.qcolor(name))
        for each in (role.Text, role.ButtonText, role.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, each, self.qcolor("disabled"))
        return palette


@cache
def _font(families: tuple[str, ...], pixels: int, weight: int) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


@cache
def qcolor(text: str) -> QColor:
    """``#rrggbb`` or, as in style sheets of the web, ``#rrggbbaa``."""
    if len(text) == 9:
        colour = QColor(text[:7])
        colour.setAlpha(int(text[7:], 16))
        return colour
    return QColor(text)


def read_theme(name: str, text_percent: int = 100, language: Language = "zh-Hans") -> Theme:
    """A theme of ``assets/themes``: ``light``, ``dark``, ``clear`` or ``contrast``."""
    tokens = tomllib.loads(assets("themes", f"{name}.toml").read_text("utf-8"))
    scale = tomllib.loads(assets("themes", "scale.toml").read_text("utf-8"))
    return Theme(
        name=tokens["name"],
        dark=tokens["dark"],
        colour=MappingProxyType(tokens["colour"]),
        map=MappingProxyType(tokens["map"]),
        scale=MappingProxyType(scale),
        text_percent=text_percent,
        language=language,
    )


def load_fonts() -> None:
    """The shipped fonts, so that Chinese shows on a machine without any."""
    for file in sorted(assets("fonts").glob("JZSans*.otf")):
        QFontDatabase.addApplicationFont(str(file))
