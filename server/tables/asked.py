"""What is asked of a table, and how it is answered. Nothing is done here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.commands import AnyCommand
from game.log import Via
from game.model.table import Table
from game.vocabulary import Actor, PersonId

NO_LONGER: Final = "no_longer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A command as it came: who asks, under which id, and who acts in the asker's name."""

    command: AnyCommand
    by: Actor
    id: str
    via: Via
    who: PersonId | None = None
    """Which of the facilitators asks."""
    only_if: Callable[[Table], bool] = lambda _table: True
    """What must hold besides the rules when its turn comes; else it is declined as `no_longer`."""


@dataclass(frozen=True, slots=True)
class Stored:
    """It is in the log, from now or from before."""


@dataclass(frozen=True, slots=True)
class Declined:
    """It was not done; `reason` is one of the game's or of the server's own."""

    reason: str
    detail: str = ""
