"""The style sheet of all widgets, written from the theme's tokens."""

from string import Template

from jz_travel.ui.style.theme import Theme

_SHEET = Template("""
* { outline: none; }
QWidget { color: $ink; font-family: $families; font-size: ${body}px; }
QMainWindow, QDialog, #board, #boardColumns { background: $window; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: 6px 8px; font-size: ${label}px; }

#header { background: $panel; border-bottom: 1px solid $line; }
#tripName { font-size: ${title}px; font-weight: 600; background: transparent; border: 1px solid transparent;
  border-radius: ${r_small}px; padding: 2px 6px; selection-background-color: $accent; }
#tripName:hover { border-color: $line; }
#tripName:focus { background: $card; border-color: $focus; }
#tripSummary, .muted { color: $ink_muted; }
QLabel[role="display"] { font-size: ${display}px; font-weight: 600; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[role="muted"] { color: $ink_muted; font-size: ${label}px; }
QLabel[role="small"] { color: $ink_muted; font-size: ${small}px; }
QLabel[role="section"] { color: $ink_muted; font-size: ${small}px; font-weight: 600; }
QLabel[role="clash"] { color: $danger; background: $danger_soft; border-radius: ${r_small}px; padding: 6px 8px; }
QLabel[role="warning"] { color: $warn; background: $warn_soft; border-radius: ${r_small}px; padding: 6px 8px; }
QLabel[role="hint"] { color: $info; background: $info_soft; border-radius: ${r_small}px; padding: 6px 8px; }

QAbstractScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
#places, #details { background: $panel; }
#places { border-right: 1px solid $line; }
#board { border-left: 1px solid $line; }
#boardHeader { background: $panel; border-bottom: 1px solid $line; }

QPushButton, QToolButton { border: 1px solid transparent; border-radius: ${r_medium}px; padding: 0 ${s}px;
  min-height: ${control}px; background: transparent; font-size: ${label}px; font-weight: 500; icon-size: ${icon}px; }
QPushButton { border-color: $line; background: $card; padding: 0 ${m}px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $pressed; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; }
QPushButton[main="true"] { background: $accent; color: $accent_ink; border-color: $accent; font-weight: 600; }
QPushButton[main="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[main="true"]:disabled { background: $pressed; border-color: $line; color: $disabled; }
QPushButton[main="true"]:focus { border: 4px double $focus; background-clip: padding; min-height: ${control_within}px;
  padding: 0 ${m_within}px; }
QPushButton[flat="true"], QPushButton[flat="true"]:hover { border-color: transparent; }
QPushButton[flat="true"] { background: transparent; color: $accent; }
QPushButton[flat="true"]:hover { background: $hover; }
QPushButton[flat="true"]:focus { border: 2px solid $focus; }
QPushButton[flat="true"][pointed="true"]:focus { border: 1px solid transparent; }
QPushButton[link="true"] { background: transparent; border: none; padding: 0; min-height: 24px; color: $accent; font-size: ${body}px; font-weight: 600; text-align: left; }
QPushButton[link="true"]:hover { color: $accent_hover; background: transparent; }
QPushButton[link="true"]:focus { border: none; text-decoration: underline; }
QToolButton { min-width: ${icon_button}px; }
#qt_toolbar_ext_button { min-width: 0; padding: 0; border: none; icon-size: 12px; qproperty-icon: url($arrow_right); }
QLineEdit QToolButton { border: none; padding: 0; min-width: 0; min-height: 0; background: transparent; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton::menu-indicator { image: url($arrow_down); width: ${arrow}px; height: ${arrow}px; subcontrol-origin: padding; subcontrol-position: right center; right: 4px; }

QPushButton[chip="true"] { border-radius: ${chip_radius}px; min-height: ${chip}px; padding: 0 10px; font-size: ${label}px;
  font-weight: 400; background: transparent; border: 1px solid $line; color: $ink_muted; }
QPushButton[chip="true"]:hover { background: $hover; color: $ink; }
QPushButton[chip="true"]:checked { background: $accent_soft; color: $accent_soft_ink; border-color: $accent; font-weight: 600; }
QPushButton[chip="true"]:focus { border: 2px solid $focus; }
QPushButton[offer="true"] { text-align: left; }
QPushButton[segment="true"] { border-radius: ${r_small}px; border: 1px solid transparent; background: transparent;
  color: $ink_muted; min-height: ${chip}px; padding: 0 6px; }
QPushButton[segment="true"]:checked { background: $card; color: $ink; border-color: $line; font-weight: 600; }
QPushButton[segment="true"]:focus { border: 2px solid $focus; }
#chipRow { background: transparent; }
#segments { background: $hover; border-radius: ${r_medium}px; }

QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit { background: $card; border: 1px solid $line_strong;
  border-radius: ${r_medium}px; padding: 0 ${s}px; selection-background-color: $accent; selection-color: $accent_ink; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $ink_faint; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: ${control}px; max-height: ${control}px; }
#search { padding: 0 4px; }
QPlainTextEdit { padding: ${s}px; }
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $ink_muted; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus {
  border: 2px solid $focus; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: $disabled; border-color: $line; }
QLineEdit:disabled, QPlainTextEdit:disabled { placeholder-text-color: $disabled; }
QAbstractSpinBox QLineEdit { min-height: 0; border: none; background: transparent; padding: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: ${drop}px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($arrow_down); width: ${arrow}px; height: ${arrow}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: ${spinner}px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url($arrow_up); width: ${small}px; height: ${small}px; }
QAbstractSpinBox::down-arrow { image: url($arrow_down); width: ${small}px; height: ${small}px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; selection-background-color: $accent_soft;
  selection-color: $accent_soft_ink; padding: 4px; }
QCheckBox { spacing: ${s}px; }
QCheckBox::indicator { width: ${icon}px; height: ${icon}px; border: 1px solid $line_strong; border-radius: ${r_small}px; background: $card; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($check); }
QRadioButton { spacing: ${s}px; }
QRadioButton::indicator { width: ${dial}px; height: ${dial}px; border: 1px solid $line_strong; border-radius: ${dial_radius}px; background: $card; }
QRadioButton::indicator:checked { width: ${dial_hole}px; height: ${dial_hole}px; border: ${dial_rim}px solid $accent; background: $accent_ink; }
QRadioButton, QCheckBox { border: 2px solid transparent; border-radius: ${r_small}px; padding: 1px 4px 1px 0; margin-left: -2px; }
QRadioButton:focus, QCheckBox:focus { border-color: $focus; }
QRadioButton:disabled, QCheckBox:disabled { color: $disabled; }

#qt_calendar_navigationbar { background: $card; }
#qt_calendar_prevmonth { qproperty-icon: url($arrow_left); } #qt_calendar_nextmonth { qproperty-icon: url($arrow_right); }
QCalendarWidget { min-width: ${calendar}px; }
QCalendarWidget QToolButton { font-size: ${body}px; font-weight: 600; color: $ink; }
QCalendarWidget QSpinBox { min-width: 80px; }
QCalendarWidget QAbstractItemView { padding: 0; border: none; border-radius: 0; background: $card; color: $ink; selection-background-color: $accent;
  selection-color: $accent_ink; }
QCalendarWidget QAbstractItemView:disabled { color: $disabled; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMenu { menu-scrollable: 1; background: $card; border: 1px solid $line; border-radius: ${r_medium}px; padding: 6px; }
QMenu { icon-size: ${icon_menu}px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: ${r_small}px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: ${icon_menu}px; height: ${icon_menu}px; left: 5px; }
QMenu::indicator:exclusive:checked { background: $accent; border-radius: ${menu_dial_radius}px; image: url($check); }
QMenu::indicator:non-exclusive { border: 1px solid $line_strong; border-radius: ${r_small}px; background: $card; }
QMenu::indicator:non-exclusive:checked { background: $accent; border-color: $accent; image: url($check); }
QMenu::item:selected { background: $accent_soft; color: $accent_soft_ink; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::right-arrow { image: url($arrow_right); width: ${arrow}px; height: ${arrow}px; }

QTableView { background: $card; border: 1px solid $line; border-radius: ${r_medium}px; padding: 3px; gridline-color: $line;
  selection-background-color: $accent_soft; selection-color: $accent_soft_ink; }
QTableView::item { padding: 0 6px; }
QTableView::indicator { width: ${icon}px; height: ${icon}px; border: 1px solid $line_strong; border-radius: ${r_small}px; background: $card; }
QTableView::indicator:checked { background: $accent; border-color: $accent; image: url($check); }
QHeaderView { background: transparent; }
QHeaderView::section { background: transparent; color: $ink_muted; border: none; border-bottom: 1px solid $line;
  padding: 8px 6px; font-size: ${small}px; font-weight: 600; }
QListView, QListWidget, QTreeView { background: transparent; border: none; }
QListView[cut="true"] { border-bottom: 1px solid $line; }
QListView[ring="true"] { border: 2px solid $focus; border-radius: ${r_medium}px; }
QListWidget { border: 2px solid transparent; border-radius: ${r_medium}px; } QListWidget:focus { border-color: $focus; }
QListWidget::item { padding: 8px; border-radius: ${r_small}px; }
QListWidget::item:selected { background: $accent_soft; color: $accent_soft_ink; }
QListWidget::item:hover:!selected { background: $hover; }
#found::item { background: $card; border: 1px solid $line; margin-bottom: 4px; }
#found::item:hover { background: $hover; } #found::item:selected { background: $accent_soft; border-color: $accent; }
#found::item:disabled { background: transparent; border-color: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; } QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $ink_muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; border: none; width: 0; height: 0; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }

#day { background: $panel; border: 1px solid $line; border-radius: ${r_large}px; }
#day[current="true"] { border-color: $accent; }
#day[dropping="true"], #day[new="true"] { background: $accent_soft; border-color: $accent; }
#addDay { border: 1px dashed $line_strong; border-radius: ${r_large}px; background: transparent; color: $ink_muted; }
#addDay:hover { background: $hover; color: $ink; }
#sample { background: $card; border: 1px solid $line; border-radius: ${r_large}px; padding: 0; }
#sample:hover { border-color: $accent; background: $hover; } #sample:focus { border: 2px solid $accent; }
#welcome { background: $card; border: 1px solid $line; border-radius: ${r_large}px; }
#notice { background: $info_soft; border-radius: ${r_medium}px; }
#notice QLabel { color: $info; }
#notice[kind="failure"] { background: $danger_soft; } #notice[kind="failure"] QLabel { color: $danger; }
#notice[kind="good"] { background: $good_soft; } #notice[kind="good"] QLabel { color: $good; }
#stopEditor { background: $card; border: 1px solid $line; border-radius: ${r_medium}px; }
""")


def style_sheet(theme: Theme) -> str:
    """Lengths grow with the text size where text must fit into them."""
    scale = theme.scale
    values: dict[str, object] = dict(theme.colour)
    values |= {style: theme.px(tokens["size"]) for style, tokens in scale["type"].items()}
    values |= scale["space"]
    values |= {f"r_{name}": size for name, size in scale["radius"].items()}
    values["families"] = ", ".join(f'"{family}"' for family in theme.families)
    values["calendar"] = theme.px(340)
    values["icon"] = theme.px(scale["size"]["icon"])
    values["control"] = theme.px(scale["size"]["control"]) - 2
    ring = 4 - 1  # of the main button's focus, with a gap: both may be of one lightness
    values["control_within"] = theme.px(scale["size"]["control"]) - 2 - 2 * ring
    values["m_within"] = scale["space"]["m"] - ring
    values["icon_button"] = theme.px(scale["size"]["control"]) - 2 * scale["space"]["s"]
    values["icon_menu"] = theme.px(16)
    values["menu_dial_radius"] = theme.px(16) // 2
    values["chip"] = theme.px(26)
    values["chip_radius"] = theme.px(26) // 2
    values |= {"arrow": theme.px(14), "drop": theme.px(14) + 8, "spinner": theme.px(12) + 8}
    values |= _dial(theme)
    values |= theme.arrows
    return _SHEET.substitute(values)


def _dial(theme: Theme) -> dict[str, object]:
    """A round button is as large with its hole and wide rim as without."""
    whole, hole = theme.px(18), theme.px(8)
    rim = (whole - hole) // 2
    return {"dial": whole - 2, "dial_hole": whole - 2 * rim, "dial_rim": rim, "dial_radius": whole // 2}
