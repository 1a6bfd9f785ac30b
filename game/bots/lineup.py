"""Every bot there is, by the name under which it is put on a seat: the one list of them."""

from typing import Final

from game.bots.ahead.player import Ahead
from game.bots.at_random import AtRandom
from game.bots.base import Bot
from game.bots.house.player import House
from game.bots.personality import PRESETS
from game.voices import RANDOM, Temper, bot_of

BOTS: Final[dict[str, Bot]] = {
    RANDOM: AtRandom(),
    **{str(name): House(str(name), PRESETS[name]) for name in Temper},
    **{bot_of("ahead", name): Ahead(bot_of("ahead", name), PRESETS[name]) for name in Temper},
}
"""Bots keep nothing between calls, so one of each serves every seat of every table."""

OFFERED: Final = (RANDOM, *map(str, Temper), bot_of("ahead", Temper.MIXED))
"""Those that a facilitator may choose from; the others are for the laboratory."""
HOUSE: Final = str(Temper.MIXED)
"""The bot that sits in where nobody says which."""
