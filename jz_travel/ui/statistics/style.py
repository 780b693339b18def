"""What the style sheet of the window does not know: tables of figures, the note beside them, the list of pages."""

from string import Template

from jz_travel.ui.style.theme import Theme

_SHEET = Template("""
#statistics { background: $window; }
#statisticsPages { background: $panel; border-right: 1px solid $line; }
#statisticsPages QPushButton { text-align: left; border: 1px solid transparent; background: transparent;
  padding: 0 10px; color: $ink; }
#statisticsPages QPushButton[narrow="true"] { text-align: center; padding: 0; }
#statisticsPages QPushButton[low="true"] { min-height: ${low}px; }
#statisticsPages QPushButton:hover { background: $hover; }
#statisticsPages QPushButton:checked { background: $accent_soft; color: $accent_soft_ink; font-weight: 600; }
#statisticsPages QPushButton:focus { border: 2px solid $focus; }
#sourceNote { background: $panel; border-left: 1px solid $line; }
#chartCard { background: $card; border: 1px solid $line; border-radius: 12px; }
QLabel#printed { background: $good_soft; color: $good; border-radius: 4px; padding: 3px 7px; font-size: ${small}px; }
QLabel#computed { background: $info_soft; color: $info; border-radius: 4px; padding: 3px 7px; font-size: ${small}px; }
QLabel#formula { background: $panel; border: 1px solid $line; border-radius: 8px; padding: 8px; }
QTableWidget { background: $card; border: 1px solid $line; border-radius: 12px; padding: 4px; font-size: ${label}px;
  alternate-background-color: $panel; selection-background-color: $accent_soft; selection-color: $accent_soft_ink; }
QTableWidget::item { padding: 5px 10px; }
QTableWidget::item:focus { border: 2px solid $focus; }
QHeaderView { background: transparent; }
QHeaderView::section { background: transparent; color: $ink_muted; border: none; border-bottom: 1px solid $line;
  padding: 7px 13px; font-size: ${small}px; font-weight: 600; }
""")


def style_sheet(theme: Theme) -> str:
    """Colours and sizes of the theme in place of the names; whoever changes the theme sets it again."""
    sizes = {style: theme.px(tokens["size"]) for style, tokens in theme.scale["type"].items()}
    return _SHEET.substitute({**theme.colour, **sizes, "low": theme.px(27)})
