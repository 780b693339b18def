"""A service on the network is asked politely and never trusted; whatever it does, a person reads one sentence."""

import socket
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from jz_travel.domain.failures import Cause, Failure
from jz_travel.roads.online.cache import KEPT_SECONDS, Cache
from jz_travel.roads.online.client import USER_AGENT, Pace, Service, Stopped
from jz_travel.words import Words
from tests.roads.fake_services import KEY, Fake

QUESTION = {"ak": KEY, "address": "幸福宾馆"}


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = 100.0, 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds


def service(cache: Cache | None = None) -> Service:
    return Service("百度", Pace(0), cache, (KEY,), patience=0.4, longest=0.6)


@pytest.mark.parametrize(
    ("trouble", "cause"),
    [
        (401, Cause.KEY_REFUSED),
        (403, Cause.KEY_REFUSED),
        (404, Cause.NO_ANSWER),
        (429, Cause.QUOTA),
        (500, Cause.NO_ANSWER),
        (503, Cause.NO_ANSWER),
        ("garbage", Cause.NONSENSE),
        ("never", Cause.NO_ANSWER),
        ("trickle", Cause.NO_ANSWER),
        ("redirect", Cause.NO_ANSWER),
        ("cut", Cause.NONSENSE),
        ("[" * 100_000, Cause.NONSENSE),
    ],
)
def test_every_bad_day_of_a_service_is_a_sentence_without_the_key(fake: Fake, trouble: str | int, cause: Cause) -> None:
    fake.trouble = trouble
    with pytest.raises(Failure) as caught:
        service().json(f"{fake.url}/geocoding/v3", QUESTION)
    assert caught.value.cause is cause
    said = Words("zh-Hans").failure(caught.value)
    assert "百度" in said
    assert KEY not in f"{said} {caught.value!r} {caught.value}"
    assert fake.url not in said


def test_a_redirect_never_carries_the_question_elsewhere(fake: Fake) -> None:
    fake.trouble = "redirect"
    with pytest.raises(Failure):
        service().json(f"{fake.url}/geocoding/v3", QUESTION)
    assert fake.count("/login") == 0


@pytest.mark.parametrize(
    "address", ["ftp://example.com/x", "file:///etc/passwd", "example.com", "", "http://[::1", "http://"]
)
def test_an_address_that_is_none_is_no_answer(address: str) -> None:
    with pytest.raises(Failure) as caught:
        service().json(address)
    assert caught.value.cause is Cause.NO_ANSWER


def test_a_door_that_is_shut_is_no_answer() -> None:
    with socket.socket() as shut:
        shut.bind(("127.0.0.1", 0))
        with pytest.raises(Failure) as caught:
            service().json(f"http://127.0.0.1:{shut.getsockname()[1]}/")
    assert caught.value.cause is Cause.NO_ANSWER


def test_the_program_says_who_it_is(fake: Fake) -> None:
    service().json(f"{fake.url}/geocoding/v3", QUESTION)
    assert fake.headers[0]["User-Agent"] == USER_AGENT
    assert "jz_travel" in USER_AGENT


def test_nobody_is_asked_the_same_thing_twice(fake: Fake, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "online.sqlite")
    first = service(cache).json(f"{fake.url}/geocoding/v3", QUESTION)
    assert service(cache).json(f"{fake.url}/geocoding/v3", QUESTION) == first
    assert len(fake.asked) == 1
    service(cache).json(f"{fake.url}/geocoding/v3", QUESTION | {"address": "阳光宾馆"})
    assert len(fake.asked) == 2


def test_after_a_month_a_service_is_asked_again(fake: Fake, tmp_path: Path) -> None:
    clock = Clock()
    cache = Cache(tmp_path / "online.sqlite", now=clock)
    service(cache).json(f"{fake.url}/geocoding/v3", QUESTION)
    clock.now += KEPT_SECONDS + 1
    service(cache).json(f"{fake.url}/geocoding/v3", QUESTION)
    assert len(fake.asked) == 2


def test_neither_key_nor_question_stands_in_what_is_kept(fake: Fake, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "online.sqlite")
    service(cache).json(f"{fake.url}/geocoding/v3", QUESTION)
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert KEY.encode() not in kept
    assert "幸福宾馆".encode() not in kept
    assert all(KEY not in file.name for file in tmp_path.iterdir())


def test_the_same_question_with_another_key_needs_no_second_answer(fake: Fake, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "online.sqlite")
    service(cache).json(f"{fake.url}/geocoding/v3", QUESTION)
    other = replace(service(cache), secrets=("new",))
    other.json(f"{fake.url}/geocoding/v3", QUESTION | {"ak": "new"})
    assert len(fake.asked) == 1


def test_a_refusal_is_not_kept(fake: Fake, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "online.sqlite")
    wrong = replace(service(cache), secrets=("wrong",))
    wrong.json(f"{fake.url}/geocoding/v3", QUESTION | {"ak": "wrong"})
    assert service(cache).json(f"{fake.url}/geocoding/v3", QUESTION)["status"] == 0


def test_a_cache_that_was_scribbled_on_is_made_anew(fake: Fake, tmp_path: Path) -> None:
    (tmp_path / "online.sqlite").write_bytes(b"this is no database at all" * 100)
    cache = Cache(tmp_path / "online.sqlite")
    service(cache).json(f"{fake.url}/geocoding/v3", QUESTION)
    service(cache).json(f"{fake.url}/geocoding/v3", QUESTION)
    assert len(fake.asked) == 1


def test_a_folder_that_cannot_be_made_costs_the_cache_and_no_more(fake: Fake, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "online.sqlite")
    assert service(cache).json(f"{fake.url}/geocoding/v3", QUESTION)["status"] == 0


def test_questions_keep_their_distance() -> None:
    clock = Clock()
    pace = Pace(1.0, clock, clock.sleep)
    for _ in range(4):
        pace.wait()
    assert clock.slept == pytest.approx(3.0)
    clock.now += 60
    pace.wait()
    assert clock.slept == pytest.approx(3.0)


def test_nobody_waits_for_a_turn_that_is_no_longer_wanted() -> None:
    clock = Clock()
    pace = Pace(60.0, clock, clock.sleep)
    pace.wait()
    with pytest.raises(Stopped):
        pace.wait(lambda: True)
    assert clock.slept == 0


def test_an_answer_that_nobody_wants_any_more_is_not_waited_for(fake: Fake) -> None:
    fake.trouble = "trickle"
    stop = threading.Event()
    patient = replace(service(), longest=3600.0)
    threading.Timer(0.1, stop.set).start()
    with pytest.raises(Stopped):
        patient.json(f"{fake.url}/geocoding/v3", QUESTION, stop=stop.is_set)
