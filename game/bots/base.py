"""What a bot is: asked with a view, it answers with commands and a reason for each."""

from abc import ABC, abstractmethod
from enum import StrEnum

from msgspec import Struct

from game.bots.sheet import Sheet
from game.rng import Dice
from game.talk import AnySeatCommand
from game.views.view import View


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


class Move(Struct, frozen=True, gc=False):
    """A command that a bot wants to give, and why."""

    command: AnySeatCommand
    why: Why


class Bot(ABC):
    """A way to play any seat. It keeps nothing between two calls: all it knows is in the view."""

    name: str
    """As on the roster; its words lie in the texts under `bots.<name>`."""

    @abstractmethod
    def choose(self, view: View, sheet: Sheet, draw: Dice) -> tuple[Move, ...]:
        """The commands to give in this order, each as far as it is still accepted.

        `view` is that of the seat; its menu may be missing. Ask again when something was changed
        by others; an empty answer means that there is nothing to do for now.
        """
