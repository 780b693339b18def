"""The holiday figures in the window: what is printed, what is computed, and where each number comes from."""
