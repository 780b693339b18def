"""How much of a strange file is read. A plan of two weeks stays far below; a hostile file is refused in a second."""

LARGEST_FILE = 10_000_000
"""Bytes of a text, also of one that was packed."""
LARGEST_CALENDAR = 1_000_000
MOST_PARTS = 5_000
"""Components of a calendar."""
MOST_FOUND = 1_000
"""Places in one file."""
MOST_ELEMENTS = 300_000
"""Of XML, the points of a recorded way included."""
DEEPEST = 40
MOST_ENTRIES = 500
"""Of an archive."""
MOST_PACKED = 200
"""How many times smaller than its content an archive may be."""
LONGEST_NAME, LONGEST_NOTE = 200, 2_000
