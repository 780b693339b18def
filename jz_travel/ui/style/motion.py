"""Nothing glides or fades for whoever chose so: neither the map nor menus and lists."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jz_travel.ui.map.view import MapView

EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


def keep_calm(map_view: MapView, calm: bool) -> None:
    """For the whole application at once, and for the map, whose flights Qt does not know of."""
    map_view.keep_calm(calm)
    for effect in EFFECTS:
        QApplication.setEffectEnabled(effect, not calm)
