"""Signed data packs: the city's data on a USB stick or behind an address, for as many screens as there are."""
