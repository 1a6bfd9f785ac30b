"""Counts of the whole tree of a game small enough to walk to its end."""
