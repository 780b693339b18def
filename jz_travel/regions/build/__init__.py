"""From an OpenStreetMap extract to a region pack. Needs the optional extra ``region``."""

from jz_travel.regions.build.making import Stopped, make_pack

__all__ = ["Stopped", "make_pack"]
