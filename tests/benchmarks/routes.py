"""How long the ways between fifteen places take: the offline table beside a real OSRM on this computer.

Both know the same fifteen points. OSRM searches a road network and speaks HTTP; the table looks up printed routes and
estimates. Needs ``python -m tests.roads.fetch_routing_servers`` once; without it only the table is measured.
"""

from jz_travel.domain.places import Catalogue, Place
from jz_travel.resources import assets
from jz_travel.roads import leg_table
from jz_travel.roads.answers import Point
from jz_travel.roads.online.client import Pace, Service
from jz_travel.roads.online.osrm import Osrm
from jz_travel.store.places import read_catalogue
from tests.benchmarks.schedule import seconds
from tests.roads.routing_servers import OSRM, SOUTH, WEST, osrm

MOST = 15
ON_THE_GRID = 0.6
"""Degrees that the network of the tests covers, from its south-western corner."""


def places_on_the_grid(catalogue: Catalogue) -> list[Place]:
    found = [
        place
        for place in catalogue
        if place.position
        and 0 < place.position.lat - SOUTH < ON_THE_GRID
        and 0 < place.position.lon - WEST < ON_THE_GRID
    ]
    return found[:MOST]


def main() -> None:
    catalogue, _ = read_catalogue(assets())
    places = places_on_the_grid(catalogue)
    ids = [place.id for place in places]
    table = leg_table(catalogue)
    fresh = seconds(lambda: table.knowing(catalogue).durations(ids), rounds=20)
    known = seconds(lambda: table.durations(ids), rounds=50)
    print(f"legs between {len(places)} places: worked out {fresh * 1000:.2f} ms, known {known * 1000:.3f} ms")
    if not OSRM.is_dir():
        print("OSRM: not here; python -m tests.roads.fetch_routing_servers fetches it")
        return
    points: list[Point] = [(place.position.lat, place.position.lon) for place in places if place.position]
    with osrm() as url:
        router = Osrm(url, Service("OSRM", Pace(0)))
        asked = seconds(lambda: router.table(points), rounds=20)
        one = seconds(lambda: router.chain(points[:2]), rounds=50)
    print(
        f"OSRM on this computer, the same table: {asked * 1000:.1f} ms, {asked / fresh:.1f} times the table worked "
        f"out, {asked / known:.0f} times the table known; one way with its road {one * 1000:.1f} ms"
    )


if __name__ == "__main__":
    main()
