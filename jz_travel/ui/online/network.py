"""The window's side of the network: what was chosen, who is asked, and what became of it."""

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from jz_travel.domain.failures import Failure
from jz_travel.domain.online import Online
from jz_travel.regions import Pack, Shelf
from jz_travel.regions.router import PackRouter, PackSearch
from jz_travel.roads import LegTable
from jz_travel.roads.answers import Answer
from jz_travel.roads.online.client import Stopped
from jz_travel.roads.online.routers import Router
from jz_travel.roads.online.services import Services
from jz_travel.roads.online.wanting import Pair, ask, wanted
from jz_travel.store.settings import Settings, read_settings, write_settings
from jz_travel.ui.folders import Folders
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.tasks import Tasks

log = logging.getLogger(__name__)
PAUSE_MS = 700  # after the last edit, so that a drag across five days is one question
TESTED_WAY = ((35.2415, 113.2399), (35.421, 113.427))
TESTED_NAME = "焦作站"
CLOSING_MS = 8_000

Told = Callable[[str, bool], None]


class Network(QObject):
    """Asks nobody until :meth:`choose` says whom. ``said`` carries a sentence and its kind for the notice bar."""

    said = Signal(str, str)
    chosen = Signal(object)
    found = Signal(str, tuple)
    """What was searched for, and the findings."""
    not_found = Signal(str, str)
    """What was searched for, and why nothing came of it."""

    def __init__(
        self, session: Session, table: LegTable, look: Look, folders: Folders, choice: Online, shelf: Shelf
    ) -> None:
        super().__init__()
        self._shelf = shelf
        self._pack = self._first_pack()
        self._session, self._table, self._look, self._folders = session, table, look, folders
        self.choice = choice
        self.services = Services(folders.cache)
        # Routes and searches do not wait for each other.
        self._routing, self._searching = Tasks(), Tasks()
        self._answers: dict[Pair, Answer] = {}
        self._hopeless: frozenset[Pair] = frozenset()
        self._stop_routing, self._stop_searching = threading.Event(), threading.Event()
        self._complained = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask_for_routes)
        session.changed.connect(lambda _: self._trip_changed())
        self._trip_changed()

    # What there is to ask

    @property
    def finds_places(self) -> bool:
        """Whether somebody or something can be asked for a name."""
        return self.choice.finds_places or self._pack is not None

    def packs_changed(self) -> None:
        """A region pack came or went; its roads and names are asked where no service was chosen."""
        pack = self._first_pack()
        if pack is not self._pack:
            self._pack = pack
            self._forget_routes()

    def _first_pack(self) -> Pack | None:
        return next((pack for info in self._shelf.installed() if (pack := self._shelf.pack(info.id))), None)

    def _router(self) -> Router | None:
        router = self.services.router(self.choice)
        return router if router is not None or self._pack is None else PackRouter(self._pack)

    # What was chosen

    def choose(self, choice: Online) -> None:
        """From now on; written down at once, so that nothing is asked again that was switched off."""
        before, self.choice = self.choice, choice
        try:
            settings, _ = read_settings(self._folders.settings)
            write_settings(self._folders.settings, self.kept(settings))
        except Failure as failure:
            self.said.emit(self._look.words.failure(failure), "failure")
        self._complained = False
        if (choice.router, choice.router_url, choice.amap_key) != (before.router, before.router_url, before.amap_key):
            self._forget_routes()
        self.chosen.emit(choice)
        self._trip_changed()

    def _forget_routes(self) -> None:
        self._stop_routing.set()
        self._answers, self._hopeless = {}, frozenset()
        self._session.travel_by(self._table)
        self._trip_changed()

    def kept(self, settings: Settings) -> Settings:
        return replace(settings, online=self.choice)

    def close(self) -> None:
        """Nobody wants answers any more."""
        self._pause.stop()
        self._stop_routing.set()
        self._stop_searching.set()
        self._routing.wait(CLOSING_MS)
        self._searching.wait(CLOSING_MS)

    # Routes

    def _trip_changed(self) -> None:
        if self.choice.finds_routes or self._pack is not None:
            self._stop_routing.set()
            self._pause.start()

    def _ask_for_routes(self) -> None:
        router = self._router()
        asked = wanted(self._session.schedule, self._session.catalogue, self._answers, self._hopeless)
        if router is None or not asked:
            return
        self._stop_routing = stop = threading.Event()
        self._routing.run(
            lambda: ask(router, asked, stop.is_set), partial(self._routes_came, stop), partial(self._no_routes, stop)
        )

    def _routes_came(self, stop: threading.Event, came: object) -> None:
        assert isinstance(came, tuple)
        if stop is not self._stop_routing:
            return
        answers, hopeless = came
        for pair, answer in answers.items():
            if answer.path or pair not in self._answers:
                self._answers[pair] = answer
        self._hopeless |= hopeless
        self._complained = False
        self._session.travel_by(self._table.answered(dict(self._answers)))

    def _no_routes(self, stop: threading.Event, error: Exception) -> None:
        """The estimate stays. Said once: a server that is down is down for the next edit too."""
        if isinstance(error, Stopped) or stop is not self._stop_routing:
            return
        if not isinstance(error, Failure):
            raise error
        log.info("no routes: %s", error.cause)
        if not self._complained:
            self._complained = True
            words = self._look.words
            text = words.say("{failure} Times and ways stay estimates.", failure=words.failure(error))
            self.said.emit(text, "info")

    # Searching

    def search(self, query: str) -> None:
        """Ask for a name; what was searched for before is no longer wanted."""
        self._stop_searching.set()
        self._stop_searching = stop = threading.Event()
        choice, language, pack = self.choice, self._look.words.language, self._pack

        def look_up() -> object:
            search = self.services.search(choice, language)  # geopy loads here, not in the window
            if search is None and pack is not None:
                return PackSearch(pack).find(query, stop.is_set)
            return search.find(query, stop.is_set) if search else ()

        self._searching.run(look_up, partial(self._places_came, stop, query), partial(self._no_places, stop, query))

    def _places_came(self, stop: threading.Event, query: str, came: object) -> None:
        if not stop.is_set():
            assert isinstance(came, tuple)
            self.found.emit(query, came)

    def _no_places(self, stop: threading.Event, query: str, error: Exception) -> None:
        if isinstance(error, Stopped) or stop.is_set():
            return
        if not isinstance(error, Failure):
            raise error
        self.not_found.emit(query, self._look.words.failure(error))

    # Trying

    def try_router(self, choice: Online, told: Told) -> None:
        """Whether a router answers, as a sentence, before it is chosen."""
        router, say = Services(None).router(choice), self._look.words.say  # without the cache: is it there now?
        if router is None:
            told(say("Something is missing: an address or a key."), False)
            return

        def heard(came: object) -> None:
            answer = came[0] if isinstance(came, list) else None
            if isinstance(answer, Answer):
                km = self._look.words.distance(answer.metres)
                told(say("It works: from the station to Yuntai Mountain {distance}.", distance=km), True)
            else:
                told(say("It answers, but does not know the roads around Jiaozuo."), False)

        self._routing.run(lambda: router.chain(TESTED_WAY), heard, partial(self._tell_failure, told))

    def try_search(self, choice: Online, told: Told) -> None:
        words = self._look.words
        if not choice.finds_places:
            told(words.say("Something is missing: an address or a key."), False)
            return

        def look_up() -> object:
            search = Services(None).search(choice, words.language)
            return search.find(TESTED_NAME) if search else ()

        def heard(came: object) -> None:
            count = len(came) if isinstance(came, tuple) else 0
            told(words.count("It works: {n} place found.", "It works: {n} places found.", count), True)

        self._searching.run(look_up, heard, partial(self._tell_failure, told))

    def _tell_failure(self, told: Told, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        told(self._look.words.failure(error), False)
