"""What a bot is: asked with a view, it answers with commands and a reason for each."""

from abc import ABC, abstractmethod

from msgspec import Struct

from game.bots.sheet import Sheet
from game.rng import Dice
from game.talk import AnySeatCommand
from game.views.view import View
from game.voices import Why


class Move(Struct, frozen=True, gc=False):
    """A command that a bot wants to give, and why."""

    command: AnySeatCommand
    why: Why


class Bot(ABC):
    """A way to play any seat. It keeps nothing between two calls: all it knows is in the view."""

    name: str
    """As in the lineup; its words lie in the texts under `bots.<name>`."""

    @abstractmethod
    def choose(self, view: View, sheet: Sheet, draw: Dice) -> tuple[Move, ...]:
        """The commands to give in this order, each as far as it is still accepted.

        `view` is that of the seat; its menu may be missing. Ask again when something was changed
        by others; an empty answer means that there is nothing to do for now.
        """
