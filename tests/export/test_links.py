"""A tap opens the right spot in whatever map a visitor has."""

from urllib.parse import parse_qs, urlsplit

import pytest

from jz_travel.domain.places import Place, PlaceId, Position
from jz_travel.export.links import SERVICES, Link, is_rough, name, open_in
from jz_travel.roads.datum import LatLon, wgs84_of_bd09, wgs84_of_gcj02
from jz_travel.words import Words
from tests.export.samples import city


def yuntaishan() -> tuple[Place, Position]:
    place = city()[PlaceId("yuntaishan")]
    assert place.position
    return place, place.position


def url(service: str) -> str:
    return next(link.url for link in open_in(*yuntaishan()) if link.service == service)


def query(service: str) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(url(service)).query).items()}


def is_there(found: LatLon) -> bool:
    position = yuntaishan()[1]
    return abs(found.lat - position.lat) < 1e-5 and abs(found.lon - position.lon) < 1e-5


def test_every_service_has_a_link_and_a_name() -> None:
    links = open_in(*yuntaishan())
    assert [link.service for link in links] == list(SERVICES)
    assert [name(Words("zh-Hans"), link) for link in links][:3] == ["高德", "百度", "腾讯"]


@pytest.mark.parametrize(("service", "field"), [("apple", "ll"), ("google", "query")])
def test_foreign_services_get_gcj02(service: str, field: str) -> None:
    lat, lon = map(float, query(service)[field].split(","))
    assert is_there(wgs84_of_gcj02(lat, lon))


def test_amap_gets_gcj02_with_the_longitude_first() -> None:
    lon, lat = map(float, query("amap")["position"].split(","))
    assert is_there(wgs84_of_gcj02(lat, lon))
    assert query("amap")["name"] == "云台山"


def test_tencent_gets_gcj02() -> None:
    where, title = query("tencent")["marker"].split(";")
    lat, lon = map(float, where.removeprefix("coord:").split(","))
    assert is_there(wgs84_of_gcj02(lat, lon))
    assert title == "title:云台山"
    assert query("tencent")["coord_type"] == "2"  # its guide calls 1 GPS, and 2 its own


def test_baidu_gets_its_own_datum() -> None:
    lat, lon = map(float, query("baidu")["location"].split(","))
    assert is_there(wgs84_of_bd09(lat, lon))
    assert query("baidu")["coord_type"] == "bd09ll"


def test_geo_is_wgs84_and_says_how_sure_it_is() -> None:
    where, _, rest = url("geo").removeprefix("geo:").partition(";u=")
    assert is_there(LatLon(*map(float, where.split(","))))
    assert rest.startswith("700?q=")


def test_a_rough_position_is_called_rough() -> None:
    assert is_rough(Position(35, 113, 700))
    assert not is_rough(Position(35, 113, 300))


def test_a_name_cannot_leave_its_place_in_the_link() -> None:
    from dataclasses import replace

    from jz_travel.domain.texts import Text

    place, position = yuntaishan()
    evil = replace(place, short=Text("x&coord=0,0#<b>\n;y", "x"))
    links = open_in(evil, position)
    assert all(not set(link.url) & set(' <>"\n#') and link.url.count("&coord=") == 0 for link in links)
    assert isinstance(links[0], Link)
