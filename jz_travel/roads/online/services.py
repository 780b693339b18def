"""From what a visitor chose to the services: which router, which search, with which key."""

from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from jz_travel.domain.online import Online
from jz_travel.domain.texts import Language
from jz_travel.roads.online import amap
from jz_travel.roads.online.cache import Cache
from jz_travel.roads.online.client import Pace, Service
from jz_travel.roads.online.osrm import Osrm
from jz_travel.roads.online.routers import Router
from jz_travel.roads.online.valhalla import Valhalla

if TYPE_CHECKING:
    from jz_travel.roads.online.geocoding import Search

NAMES = {
    "osrm": "OSRM",
    "valhalla": "Valhalla",
    "amap": "高德",
    "nominatim": "Nominatim",
    "tianditu": "天地图",
    "baidu": "百度",
}
"""As messages call them; they are proper names."""
CREDITS = {
    "nominatim": "© OpenStreetMap contributors (ODbL)",
    "amap": "© 高德",
    "tianditu": "© 天地图",
    "baidu": "© 百度",
}
SECONDS_BETWEEN = 1.0
"""What every public service asks for; a server of one's own may be asked as fast as it answers."""
HOME = ("http://localhost", "http://127.0.0.1", "http://[::1]")


class Services:
    """One pace and one cache for each service, whatever is chosen when."""

    def __init__(self, cache: Path | None, addresses: dict[str, str] | None = None) -> None:
        self._cache = Cache(cache / "online.sqlite") if cache else None
        self._addresses = addresses or {}
        """Other addresses of services with a key; for tests."""
        self._paces: dict[str, Pace] = {}

    def router(self, choice: Online) -> Router | None:
        if not choice.finds_routes:
            return None
        url = choice.router_url.strip()
        match choice.router:
            case "off":
                return None
            case "osrm":
                return Osrm(url, self._service("osrm", choice, url))
            case "valhalla":
                return Valhalla(url, self._service("valhalla", choice, url))
            case "amap":
                address = self._addresses.get("amap", amap.URL)
                return amap.Amap(choice.amap_key, self._service("amap", choice, address), address)
            case _:
                assert_never(choice.router)

    def search(self, choice: Online, language: Language) -> "Search | None":
        if not choice.finds_places:
            return None
        from jz_travel.roads.online import geocoders as known  # geopy takes half a second

        match choice.search:
            case "off":
                return None
            case "nominatim":
                url = choice.search_url.strip() or self._addresses.get("nominatim", known.NOMINATIM)
                return known.NominatimSearch(self._service("nominatim", choice, url), language, url)
            case "amap":
                url = self._addresses.get("amap", amap.URL)
                return known.AmapSearch(self._service("amap", choice, url), choice.amap_key, url)
            case "tianditu":
                url = self._addresses.get("tianditu", known.TIANDITU)
                return known.TiandituSearch(self._service("tianditu", choice, url), choice.tianditu_key, url)
            case "baidu":
                url = self._addresses.get("baidu", known.BAIDU)
                return known.BaiduSearch(self._service("baidu", choice, url), choice.baidu_key, url)
            case _:
                assert_never(choice.search)

    def forget(self) -> None:
        """What services answered before is asked again."""
        if self._cache:
            self._cache.forget()

    def _service(self, name: str, choice: Online, url: str) -> Service:
        at_home = url.startswith(HOME)
        pace = self._paces.setdefault(f"{name} {at_home}", Pace(0.0 if at_home else SECONDS_BETWEEN))
        return Service(NAMES[name], pace, self._cache, choice.secrets)
