"""Every command of the window, with its icon and key. Header, menu and key sheet read this list."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from jz_travel.ui.samples import SAMPLES
from jz_travel.ui.session import Selection, Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import caption, tip
from jz_travel.words import N_, offered

THEMES = (("system", N_("Follow the system")), ("light", N_("Light")), ("dark", N_("Dark")),
          ("clear", N_("Large letters")), ("contrast", N_("High contrast")))  # fmt: skip
TEXT_SIZES = (100, 125, 150, 200)


class Actions(QObject):
    """Built once; words and icons follow the look. The main window connects ``triggered``."""

    def __init__(self, window: QWidget, session: Session, look: Look) -> None:
        super().__init__(window)
        self._window, self._session, self._look = window, session, look
        self._labels: list[tuple[QAction, str]] = []
        self.new_trip = self._make(N_("New trip"), "file_plus", QKeySequence.StandardKey.New)
        self.trips = self._make(N_("My trips"), "luggage", "Ctrl+T")
        self.open_file = self._make(N_("Open a file …"), "folder_open", QKeySequence.StandardKey.Open)
        self.open_code = self._make(N_("Open from code …"), "qr_code", "Ctrl+Shift+O")
        self.bring_in = self._make(N_("Import places …"), "upload", "Ctrl+B")
        self.print = self._make(N_("Print …"), "printer", QKeySequence.StandardKey.Print)
        self.save_copy = self._make(N_("Save a copy …"), "save", QKeySequence.StandardKey.SaveAs)
        self.versions = self._make(N_("Earlier versions …"), "history")
        self.plan = self._make(N_("Plan my visit"), "plan", "Ctrl+G")
        self.compare = self._make(N_("Compare plans"), "columns", "Ctrl+Shift+G")
        self.repair = self._make(N_("Something came up"), "cloud_rain", "Ctrl+R")
        self.statistics = self._make(N_("Holiday statistics"), "chart_bar", "Ctrl+J")
        self.statistics.setCheckable(True)
        self.undo = self._make(N_("Undo"), "undo", QKeySequence.StandardKey.Undo)
        self.redo = self._make(N_("Redo"), "redo", QKeySequence.StandardKey.Redo)
        self.search = self._make(N_("Search places"), "search", QKeySequence.StandardKey.Find)
        self.add_place = self._make(N_("Add the place to the day"), "plus", "Ctrl+Return")
        self.details = self._make(N_("Show details"), "info", "Ctrl+I")
        self.earlier = self._make(N_("Move earlier"), "arrow_up", "Alt+Up")
        self.later = self._make(N_("Move later"), "arrow_down", "Alt+Down")
        self.day_before = self._make(N_("Move to the day before"), "arrow_left", "Alt+Left")
        self.day_after = self._make(N_("Move to the day after"), "arrow_right", "Alt+Right")
        self.unplan = self._make(N_("Keep for later"), "heart", "Ctrl+H")
        self.remove = self._make(N_("Remove from the trip"), "trash", QKeySequence.StandardKey.Delete)
        self.add_day = self._make(N_("Add a day"), "calendar_plus", "Ctrl+D")
        self.fit_trip = self._make(N_("Show the whole trip on the map"), "zoom_fit", "Ctrl+0")
        self.map_page = self._make(N_("Map as a web page …"), "map")
        self.next_pane = self._make(N_("Next pane"), "panel_right", "F6")
        self.language = self._make(N_("Language"), "language", "Ctrl+L")
        self.theme = self._make(N_("Light or dark"), "contrast", "Ctrl+Shift+L")
        self.calm = self._make(N_("Reduce motion"), "leaf")
        self.calm.setCheckable(True)
        for each in (self.statistics, self.calm):
            each.setIconVisibleInMenu(False)  # it would stand where the tick is
        self.show_menu = self._make(N_("Menu"), "list", "F10")
        self.own_place = self._make(N_("Add a place of your own …"), "map_pin", "Ctrl+Shift+P")
        self.online = self._make(N_("Online services …"), "globe")
        self.keys = self._make(N_("Keyboard shortcuts"), "keyboard", "F1")
        self.about = self._make(N_("About and sources"), "help")
        self.quit = self._make(N_("Quit"), "x", QKeySequence.StandardKey.Quit)
        self.themes = self._choices([(name, label) for name, label in THEMES])
        self._labels += zip(self.themes.actions(), (label for _, label in THEMES), strict=True)
        self.text_sizes = self._choices([(str(size), f"{size} %") for size in TEXT_SIZES])
        self.samples = [self._make(each.name, "sparkles") for each in SAMPLES]
        self.sample_menu = QMenu(window)
        self.sample_menu.setIcon(look.icon("sparkles"))
        self.sample_menu.addActions(self.samples)
        self.languages = self._choices([(each, look.words.language_name(each)) for each in offered()])
        self._open_menu, self._theme_menu, self._text_menu, self.take_along = (QMenu(window) for _ in range(4))
        self.language_menu = QMenu(window)
        self.language_menu.setIcon(look.icon("language"))
        self.language_menu.addActions(self.languages.actions())
        self.take_along.setIcon(look.icon("download"))
        self._open_menu.setIcon(look.icon("folder_open"))
        self._open_menu.addActions((self.open_file, self.open_code, self.bring_in))
        self._open_menu.addMenu(self.sample_menu)
        self._open_menu.addAction(self.versions)
        self._text_menu.addActions(self.text_sizes.actions())
        self._theme_menu.setIcon(look.icon("contrast"))
        self._theme_menu.addActions(self.themes.actions())
        self._theme_menu.addSeparator()
        self._theme_menu.addMenu(self._text_menu)
        self._theme_menu.addAction(self.calm)
        self.menu = self._main_menu(window)
        session.undo_stack.indexChanged.connect(lambda _: self._say_undo())
        session.pointed.connect(self._selection_changed)
        look.changed.connect(self._refresh)
        self._refresh()
        self._selection_changed(session.selection)

    def _make(self, label: str, icon: str, key: QKeySequence.StandardKey | str | None = None) -> QAction:
        action = QAction(self._look.icon(icon), label, self._window)
        if key is not None:
            action.setShortcuts([QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._window.addAction(action)
        self._labels.append((action, label))
        return action

    def _choices(self, labels: list[tuple[str, str]]) -> QActionGroup:
        group = QActionGroup(self)
        for value, label in labels:
            action = group.addAction(label)
            action.setCheckable(True)
            action.setData(value)
        return group

    def _main_menu(self, window: QWidget) -> QMenu:
        menu = QMenu(window)
        for part in (
            (self.new_trip, self._open_menu.menuAction(), self.trips, self.save_copy),
            (self.plan, self.compare, self.repair, self.statistics),
            (self.undo, self.redo),
            (self.search, self.own_place, self.add_day, self.fit_trip),
            (self.take_along.menuAction(), self.print, self.map_page),
            (self.language_menu.menuAction(), self._theme_menu.menuAction(), self.online),
            (self.keys, self.about, self.quit),
        ):
            menu.addActions(part)
            menu.addSeparator()
        return menu

    def connect_all(self, slots: dict[str, Callable[[], object]]) -> None:
        """Connect actions by name; an unknown name is a mistake and raises ``AttributeError``."""
        for name, slot in slots.items():
            action: QAction = getattr(self, name)
            action.triggered.connect(lambda _=False, slot=slot: slot())

    def listed(self) -> list[QAction]:
        """The actions that have a key, for the key sheet."""
        return [action for action, _ in self._labels if not action.shortcut().isEmpty()]

    def _refresh(self) -> None:
        say = self._look.words.say
        for action, label in self._labels:
            text = say(label)
            action.setText(text)
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text} ({key})" if key else text)
        self._say_undo()
        self.calm.setToolTip(say("The map jumps instead of gliding, and menus open at once."))
        self.language_menu.setTitle(say("Language"))
        self._open_menu.setTitle(say("Open"))
        self.sample_menu.setTitle(say("Sample trips"))
        self.take_along.setTitle(say("Take along"))
        self._theme_menu.setTitle(say("Appearance"))
        self._text_menu.setTitle(say("Text size"))
        for action in self.themes.actions():
            action.setChecked(action.data() == self._look.wanted_theme)
        for action in self.languages.actions():
            action.setChecked(action.data() == self._look.words.language)
        for action in self.text_sizes.actions():
            action.setChecked(action.data() == str(self._look.theme.text_percent))

    def _say_undo(self) -> None:
        say, stack = self._look.words.say, self._session.undo_stack
        self.undo.setEnabled(stack.canUndo())
        self.redo.setEnabled(stack.canRedo())
        undo = say("Undo: {what}", what=stack.undoText()) if stack.canUndo() else say("Undo")
        redo = say("Redo: {what}", what=stack.redoText()) if stack.canRedo() else say("Redo")
        for action, text in ((self.undo, undo), (self.redo, redo)):
            action.setText(caption(text))
            action.setToolTip(tip(text))

    def _selection_changed(self, selection: Selection) -> None:
        for action in (self.earlier, self.later, self.day_before, self.day_after, self.unplan, self.remove):
            action.setEnabled(selection.stop is not None)
        for action in (self.add_place, self.details):
            action.setEnabled(selection.place is not None)
