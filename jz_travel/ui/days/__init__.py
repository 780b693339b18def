"""The trip as columns of days, and what can be done to a stop."""
