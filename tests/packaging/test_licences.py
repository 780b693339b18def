"""What is shipped may be shipped, and everybody who made a part of it is named."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

BUNDLE = Path(__file__).resolve().parents[2] / "packaging" / "bundle"
sys.path.insert(0, str(BUNDLE))
import licences  # noqa: E402
import sbom  # noqa: E402
from licence_names import is_allowed, plain_name  # noqa: E402

sys.path.remove(str(BUNDLE))


@pytest.fixture(scope="module")
def found() -> list[licences.Part]:
    return licences.parts()


def test_every_part_has_a_licence_that_goes_with_ours(found: list[licences.Part]) -> None:
    assert licences.refused(found) == []


def test_parts_that_no_tool_sees_are_there_as_well(found: list[licences.Part]) -> None:
    names = {part.name.split(",")[0] for part in found}
    assert {"Qt", "Chromium", "CPython", "folium", "pyvrp", "leaflet/leaflet.js", "maps/lines.toml"} <= names


def test_what_wheels_list_as_inside_them_is_named(found: list[licences.Part]) -> None:
    inside = {part.name: part.note for part in found if part.note.startswith("Inside ")}
    assert inside["krilla"] == "Inside typst."  # what writes Typst's PDF
    assert "cyrus-sasl-lib" not in inside  # told by hand, because the list knows no licence of it


def test_a_part_in_a_wheel_without_a_licence_fails_the_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    unknown = ("mystery", "1", "", "", "")
    monkeypatch.setattr(licences, "listed", lambda package: [unknown] if package == "typst" else [])
    assert [part.name for part in licences.refused(licences.parts())] == ["mystery"]


def test_no_part_comes_without_its_version_except_maps(found: list[licences.Part]) -> None:
    unknown = [part.name for part in found if not part.version and part.kind != "data"]
    assert set(unknown) <= {"PyInstaller's bootloader"}  # which is not where tests run


@pytest.mark.parametrize(
    "forbidden",
    ["GPL-2.0-only", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "SSPL-1.0", "Proprietary", "", "MIT AND BUSL-1.1", "MIT)", "(MIT"],
)
def test_a_licence_that_does_not_go_with_ours_is_refused(forbidden: str) -> None:
    assert not is_allowed(forbidden)


@pytest.mark.parametrize(
    "allowed",
    ["MIT", "GPL-2.0-only OR LGPL-3.0-only", "(SSPL-1.0 OR Apache-2.0) AND MIT", "GPL-3.0-or-later WITH X-exception"],
)
def test_one_allowed_choice_is_enough(allowed: str) -> None:
    assert is_allowed(allowed)


def test_a_part_under_a_forbidden_licence_fails_the_audit(found: list[licences.Part]) -> None:
    stranger = licences.Part("stranger", "1", "CC-BY-NC-4.0")
    assert licences.refused([*found, stranger]) == [stranger]


def test_older_names_of_licences_are_understood() -> None:
    assert plain_name({"License": "Apache License, Version 2.0"}) == "Apache-2.0"
    assert plain_name("CC BY 4.0 AND GPL-3.0") == "CC-BY-4.0 AND GPL-3.0-only"


def test_the_notices_name_every_part_and_say_each_text_once(found: list[licences.Part]) -> None:
    text = licences.notices(found)
    assert [part.name for part in found if part.name not in text] == []
    assert text.count("GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3") == 1


def test_the_list_of_parts_is_the_same_each_time(found: list[licences.Part]) -> None:
    day = datetime(2026, 11, 23, tzinfo=UTC)
    once, again = (json.dumps(sbom.document(found, day)) for _ in range(2))
    assert once == again
    listed = json.loads(once)
    assert len(listed["components"]) == len(found)
    assert len({each["bom-ref"] for each in listed["components"]}) == len(found)
