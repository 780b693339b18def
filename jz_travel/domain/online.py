"""Which services on the network a visitor chose. Without a choice nothing is asked of anybody."""

from dataclasses import dataclass, field, replace
from typing import Literal

RouterName = Literal["off", "osrm", "valhalla", "amap"]
SearchName = Literal["off", "nominatim", "amap", "tianditu", "baidu"]
WITH_KEY = ("amap", "tianditu", "baidu")


@dataclass(frozen=True)
class Online:
    """Addresses are those of a server of the visitor's choice; keys stand in no representation of this."""

    router: RouterName = "off"
    router_url: str = field(default="", repr=False)
    search: SearchName = "off"
    search_url: str = field(default="", repr=False)
    amap_key: str = field(default="", repr=False)
    tianditu_key: str = field(default="", repr=False)
    baidu_key: str = field(default="", repr=False)
    downloads: str = field(default="", repr=False)

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every key that is set; none of them may stand in a message or a log."""
        return tuple(filter(None, (self.amap_key, self.tianditu_key, self.baidu_key)))

    def with_key(self, service: str, key: str) -> "Online":
        if service == "amap":
            return replace(self, amap_key=key)
        return replace(self, tianditu_key=key) if service == "tianditu" else replace(self, baidu_key=key)

    def key_of(self, service: str) -> str:
        """The key for a service; empty for one without and for one that needs none."""
        return {"amap": self.amap_key, "tianditu": self.tianditu_key, "baidu": self.baidu_key}.get(service, "")

    @property
    def finds_routes(self) -> bool:
        """Whether there is a router to ask, with what it needs."""
        if self.router == "amap":
            return bool(self.amap_key)
        return self.router != "off" and bool(self.router_url.strip())

    @property
    def finds_places(self) -> bool:
        """Whether a search was chosen that can work: one without a key, or one whose key is set."""
        return self.search == "nominatim" or bool(self.key_of(self.search))
