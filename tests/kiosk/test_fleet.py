"""The bureau's store hears of each screen, and of each day once."""

from datetime import UTC, date, datetime
from pathlib import Path

from jz_travel.desk import Desk
from jz_travel.desk.copy import read_copy
from jz_travel.domain.holidays import Announcement
from jz_travel.domain.places import PlaceId
from jz_travel.kiosk.counts import Count
from jz_travel.kiosk.fleet import hear_bureau, tell_bureau

TODAY = date(2026, 10, 8)
COUNTS = (
    Count(date(2026, 10, 7), "planned", "yuntaishan", 12),
    Count(date(2026, 10, 7), "planned", "beidasi", 2),
    Count(TODAY, "planned", "yuntaishan", 9),
)


def test_each_day_is_told_once_when_it_is_over_and_small_numbers_never(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'desk.sqlite'}"
    for _ in range(2):
        tell_bureau(url, "north hall", ("0.1.0", "5 (2026-10-01)"), COUNTS, 5, TODAY)
    with Desk.open(url) as desk:
        (kiosk,) = desk.kiosks()
        told = [(each.kiosk, each.day, each.what, each.n) for each in desk.counts(date(2026, 10, 1), TODAY)]
    assert (kiosk.name, kiosk.version, kiosk.data_version) == ("north hall", "0.1.0", "5 (2026-10-01)")
    assert datetime.now(UTC) >= kiosk.last_seen
    assert told == [("north hall", date(2026, 10, 7), "planned yuntaishan", 12)]


def test_what_the_bureau_closes_is_heard_once(tmp_path: Path) -> None:
    url, copy = f"sqlite:///{tmp_path / 'desk.sqlite'}", tmp_path / "copy.json"
    closed = Announcement(
        "closure", date(2026, 10, 1), date(2026, 10, 3), "Rockfall", "the bureau", PlaceId("yuntaishan")
    )
    with Desk.open(url) as desk:
        desk.put([closed], "the bureau", "closed for repairs")
    assert hear_bureau(url, copy)
    assert [each.place for each in read_copy(copy).closures] == [PlaceId("yuntaishan")]
    assert not hear_bureau(url, copy)
