"""Every view of the gallery where it is tightest: no word is cut without a sign, nothing lies over something else."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from jz_travel.domain.texts import Language
from jz_travel.store.settings import Theme
from jz_travel.ui.demo import pause
from jz_travel.ui.parts.elided import Elided
from tests.gallery.cut import faults
from tests.gallery.scene import Scene
from tests.gallery.views import every_view
from tests.ui.hands import Opener, Screen, laid_out


@pytest.mark.parametrize(("screen", "language"), [((800, 480, 200), "ja"), ((1280, 800, 150), "en")], ids=str)
def test_every_view_has_room_for_all_its_words(
    screen: Screen, language: Language, open_window: Opener, tmp_path: Path
) -> None:
    scene = Scene(open_window.at_size(screen, language), tmp_path, draws_map=False)
    wrong = []
    for name, view in every_view().items():
        scene.tidy()
        view(scene)
        scene.settle()
        wrong += [f"{name}: {fault}" for fault in scene.faults()]
    scene.tidy()
    assert wrong == []


HIDE_THE_WELCOME = ("empty", "sample", "plan_form", "answer", "why_not", "variants", "repair", "plan_searching")


def test_what_shows_again_has_room_although_the_look_changed_meanwhile(open_window: Opener, tmp_path: Path) -> None:
    scene = Scene(open_window.at_size((800, 480, 100), "en"), tmp_path, draws_map=False)
    views, wrong = every_view(), []
    looks: tuple[Theme, ...] = ("light", "dark")
    for theme in looks:
        scene.look_like("en", theme)
        for name in HIDE_THE_WELCOME:
            scene.tidy()
            views[name](scene)
            pause(60)
            scene.picture()
            wrong += [f"{name}: {fault}" for fault in scene.faults()]
    scene.tidy()
    assert wrong == []


@pytest.fixture
def around(qapp: object) -> QWidget:
    whole = QWidget()
    whole.resize(200, 60)
    return whole


def said_of(whole: QWidget) -> list[str]:
    whole.show()
    laid_out()
    found = list(faults(whole))
    whole.hide()
    return found


def test_a_word_without_room_is_told(around: QWidget) -> None:
    sign = QLabel("The Yellow River, seen from the dyke", around)
    sign.setGeometry(0, 0, 40, 20)
    assert len(said_of(around)) == 1
    sign.adjustSize()
    around.resize(sign.size())
    assert said_of(around) == []


def test_a_button_that_shows_there_is_more_is_not_cut(around: QWidget) -> None:
    plain, signed = QPushButton("Mountains and waters in three days", around), Elided("Mountains and waters")
    plain.setGeometry(0, 0, 60, 30)
    assert len(said_of(around)) == 1
    plain.deleteLater()
    plain.hide()
    signed.setParent(around)
    signed.setGeometry(0, 0, 60, 30)
    assert said_of(around) == []


def test_what_lies_over_something_else_or_reaches_out_is_told(around: QWidget) -> None:
    row = QHBoxLayout(around)
    one, other = QLabel("one"), QLabel("other")
    row.addWidget(one)
    row.addWidget(other)
    assert said_of(around) == []
    around.show()
    laid_out()
    other.setGeometry(one.geometry())
    assert len(list(faults(around))) == 1
    other.setGeometry(QRect(190, 0, 60, 40))
    assert len(list(faults(around))) == 1
    around.hide()
