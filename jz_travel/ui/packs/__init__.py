"""The window of region packs."""
