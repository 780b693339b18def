"""Printing through the system's dialogue, with a preview of the very pages."""
