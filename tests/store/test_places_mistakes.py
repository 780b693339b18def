"""A mistake in one file is named with its field, and costs that place only."""

import re
import shutil
from pathlib import Path

import pytest

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import Kind, PlaceId
from jz_travel.resources import assets
from jz_travel.store.checks import check_icons, check_manifest, check_themes
from jz_travel.store.kinds import read_kinds
from jz_travel.store.place_fields import PlaceFields
from jz_travel.store.places import read_catalogue
from jz_travel.store.toml import read_toml
from tests.store.small_city import GORGE_PARK, KINDS, MUSEUM, RED_GORGE, SOURCES, a_folder


def mistakes(folder: Path, text: str, name: str = "bad") -> list[str]:
    """The fields that are named when this file lies beside a right one, which must still be read."""
    files = a_folder(folder, museum=MUSEUM, big_park=GORGE_PARK)
    (files / "places" / f"{name}.toml").write_text(text, "utf-8")
    catalogue, failures = read_catalogue(files)
    assert {place.id for place in catalogue} == {"museum", "big_park"}
    assert {failure.file for failure in failures} == {files / "places" / f"{name}.toml"}
    assert all(failure.detail for failure in failures)
    return [failure.field for failure in failures]


@pytest.mark.parametrize(
    ("wrong", "right", "field"),
    [
        ("lat = 36.2", "lat = 35.42", "position.lat"),
        ("lat = 34.2", "lat = 35.42", "position.lat"),
        ("lon = 111.6", "lon = 113.42", "position.lon"),
        ("lon = nan", "lon = 113.42", "position.lon"),
        ("lon = inf", "lon = 113.42", "position.lon"),
        ('lon = "113.42"', "lon = 113.42", "position.lon"),
        ("within_m = 0", "within_m = 700", "position.within_m"),
        ('confidence = "sure"', 'confidence = "low"', "position.confidence"),
        ('kind = "volcano"', 'kind = "mountain_area"', "kind"),
        ('kind = "own"', 'kind = "mountain_area"', "kind"),
        ('county = "luoyang"', 'county = "xiuwu"', "county"),
        ('themes = ["nature", "shopping"]', 'themes = ["nature"]', "themes[1]"),
        ("tier = 5", "tier = 1", "tier"),
        ('opens = "6:30"', 'opens = "06:30"', "hours[0].opens"),
        ('opens = "25:00"', 'opens = "06:30"', "hours[0].opens"),
        ('opens = "19:30"', 'opens = "06:30"', "hours[0].closes"),
        ('last_entry = "19:30"', 'last_entry = "17:30"', "hours[0].last_entry"),
        ('from = "13-01"', 'from = "03-01"', "hours[0].from"),
        ('from = "02-30"', 'from = "03-01"', "hours[0]"),
        ("", 'from = "03-01"\n', "hours[0]"),
        ('from = "2026-12-08"', 'from = "2026-12-05"', "closures[0].to"),
        ('from = "2026-02-30"', 'from = "2026-12-05"', "closures[0].from"),
        ('price_cny = 120\nrule = "free"', "price_cny = 120", "tickets[0]"),
        ("", "price_cny = 120\n", "tickets[0]"),
        ("price_cny = -1", "price_cny = 120", "tickets[0].price_cny"),
        ('what = "helicopter"', 'what = "admission"', "tickets[0].what"),
        ("", 'en = "Adult"\n', "tickets[0].en"),
        ("", 'zh-Hans = "大山景区"\n', "name.zh-Hans"),
        ("", 'pinyin = "大山 Jǐngqū"\n', "name.pinyin"),
        ('en = ""', 'en = "大山"', "short.en"),
        ('zh-Hans = "一二三四五六七八九"', 'zh-Hans = "大山"', "short.zh-Hans"),
        ('why = "i\\u0007ce"', 'why = "ice"', "closures[0].why"),
        ('why = "i\\u202Ece"', 'why = "ice"', "closures[0].why"),
        ('sources = ["nobody"]', 'sources = ["gate"]', "position.sources[0]"),
        ('colour = "red"\ntier = 1', "tier = 1", "colour"),
        ('rating = "5A"\ntier = 1', "tier = 1", "rating_source"),
        ('area = "atlantis"\ntier = 1', "tier = 1", "area"),
        ('area = "bad"\ntier = 1', "tier = 1", "area"),
        ('area = "../etc/passwd"\ntier = 1', "tier = 1", "area"),
    ],
)
def test_one_wrong_field_is_named(tmp_path: Path, wrong: str, right: str, field: str) -> None:
    assert right in GORGE_PARK
    assert mistakes(tmp_path / "a", GORGE_PARK.replace(right, wrong, 1)) == [field]


def test_all_mistakes_of_a_file_are_named_at_once(tmp_path: Path) -> None:
    text = GORGE_PARK.replace("tier = 1", "tier = 9").replace("lat = 35.42", "lat = 3.5").replace("17:30", "5 pm")
    assert mistakes(tmp_path / "a", text) == ["hours[0].last_entry", "hours[1].closes", "position.lat", "tier"]


def test_a_source_that_nobody_lists_is_named_wherever_it_is_named(tmp_path: Path) -> None:
    text = re.sub(r'source = "\w+"', 'source = "nobody"', GORGE_PARK)
    named = mistakes(tmp_path / "a", text)
    assert named == [
        "closures[0].source",
        "hours[0].source",
        "hours[1].source",
        "tickets[0].source",
        "tickets[1].source",
    ]


@pytest.mark.parametrize(
    ("visit", "field"),
    [
        ('short = 90\nusual = 60\nsource = "gate"', "visit"),
        ("assumed = true", "visit"),
        ("usual = 60", "visit.source"),
        ('usual = 60\nassumed = true\nsource = "gate"', "visit.source"),
        ('usual = 0\nsource = "gate"', "visit.usual"),
        ('usual = 1.5\nsource = "gate"', "visit.usual"),
    ],
)
def test_a_visit_that_cannot_be_is_named(tmp_path: Path, visit: str, field: str) -> None:
    assert mistakes(tmp_path / "a", f"{MUSEUM}[visit]\n{visit}\n") == [field]


def test_an_area_inside_an_area_is_named(tmp_path: Path) -> None:
    files = a_folder(tmp_path / "a", big_park=GORGE_PARK, red_gorge=RED_GORGE)
    (files / "places" / "pool.toml").write_text(RED_GORGE.replace("big_park", "red_gorge"), "utf-8")
    catalogue, (failure,) = read_catalogue(files)
    assert failure.field == "area"
    assert {place.id for place in catalogue} == {"big_park", "red_gorge"}


def test_the_sights_of_an_area_whose_file_is_broken_stay_in_the_catalogue(tmp_path: Path) -> None:
    files = a_folder(tmp_path / "a", big_park="kind = ", red_gorge=RED_GORGE)
    catalogue, (failure,) = read_catalogue(files)
    assert failure.file == files / "places" / "big_park.toml"
    assert catalogue[PlaceId("red_gorge")].area is None


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"kind = \xff\xfe", Cause.NOT_TEXT),
        (b'kind = "museum"\nkind = "park"', Cause.NOT_JSON),
        (b"[name", Cause.NOT_JSON),
        (b"x = " + b"[" * 5000, Cause.NOT_JSON),
        (b"x" * 1_000_001, Cause.TOO_LARGE),
    ],
)
def test_a_file_that_is_no_toml_at_all_is_named(tmp_path: Path, content: bytes, cause: Cause) -> None:
    files = a_folder(tmp_path / "a", museum=MUSEUM)
    (files / "places" / "bad.toml").write_bytes(content)
    catalogue, (failure,) = read_catalogue(files)
    assert (failure.file, failure.cause) == (files / "places" / "bad.toml", cause)
    assert len(catalogue) == 1


@pytest.mark.parametrize("name", ["Museum2", "a-b", "2nd", "馆", "x" * 41])
def test_a_file_name_that_is_no_id_is_named(tmp_path: Path, name: str) -> None:
    assert mistakes(tmp_path / "a", MUSEUM, name) == ["id"]


def test_without_a_list_of_sources_the_places_are_still_there(tmp_path: Path) -> None:
    files = a_folder(tmp_path / "a", big_park=GORGE_PARK)
    (files / "sources.toml").write_text("[gate", "utf-8")
    catalogue, (failure,) = read_catalogue(files)
    assert failure.file == files / "sources.toml"
    assert len(catalogue) == 1


def test_a_wrong_source_is_named_and_the_places_that_use_it_stay(tmp_path: Path) -> None:
    files = a_folder(tmp_path / "a", big_park=GORGE_PARK)
    (files / "sources.toml").write_text(SOURCES.replace('tier = "A"', 'tier = "Z"'), "utf-8")
    catalogue, (failure,) = read_catalogue(files)
    assert failure.field == "gate.tier"
    assert len(catalogue) == 1
    assert [source.id for source in catalogue.sources] == ["hearsay"]


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ('""', "gate.title"),
        ("5", "gate.title"),
        ('{ zh-Hans = "大门告示牌" }', "gate.title.en"),
        ('{ en = "A board at the gate" }', "gate.title.zh-Hans"),
        ('{ zh-Hans = "大门告示牌", en = "" }', "gate.title.en"),
        ('{ zh-Hans = "大门告示牌", en = "A board", fr = "Un panneau" }', "gate.title.fr"),
    ],
)
def test_a_mistake_in_the_title_of_a_source_is_named_with_its_language(tmp_path: Path, title: str, field: str) -> None:
    files = a_folder(tmp_path / "a", big_park=GORGE_PARK)
    (files / "sources.toml").write_text(SOURCES.replace('"A board at the gate"', title), "utf-8")
    catalogue, (failure,) = read_catalogue(files)
    assert (failure.file, failure.field) == (files / "sources.toml", field)
    assert failure.detail
    assert [source.id for source in catalogue.sources] == ["hearsay"]


def test_a_folder_without_places_is_named(tmp_path: Path) -> None:
    catalogue, failures = read_catalogue(tmp_path)
    assert len(catalogue) == 0
    assert {failure.file for failure in failures} == {
        tmp_path / "kinds.toml",
        tmp_path / "sources.toml",
        tmp_path / "places",
    }


def test_without_the_list_of_kinds_places_keep_an_assumed_visit(tmp_path: Path) -> None:
    files = a_folder(tmp_path / "a", museum=MUSEUM)
    (files / "kinds.toml").unlink()
    catalogue, (failure,) = read_catalogue(files)
    assert failure.cause is Cause.MISSING
    assert catalogue[PlaceId("museum")].visit.assumed


def test_our_assumptions_name_every_kind() -> None:
    kinds, failures = read_kinds(assets() / "kinds.toml")
    assert failures == []
    assert all(kinds[kind].visit.assumed for kind in Kind)


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        ("[zoo]", "[zoos]", "zoos zoo"),
        ("[tomb]\nvisit = { short = 20", "[tomb]\nvisit = { short = 50", "tomb.visit"),
        ("outdoor = false", 'outdoor = "no"', "temple.outdoor"),
        ('opens = "08:30", closes = "17:30"', 'opens = "18:30", closes = "17:30"', "tai_chi.hours"),
    ],
)
def test_a_wrong_assumption_is_named(tmp_path: Path, right: str, wrong: str, field: str) -> None:
    assert right in KINDS
    file = tmp_path / "kinds.toml"
    file.write_text(KINDS.replace(right, wrong, 1), "utf-8")
    kinds, failures = read_kinds(file)
    assert [failure.field for failure in failures] == field.split()
    assert len(kinds) == len(Kind)


def test_a_missing_file_is_a_failure_and_no_exception(tmp_path: Path) -> None:
    fields, (failure,) = read_toml(tmp_path / "none.toml", PlaceFields)
    assert fields is None
    assert failure.cause is Cause.MISSING


def test_the_shipped_themes_and_icons_are_whole() -> None:
    assert [*check_themes(assets() / "themes"), *check_icons(assets() / "icons")] == []


def test_a_theme_without_a_colour_of_the_other_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "scale.toml").write_text("", "utf-8")
    for name in ("clear", "contrast"):
        (tmp_path / f"{name}.toml").write_text('[colour]\nink = "#102030"\nline = "#203040"\n', "utf-8")
    (tmp_path / "light.toml").write_text('[colour]\nink = "#102030"\nline = "red"\n', "utf-8")
    (tmp_path / "dark.toml").write_text('[colour]\nink = "#102030"\n', "utf-8")
    named = {(failure.file.name if failure.file else "", failure.field) for failure in check_themes(tmp_path)}
    assert named == {("dark.toml", "colour.line"), ("light.toml", "colour.line")}


def test_a_theme_without_a_drawing_of_the_other_ones_is_named(tmp_path: Path) -> None:
    themes = shutil.copytree(assets("themes"), tmp_path / "themes")
    (themes / "controls" / "dark-check.svg").unlink()
    assert [failure.file for failure in check_themes(themes)] == [themes / "controls" / "dark-check.svg"]


def test_an_icon_that_is_missing_or_cut_off_is_named(tmp_path: Path) -> None:
    icons = "[icon]\n" + "".join(f'{kind} = "dot"\n' for kind in Kind if kind not in (Kind.OWN, Kind.ZOO))
    (tmp_path / "kinds.toml").write_text(icons + 'volcano = "fire"\n', "utf-8")
    (tmp_path / "dot.svg").write_text("<svg><path/>", "utf-8")
    named = [(failure.file.name if failure.file else "", failure.field) for failure in check_icons(tmp_path)]
    assert named == [
        ("kinds.toml", "icon.volcano"),
        ("kinds.toml", "icon.volcano"),
        ("kinds.toml", "icon.zoo"),
        ("dot.svg", "line 1"),
    ]


def test_a_file_that_changed_after_its_manifest_was_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_bytes(b"1")
    digest = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"
    manifest = tmp_path / "manifest.json"
    manifest.write_text(f'{{"files": [{{"file": "a.js", "sha256": "{digest}"}}]}}', "utf-8")
    assert list(check_manifest(manifest)) == []
    (tmp_path / "a.js").write_bytes(b"2")
    assert [failure.field for failure in check_manifest(manifest)] == ["files.a.js"]


@pytest.mark.parametrize("text", ["", "[]", '{"files": 1}', '{"files": [{}]}'])
def test_a_manifest_that_is_none_is_named(tmp_path: Path, text: str) -> None:
    manifest = tmp_path / "manifest.json"
    manifest.write_text(text, "utf-8")
    assert [failure.file for failure in check_manifest(manifest)] == [manifest]


def test_a_failure_reads_as_file_field_and_mistake(tmp_path: Path) -> None:
    files = a_folder(tmp_path / "a", museum=MUSEUM.replace("jiefang", "nowhere"))
    (failure,) = read_catalogue(files)[1]
    assert isinstance(failure, Failure)
    assert str(failure).startswith(f"{files / 'places' / 'museum.toml'}: county: ")
