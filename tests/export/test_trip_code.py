"""A trip walks from screen to screen as a few lines of text, and arrives as it left."""

import random
import zlib

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.trip import Trip
from jz_travel.export.qr import LARGEST_VERSION, MOST_BYTES, code, day_texts, write_png
from jz_travel.export.trip_code import LETTERS, base45, bytes_of_base45, read_trip_code, trip_codes
from jz_travel.store.trips import TripDocument, format_trip, parse_trip
from jz_travel.words import Words
from tests.export.samples import city, five_days, golden_autumn, happening, long_trip
from tests.strategies import trips


def as_a_file_keeps_it(trip: Trip) -> Trip:
    """A trip file drops what cannot be in one; a code may drop as much, and no more."""
    return parse_trip(format_trip(TripDocument(trip))).trip


@given(trips())
def test_any_trip_comes_back_as_it_was(trip: Trip) -> None:
    codes = trip_codes(trip)
    shuffled = random.Random(len(codes)).sample(codes, len(codes))
    assert read_trip_code(shuffled) == as_a_file_keeps_it(trip)


def test_thirty_stops_fit_into_codes_that_phones_read() -> None:
    codes = trip_codes(five_days())
    assert all(int(segno.make_qr(text, error="m", boost_error=False).version) <= LARGEST_VERSION for text in codes)
    assert len(codes) <= 2
    assert read_trip_code(codes) == five_days()


def test_spaces_around_a_code_and_codes_scanned_twice_do_no_harm() -> None:
    (code_text,) = trip_codes(golden_autumn())
    assert read_trip_code([f"  {code_text}\r\n", code_text]) == golden_autumn()


def test_a_trip_with_many_notes_is_split_and_a_missing_code_is_named() -> None:
    codes = trip_codes(long_trip())
    assert len(codes) > 3
    assert read_trip_code(reversed(codes)) == long_trip()
    with pytest.raises(Failure) as caught:
        read_trip_code([codes[0], *codes[2:]])
    assert (caught.value.cause, caught.value.field) == (Cause.CODE_MISSING, f"2/{len(codes)}")


def test_codes_of_two_trips_are_not_mixed() -> None:
    one, other = trip_codes(long_trip()), trip_codes(long_trip().renamed("another"))
    with pytest.raises(Failure) as caught:
        read_trip_code([one[0], *other[1:]])
    assert caught.value.cause is Cause.CODES_MIXED


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", Cause.FOREIGN_CODE),
        ("https://example.org/", Cause.FOREIGN_CODE),
        ("JZT2/1/1/00000000/AB/", Cause.NEWER),
        ("JZT1/2/1/00000000/AB/", Cause.FOREIGN_CODE),
        ("JZT1/1/1/00000000/A/", Cause.NOT_JSON),
        ("JZT1/1/1/00000000/ab/", Cause.NOT_JSON),
        ("JZT1/1/1/00000000/:::/", Cause.NOT_JSON),
        ("JZT1/1/1/00000000/QED8WEX0/", Cause.NOT_JSON),
    ],
)
def test_other_texts_are_refused(text: str, cause: Cause) -> None:
    with pytest.raises(Failure) as caught:
        read_trip_code([text])
    assert caught.value.cause is cause


def test_a_code_that_unpacks_without_end_is_refused() -> None:
    packer = zlib.compressobj(9, wbits=-15)
    packed = packer.compress(b" " * 50_000_000) + packer.flush()
    size = 600
    pieces = [packed[at : at + size] for at in range(0, len(packed), size)][:64]
    whole = b"".join(pieces)
    texts = [f"JZT1/{at}/{len(pieces)}/{zlib.crc32(whole):08X}/{base45(each)}/" for at, each in enumerate(pieces, 1)]
    with pytest.raises(Failure) as caught:
        read_trip_code(texts)
    assert caught.value.cause is Cause.TOO_LARGE


@given(st.binary(max_size=80))
def test_base45_loses_nothing(content: bytes) -> None:
    text = base45(content)
    assert set(text) <= set(LETTERS)
    assert bytes_of_base45(text) == content


@pytest.mark.parametrize(
    ("content", "text"), [(b"AB", "BB8"), (b"Hello!!", "%69 VD92EX0"), (b"base-45", "UJCLQE7W581")]
)
def test_base45_agrees_with_the_examples_of_its_standard(content: bytes, text: str) -> None:
    assert (base45(content), bytes_of_base45(text)) == (text, content)


@given(st.text(LETTERS + "JZT/", max_size=60), st.sampled_from(["JZT1/1/1/00000000/", "JZT1/9/9/FFFFFFFF/", ""]))
def test_nonsense_never_breaks_the_reader(text: str, head: str) -> None:
    with pytest.raises(Failure):
        read_trip_code([f"{head}{text}/"])


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_day_as_text_fits_into_one_code(language: str) -> None:
    for text in day_texts(happening(five_days()), city(), Words("zh-Hans" if language == "zh-Hans" else "en")):
        assert len(text.encode()) <= MOST_BYTES
        assert int(code(text).version) <= LARGEST_VERSION


def test_a_text_that_is_too_long_for_a_code_is_refused() -> None:
    with pytest.raises(Failure) as caught:
        code("焦作" * 500)
    assert caught.value.cause is Cause.TOO_LARGE


def test_several_codes_share_one_picture() -> None:
    assert write_png(happening(long_trip())).startswith(b"\x89PNG")
