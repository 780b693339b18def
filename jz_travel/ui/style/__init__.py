"""What every view wears: theme, sheet, icons, motion."""
