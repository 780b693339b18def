"""How fast and how lean the program is; ``make bench`` and ``make bench-planner`` run them."""
