"""Folding events into a table. No rules, no chance, no refusals: the log is always right."""
