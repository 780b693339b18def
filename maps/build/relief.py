"""Shaded relief of the Taihang and the plain as two tile stores, one for each theme.

Made to be looked at, never to be measured: the grid has a cell every 30 seconds of arc (about 0.8 km), and a peak
inside a cell is lost in the cell's mean.
"""

import io
import math
import tomllib
from dataclasses import dataclass
from pathlib import Path

import h5py
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.interpolate import RectBivariateSpline
from scipy.ndimage import gaussian_filter

from packages import ELEVATION
from region import EAST, MAPS, NORTH, SOUTH, WEST, write_tiles

Grid = NDArray[np.float64]
Colour = tuple[float, float, float]

ZOOMS = range(6, 12)
TILE = 256
EQUATOR_METRES = 40_075_016.686
# Metres from north to south in a cell of the grid.
CELL = EQUATOR_METRES / 360 / 120
# Degrees over which the picture fades into the plain land colour before the region ends.
FADE = 0.34
# Where the light comes from (compass degrees, degrees above the horizon, weight). The classic north-west light models
# the form; the other two keep slopes that face away from it from drowning.
LIGHTS = ((315, 42, 0.55), (265, 50, 0.25), (10, 55, 0.20))
# A small map needs a bolder hand: at low zooms a ridge is only a few pixels wide.
EXAGGERATION = {6: 7.0, 7: 5.5, 8: 4.2, 9: 3.2, 10: 2.6, 11: 2.3}
# Metres over which heights are smoothed; below about 450 m the cells of the grid would show as facets.
SMOOTHING = 420.0


@dataclass(frozen=True)
class Palette:
    """Tints by height in metres, from the theme's land colour up, and the colours that light and shade mix in."""

    name: str
    tints: tuple[tuple[float, str], ...]
    shadow: str
    valley: str
    light: str
    shadow_strength: float
    valley_strength: float
    light_strength: float


LIGHT = Palette(
    name="light",
    tints=(
        (140, "land"),
        (260, "#e4e9d2"),
        (450, "#d3ddbd"),
        (700, "#c5d2ad"),
        (950, "#c6cca5"),
        (1200, "#cfc8a3"),
        (1500, "#dccfae"),
        (1900, "#ebe2cb"),
    ),
    shadow="#435a5f",
    valley="#7f998c",
    light="#fffbe6",
    shadow_strength=1.0,
    valley_strength=0.34,
    light_strength=1.15,
)
DARK = Palette(
    name="dark",
    tints=(
        (140, "land"),
        (260, "#232f2e"),
        (450, "#273834"),
        (700, "#2d413b"),
        (950, "#35493e"),
        (1200, "#404d3f"),
        (1500, "#4c5245"),
        (1900, "#5a5b4e"),
    ),
    shadow="#0a1113",
    valley="#101d1c",
    light="#b4bd9f",
    shadow_strength=1.0,
    valley_strength=0.38,
    light_strength=0.68,
)


def rgb(colour: str) -> Colour:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))  # type: ignore[return-value]


def land_colour(theme: str) -> str:
    """The land colour of the theme, so that the tiles end in exactly the colour of the empty page."""
    themes = MAPS.parent / "assets" / "themes"
    colour: str = tomllib.loads((themes / f"{theme}.toml").read_text(encoding="utf-8"))["map"]["land"]
    return colour


@dataclass(frozen=True)
class Ground:
    """Surfaces over (latitude, longitude): height, its mean over some kilometres, and 0 to 1 how rugged it is."""

    height: RectBivariateSpline
    calm: RectBivariateSpline
    wide: RectBivariateSpline
    rugged: RectBivariateSpline


def ground(packages: Path) -> Ground:
    with h5py.File(packages / ELEVATION.name / "meteva/resources/stations/dem_0.00833.nc") as grid:
        lat, lon = grid["lat"][:], grid["lon"][:]
        # Two degrees more than the region: the tiles of zoom 6 reach that far, and the smoothing needs neighbours.
        rows = slice(*np.searchsorted(lat, (SOUTH - 0.5, NORTH + 0.5)))
        columns = slice(*np.searchsorted(lon, (WEST - 0.5, EAST + 0.5)))
        heights = grid["data0"][0, 0, 0, 0, rows, columns].astype(float)
    cell = (CELL, CELL * math.cos(math.radians((SOUTH + NORTH) / 2)))

    def smooth(field: Grid, metres: float) -> Grid:
        return np.asarray(gaussian_filter(field, (metres / cell[0], metres / cell[1])))

    def surface(field: Grid) -> RectBivariateSpline:
        return RectBivariateSpline(lat[rows], lon[columns], field, kx=3, ky=3)

    wide = smooth(heights, 4000)
    # The plain is a metre or two of noise: only where the ground really rises and falls is it shaded.
    rugged = smoothstep(12, 70, np.sqrt(smooth((heights - wide) ** 2, 2500)))
    return Ground(surface(heights), surface(smooth(heights, 1500)), surface(wide), surface(rugged))


def column_at(longitude: float, zoom: int) -> float:
    return float((longitude + 180) / 360 * 2**zoom)


def row_at(latitude: float, zoom: int) -> float:
    return float((1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2 * 2**zoom)


def pixel_centres(first: int, last: int) -> Grid:
    """Centres of the pixels of the tiles first to last, counted in tiles."""
    return first + (np.arange((last - first + 1) * TILE) + 0.5) / TILE


def smoothstep(low: float, high: float, value: Grid) -> Grid:
    part = np.clip((value - low) / (high - low), 0, 1)
    return part * part * (3 - 2 * part)


def lit(heights: Grid, metres: float) -> Grid:
    """Light on the slopes, 0 on level ground, above it where a slope faces the lights; metres a pixel."""
    north, east = np.gradient(heights, metres)
    north = -north
    length = np.sqrt(1 + north**2 + east**2)
    light = np.zeros_like(heights)
    for azimuth, altitude, weight in LIGHTS:
        a, h = math.radians(azimuth), math.radians(altitude)
        facing = math.sin(h) - math.cos(h) * (math.sin(a) * east + math.cos(a) * north)
        light += weight * (np.maximum(facing, 0) / length - math.sin(h))
    return light


def tinted(heights: Grid, palette: Palette) -> NDArray[np.float64]:
    stops = [height for height, _ in palette.tints]
    colours = [rgb(land_colour(palette.name) if tint == "land" else tint) for _, tint in palette.tints]
    return np.stack([np.interp(heights, stops, [colour[c] for colour in colours]) for c in range(3)], axis=-1)


def mixed(picture: NDArray[np.float64], colour: str, share: Grid) -> NDArray[np.float64]:
    return picture + (np.array(rgb(colour)) - picture) * np.clip(share, 0, 1)[..., None]


def painted(land: Ground, zoom: int, palette: Palette, tiles: tuple[int, int, int, int]) -> Grid:
    """The picture of one zoom over the tiles (first column, first row, last column, last row), as RGB 0-255."""
    lon = pixel_centres(tiles[0], tiles[2]) / 2**zoom * 360 - 180
    lat = np.degrees(np.arctan(np.sinh(math.pi * (1 - 2 * pixel_centres(tiles[1], tiles[3]) / 2**zoom))))
    metres = EQUATOR_METRES / TILE / 2**zoom * math.cos(math.radians((SOUTH + NORTH) / 2))

    inside_lat, inside_lon = np.clip(lat, SOUTH - 0.45, NORTH + 0.45), np.clip(lon, WEST - 0.45, EAST + 0.45)

    def at(surface: RectBivariateSpline) -> Grid:
        return np.asarray(surface(inside_lat[::-1], inside_lon)[::-1])

    heights = gaussian_filter(at(land.height), max(SMOOTHING / metres, 0.5))
    calm, wide, rugged = at(land.calm), at(land.wide), at(land.rugged)

    light = lit(heights * EXAGGERATION[zoom], metres) * rugged
    picture = tinted(calm * 0.6 + wide * 0.4, palette)
    picture = mixed(picture, palette.valley, palette.valley_strength * rugged * np.tanh((wide - heights) / 180))
    picture = mixed(picture, palette.shadow, palette.shadow_strength * np.maximum(-light, 0))
    picture = mixed(picture, palette.light, palette.light_strength * np.maximum(light, 0))
    return mixed(picture, land_colour(palette.name), 1 - faded(lat, lon))


def faded(lat: Grid, lon: Grid) -> Grid:
    """1 inside the region, falling softly to 0 at its edge, with round corners."""
    from_side = np.clip(np.minimum(lon - WEST, EAST - lon) / FADE, 0, 1)[None, :]
    from_end = np.clip(np.minimum(lat - SOUTH, NORTH - lat) / (FADE * 0.82), 0, 1)[:, None]
    corner: Grid = 1 - np.hypot(1 - from_side, 1 - from_end)
    return smoothstep(0, 1, corner)


def cut(picture: Grid, zoom: int, first_column: int, first_row: int) -> dict[tuple[int, int, int], bytes]:
    # Half a level of grain, as on paper: it keeps long gradients from breaking into bands of one colour.
    grain = np.random.default_rng(zoom).normal(0, 0.5, picture.shape[:2])[..., None]
    is_tinted = np.abs(picture - picture[0, 0]).max(axis=-1, keepdims=True) > 0.3
    image = Image.fromarray(np.clip(np.round(picture + grain * is_tinted), 0, 255).astype(np.uint8), "RGB")
    tiles = {}
    for x in range(0, image.width, TILE):
        for y in range(0, image.height, TILE):
            tile = io.BytesIO()
            image.crop((x, y, x + TILE, y + TILE)).save(tile, "WEBP", quality=96, method=6, use_sharp_yuv=True)
            tiles[zoom, first_column + x // TILE, first_row + y // TILE] = tile.getvalue()
    return tiles


def build(packages: Path) -> None:
    surfaces = ground(packages)
    for palette in (LIGHT, DARK):
        tiles: dict[tuple[int, int, int], bytes] = {}
        for zoom in ZOOMS:
            west, east = int(column_at(WEST, zoom)), int(column_at(EAST, zoom))
            north, south = int(row_at(NORTH, zoom)), int(row_at(SOUTH, zoom))
            picture = painted(surfaces, zoom, palette, (west, north, east, south))
            tiles |= cut(picture, zoom, west, north)
        metadata = {
            "name": f"jz_travel relief, {palette.name}",
            "format": "webp",
            "type": "baselayer",
            "version": "1",
            "minzoom": str(ZOOMS.start),
            "maxzoom": str(ZOOMS.stop - 1),
            "bounds": f"{WEST},{SOUTH},{EAST},{NORTH}",
            "center": "113.2,35.2,9",
            "attribution": ELEVATION.credit,
            "description": "Shaded relief for looking at; heights must not be read from it.",
        }
        write_tiles(f"relief-{palette.name}.mbtiles", metadata, tiles)
