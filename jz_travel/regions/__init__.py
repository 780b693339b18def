"""Region packs: one file with a detailed map, a road network and a list of names, made of an OpenStreetMap extract.

Reading a pack needs the standard library and ``pmtiles``; making one needs the optional extra ``region``.
"""

from jz_travel.regions.pack import Pack, PackInfo, checked, read_info
from jz_travel.regions.shelf import Shelf

__all__ = ["Pack", "PackInfo", "Shelf", "checked", "read_info"]
