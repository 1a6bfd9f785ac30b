"""What a command is: who may give it, when, what it lacks, and what it makes happen.

Whether a seat may act at all (phase, pause, chance due) is judged in `decide`, once for all.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Self

from msgspec import Meta, Struct

from game.draft import Draft
from game.events.base import snake
from game.model.table import Table
from game.ruleset import Ruleset
from game.vocabulary import Phase, SeatId

Words = Annotated[str, Meta(min_length=1, max_length=1000)]
"""Free text: on the wire the words themselves, in the log the id under which they are kept."""

ALL_PHASES = frozenset(Phase)
IN_PLAY = ALL_PHASES - {Phase.LOBBY, Phase.ENDED}


class Command(
    Struct,
    frozen=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="type",
    tag=snake,
):
    """What somebody asks of a table."""

    phases: ClassVar[frozenset[Phase]] = IN_PLAY
    """Where it can be asked at all."""
    while_paused: ClassVar[bool] = False
    while_due: ClassVar[bool] = False
    """Whether it may come while chance owes a draw."""
    of_the_phase: ClassVar[bool] = False
    """It means the phase that its sender saw; in a later one, even of the same name, it would do
    what nobody asked for.
    """


class SeatCommand(Command, frozen=True):
    """What a seat asks: at once, or (a plan) for the reveal."""

    is_open: ClassVar[bool] = False
    """Its fields hold text or terms: it is offered as a form, not listed one by one."""

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """Every command of this kind with fields that exist here, in a fixed order.

        None for open ones.
        """
        yield from ()

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """Refused: the rules do not allow it here."""

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Make it happen; it has been checked."""
        raise NotImplementedError


class Control(Command, frozen=True):
    """What facilitator, chance or clock do."""

    def check(self, table: Table, rules: Ruleset) -> None:
        """Refused: it cannot be done here."""

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Make it happen; it has been checked."""
        raise NotImplementedError
