"""Whole games by bots, as fast as they go, and what came of many of them.

No hashing, no clock, no pool: who has several cores plays chunks of games on each and merges the
tallies. Reproducible from one seed.
"""
