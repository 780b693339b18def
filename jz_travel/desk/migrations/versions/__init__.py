"""The steps of the tables, one file each; they are run in the order in which they name each other."""
