"""A trip comes back from photographs of its codes: turned, blurred, leaning, small, one by one, or pasted as text."""

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPolygonF, QTransform

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.trip import Trip
from jz_travel.export.qr import write_png
from jz_travel.export.trip_code import trip_codes
from jz_travel.reading.codes import trip_in_texts
from jz_travel.ui.bringing_in.pictures import texts_in_image, texts_in_picture
from jz_travel.words import Words
from tests.export.samples import five_days, golden_autumn, happening, long_trip


def photograph(trip: Trip) -> QImage:
    """The codes on a grey table."""
    codes = QImage.fromData(write_png(happening(trip)))
    table = QImage(codes.width() * 14 // 10, codes.height() * 14 // 10, QImage.Format.Format_RGB32)
    table.fill(0xFFC8C8C8)
    painter = QPainter(table)
    painter.drawImage(codes.width() // 5, codes.height() // 5, codes)
    painter.end()
    return table


def turned(image: QImage, degrees: float) -> QImage:
    return image.transformed(QTransform().rotate(degrees), Qt.TransformationMode.SmoothTransformation)


def blurred(image: QImage) -> QImage:
    small = image.scaled(image.width() // 4, image.height() // 4, mode=Qt.TransformationMode.SmoothTransformation)
    return small.scaled(image.width(), image.height(), mode=Qt.TransformationMode.SmoothTransformation)


def leaning(image: QImage) -> QImage:
    width, height = image.width(), image.height()
    corners = [QPointF(0, 0), QPointF(width, 0), QPointF(width, height), QPointF(0, height)]
    seen = [QPointF(60, 30), QPointF(width - 40, 0), QPointF(width, height - 80), QPointF(0, height)]
    transform = QTransform.quadToQuad(QPolygonF(corners), QPolygonF(seen))
    return image.transformed(transform, Qt.TransformationMode.SmoothTransformation)


VIEWS = {
    "straight": lambda image: image,
    "a little turned": lambda image: turned(image, 17),
    "on its side": lambda image: turned(image, 90),
    "upside down": lambda image: turned(image, 180),
    "blurred": blurred,
    "leaning": leaning,
    "small": lambda image: image.scaledToWidth(image.width() // 3, Qt.TransformationMode.SmoothTransformation),
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("trip", [golden_autumn, five_days], ids=["one code", "two codes"])
def test_a_photograph_restores_the_trip(trip: object, view: str) -> None:
    wanted: Trip = trip()  # type: ignore[operator]
    assert trip_in_texts(texts_in_image(VIEWS[view](photograph(wanted)))) == wanted  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("kind", ["png", "jpg", "webp", "bmp"])
def test_pictures_of_every_usual_kind_are_opened(kind: str, tmp_path: Path) -> None:
    file = tmp_path / f"photo.{kind}"
    assert photograph(golden_autumn()).save(str(file), quality=70)
    assert trip_in_texts(texts_in_picture(file)) == golden_autumn()


def test_the_picture_counts_and_not_its_ending(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    photograph(golden_autumn()).save(str(file), "PNG")
    assert trip_in_texts(texts_in_picture(file)) == golden_autumn()


def test_codes_may_come_one_by_one_among_others() -> None:
    codes = trip_codes(long_trip())
    assert trip_in_texts(["https://example.org", *reversed(codes), codes[0]]) == long_trip()
    assert trip_in_texts(["\n".join(f"QR-Code:{each}" for each in codes)]) == long_trip()


def failure_of(texts: list[str]) -> Failure:
    with pytest.raises(Failure) as caught:
        trip_in_texts(texts)
    return caught.value


def test_what_is_missing_foreign_or_mixed_is_said() -> None:
    codes, words = trip_codes(long_trip()), Words("en")
    assert (
        words.failure(failure_of([*codes[:1], *codes[2:]])) == f"A code of this trip is still missing: 2/{len(codes)}."
    )
    foreign = failure_of(["WIFI:S:hotel;P:secret;;"])
    assert words.failure(foreign) == "This code does not carry a trip. (WIFI:S:hotel;P:secret;;)"
    assert failure_of([codes[0], trip_codes(golden_autumn())[0]]).cause is Cause.CODES_MIXED


def refused(content: bytes, file: Path) -> Cause:
    file.write_bytes(content)
    with pytest.raises(Failure) as caught:
        texts_in_picture(file)
    return caught.value.cause


def promising(width: int, height: int) -> bytes:
    """A PNG of a few bytes that promises a picture of any size."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def test_a_picture_that_is_huge_empty_or_none_is_refused(tmp_path: Path) -> None:
    assert refused(promising(50_000, 50_000), tmp_path / "huge.png") is Cause.TOO_LARGE
    assert refused(b"not a picture", tmp_path / "none.png") is Cause.UNKNOWN_KIND
    assert refused(b"", tmp_path / "empty.png") is Cause.UNKNOWN_KIND
    assert refused(b"<svg xmlns='http://www.w3.org/2000/svg'/>", tmp_path / "x.png") is Cause.UNKNOWN_KIND
    blank = QImage(400, 400, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    blank.save(str(tmp_path / "blank.png"))
    assert refused((tmp_path / "blank.png").read_bytes(), tmp_path / "blank.png") is Cause.NO_CODE
