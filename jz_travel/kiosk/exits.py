"""How a face ends, said to its supervisor by an exit code."""

LEFT = 0
"""Staff left by PIN: the kiosk is over."""
RESTART = 75
"""Staff, or a new data pack, want it to start again."""
GAVE_UP = 70
"""Starting the page over did not help."""
