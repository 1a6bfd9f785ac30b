"""The rules of the game as values and functions: no clock, no file, no net, no task, no logging.

It imports the standard library's pure parts and msgspec, nothing else, and only `game.rng` imports
`random`. Everything in it is frozen; the same log gives the same table on every machine. What the
server, a page or a bot needs to know about a rule it asks here. Names are imported from the module
that owns them: nothing is exported again from this file.
"""
