"""The server around the game: sockets, pages, the store, people and their passes, the clock.

It holds no rule: it asks `game.decide` and tells the answer. Nothing is told before it is stored,
and every command gets exactly one answer. `server.app` is the only place that wires the parts
together and the only one that reads the wall clock. Names are imported from the module that owns
them: nothing is exported again from this file.
"""
