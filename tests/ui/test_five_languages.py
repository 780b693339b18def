"""In each language the whole window and every page of the kiosk speak it: nothing is left in another one."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QDialog, QWidget

from jz_travel.domain.places import Catalogue, PlaceId, Theme
from jz_travel.domain.texts import Language
from jz_travel.resources import assets
from jz_travel.store.settings import Settings
from jz_travel.store.statistics import read_sources
from jz_travel.ui.about import DRAWN, SAID_OF_THE_MAP, libraries, map_credits, scripts
from jz_travel.ui.app import Window
from jz_travel.ui.kiosk import where as at
from jz_travel.words import offered
from jz_travel.words.names import OWN_NAMES
from jz_travel.words.po import read
from tests.ui.hands import Opener
from tests.ui.kiosk_hands import Screens

OTHERS: tuple[Language, ...] = ("zh-Hant", "ja", "ko")
SAYING = ("text", "title", "placeholderText", "toolTip", "accessibleName", "accessibleDescription", "windowTitle")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
PAGES: tuple[at.Where, ...] = (
    at.Attract(), at.Home(), at.See(), at.See(Theme.NATURE), at.Sight(PlaceId("yuntaishan")), at.Search(), at.Plan(),
    *(at.Ask(question) for question in at.Question), at.Result(), at.Adjust(), at.WhyNot(), at.OnMap(), at.Today(),
    *(at.Statistics(part) for part in at.Part), at.TakeAlong(), at.Easier(), at.Pin(),
)  # fmt: skip
HAN = re.compile(r"[\u4e00-\u9fff]")
SENTENCE = re.compile(r"\b[A-Za-z]{2,}[ -][a-z]{2,}[ -][a-z]{2,}")
CODED = {"zh-Hant": "big5hkscs", "ja": "euc_jis_2004"}


def told_by(window: QWidget) -> Iterator[str]:
    """Whatever can be read or heard in a window."""
    for widget in (window, *window.findChildren(QWidget)):
        for name in SAYING:
            told = getattr(widget, name, None)
            said = told() if callable(told) else ""
            if isinstance(said, str):
                yield said
        yield from (action.text() for action in widget.actions())
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _in_model(widget.model())


def _in_model(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            yield from (said for role in ROLES if isinstance(said := model.data(index, role), str))


@cache
def in_english() -> frozenset[str]:
    """Every message that has no placeholder and reads differently in Japanese."""
    forms = read(assets("locale", "ja.po")).forms
    return frozenset(message for (_, message), said in forms.items() if said[0] != message and len(message) > 3)


def foreign(texts: Iterator[str], language: Language, catalogue: Catalogue) -> set[str]:
    """The texts with something in another language; names that have no translation are not counted."""
    names = _names(catalogue, language)
    return {text for text in set(texts) - {"Menu"} if _is_foreign(text, language, names)}  # a key is called so


def _is_foreign(text: str, language: Language, names: re.Pattern[str]) -> bool:
    rest = names.sub("", text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", ""))
    if rest in in_english() or SENTENCE.search(rest):
        return True
    if language == "ko":
        return bool(HAN.search(rest))
    return any(not _can_be_written(letter, CODED[language]) for letter in HAN.findall(rest))


def _can_be_written(letter: str, coded: str) -> bool:
    try:
        letter.encode(coded)
    except UnicodeEncodeError:
        return False
    return True


def _names(catalogue: Catalogue, language: Language) -> re.Pattern[str]:
    """What stays as it is: names on signs, addresses, titles of sources, credits, names of languages."""
    sources, _ = read_sources(assets("sources.toml"))
    known = {source.title.in_(language) for source in (*catalogue.sources, *sources.values())} | set(OWN_NAMES.values())
    known |= {*map_credits(), *libraries(), *scripts(), *DRAWN} - {*SAID_OF_THE_MAP}
    for place in catalogue:
        known |= {place.name.zh_hans, place.name.en, place.contact.address, place.pinyin, *place.aliases}
        known |= {photo.author for photo in place.photos} | {photo.licence for photo in place.photos}
    longest_first = sorted(filter(None, known), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


def everything_in(window: Window) -> Iterator[str]:
    """The window from page to page, and its dialogs."""
    main = window.main
    yield from told_by(main)
    for place in ("yuntaishan", "chenjiagou", "jiaozuo_rail", "qingtianhe", "stay_city"):
        main.left.show_details(place)
        yield from told_by(main.details)
    for action in ("plan", "repair"):
        getattr(main.actions_, action).trigger()
        QApplication.processEvents()
        yield from told_by(main)
    main.actions_.statistics.setChecked(True)
    assert main.statistics is not None
    for number, page in enumerate(main.statistics.pages):
        main.statistics.show_page(number)
        QApplication.processEvents()
        yield from told_by(page)
    for action in ("keys", "about", "trips", "versions"):
        getattr(main.actions_, action).trigger()
        for dialog in main.findChildren(QDialog):
            yield from told_by(dialog)
            dialog.close()


@pytest.mark.parametrize("language", OTHERS)
def test_the_window_speaks_one_language(language: Language, open_window: Opener) -> None:
    window = open_window(Settings(language=language, theme="light"))
    window.open_trip.open_sample()
    wrong = foreign(everything_in(window), language, window.session.catalogue)
    assert sorted(wrong) == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_kiosk_speaks_one_language(language: Language, screens: Screens) -> None:
    visitor = screens(language=language)
    wrong: set[tuple[str, str]] = set()
    for page in PAGES:
        visitor.kiosk.window.sitting.go(page)
        QApplication.processEvents()
        texts = foreign(told_by(visitor.window), language, visitor.kiosk.window.city.catalogue)
        wrong |= {(type(page).__name__, text) for text in texts}
    assert sorted(wrong) == []


def test_the_menu_of_languages_has_all_five() -> None:
    assert {OWN_NAMES[each] for each in offered()} == {"简体中文", "繁體中文", "English", "日本語", "한국어"}
