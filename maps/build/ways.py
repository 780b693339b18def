"""Railways and expressways as schematic lines: the shortest way through OpenStreetMap's network between named towns."""

import heapq
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

from packages import NETWORK
from region import EAST, NORTH, SOUTH, WEST, Feature, rounded, write_features

Spot = tuple[float, float]
"""Longitude and latitude."""
Network = dict[Spot, dict[Spot, float]]
"""Kilometres from each spot to those beside it."""
ROOM = 0.3
"""Degrees of network kept around the region, so that ways which leave it and return stay whole."""


@dataclass(frozen=True)
class Way:
    """``past``: where it is known to run, in order; the network says how it gets from one to the next.

    ``within_m`` is our estimate: the package left out the bends between junctions, and which of two neighbouring roads
    bears the name was read from its ends, not from a sign.
    """

    id: str
    zh: str
    en: str
    within_m: int
    source: str
    past: tuple[Spot, ...]
    ref: str = ""
    by_station: frozenset[Spot] = frozenset()
    """Stations that the package's line misses: drawn straight to and from their own sourced position."""


WUZHI, XIUWU_WEST = (113.445, 35.089), (113.419, 35.211)
ZHENGZHOU, JIAOZUO, JIAOZUO_WEST = (113.654, 34.748), (113.229, 35.223), (113.056, 35.209)
YUESHAN, XINXIANG, JIYUAN = (113.049, 35.21), (113.854, 35.306), (112.62, 35.135)
STATIONS = "Stations in order: Chinese Wikipedia"

RAILWAYS = (
    Way(
        "zhengjiao", "郑焦城际铁路", "Zhengzhou-Jiaozuo intercity railway", 3000,
        "Order of stations: Tracking China, 2015-06-26; positions of 武陟站 and 修武西站: OpenStreetMap",
        (ZHENGZHOU, (113.523, 34.957), (113.526, 34.999), WUZHI, XIUWU_WEST, (113.385, 35.243), JIAOZUO),
        by_station=frozenset({WUZHI, XIUWU_WEST}),
    ),
    Way(
        "zhengtai", "郑太高铁", "Zhengzhou-Taiyuan high-speed railway", 6000,
        f"{STATIONS} (焦作站, 焦作西站); 晋城东站 as the next: CREC, 2021-01-15",
        (JIAOZUO, JIAOZUO_WEST, (112.926, 35.383), (112.947, 35.868), (113.054, 36.016)),
    ),
    Way(
        "taijiao", "太焦铁路", "Taiyuan-Jiaozuo railway", 2000, "Ends: the line's name; the junction at 月山",
        (YUESHAN, (112.998, 35.307), (112.857, 35.457), (112.914, 35.541), (112.903, 35.62), (112.867, 35.88)),
    ),
    Way(
        "xinyue", "新月铁路", "Xinxiang-Yueshan railway", 3000,
        f"Ends: the line's name (新乡-月山); {STATIONS} (焦作站); 修武站: listed as the station of the old line",
        (XINXIANG, (113.433, 35.244), JIAOZUO, YUESHAN),
    ),
    Way(
        "jiaoliu", "焦柳铁路", "Jiaozuo-Liuzhou railway", 3000,
        "Ends: the line's name; 沁阳站, 济源站 and 洛阳 on it: Chinese Wikipedia",
        (YUESHAN, (112.945, 35.199), JIYUAN, (112.57, 35.05), (112.53, 34.94), (112.6, 34.79), (112.51, 34.65)),
    ),
    Way(
        "houyue", "侯月铁路", "Houma-Yueshan railway", 4000, "Ends: the line's name (侯马-月山)",
        (JIYUAN, (112.615, 35.17), (112.565, 35.4), (112.5, 35.57), (111.9, 35.65)),
    ),
    Way(
        "jingguang", "京广铁路", "Beijing-Guangzhou railway", 3000, f"{STATIONS} (郑州站, 新乡站)",
        (ZHENGZHOU, (113.523, 34.957), (113.64, 35.07), XINXIANG, (114.05, 35.42)),
    ),
    Way(
        "longhai", "陇海铁路", "Longhai railway", 2000, f"{STATIONS} (郑州站, 洛阳站)",
        (ZHENGZHOU, (113.39, 34.8), (113.0, 34.77), (112.45, 34.69)),
    ),
)  # fmt: skip
EXPRESSWAYS = (
    Way(
        "g5512", "晋新高速", "Jincheng-Xinxiang Expressway", 5000,
        "晋城, 焦作, 武陟, 原阳 in this order: Chinese Wikipedia (原焦高速公路)",
        (
            (112.876, 35.46), (112.992, 35.473), (113.084, 35.386), (113.087, 35.16), (113.26, 35.125),
            (113.43, 35.113), (113.69, 34.99), (113.836, 34.98),
        ),
        ref="G5512",
    ),
    Way(
        "g3511", "菏宝高速", "Heze-Baoji Expressway", 5000,
        "新乡, 修武, 焦作, 济源 in this order: 国家公路网规划, quoted in 济源日报, 2022-07-14",
        (
            (113.847, 35.269), (113.804, 35.299), (113.65, 35.262), (113.489, 35.212), (113.26, 35.125),
            (113.118, 35.118), (112.966, 35.063), (112.798, 35.065), (112.68, 35.07),
        ),
        ref="G3511",
    ),
    Way(
        "g55", "二广高速", "Erenhot-Guangzhou Expressway", 5000, "晋城, 济源, 洛阳 in this order: 国家公路网规划",
        ((112.851, 35.445), (112.812, 35.355), (112.7, 35.15), (112.68, 35.03), (112.63, 34.9), (112.618, 34.806)),
        ref="G55",
    ),
    Way(
        "s87", "郑云高速", "Zhengzhou-Yuntaishan Expressway", 5000,
        "From 郑州 over the Yellow River by 武陟 and 修武 to 云台山: the road's own name, and visitors' directions",
        ((113.473, 34.885), (113.484, 35.13), (113.489, 35.205), (113.458, 35.39)),
        ref="S87",
    ),
)  # fmt: skip


def build(packages: Path) -> None:
    kinds: tuple[tuple[Literal["railway", "expressway"], str, tuple[Way, ...]], ...] = (
        ("railway", "world_railways", RAILWAYS),
        ("expressway", "world_highways", EXPRESSWAYS),
    )
    for kind, module, ways in kinds:
        network = _network(packages / NETWORK.name / "scgraph_data" / f"{module}.py")
        write_features(f"{kind}s.geojson", (_feature(way, kind, network) for way in ways))


def _network(file: Path) -> Network:
    """The part around our region. The file is Python that builds a graph; it is read as text, never run."""
    text = file.read_text(encoding="utf-8")
    spots = json.loads(text[text.index("\nnodes=") + 7 : text.index("\nworld_")])
    beside = json.loads(re.sub(r"(\d+): ", r'"\1": ', text[text.index("graph=") + 6 : text.index("\nnodes=")]))
    network: Network = {}
    for number, (lat, lon) in enumerate(spots):
        if WEST - ROOM <= lon <= EAST + ROOM and SOUTH - ROOM <= lat <= NORTH + ROOM:
            there = (spots[int(other)] for other in beside[number] if int(other) != number)
            network.setdefault((lon, lat), {}).update({(x, y): _km((lon, lat), (x, y)) for y, x in there})
    for spot, others in list(network.items()):
        for other, km in others.items():
            network.setdefault(other, {})[spot] = km
    return network


def _feature(way: Way, kind: str, network: Network) -> Feature:
    properties = {
        "id": way.id, "zh": way.zh, "en": way.en, "kind": kind, "schematic": True, "within_m": way.within_m,
        "source": f"Course: {NETWORK.source}, OpenStreetMap contributors. {way.source}",
    }  # fmt: skip
    if way.ref:
        properties["ref"] = way.ref
    line = list(_inside(_without_repeats(_course(way, network))))
    return {
        "type": "Feature", "properties": properties, "geometry": {"type": "LineString", "coordinates": rounded(line)},
    }  # fmt: skip


def _course(way: Way, network: Network) -> Iterator[Spot]:
    spots = [spot if spot in way.by_station else _nearest(spot, network) for spot in way.past]
    for start, end in pairwise(spots):
        yield from (start, end) if way.by_station & {start, end} else _shortest(start, end, network)


def _nearest(spot: Spot, network: Network) -> Spot:
    return min(network, key=lambda other: _km(spot, other))


def _shortest(start: Spot, end: Spot, network: Mapping[Spot, Mapping[Spot, float]]) -> list[Spot]:
    """Dijkstra's way."""
    km = {start: 0.0}
    before: dict[Spot, Spot] = {}
    waiting = [(0.0, start)]
    while waiting:
        far, spot = heapq.heappop(waiting)
        if spot == end:
            break
        for other, step in network[spot].items():
            if far + step < km.get(other, math.inf):
                km[other], before[other] = far + step, spot
                heapq.heappush(waiting, (far + step, other))
    way = [end]
    while way[-1] != start:
        way.append(before[way[-1]])
    return way[::-1]


def _without_repeats(line: Iterable[Spot]) -> Iterator[Spot]:
    last = None
    for spot in line:
        if spot != last:
            yield spot
        last = spot


def _inside(line: Iterable[Spot]) -> Iterator[Spot]:
    return (spot for spot in line if WEST <= spot[0] <= EAST and SOUTH <= spot[1] <= NORTH)


def _km(one: Spot, other: Spot) -> float:
    """Flat, which is good enough to compare ways of this size."""
    return math.hypot((one[0] - other[0]) * 91.2, (one[1] - other[1]) * 111.2)
