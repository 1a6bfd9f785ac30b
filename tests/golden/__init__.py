"""Whole games as they were played, with every view: blessed by a command, read in review."""
