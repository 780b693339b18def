"""What the kiosk adds to the style sheet: larger targets, feedback on press, nothing that waits for a pointer."""

from string import Template

from jz_travel.ui.kiosk.card import MAIN, OTHER
from jz_travel.ui.style.theme import Theme

_SHEET = Template("""
#kiosk { background: $window; }
#kiosk QLabel { font-size: ${body}px; }
#kiosk QLabel[large="true"] { font-size: ${large}px; }
#kiosk QLabel[role="display"] { font-size: ${display}px; font-weight: 600; }
#kiosk QLabel[role="display"][large="true"] { font-size: ${banner}px; }
#kiosk QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
#kiosk QLabel[role="heading"] { font-size: ${heading}px; font-weight: 600; }
#kiosk QLabel[role="heading"][large="true"] { font-size: ${title}px; }
#kiosk QLabel[role="small"] { font-size: ${label}px; color: $ink_muted; }
#kiosk QLabel[role="warning"] { color: $warn; background: $warn_soft; padding: 10px 14px; }
#kiosk QPushButton { min-height: ${other}px; font-size: ${body}px; padding: 0 14px; border: 2px solid $line_strong;
  border-radius: ${r_medium}px; background: $card; icon-size: ${icon}px; }
#kiosk QPushButton[main_size="true"] { min-height: ${main}px; }
#kiosk QPushButton[key="true"] { min-height: ${main}px; font-size: ${title}px; }
#kiosk QPushButton[digit="true"] { min-height: ${digit}px; font-size: ${display}px; }
#kiosk QPushButton:hover { background: $card; }
#kiosk QPushButton:pressed { background: $pressed; }
#kiosk QPushButton:disabled { color: $ink_faint; border-color: $line; }
#kiosk QPushButton:focus { border: 4px solid $focus; }
#kiosk QPushButton[main="true"], #kiosk QPushButton[main="true"]:hover { background: $accent; color: $accent_ink;
  border-color: $accent; font-size: ${heading}px; font-weight: 600; min-height: ${main}px; }
#kiosk QPushButton[huge="true"] { min-height: ${huge}px; font-size: ${title}px; }
#kiosk QPushButton[main="true"]:pressed { background: $accent_hover; }
#kiosk QPushButton[on="true"], #kiosk QPushButton[on="true"]:hover { background: $accent_soft; color: $accent_soft_ink;
  border-color: $accent; font-weight: 600; }
#kiosk QWidget[dark="true"] { background: #000000; }
#kiosk QLabel[role="dark"] { font-size: ${heading}px; color: #7a7a7a; background: #000000; padding: 24px; }
#kioskDock { background: $panel; border-top: 2px solid $line; }
""")


def kiosk_sheet(theme: Theme) -> str:
    """The style in the theme's colours; lengths in pixels grow with the visitor's letters."""
    values: dict[str, object] = dict(theme.colour)
    values |= {style: theme.px(tokens["size"]) for style, tokens in theme.scale["type"].items()}
    values["r_medium"] = theme.radius("medium")
    values["icon"] = theme.px(22)
    values["large"] = theme.px(18)
    values["banner"] = theme.px(33)
    # Between the edges, of two pixels each.
    values["other"] = max(OTHER, theme.px(32)) - 4
    values["main"] = max(MAIN, theme.px(40)) - 4
    values["huge"] = theme.px(64)
    values["digit"] = theme.px(50)
    return _SHEET.substitute(values)
