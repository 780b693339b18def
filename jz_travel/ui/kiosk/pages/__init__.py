"""A module for each thing that a visitor can look at; a page is made anew when it is shown, and kept by nobody."""
