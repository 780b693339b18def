"""What is kept of visitors is numbers of a fixed list; the PIN is nowhere in clear and cannot be tried quickly."""

from datetime import date
from pathlib import Path

import pytest

from jz_travel.kiosk.counts import Counts, as_csv, read_counts
from jz_travel.kiosk.pin import PinGuard, hashed

DAY = date(2026, 10, 1)
KNOWN = {"language": ["en", "ko"], "planned": ["yuntaishan"]}


def test_counts_survive_and_small_groups_are_never_given_out(tmp_path: Path) -> None:
    file = tmp_path / "counts.json"
    counts = Counts(KNOWN, file)
    for _ in range(5):
        counts.add(DAY, "language", "en")
    counts.add(DAY, "language", "ko")
    counts.save()
    again = Counts(KNOWN, file)
    again.add(DAY, "language", "en")
    again.save()
    assert again.total("language", "en") == 6
    said = as_csv(read_counts(file), 5).decode("utf-8-sig")
    assert said.splitlines() == ["day,kind,item,number", "2026-10-01,language,en,6"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"days": {"x": {"language": {"en": 1}}}}', b'{"days": 3}'])
def test_a_broken_file_counts_nothing_and_stops_nobody(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "counts.json"
    file.write_bytes(content)
    counts = Counts(KNOWN, file)
    counts.add(DAY, "language", "en")
    counts.save()
    assert [each.number for each in read_counts(file)] == [1]


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def test_after_three_wrong_tries_each_next_one_takes_longer_even_after_a_restart(tmp_path: Path) -> None:
    clock, file, pin = Clock(), tmp_path / "pin.json", hashed("4711")
    guard = PinGuard(pin, file, clock)
    assert [guard.opens(wrong) for wrong in ("0000", "1111", "2222")] == [False] * 3
    again = PinGuard(pin, file, clock)
    assert again.wait() == 30
    assert not again.opens("4711")
    clock.now += 31
    assert not again.opens("3333")
    assert again.wait() == 60
    clock.now += 61
    assert again.opens("4711")
    assert again.wait() == 0


def test_turning_the_clock_back_shortens_no_wait(tmp_path: Path) -> None:
    clock = Clock()
    guard = PinGuard(hashed("4711"), tmp_path / "pin.json", clock)
    for _ in range(3):
        guard.opens("0000")
    clock.now -= 500_000
    assert guard.wait() == 30
    clock.now += 31
    assert guard.opens("4711")


def test_without_a_pin_there_is_no_way(tmp_path: Path) -> None:
    assert not PinGuard("", tmp_path / "pin.json", Clock()).opens("")


@pytest.mark.parametrize("pin", ["", "123", "12a4", "\uff11\uff12\uff13\uff14", "1234567890123"])
def test_what_is_no_pin_is_not_taken_as_one(pin: str) -> None:
    with pytest.raises(ValueError, match="digits"):
        hashed(pin)
