"""Figures as charts, tables and sentences. One option serves window, files and paper; nothing here draws."""
