"""Tables in play: one writer each, the game clock, who sits where, and what each viewer is told.

`live` is the write path, `play` the state that the log gives, `telling` what viewers get, `clock`
game time, `lobby` sessions, people and passes, `bots` the players that are none. Only here does
the server decide and fold, and read or write the store.
"""
