"""The city, the trip and what will happen: immutable values and functions on them. Standard library only."""
