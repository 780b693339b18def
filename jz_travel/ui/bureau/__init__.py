"""The bureau's desk in the window: its own figures, sheets on their way in, how full days are, kiosks."""
