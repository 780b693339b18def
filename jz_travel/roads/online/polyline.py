"""The letters that Valhalla writes a line in: differences between points, five bits a letter."""

from jz_travel.roads.answers import Point


def decoded(letters: str, precision: int = 6) -> tuple[Point, ...]:
    """Raises ``ValueError`` when it is not a line."""
    scale = 10**precision
    numbers: list[int] = []
    value = shift = 0
    for letter in letters:
        bits = ord(letter) - 63
        if not 0 <= bits < 64:
            raise ValueError("not a letter of a line")
        value |= (bits & 0x1F) << shift
        shift += 5
        if bits < 0x20:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    if shift or len(numbers) % 2:
        raise ValueError("the line is cut off")
    points: list[Point] = []
    lat = lon = 0
    for north, east in zip(numbers[::2], numbers[1::2], strict=True):
        lat, lon = lat + north, lon + east
        points.append((lat / scale, lon / scale))
    return tuple(points)
