"""What seats plan, promise and offer: the values that commands and the model share.

Shapes only; whether an act has a form, or a term can be met, is said elsewhere.
"""

from typing import TypeVar

from msgspec import Struct

from game.vocabulary import DependencyId, Rationality, SeatId

Named = TypeVar("Named")


def named(what: Named | None) -> Named:
    """What a value names where its form makes sure that it does.

    Raises:
        LookupError: it has not that form: a fault of ours.
    """
    if what is None:
        raise LookupError
    return what


class Value(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """A frozen value of the model; never part of a cycle, so the collector need not look."""


class Act(Value, frozen=True):
    """An action with its object, as planned or promised (RULES section 3).

    `kind` is a name of `game.actions.ACTIONS`. `seat` is the side whose objection an `answer`
    meets, or the agency that a `reform` reforms where that is not the actor's own.
    """

    kind: str
    dependency: DependencyId | None = None
    seat: SeatId | None = None
    frame: Rationality | None = None


class Pledge(Value, frozen=True):
    """A promised action and the round in which it falls due.

    Besides the actions, `act.kind` may be `no_guard`, `no_portal`, `vote_launch`, `vote_hold`.
    """

    act: Act
    due: int


class Terms(Value, frozen=True):
    """What one side of a deal gives: at once, and promised."""

    pay: int = 0
    place: int = 0
    tell: tuple[DependencyId, ...] = ()
    promise: tuple[Pledge, ...] = ()
