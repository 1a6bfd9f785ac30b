"""`frame`: present the project in another way, together with a second seat."""

from collections import Counter
from collections.abc import Iterator

from game.actions.base import Action, standing
from game.acts import Act, named
from game.draft import Draft
from game.events.tracks import FrameMoved
from game.model.table import Table
from game.vocabulary import Rationality, Reason, Refused, SeatId


class Frame(Action):
    """The project's frame becomes F where two different seats choose F in one round."""

    kind = "frame"
    thanked = True
    objects = ("frame",)

    def acts(self, table: Table, seat: SeatId) -> Iterator[Act]:
        """The four frames."""
        for frame in Rationality:
            yield Act(self.kind, frame=frame)

    def check(self, table: Table, seat: SeatId, act: Act) -> None:
        """Nothing that one seat alone could know."""

    def resolve(self, draft: Draft, seat: SeatId, act: Act) -> None:
        """Most seats win; a tie changes nothing."""
        votes, chosen = self.votes(draft.table), named(act.frame)
        mine = votes[chosen]
        if mine < 2:
            raise Refused(Reason.NOT_SECONDED)
        if any(count >= mine for frame, count in votes.items() if frame is not chosen):
            raise Refused(Reason.OUTVOTED)
        if draft.table.frame is not chosen:
            draft.emit(FrameMoved(chosen))

    def votes(self, table: Table) -> Counter[Rationality]:
        """Seats by the frame that stands in their locked plan and was not spoilt."""
        return Counter(
            frame
            for one in table.seats
            for frame in {act.frame for act in standing(table, one.id, self.kind)}
            if frame is not None
        )
