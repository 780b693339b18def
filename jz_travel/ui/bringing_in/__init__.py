"""Trips out of codes, and places and plans out of other planners' files."""
