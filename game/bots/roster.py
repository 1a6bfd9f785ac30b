"""Every bot there is, by the name under which it is put on a seat: the one list of them."""

from typing import Final

from game.bots.at_random import AtRandom
from game.bots.base import Bot
from game.bots.house.player import House
from game.bots.personality import PRESETS

BOTS: Final[dict[str, Bot]] = {
    "random": AtRandom(),
    **{name: House(name, habits) for name, habits in PRESETS.items()},
}
"""Bots keep nothing between calls, so one of each serves every seat of every table."""

HOUSE: Final = "mixed"
"""The bot that sits in where nobody says which."""
