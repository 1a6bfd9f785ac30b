"""`answer`: meet the objection of one side of a dependency, for good."""

from collections.abc import Iterator

from game.actions.base import Action, affords, dependency_of, knows_real, party
from game.acts import Act, named
from game.draft import Draft
from game.events.dependencies import Answered
from game.model.table import Table
from game.moves import pay
from game.vocabulary import Rationality, Reason, Refused, SeatId


class Answer(Action):
    """That side's objection is answered; an economic one costs 1 budget."""

    kind = "answer"
    thanked = True
    objects = ("dependency", "seat")

    def acts(self, table: Table, seat: SeatId) -> Iterator[Act]:
        """Every side of every dependency that is not the seat's own."""
        for one in table.dependencies:
            for side in one.sides:
                if side.seat != seat:
                    yield Act(self.kind, one.id, side.seat)

    def check(self, table: Table, seat: SeatId, act: Act) -> None:
        """Not the objecting side itself; it must know that the dependency is real."""
        one = dependency_of(table, act)
        if act.seat is None or act.seat == seat:
            raise Refused(Reason.OWN_OBJECTION)
        side = party(one, act.seat)
        if side.answered:
            raise Refused(Reason.ANSWERED_ALREADY)
        # What all can see comes first: a reason that others read tells them nothing of a secret.
        affords(table.seat(seat), answer_cost(table, act.seat))
        knows_real(table, seat, one)

    def resolve(self, draft: Draft, seat: SeatId, act: Act) -> None:
        """Answer it; the side is under protest no longer."""
        self.check(draft.table, seat, act)
        one = dependency_of(draft.table, act)
        objecting = named(act.seat)
        pay(draft, seat, answer_cost(draft.table, objecting))
        draft.emit(Answered(one.id, objecting, seat))


def answer_cost(table: Table, objecting: SeatId) -> int:
    """Budget for answering the objection of this seat."""
    return 1 if table.seat(objecting).rationality is Rationality.ECONOMIC else 0
