"""The touch face for public screens: the same session, planner and map, for fingers and for everybody in turn."""
