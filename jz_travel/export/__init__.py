"""What a visitor takes along: one module a format."""
