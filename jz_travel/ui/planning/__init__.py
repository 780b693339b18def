"""Asking the planner and reading its answer: a form, the work behind it, and the reasons for what is left out."""
