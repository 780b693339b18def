"""What Qt itself says is in the visitor's language, also what its own translations lack."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QFileIconProvider

from jz_travel.domain.texts import Language
from jz_travel.ui.qt_words import translate_qt
from jz_travel.ui.style.look import Look


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look, before = Look(qapp, "en", "light"), qapp.findChildren(QTranslator)
    translate_qt(qapp, look)
    yield look
    for made in qapp.findChildren(QTranslator):
        if made not in before:
            qapp.removeTranslator(made)
            made.deleteLater()


def labels() -> list[str]:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    which = QFileDialog.DialogLabel
    return [dialog.labelText(each) for each in (which.LookIn, which.FileType, which.FileName, which.Accept)]


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "ja", "ko"])
def test_a_file_dialogue_has_no_english_label(language: Language, look: Look, tmp_path: Path) -> None:
    in_english = labels()
    look.speak(language)
    assert labels()[:2] == [look.words.say("Look in:"), look.words.say("Files of type:")]
    assert not set(labels()) & set(in_english)
    assert QFileIconProvider().type(QFileInfo(str(tmp_path))) == look.words.say("Folder")


def test_an_english_file_dialogue_stays_english(look: Look) -> None:
    look.speak("ja")
    look.speak("en")
    assert labels()[:2] == ["Look in:", "Files of type:"]
    assert labels()[2].endswith("name:")
