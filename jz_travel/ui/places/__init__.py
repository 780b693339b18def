"""The list of places and what is told of one."""
