"""The map in the window: the page, what is laid over it, grounds from elsewhere."""
