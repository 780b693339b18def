"""Every view of the program as pictures to look at: ``python -m tests.gallery`` writes them and a sheet of all."""
