"""A trip file as it was always written, the same with something wrong in it, and what is said of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jz_travel.domain.failures import Failure
from jz_travel.store.trips import parse_trip

DATA = Path(__file__).parent / "data"
GOLDEN = DATA / "golden-autumn-v1.jztrip"


def golden() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(GOLDEN.read_text("utf-8"))
    return found


def with_change(change: Callable[[dict[str, Any]], object]) -> bytes:
    raw = golden()
    change(raw)
    return json.dumps(raw).encode()


def failure_of(content: bytes) -> Failure:
    with pytest.raises(Failure) as caught:
        parse_trip(content, Path("my.jztrip"))
    assert caught.value.file == Path("my.jztrip")
    return caught.value
