"""Sittings with people: how they are set up, who comes in, where they sit, what is kept of them.

What happens at a table is decided in `server.tables`; no debrief and no role comes in here.
"""
