"""Keeping what happened: the log of each table, and everything about sessions and people.

`contract` says what a store promises; `opening` makes one from an address. The log is appended by
hand-written SQL in `sqlite` and `postgres`; everything else is SQLModel, one file a subject, in
functions that take a `Session` and are run by `Store.run` (changes) or `Store.look` (reads only).
No rule of the game and no clock may come in: ids and times are handed over by the caller.
"""
