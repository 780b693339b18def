"""Qt's own words: dialogs, menus of text fields."""

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from jz_travel.ui.style.look import Look
from jz_travel.words import N_

FORGOTTEN = {
    ("QFileDialog", "&Look in:"): N_("Look in:"),
    ("QFileDialog", "Files of &type:"): N_("Files of type:"),
    ("QAbstractFileIconProvider", "Folder"): N_("Folder"),
}
"""What Qt's translations into our languages lack."""


class _Forgotten(QTranslator):
    """Is asked last, and gives back as it is what it has no word for: just what Qt does where nobody knows one."""

    def __init__(self, parent: QObject, look: Look) -> None:
        super().__init__(parent)
        self._look = look

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        ours = FORGOTTEN.get((context, source))
        return source if ours is None else self._look.words.say(ours)


def translate_qt(application: QApplication, look: Look) -> None:
    """Qt speaks the visitor's language, now and after each change."""
    application.installTranslator(_Forgotten(application, look))
    translator = QTranslator(application)

    def speak() -> None:
        application.removeTranslator(translator)
        name = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW"}.get(look.words.language, look.words.language)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{name}", folder):
            application.installTranslator(translator)

    look.changed.connect(speak)
    speak()
