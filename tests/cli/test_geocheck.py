"""Staff compare positions with a geocoder; what they accept goes into the place's file, and nothing else changes."""

import io
import json
import shutil
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from jz_travel.cli.geocheck import TITLES
from jz_travel.cli.main import main
from jz_travel.domain.failures import Failure
from jz_travel.resources import assets
from jz_travel.store.corrections import Correction, corrected
from jz_travel.store.places import read_catalogue
from tests.roads.fake_services import HOTEL, Fake, fake_services

PLACE = "幸福宾馆"


@pytest.fixture
def fake() -> Iterator[Fake]:
    with fake_services() as found:
        yield found


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The catalogue in a folder of its own, with a hotel that stands 5 km off, and one that nobody has located."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "assets"
    for name in ("kinds.toml", "sources.toml"):
        folder.mkdir(exist_ok=True)
        shutil.copy(assets(name), folder / name)
    (folder / "places").mkdir()
    usual = assets("places", "stay_city.toml").read_text("utf-8")
    head, _, _ = usual.partition("[position]")
    head = head.replace(tomllib.loads(usual)["short"]["zh-Hans"], PLACE)
    position = (
        "[position]  # surveyed in a hurry\n"
        "lat = 35.26   # read off a paper map\n"
        "lon = 113.25\n"
        "within_m = 200\n"
        'what = "the gate"\n'
        'confidence = "high"\n'
        'sources = ["amap", "gauge"]\n\n'
        "# The end.\n"
    )
    (folder / "places" / "hotel.toml").write_text(head + position, "utf-8")
    (folder / "places" / "lost.toml").write_text(head, "utf-8")
    return folder


def run(city: Path, fake: Fake, *more: str) -> int:
    return main(["geocheck", "--assets", str(city), "--url", fake.url, *more])


def test_it_lists_what_differs_and_changes_nothing(city: Path, fake: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    before = {file: file.read_bytes() for file in city.rglob("*.toml")}
    assert run(city, fake, "--json") == 1
    found = {each["place"]: each for each in json.loads(capsys.readouterr().out)}
    assert found["hotel"]["verdict"] == "differs"
    assert found["hotel"]["metres"] == pytest.approx(4590, abs=50)
    assert found["lost"]["verdict"] == "no position"
    assert (found["lost"]["lat"], found["lost"]["lon"]) == HOTEL
    assert {file: file.read_bytes() for file in city.rglob("*.toml")} == before


def test_what_is_accepted_goes_into_the_file_and_the_rest_stays(
    city: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hotel = city / "places" / "hotel.toml"
    before = hotel.read_text("utf-8")
    lost = (city / "places" / "lost.toml").read_bytes()
    monkeypatch.setattr("sys.stdin", io.StringIO("y\nn\n"))
    run(city, fake, "--accept")
    after = hotel.read_text("utf-8")
    position = tomllib.loads(after)["position"]
    assert (position["lat"], position["lon"], position["sources"]) == (*HOTEL, ["geo_nominatim"])
    assert str(date.today().year) in position["note"]
    assert "35.26, 113.25" in position["note"]
    assert "# surveyed in a hurry" in after
    assert "# read off a paper map" in after
    assert after.endswith("# The end.\n")
    assert after.partition("[position]")[0] == before.partition("[position]")[0]
    assert (city / "places" / "lost.toml").read_bytes() == lost
    catalogue, wrong = read_catalogue(city)
    assert wrong == ()
    assert any(source.title == TITLES["nominatim"] for source in catalogue.sources)
    capsys.readouterr()
    run(city, fake, "hotel")
    assert "agrees" in capsys.readouterr().out


def test_a_place_without_a_position_gets_one(city: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    run(city, fake, "lost", "--accept")
    catalogue, wrong = read_catalogue(city)
    assert wrong == ()
    place = next(each for each in catalogue if each.id == "lost")
    assert place.position is not None
    assert (place.position.lat, place.position.lon) == HOTEL


def test_no_answer_at_all_is_no_yes(city: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {file: file.read_bytes() for file in city.rglob("*.toml")}
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    run(city, fake, "--accept")
    assert {file: file.read_bytes() for file in city.rglob("*.toml")} == before


def test_a_service_that_gives_up_ends_it_with_a_sentence(
    city: Path, fake: Fake, capsys: pytest.CaptureFixture[str]
) -> None:
    fake.trouble = 429
    assert run(city, fake) == 1
    assert "Nominatim" in capsys.readouterr().err


def test_a_service_without_its_key_is_not_asked(
    city: Path, fake: Fake, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JZ_TRAVEL_AMAP_KEY", raising=False)
    assert run(city, fake, "--service", "amap") == 1
    assert "JZ_TRAVEL_AMAP_KEY" in capsys.readouterr().err
    assert fake.asked == []


def test_an_unknown_place_is_called_that(city: Path, fake: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(city, fake, "atlantis") == 1
    assert "atlantis" in capsys.readouterr().err


def test_what_only_a_person_can_change_is_left_to_a_person() -> None:
    better = Correction(35.2, 113.2, 300, "x", "geo_amap", "t", date(2026, 11, 23))
    inline = 'kind = "stay"\nposition = { lat = 35.1, lon = 113.1 }\n'
    with pytest.raises(Failure):
        corrected(inline, better, Path("x.toml"))
    spread = '[position]\nlat = 35.1\nlon = 113.1\nsources = [\n  "amap",\n]\n'
    with pytest.raises(Failure):
        corrected(spread, better, Path("x.toml"))
