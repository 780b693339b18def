"""The design tokens: text can be read, borders can be seen, drawings are there."""

import re
from functools import cache
from itertools import product
from pathlib import Path

import pytest

import jz_travel.ui
from jz_travel.domain.places import Kind
from jz_travel.resources import assets
from jz_travel.ui.style.icons import kind_icons
from jz_travel.ui.style.sheet import style_sheet
from jz_travel.ui.style.theme import Theme, qcolor, read_theme

GROUNDS = ("window", "panel", "card", "hover")
READ = [
    *product(("ink", "ink_muted"), (*GROUNDS, "pressed")),
    *product(("accent", "danger", "warn", "info", "good"), ("panel", "card", "window")),
    *((name, f"{name}_soft") for name in ("warn", "danger", "info", "good")),
    ("ink", "accent_soft"),
    ("accent_soft_ink", "accent_soft"),
    ("accent_ink", "accent"),
    ("accent_ink", "accent_hover"),
    ("ink_faint", "card"),
]
SEEN = [*product(("line_strong", "focus", "accent"), ("panel", "card", "window")), ("focus", "accent_soft")]


@pytest.fixture(params=["light", "dark", "clear", "contrast"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return read_theme(request.param)


def luminance(colour: str) -> float:
    shown = qcolor(colour)
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shown.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 measures it, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@cache
def pairs_of_the_sheets() -> set[tuple[str, str]]:
    """Every ink that a style sheet puts on a ground of its own; what cannot be pressed may be faint."""
    found = set()
    for file in sorted(Path(jz_travel.ui.__file__).parent.rglob("*.py")):
        for rule in re.sub(r"\$\{(\w+)\}", r"$\1", file.read_text("utf-8")).split("}"):
            selectors, _, body = rule.rpartition("{")
            ink = re.search(r"(?<![-\w])color: \$(\w+)", body)
            ground = re.search(r"background(?:-color)?: \$(\w+)", body)
            if ink and ground and ":disabled" not in selectors:
                found.add((ink[1], ground[1]))
            chosen = re.search(r"selection-color: \$(\w+)", body)
            behind = re.search(r"selection-background-color: \$(\w+)", body)
            if chosen and behind:
                found.add((chosen[1], behind[1]))
    return found


def test_the_pairs_are_found_in_the_sheets() -> None:
    some = {("accent_ink", "accent"), ("accent_soft_ink", "accent_soft"), ("info", "info_soft")}
    assert some <= pairs_of_the_sheets()


def test_black_on_white_has_the_contrast_of_the_book() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_text_can_be_read_wherever_it_stands(theme: Theme) -> None:
    least = 7 if theme.name in ("clear", "contrast") else 4.5
    weak = {(ink, on): round(contrast(theme[ink], theme[on]), 2) for ink, on in (*READ, *pairs_of_the_sheets())}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < least} == {}


def test_borders_and_focus_can_be_seen(theme: Theme) -> None:
    weak = {(line, on): round(contrast(theme[line], theme[on]), 2) for line, on in SEEN}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3} == {}


def test_the_number_of_a_day_can_be_read_on_its_colour(theme: Theme) -> None:
    for index in range(8):
        day = theme.day(index)
        assert contrast(day.ink, day.fill) >= 4.5, index


def test_every_theme_has_the_same_colours(theme: Theme) -> None:
    light = read_theme("light")
    assert light.colour.keys() == theme.colour.keys()
    assert light.map.keys() == theme.map.keys()
    assert theme.dark == (theme.name in ("dark", "contrast"))


def test_no_view_has_a_colour_of_its_own() -> None:
    """Colours are tokens; a number in a view would stay as it is in the dark."""
    own = {}
    for file in sorted(Path(jz_travel.ui.__file__).parent.rglob("*.py")):
        found = re.findall(r"[\"']#[0-9a-fA-F]{3,8}[\"']|rgba?\(\d", file.read_text("utf-8"))
        if found:
            own[file.name] = found
    assert own == {}


def test_text_of_twice_the_size_is_twice_as_large(theme: Theme) -> None:
    large = read_theme(theme.name, 200)
    for style in theme.scale["type"]:
        assert large.font(style).pixelSize() == 2 * theme.font(style).pixelSize()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_style_sheet_names_only_files_that_are_there(theme: Theme, percent: int) -> None:
    sheet = style_sheet(read_theme(theme.name, percent))
    files = re.findall(r"url\(([^)]+)\)", sheet)
    assert files
    assert [file for file in files if not Path(file).is_file()] == []


def test_every_icon_that_the_window_names_is_drawn() -> None:
    sources = "".join(file.read_text("utf-8") for file in Path(jz_travel.ui.__file__).parent.rglob("*.py"))
    named = set(re.findall(r"""(?<![_a-z])icon\(\s*"([a-z_]+)\"""", sources))
    named |= set(re.findall(r"""_make\(N_\("[^"]+"\), "([a-z_]+)\"""", sources))
    named |= set(re.findall(r"""_ends\(menu, say\("[^"]+"\), "([a-z_]+)\"""", sources))
    named |= {"lock", "unlock", "timer", "pencil", "utensils", "car", "coach", "bus", "plus", "heart"}
    named |= {"alert_circle", "alert_triangle", "info"}
    assert len(named) > 40
    assert {name for name in named if not assets("icons", f"{name}.svg").is_file()} == set()


def test_every_kind_of_place_has_an_icon() -> None:
    icons = kind_icons()
    assert {kind for kind in Kind if not assets("icons", f"{icons[kind]}.svg").is_file()} == set()


def test_what_cannot_be_pressed_is_seen_and_looks_different(theme: Theme) -> None:
    """Also where every line is white: an undo that undoes nothing must not look as if it did."""
    assert min(contrast(theme["disabled"], theme[ground]) for ground in ("panel", "card")) >= 3
    assert contrast(theme["disabled"], theme["ink"]) >= 2
