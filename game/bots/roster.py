"""Every bot there is, by the name under which it is put on a seat: the one list of them."""

from typing import Final

from game.bots.ahead.player import Ahead
from game.bots.at_random import AtRandom
from game.bots.base import Bot
from game.bots.house.player import House
from game.bots.personality import PRESETS

BOTS: Final[dict[str, Bot]] = {
    "random": AtRandom(),
    **{name: House(name, habits) for name, habits in PRESETS.items()},
    **{f"ahead_{name}": Ahead(f"ahead_{name}", habits) for name, habits in PRESETS.items()},
}
"""Bots keep nothing between calls, so one of each serves every seat of every table."""

DESIGNS: Final = ("house", "ahead")
"""Populations of different make; each has every temper of `PRESETS`."""
OFFERED: Final = ("random", *PRESETS, "ahead_mixed")
"""Those that a facilitator may choose from; the others are for the laboratory."""
HOUSE: Final = "mixed"
"""The bot that sits in where nobody says which."""


def bot_of(design: str, temper: str) -> str:
    """The name on the roster of a bot of this design and temper.

    >>> bot_of("house", "mixed"), bot_of("ahead", "mixed")
    ('mixed', 'ahead_mixed')
    """
    return temper if design == "house" else f"{design}_{temper}"
