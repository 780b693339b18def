"""Addresses of online maps: complete, of the right tile, and refused when they are none."""

import pytest

from jz_travel.domain.failures import Failure
from jz_travel.mapping.bases import ONLINE_MAPS, own_map, tile_address, what_is_wrong


@pytest.mark.parametrize(
    "address",
    [
        "https://tiles.example/{z}/{x}/{y}.png",
        "https://{s}.tiles.example/{z}/{x}/{-y}.jpg?style=a",
        "http://127.0.0.1:8080/wmts/{TileMatrix}/{TileRow}/{TileCol}",
        "  https://tiles.example/{z}/{x}/{y}  ",
    ],
)
def test_an_address_of_tiles_is_taken(address: str) -> None:
    assert what_is_wrong(address) == ""
    assert "{" not in tile_address(own_map(address).layers[0], 10, 834, 404)


@pytest.mark.parametrize(
    "address",
    [
        "", "tiles", "ftp://tiles.example/{z}/{x}/{y}", "file:///etc/{z}/{x}/{y}", "https:///{z}/{x}/{y}",
        "javascript:alert({z},{x},{y})", "https://tiles.example/{z}/{x}", "https://tiles.example/{z}/{x}/{y}/{q}",
        "https://{z}.example/{x}/{y}", "https://tiles.example:99999/{z}/{x}/{y}", "https://[::1/{z}/{x}/{y}",
        "https://tiles.example/{z}/{x}/{y}" + "a" * 2000, "jz://app/{z}/{x}/{y}",
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_what_is_missing(address: str) -> None:
    with pytest.raises(Failure) as refused:
        own_map(address)
    assert refused.value.detail


def test_tiles_count_from_the_north_or_from_the_south() -> None:
    assert tile_address("https://a/{z}/{x}/{y}", 10, 834, 404) == "https://a/10/834/404"
    assert tile_address("https://a/{z}/{x}/{-y}", 10, 834, 404) == "https://a/10/834/619"


def test_tianditu_needs_a_key_which_stands_only_in_the_address() -> None:
    tianditu = next(each for each in ONLINE_MAPS if each.id == "tianditu")
    address = tile_address(tianditu.layers[0], 10, 834, 404, "SECRET")
    assert tianditu.needs_key
    assert address.startswith("https://t")
    assert address.endswith("tilematrix=10&tilecol=834&tilerow=404&tk=SECRET")
    assert len(tianditu.layers) == 2  # the names lie above


def test_every_online_map_is_credited_and_asked_over_https() -> None:
    for each in ONLINE_MAPS:
        assert each.credit.startswith("©")
        assert all(layer.startswith("https://") for layer in each.layers)
