"""Searches for a hotel in five services: each answers in its own datum, all of them mean the same door."""

import logging
from collections.abc import Callable

import pytest
from geopy.distance import geodesic

from jz_travel.domain.failures import Cause, Failure
from jz_travel.roads.online.client import Pace, Service
from jz_travel.roads.online.geocoders import (
    AmapPlaces,
    AmapSearch,
    BaiduSearch,
    NominatimSearch,
    Tianditu,
    TiandituSearch,
)
from jz_travel.roads.online.geocoding import Search
from tests.roads.fake_services import HOTEL, KEY, Fake

Maker = Callable[[Service, str, str], Search]
SEARCHES: dict[str, Maker] = {
    "nominatim": lambda service, _key, url: NominatimSearch(service, "zh-Hans", url),
    "amap": AmapSearch,
    "tianditu": TiandituSearch,
    "baidu": BaiduSearch,
}
WITH_KEY = ("amap", "tianditu", "baidu")


def search(name: str, fake: Fake, key: str = KEY) -> Search:
    return SEARCHES[name](Service(name, Pace(0), None, (key,), patience=0.4), key, fake.url)


@pytest.mark.parametrize("name", SEARCHES)
def test_a_hotel_is_found_where_it_stands(fake: Fake, name: str) -> None:
    found = search(name, fake).find("幸福宾馆")
    assert found[0].name == "幸福宾馆"
    assert geodesic((found[0].lat, found[0].lon), HOTEL).meters < 1


@pytest.mark.parametrize("name", SEARCHES)
def test_what_nobody_knows_is_found_nowhere(fake: Fake, name: str) -> None:
    assert search(name, fake).find("不存在的地方") == ()


@pytest.mark.parametrize("name", WITH_KEY)
def test_a_wrong_key_is_called_wrong_and_never_repeated(fake: Fake, name: str) -> None:
    with pytest.raises(Failure) as caught:
        search(name, fake, "wr0ng&key").find("幸福宾馆")
    assert caught.value.cause is Cause.KEY_REFUSED
    assert "wr0ng" not in str(caught.value)


@pytest.mark.parametrize("name", ["amap", "baidu"])
def test_a_spent_quota_is_called_that(fake: Fake, name: str) -> None:
    with pytest.raises(Failure) as caught:
        search(name, fake, "spent").find("幸福宾馆")
    assert caught.value.cause is Cause.QUOTA


@pytest.mark.parametrize("name", SEARCHES)
@pytest.mark.parametrize(
    ("trouble", "cause"),
    [(403, Cause.KEY_REFUSED), (429, Cause.QUOTA), (500, Cause.NO_ANSWER), ("garbage", Cause.NONSENSE),
     ("never", Cause.NO_ANSWER)],
)  # fmt: skip
def test_a_bad_day_of_a_search_is_a_failure_by_name(fake: Fake, name: str, trouble: str | int, cause: Cause) -> None:
    fake.trouble = trouble
    with pytest.raises(Failure) as caught:
        search(name, fake).find("幸福宾馆")
    assert (caught.value.cause, caught.value.field) == (cause, name)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("amap", '{"status":"1"}'),
        ("amap", '{"infocode":"10000","pois":[{"name":"x","location":"north"}]}'),
        ("amap", '{"infocode":"10000","pois":"none"}'),
        ("tianditu", '{"status":"0","location":{"lon":"far","lat":1}}'),
        ("tianditu", "[1]"),
        ("baidu", '{"status":0,"result":{"location":{"lng":"x"}}}'),
        ("baidu", '{"result":{}}'),
    ],
)
def test_an_answer_of_another_shape_is_nonsense(fake: Fake, name: str, answer: str) -> None:
    fake.trouble = answer
    with pytest.raises(Failure) as caught:
        search(name, fake).find("幸福宾馆")
    assert caught.value.cause is Cause.NONSENSE


@pytest.mark.parametrize("name", WITH_KEY)
def test_no_key_reaches_any_log(fake: Fake, name: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("geopy").setLevel(logging.DEBUG)
    search(name, fake).find("幸福宾馆")
    with pytest.raises(Failure):
        search(name, fake, "s3cretkey").find("幸福宾馆")
    assert KEY not in caplog.text
    assert "s3cretkey" not in caplog.text
    logging.getLogger("geopy").setLevel(logging.NOTSET)


def test_the_new_geocoders_are_geocoders_as_geopy_knows_them(fake: Fake) -> None:
    service = Service("x", Pace(0), None, (KEY,))
    one = AmapPlaces(KEY, service, fake.url).geocode("幸福宾馆")
    assert one is not None
    assert (one.address, len(AmapPlaces(KEY, service, fake.url).geocode("幸福宾馆", exactly_one=False))) == (
        "幸福宾馆",
        2,
    )
    two = Tianditu(KEY, service, fake.url).geocode("幸福宾馆")
    assert two is not None
    assert (two.latitude, two.longitude) == HOTEL
    assert AmapPlaces(KEY, service, fake.url).geocode("别处") is None
    assert Tianditu(KEY, service, fake.url).geocode("别处") is None


def test_a_name_with_everything_in_it_reaches_the_service_as_it_was_typed(fake: Fake) -> None:
    from urllib.parse import parse_qs, urlsplit

    search("amap", fake).find('a&key=x#"é 宾馆')
    asked = parse_qs(urlsplit(fake.asked[0]).query)
    assert asked["keywords"] == ['a&key=x#"é 宾馆']
    assert asked["key"] == [KEY]
