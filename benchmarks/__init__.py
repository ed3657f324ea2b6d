"""How fast, in how much memory, next to other programs: `make bench`."""
