"""What people paste: coordinates as they stand on a card, links as map apps share them, and things that are neither."""

# ruff: noqa: RUF001  # marks that people write

import math

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from jz_travel.domain.own_places import EAST, NORTH, SOUTH, WEST
from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.export.links import open_in
from jz_travel.roads.datum import bd09_of_wgs84, gcj02_of_wgs84
from jz_travel.roads.map_links import Datum
from jz_travel.roads.mercator import bd09_of_metres
from jz_travel.roads.pasted import Doubt, Pasted, Unreadable, in_datum, read, wgs84_of

HERE = (35.2188, 113.2456)
GCJ, BD = gcj02_of_wgs84(*HERE), bd09_of_wgs84(*HERE)
G, G_LON = f"{GCJ.lat:.6f},{GCJ.lon:.6f}", f"{GCJ.lon:.6f},{GCJ.lat:.6f}"
B = f"{BD.lat:.6f},{BD.lon:.6f}"
TRACKING = "&utm_source=wechat&fbclid=IwAR0&spm=1000.2115&_t=123#!/share"


def metres_off(found: Pasted | Unreadable) -> float:
    assert isinstance(found, Pasted), found
    return float(geodesic((found.lat, found.lon), HERE).meters)


@pytest.mark.parametrize(
    "text",
    [
        "35.2188, 113.2456",
        " 35.2188 113.2456 ",
        "35.2188，113.2456",
        "（35.2188、113.2456）",
        "35.2188N 113.2456E",
        "N35.2188° E113.2456°",
        "35°13′7.68″N 113°14′44.16″E",
        "35°13'7.68\"N, 113°14'44.16\"E",
        "北纬35°13′7.68″ 东经113°14′44.16″",
        "北纬35度13分7.68秒，东经113度14分44.16秒",
        "35 13 7.68 N, 113 14 44.16 E",
        "纬度：35.2188，经度：113.2456",
        "lat: 35.2188, lng: 113.2456",
        "Latitude=35.2188 Longitude=113.2456",
        "GPS坐标: 35.2188;113.2456",
        "３５．２１８８，１１３．２４５６",
    ],
)
def test_coordinates_as_people_write_them(text: str) -> None:
    found = read(text)
    assert metres_off(found) < 1
    assert isinstance(found, Pasted)
    assert found.doubt is Doubt.DATUM


@pytest.mark.parametrize("text", ["113.2456, 35.2188", "113.2456 35.2188"])
def test_longitude_first_is_turned_round_and_said(text: str) -> None:
    found = read(text)
    assert metres_off(found) < 1
    assert isinstance(found, Pasted)
    assert found.doubt is Doubt.TURNED_ROUND


@pytest.mark.parametrize("text", ["东经113.2456 北纬35.2188", "113.2456E 35.2188N", "lon 113.2456 lat 35.2188"])
def test_longitude_first_with_its_name_is_no_doubt_at_all(text: str) -> None:
    assert metres_off(read(text)) < 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Unreadable.NOTHING),
        ("云台山", Unreadable.NOTHING),
        ("解放中路 128 号", Unreadable.NOTHING),
        ("35.2188", Unreadable.NOTHING),
        ("2026-10-01", Unreadable.NOTHING),
        ("1,2,3", Unreadable.NOTHING),
        ("35°75′N 113°14′E", Unreadable.NOTHING),
        ("35.2N 113.2N", Unreadable.NOTHING),
        ("电话 0391-7709300, 113", Unreadable.NOTHING),
        ("39.9087, 116.3975", Unreadable.OFF_THE_MAP),
        ("48.8584, 2.2945", Unreadable.OFF_THE_MAP),
        ("-35.2188, 113.2456", Unreadable.OFF_THE_MAP),
        ("35.2188S 113.2456E", Unreadable.OFF_THE_MAP),
        ("0, 0", Unreadable.OFF_THE_MAP),
        ("geo:35.2188,113.2456;crs=bd09", Unreadable.NO_POSITION),
        ("geo:0,0?q=焦作", Unreadable.NO_POSITION),
        ("geo:", Unreadable.NOTHING),
        ("【幸福宾馆】https://surl.amap.com/4Fz0aXb9", Unreadable.SHORT_LINK),
        ("https://j.map.baidu.com/f8/abc", Unreadable.SHORT_LINK),
        ("https://maps.app.goo.gl/AbCd", Unreadable.SHORT_LINK),
        ("https://goo.gl/maps/AbCd", Unreadable.SHORT_LINK),
        ("https://maps.apple/p/AbCd", Unreadable.SHORT_LINK),
        ("https://www.amap.com/place/B0FFHJ1Y2P", Unreadable.NO_POSITION),
        ("https://www.google.com/maps/place/Jiaozuo", Unreadable.NO_POSITION),
        ("https://www.openstreetmap.org/node/123", Unreadable.NO_POSITION),
        ("https://map.baidu.com/@99999999999,1,13z", Unreadable.NO_POSITION),
        ("https://www.google.com/search?q=35.2,113.2", Unreadable.OTHER_SITE),
        ("https://evil.example/?q=35.2188,113.2456", Unreadable.OTHER_SITE),
        ("https://amap.com.evil.example/?position=113.2,35.2", Unreadable.OTHER_SITE),
        ("https://uri.amap.com/marker?position=116.397,39.909", Unreadable.OFF_THE_MAP),
        ("https://maps.apple.com/?ll=999,999", Unreadable.OFF_THE_MAP),
        ("http://[::1", Unreadable.OTHER_SITE),
    ],
)  # fmt: skip
def test_what_is_no_place_on_the_map_is_refused_with_its_reason(text: str, why: Unreadable) -> None:
    assert read(text) is why


@pytest.mark.parametrize(
    "link",
    [
        f"https://uri.amap.com/marker?position={G_LON}&name=%E5%B9%B8%E7%A6%8F&coordinate=gaode{TRACKING}",
        f"https://uri.amap.com/marker?position={HERE[1]},{HERE[0]}&coordinate=wgs84",
        f"https://uri.amap.com/navigation?from=113.1,35.1,a&to={G_LON},hotel&mode=car",
        f"https://wb.amap.com/?p=B017,{G},%E5%B9%B8%E7%A6%8F,addr{TRACKING}",
        f"https://www.amap.com/regeo?lng={GCJ.lon}&lat={GCJ.lat}",
        f"androidamap://viewMap?sourceApplication=x&poiname=h&lat={GCJ.lat}&lon={GCJ.lon}&dev=0",
        f"iosamap://viewMap?sourceApplication=x&lat={HERE[0]}&lon={HERE[1]}&dev=1",
        f"https://api.map.baidu.com/marker?location={B}&title=h&content=c&output=html&src=x{TRACKING}",
        f"https://api.map.baidu.com/marker?location={G}&coord_type=gcj02&title=h",
        f"https://map.baidu.com/?latlng={B}&title=h&autoOpen=true",
        f"baidumap://map/marker?location={HERE[0]},{HERE[1]}&coord_type=wgs84&title=h",
        f"baidumap://map/direction?destination=name:hotel|latlng:{B}&mode=driving",
        f"https://apis.map.qq.com/uri/v1/marker?marker=coord:{G};title:h;addr:a&referer=x{TRACKING}",
        f"https://apis.map.qq.com/uri/v1/marker?marker=coord:{HERE[0]},{HERE[1]};title:h&coord_type=1&referer=x",
        f"https://map.qq.com/?type=marker&pointx={GCJ.lon}&pointy={GCJ.lat}&name=h",
        f"qqmap://map/routeplan?type=drive&to=h&tocoord={G}",
        f"https://www.google.com/maps/place/X/@35.3,113.4,17z/data=!3m1!4b1!8m2!3d{GCJ.lat}!4d{GCJ.lon}?entry=ttu",
        f"https://www.google.com.hk/maps/@{G},15z",
        f"https://www.google.com/maps/search/?api=1&query={G.replace(',', '%2C')}",
        f"https://maps.google.com/?q=loc:{G}",
        f"https://www.google.com/maps/dir//{G}/",
        f"https://maps.apple.com/?ll={G}&q=h&t=m",
        f"https://maps.apple.com/place?coordinate={G}&name=h",
        f"maps://?daddr={G}",
        f"https://www.openstreetmap.org/?mlat={HERE[0]}&mlon={HERE[1]}#map=15/35.3/113.3",
        f"https://www.openstreetmap.org/#map=17/{HERE[0]}/{HERE[1]}",
        f"geo:{HERE[0]},{HERE[1]};u=35?z=16",
        f"geo:0,0?q={HERE[0]},{HERE[1]}(Hotel)",
        f"我在这里：https://uri.amap.com/marker?position={G_LON} ，来吧！",
    ],
)  # fmt: skip
def test_links_lead_to_the_same_door_whoever_made_them(link: str) -> None:
    found = read(link)
    assert metres_off(found) < 1
    assert isinstance(found, Pasted)
    assert found.doubt is None


def test_a_link_with_its_angles_exchanged_is_turned_round_and_said() -> None:
    found = read(f"https://uri.amap.com/marker?position={G}")
    assert metres_off(found) < 1
    assert isinstance(found, Pasted)
    assert found.doubt is Doubt.TURNED_ROUND


def test_a_name_in_a_link_comes_along() -> None:
    found = read(f"https://uri.amap.com/marker?position={G_LON}&name=%E5%B9%B8%E7%A6%8F%E5%AE%BE%E9%A6%86")
    assert isinstance(found, Pasted)
    assert (found.name, found.service, found.datum) == ("幸福宾馆", "amap", Datum.GCJ02)


def test_openstreetmaps_short_links_are_read_without_asking_anybody() -> None:
    lat, lon = HERE
    x, y = int((lon + 180) / 360 * 2**32), int((lat + 90) / 180 * 2**32)
    bits = "".join(f"{x:032b}"[at] + f"{y:032b}"[at] for at in range(32))
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~"
    code = "".join(letters[int(bits[start : start + 6], 2)] for start in range(0, 60, 6))
    assert metres_off(read(f"https://osm.org/go/{code}--?m=")) < 5


def test_baidus_metres_are_degrees_as_its_page_reckons_them() -> None:
    # The forward polynomial of the page's script, for the band of 30° to 45° N: another set of figures.
    factors = (51751.86112841131, 3796837.749470245, 992013.7397791013, -1221952.21711287, 1340652.697009075,
               -620943.6990984312, 144416.9293806241)  # fmt: skip
    easting = 0.00220636496208 + 111320.7020209128 * BD.lon
    northing = sum(factor * (BD.lat / 37.5) ** power for power, factor in enumerate(factors))
    there = bd09_of_metres(easting, northing)
    assert math.hypot(there.lat - BD.lat, there.lon - BD.lon) * 111_000 < 0.1
    link = f"https://map.baidu.com/poi/%E5%B9%B8%E7%A6%8F/@{easting:.2f},{northing:.2f},13z?uid=1"
    assert metres_off(read(link)) < 1


TEN = ("yuntaishan", "qingtianhe", "shennongshan", "chenjiagou", "jiayingguan", "jiaozuo_rail", "cgo", "stay_city",
       "dashahe", "fengshan")  # fmt: skip


@pytest.mark.parametrize("name", TEN)
def test_a_known_place_comes_back_from_every_service_it_is_handed_to(catalogue: Catalogue, name: str) -> None:
    place = catalogue[PlaceId(name)]
    position = catalogue.position_of(place)
    assert position is not None
    for link in open_in(place, position):
        found = read(link.url)
        assert isinstance(found, Pasted), link
        assert geodesic((found.lat, found.lon), (position.lat, position.lon)).meters < 1, link
    for datum in Datum:
        there = in_datum(position.lat, position.lon, datum)
        back = wgs84_of(there.lat, there.lon, datum)
        assert geodesic((back.lat, back.lon), (position.lat, position.lon)).meters < 0.01


def test_bare_figures_can_be_taken_for_those_of_another_map() -> None:
    found = read(f"{BD.lat}, {BD.lon}")
    assert isinstance(found, Pasted)
    assert metres_off(found) > 500
    assert metres_off(found.taken_as(Datum.BD09)) < 1
    assert metres_off(found.taken_as(Datum.BD09).taken_as(Datum.WGS84)) > 500


@given(st.text(max_size=200))
def test_no_text_at_all_breaks_the_reader(text: str) -> None:
    found = read(text)
    assert isinstance(found, Unreadable) or (SOUTH <= found.lat <= NORTH and WEST <= found.lon <= EAST)


@given(
    st.sampled_from(["https://uri.amap.com/marker?", "https://map.baidu.com/", "https://www.google.com/maps/",
                     "https://apis.map.qq.com/uri/v1/marker?", "geo:", "https://osm.org/go/", "https://maps.apple.com/?"]),
    st.text("0123456789.,;:@!/?&=%#+-abcdelnopqrst", max_size=60),
)  # fmt: skip
def test_no_link_breaks_the_reader(start: str, rest: str) -> None:
    found = read(start + rest)
    assert isinstance(found, Unreadable) or (SOUTH <= found.lat <= NORTH and WEST <= found.lon <= EAST)
