"""jz_travel: plan a visit to Jiaozuo (焦作), Henan."""

__version__ = "0.1.0"
