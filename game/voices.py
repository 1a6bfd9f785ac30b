"""What bots are called, why they say that they did something, and what they speak of aloud.

Below the bots and the words that people read of them: both take it from here.
"""

from enum import StrEnum
from typing import Final

RANDOM: Final = "random"


class Temper(StrEnum):
    """The house bots, by what they care for and how they behave."""

    PUBLIC_SPIRITED = "public_spirited"
    MIXED = "mixed"
    SELF_SERVING = "self_serving"
    CONTENT_MINDED = "content_minded"
    TURF_MINDED = "turf_minded"
    ANTICIPATING = "anticipating"
    SHORTSIGHTED = "shortsighted"
    TRUSTING = "trusting"
    WARY = "wary"
    EAGER = "eager"
    RELIABLE = "reliable"
    FICKLE = "fickle"


DESIGNS: Final = ("house", "ahead")
"""Populations of different make; each has every temper."""


def bot_of(design: str, temper: str) -> str:
    """The name of a bot of this design and temper.

    >>> bot_of("house", "mixed"), bot_of("ahead", "mixed")
    ('mixed', 'ahead_mixed')
    """
    return str(temper) if design == "house" else f"{design}_{temper}"


BOT_NAMES: Final = (RANDOM, *(bot_of(design, temper) for design in DESIGNS for temper in Temper))
"""Every bot there is."""


class Why(StrEnum):
    """Why a bot did it, in one key; the sentence for people lies in the texts under `why.<key>`."""

    AT_RANDOM = "at_random"
    SHARES_KNOWLEDGE = "shares_knowledge"
    BUILDS_TRUST = "builds_trust"
    WAS_LET_DOWN = "was_let_down"
    SEEKS_PARTNER = "seeks_partner"
    SEEKS_ALLY = "seeks_ally"
    ASKS_MORE = "asks_more"
    DEAL_PAYS = "deal_pays"
    DEAL_COSTS = "deal_costs"
    HANDS_FULL = "hands_full"
    BEST_OPTION = "best_option"
    CHEAPER_TOGETHER = "cheaper_together"
    FITS_ITS_LOGIC = "fits_its_logic"
    READY_TO_LAUNCH = "ready_to_launch"
    NOT_READY = "not_ready"
    SPEAKS_UP = "speaks_up"
    NOTHING_LEFT = "nothing_left"
    PLANS_BEST = "plans_best"
    LOOKS_AHEAD = "looks_ahead"


SAYS: Final[dict[str, frozenset[str]]] = {
    "content": frozenset({"dependency"}),
    "jurisdiction": frozenset(),
    "cost": frozenset(),
}
"""What a bot says aloud, by topic, and the places of each."""
