"""The web view made safe: its own address scheme, nothing from outside, nothing kept."""
