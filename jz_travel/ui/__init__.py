"""The window. The only package that imports Qt; ``app`` is the one place of assembly."""
