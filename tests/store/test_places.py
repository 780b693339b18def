"""The catalogue that people write."""

from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.places import Catalogue, Kind, PlaceId
from jz_travel.domain.texts import Language, SourceId
from jz_travel.resources import assets
from jz_travel.store.places import read_catalogue
from jz_travel.store.statistics import read_sources
from tests.store.small_city import GORGE_PARK, MUSEUM, NAMES, RED_GORGE, SOURCES, a_folder


def a_catalogue(folder: Path, **places: str) -> Catalogue:
    catalogue, failures = read_catalogue(a_folder(folder, **places))
    assert failures == ()
    return catalogue


@pytest.fixture(scope="module")
def jiaozuo() -> Catalogue:
    catalogue, failures = read_catalogue(assets())
    assert failures == ()
    return catalogue


def test_the_shipped_catalogue_has_no_mistakes_and_every_headline_of_the_city(jiaozuo: Catalogue) -> None:
    for name in ("yuntaishan", "qingtianhe", "shennongshan", "chenjiagou", "jiayingguan"):
        assert jiaozuo[PlaceId(name)].tier == 1
    assert len(jiaozuo) > 120


def test_every_county_has_a_town_to_count_from(jiaozuo: Catalogue) -> None:
    for place in jiaozuo:
        if place.county != "outside":
            seat = jiaozuo.county_seat(place)
            assert seat is not None
            assert jiaozuo[seat].position is not None


def test_no_shipped_photo_slot_names_a_file_that_is_not_there(jiaozuo: Catalogue) -> None:
    for place in jiaozuo:
        for photo in place.photos:
            assert (assets() / "photos" / photo.file).is_file()


def test_a_place_is_read_with_all_that_its_file_says(tmp_path: Path) -> None:
    park = a_catalogue(tmp_path / "a", big_park=GORGE_PARK)[PlaceId("big_park")]
    assert park.kind is Kind.MOUNTAIN_AREA
    assert park.name.zh_hans == "大山景区"
    assert park.name.in_("zh-Hant") == "大山景区"
    assert park.position is not None
    assert park.position.within_m == 700
    assert [ticket.price for ticket in park.tickets] == [120, "half"]
    assert park.hours.assumed is False
    assert park.hours.openings[0].evidence is not None
    assert park.hours.openings[0].evidence.source == SourceId("gate")


def test_a_source_is_called_alike_in_every_language_unless_its_title_has_languages(tmp_path: Path) -> None:
    files = a_folder(tmp_path / "a", museum=MUSEUM)
    in_two = 'title = { zh-Hans = "一篇博客", zh-Hant = "一篇部落格", en = "A blog" }'
    (files / "sources.toml").write_text(SOURCES.replace('title = "A blog"', in_two), "utf-8")
    catalogue, failures = read_catalogue(files)
    assert failures == ()
    board, blog = (catalogue.source_by_id[SourceId(name)].title for name in ("gate", "hearsay"))
    languages = get_args(Language)
    assert {board.in_(language) for language in languages} == {"A board at the gate"}
    chinese = {"zh-Hans": "一篇博客", "zh-Hant": "一篇部落格"}
    assert {each: blog.in_(each) for each in languages} == {each: chinese.get(each, "A blog") for each in languages}
    assert read_sources(files / "sources.toml")[0] == catalogue.source_by_id


def test_seasons_closures_and_last_entries_count_on_their_days(tmp_path: Path) -> None:
    park = a_catalogue(tmp_path / "a", big_park=GORGE_PARK)[PlaceId("big_park")]
    (summer,) = park.hours.on(date(2026, 7, 1))
    assert (summer.opens, summer.last_entry) == (hours(6, 30), hours(17, 30))
    (winter,) = park.hours.on(date(2027, 1, 15))
    assert winter.opens == hours(7)
    assert park.hours.on(date(2026, 12, 6)) == ()


def test_a_season_to_28_february_holds_on_the_leap_day(tmp_path: Path) -> None:
    park = a_catalogue(tmp_path / "a", big_park=GORGE_PARK)[PlaceId("big_park")]
    assert len(park.hours.on(date(2028, 2, 29))) == 1


def test_a_place_that_tells_nothing_has_the_usual_hours_and_visit_of_its_kind_marked_as_assumed(tmp_path: Path) -> None:
    museum = a_catalogue(tmp_path / "a", museum=MUSEUM)[PlaceId("museum")]
    assert museum.hours.assumed
    assert museum.visit.assumed
    assert museum.visit.usual == minutes(90)
    assert museum.hours.on(date(2026, 7, 1))[0].opens == hours(9)
    assert not museum.outdoor


def test_a_sight_behind_a_gate_is_open_when_the_gate_is(tmp_path: Path) -> None:
    catalogue = a_catalogue(tmp_path / "a", big_park=GORGE_PARK, red_gorge=RED_GORGE)
    gorge, park = catalogue[PlaceId("red_gorge")], catalogue[PlaceId("big_park")]
    assert gorge.hours.openings == park.hours.openings
    assert not gorge.hours.assumed
    assert gorge.hours.on(date(2026, 12, 5)) == ()


def test_a_sight_with_hours_of_its_own_keeps_them_but_closes_with_its_area(tmp_path: Path) -> None:
    night_show = RED_GORGE + '[[hours]]\nopens = "19:00"\ncloses = "24:00"\nsource = "gate"\n'
    catalogue = a_catalogue(tmp_path / "a", big_park=GORGE_PARK, night_show=night_show)
    show = catalogue[PlaceId("night_show")]
    assert show.hours.on(date(2026, 7, 1))[0].closes == hours(24)
    assert show.hours.on(date(2026, 12, 5)) == ()


def test_a_sight_whose_area_tells_no_hours_has_the_usual_ones_of_its_own_kind(tmp_path: Path) -> None:
    park = 'kind = "mountain_area"\ncounty = "xiuwu"\n' + NAMES.format("大山")
    gorge = a_catalogue(tmp_path / "a", big_park=park, red_gorge=RED_GORGE)[PlaceId("red_gorge")]
    assert gorge.hours.assumed
    assert gorge.hours.on(date(2026, 7, 1))[0].opens == hours(8)


@pytest.mark.parametrize("kind", ["station", "town", "stay"])
def test_a_bed_a_town_and_a_station_can_be_reached_at_any_hour_and_that_is_no_guess(tmp_path: Path, kind: str) -> None:
    base = f'kind = "{kind}"\ncounty = "xiuwu"\narea = "big_park"\n' + NAMES.format("站")
    place = a_catalogue(tmp_path / "a", big_park=GORGE_PARK, base=base)[PlaceId("base")]
    assert place.hours.on(date(2026, 7, 1))[0].closes == timedelta(days=1)
    assert not place.hours.assumed


def test_a_village_street_is_always_open_as_far_as_we_assume(tmp_path: Path) -> None:
    village = 'kind = "village"\ncounty = "xiuwu"\n' + NAMES.format("村")
    place = a_catalogue(tmp_path / "a", village=village)[PlaceId("village")]
    assert place.hours.always
    assert place.hours.assumed


def test_a_visit_of_which_only_the_range_is_known_is_planned_with_the_usual_time_inside_it(tmp_path: Path) -> None:
    quick = MUSEUM + '[visit]\nshort = 15\nlong = 40\nsource = "gate"\n'
    visit = a_catalogue(tmp_path / "a", museum=quick)[PlaceId("museum")].visit
    assert (visit.short, visit.usual, visit.long) == (minutes(15), minutes(40), minutes(40))
    assert visit.assumed


def test_a_visit_of_which_only_the_usual_time_is_known_is_not_assumed(tmp_path: Path) -> None:
    long = MUSEUM + '[visit]\nusual = 200\nsource = "gate"\n'
    visit = a_catalogue(tmp_path / "a", museum=long)[PlaceId("museum")].visit
    assert (visit.short, visit.usual, visit.long) == (minutes(45), minutes(200), minutes(200))
    assert not visit.assumed


def test_a_date_may_be_written_with_or_without_quotes(tmp_path: Path) -> None:
    bare = GORGE_PARK.replace('"2026-12-05"', "2026-12-05")
    park = a_catalogue(tmp_path / "a", big_park=bare)[PlaceId("big_park")]
    assert park.hours.closures[0].first == date(2026, 12, 5)


def test_a_file_of_a_windows_editor_is_read_like_any_other(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "a")
    windows = ("\ufeff" + MUSEUM).replace("\n", "\r\n").encode()
    (folder / "places" / "museum.toml").write_bytes(windows)
    catalogue, failures = read_catalogue(folder)
    assert failures == ()
    assert PlaceId("museum") in catalogue


def test_places_come_in_the_same_order_whatever_the_disk_says(tmp_path: Path) -> None:
    catalogue = a_catalogue(tmp_path / "a", museum=MUSEUM, big_park=GORGE_PARK, red_gorge=RED_GORGE)
    assert [place.id for place in catalogue] == ["big_park", "museum", "red_gorge"]


def test_a_folder_that_is_called_like_a_file_is_named(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "a", big_park=GORGE_PARK)
    (folder / "places" / "museum.toml").mkdir()
    catalogue, failures = read_catalogue(folder)
    assert [failure.file for failure in failures] == [folder / "places" / "museum.toml"]
    assert PlaceId("big_park") in catalogue
