"""Tables in play: one writer each, the game clock, and what each viewer is told.

`live` is the write path, `play` the state that the log gives, `telling` what viewers get, `clock`
game time, `bots` the players that are none. Only here does the server decide and evolve.
"""
