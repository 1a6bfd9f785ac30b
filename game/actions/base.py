"""What an action is: its object, what it lacks now, and what it does at its turn.

An action sees the table and its own act. Whether it stands in a plan, and in which order the
kinds have their turn, is no business of its own.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from game.acts import Act, named
from game.draft import Draft
from game.model.dependencies import Dependency, Side
from game.model.seats import Seat
from game.model.table import Table
from game.moves import side_of
from game.vocabulary import Holding, Reason, Refused, SeatId, Topic


class Action(ABC):
    """One kind of planned action. All cost 1 AP."""

    kind: ClassVar[str]
    """Its name in plans, promises, texts and logs."""
    objects: ClassVar[tuple[str, ...]] = ()
    """Which of `dependency`, `seat`, `frame` an act of this kind names."""
    may_name: ClassVar[tuple[str, ...]] = ()
    """Which of them it may name besides."""
    once: ClassVar[bool] = True
    """The same act may not stand twice in a plan."""
    inside: ClassVar[bool] = False
    """Others see only that something inside the agency was done."""
    budget: ClassVar[int] = 0
    """What it costs when it works, besides its AP."""
    topic: ClassVar[Topic] = Topic.CONTENT
    """What a deal is about that promises it."""
    thanked: ClassVar[bool] = False
    """Promised and kept, it raises trust; on a dependency only where the other side is party."""

    def acts(self, table: Table, seat: SeatId) -> Iterator[Act]:
        """Every act of this kind that has a form here, in a fixed order, whether it would work
        or not. Here: the one that names no object.
        """
        yield Act(self.kind)

    def formed(self, table: Table, seat: SeatId, act: Act) -> Act:
        """This act in its one form. Here: as it is.

        Refused: there is no such action at this table.
        """
        return act

    @abstractmethod
    def check(self, table: Table, seat: SeatId, act: Act) -> None:
        """What this act lacks now, as far as the seat itself may know.

        Refused: it would fail at its turn if nothing changed until then.
        """

    @abstractmethod
    def resolve(self, draft: Draft, seat: SeatId, act: Act) -> None:
        """Have its turn.

        Refused: it fails, for this reason; then nothing has happened.
        """


def own_dependencies(table: Table, seat: SeatId) -> Iterator[Dependency]:
    """Those to which this seat is a party."""
    return (one for one in table.dependencies if side_of(one, seat) is not None)


def dependency_of(table: Table, act: Act) -> Dependency:
    """The dependency that an act names; its form makes sure that it names one."""
    return table.dependency(named(act.dependency))


def party(one: Dependency, seat: SeatId) -> Side:
    """This seat's side.

    Refused: it is no party.
    """
    side = side_of(one, seat)
    if side is None:
        raise Refused(Reason.NOT_A_PARTY)
    return side


def knows_real(table: Table, seat: SeatId, one: Dependency) -> None:
    """Refused: the seat does not know that the dependency is real."""
    if one.id not in table.seat(seat).known:
        raise Refused(Reason.NOT_KNOWN_REAL)
    if not one.real:
        raise Refused(Reason.DEAD_END)


def standing(table: Table, seat: SeatId, kind: str) -> list[Act]:
    """The acts of a kind in a seat's plan that its own house has not spoilt (coded: C17)."""
    held = table.seat(seat)
    return [
        act
        for place, act in enumerate(held.plan or ())
        if act.kind == kind and place not in held.spoilt
    ]


def affords(held: Seat, amount: int) -> None:
    """Refused: the budget does not suffice."""
    if held.budget < amount:
        raise Refused(Reason.NO_BUDGET, f"{held.budget} of {amount}")


def under(held: Seat, holding: Holding, limit: int, reason: Reason) -> None:
    """Refused: a holding has reached its limit."""
    found = held.holding(holding)
    if found >= limit:
        raise Refused(reason, f"{found} of {limit}")
