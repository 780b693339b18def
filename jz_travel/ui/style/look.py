"""What every view shares: the language it speaks and the theme it wears. Both can change while the window is open."""

from PySide6.QtCore import QLocale, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from jz_travel.domain.texts import Language
from jz_travel.resources import assets
from jz_travel.store.settings import Theme as ThemeName
from jz_travel.ui.style.icons import icon
from jz_travel.ui.style.sheet import style_sheet
from jz_travel.ui.style.theme import Theme, read_theme
from jz_travel.words import Words

USUAL_TEXT, CLEAR_TEXT = 100, 150  # per cent


class Look(QObject):
    """Views connect to ``changed`` and read ``words`` and ``theme`` anew."""

    changed = Signal()

    def __init__(
        self, application: QApplication, language: Language, theme: ThemeName, text_percent: int = 100
    ) -> None:
        super().__init__()
        self._application = application
        self._wanted = theme
        self._window: QWidget | None = None
        self.words = Words(language)
        self.theme = self._read(text_percent)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        application.setPalette(self.theme.palette())
        application.setFont(self.theme.font("body"))

    def dress(self, window: QWidget) -> None:
        """The window wears the theme's sheet from now on, and so does all that it opens.

        Once everything in it is made: else each part is styled anew with all it goes into. The whole application could
        wear the sheet, but Qt then dresses children before their parents, and many of them over and over: five times
        as long.
        """
        self._window = window
        window.setStyleSheet(style_sheet(self.theme))

    @property
    def wanted_theme(self) -> ThemeName:
        """As the visitor chose: ``system``, or the name of a theme."""
        return self._wanted

    def speak(self, language: Language) -> None:
        """Every view tells itself anew in that language at once; the same language again changes nothing."""
        if language != self.words.language:
            self.words = Words(language)
            self.theme = self._read(self.theme.text_percent)
            self._apply()
            self.changed.emit()

    def wear(self, theme: ThemeName, text_percent: int | None = None) -> None:
        """Change to ``system`` or a theme, at a text size of 100 to 200 percent."""
        self._wanted = theme
        chosen = self._read(text_percent or self.theme.text_percent)
        if (chosen.name, chosen.text_percent) != (self.theme.name, self.theme.text_percent):
            self.theme = chosen
            self._apply()
            self.changed.emit()

    def choose(self, theme: ThemeName) -> None:
        """As :meth:`wear`; the large and clear look brings its text size, and takes it along when it goes."""
        if theme == "clear":
            self.wear(theme, max(CLEAR_TEXT, self.theme.text_percent))
        else:
            self.wear(theme, USUAL_TEXT if self._wanted == "clear" else None)

    @property
    def locale(self) -> QLocale:
        """Qt's idea of the language, for calendars and spin boxes."""
        return QLocale("en-GB" if self.words.language == "en" else self.words.language)  # as our dates are written

    @property
    def sharpness(self) -> float:
        """Dots a pixel of the sharpest screen, for what is drawn before it is known on which one it will be seen."""
        return self._application.devicePixelRatio()

    @property
    def application_icon(self) -> QIcon:
        """From 16 to 256 pixels, drawn with fewer lines where it is small."""
        shown = QIcon()
        for side in (16, 32, 48, 64, 128, 256):
            name = "jz_travel_small" if side <= 32 else "jz_travel"  # drawn with fewer lines
            shown.addFile(str(assets("icons", "app", f"{name}.svg")), QSize(side, side))
        return shown

    def icon(self, name: str, role: str = "ink", faint: str = "disabled") -> QIcon:
        """An icon that follows the theme by itself."""
        return icon(name, lambda: self.theme[role], lambda: self.theme[faint])

    def _read(self, text_percent: int) -> Theme:
        name = self._wanted
        if name == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            name = "dark" if dark else "light"
        return read_theme(name, min(200, max(100, text_percent)), self.words.language)

    def _apply(self) -> None:
        self._application.setPalette(self.theme.palette())
        self._application.setFont(self.theme.font("body"))
        if self._window is not None:
            self.dress(self._window)

    def _system_changed(self) -> None:
        if self._wanted == "system":
            self.wear("system")
