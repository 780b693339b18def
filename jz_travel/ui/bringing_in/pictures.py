"""Photographs and scans of QR codes, opened with Qt: never larger than they may be, and turned as the camera was."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from jz_travel.domain.failures import Cause, Failure
from jz_travel.reading.codes import texts_in_grey
from jz_travel.store.files import read_bytes

LARGEST_FILE = 40_000_000
MOST_PIXELS = 60_000_000
"""What phones take today; a file may promise any size."""
WELL_SEEN = 2_600
"""Pixels along the longer side; more only takes longer to read, and blurs out when it is made smaller."""
SMALL = 900
"""Below this a picture is read enlarged as well."""


def texts_in_picture(file: Path) -> tuple[str, ...]:
    """The texts of every code in a picture. A picture without any is a :class:`Failure`."""
    found = texts_in_image(opened(read_bytes(file, LARGEST_FILE), file))
    if not found:
        raise Failure(Cause.NO_CODE, file)
    return found


def opened(content: bytes, file: Path) -> QImage:
    """The picture, as gives a code its best chance; its size is looked at before a pixel of it is read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > MOST_PIXELS:
        raise Failure(Cause.TOO_LARGE, file, detail=f"{size.width()} × {size.height()}")
    if size.isValid() and reader.format() == b"svg":
        raise Failure(Cause.UNKNOWN_KIND, file)
    image = reader.read()
    if image.isNull():
        raise Failure(Cause.UNKNOWN_KIND, file, detail=reader.errorString())
    return image


def texts_in_image(image: QImage) -> tuple[str, ...]:
    """All codes, read at a few sizes: a blurred code is clearer when it is small, a tiny one when it is large."""
    longest = max(image.width(), image.height())
    sizes = [min(longest, WELL_SEEN)]
    if longest > SMALL:
        sizes += [sizes[0] * 2 // 3, sizes[0] // 2]
    else:
        sizes += [longest * 2, longest * 3]
    if longest > WELL_SEEN:
        sizes.append(longest)
    found: dict[str, None] = {}
    for size in sizes:
        found.update(dict.fromkeys(_texts(_grey(image, size))))
    return tuple(found)


def _grey(image: QImage, longest: int) -> QImage:
    """One byte a pixel on white, the longer side so many pixels, and the width as Qt packs rows without a gap."""
    if longest != max(image.width(), image.height()):
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio, smooth)
    if image.hasAlphaChannel():
        ground = QImage(image.size(), QImage.Format.Format_RGB32)
        ground.fill(Qt.GlobalColor.white)
        _paint(ground, image)
        image = ground
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    spare = -grey.width() % 4
    if spare:
        wider = QImage(grey.width() + spare, grey.height(), QImage.Format.Format_Grayscale8)
        wider.fill(Qt.GlobalColor.white)
        _paint(wider, grey)
        return wider
    return grey


def _paint(ground: QImage, image: QImage) -> None:
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()


def _texts(grey: QImage) -> tuple[str, ...]:
    return texts_in_grey(memoryview(grey.constBits()), grey.width(), grey.height())
