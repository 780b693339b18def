"""Every script of the page came with the program, is what it says it is, and has its licence beside it."""

import hashlib
import re

import pytest

from jz_travel.mapping.vendored import UnknownScriptError, local_address, manifest
from jz_travel.resources import assets

WEB = assets("web")


def test_no_vendored_file_was_changed_after_it_was_hashed() -> None:
    found = {each.file: hashlib.sha256((WEB / each.file).read_bytes()).hexdigest() for each in manifest(WEB)}
    assert found == {each.file: each.sha256 for each in manifest(WEB)}


def test_every_vendored_file_has_its_licence_text() -> None:
    assert [each.file for each in manifest(WEB) if not (WEB / each.licence_file).stat().st_size] == []


def test_nothing_is_loaded_that_the_manifest_does_not_name() -> None:
    with pytest.raises(UnknownScriptError, match="jquery"):
        local_address(manifest(WEB), "jquery")


def test_our_own_scripts_name_no_address_outside_the_program() -> None:
    outside = re.compile(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", re.IGNORECASE)
    own = [WEB / "jz_map.js", WEB / "jz_map.css", *(WEB / "map").glob("*.js")]
    found = {file.name: outside.findall(file.read_text("utf-8")) for file in own}
    allowed = "//www.w3.org"  # the name of the SVG vocabulary, which nobody fetches
    assert {name: hits for name, hits in found.items() if any(allowed not in hit for hit in hits)} == {}


def test_no_text_reaches_the_page_as_markup() -> None:
    dangerous = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function")
    own = [WEB / "jz_map.js", *(WEB / "map").glob("*.js")]
    assert [file.name for file in own if dangerous.search(file.read_text("utf-8"))] == []
