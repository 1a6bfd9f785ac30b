"""`counter`: improve the front office."""

from game.actions.base import Action, affords
from game.acts import Act
from game.draft import Draft
from game.model.table import Table
from game.moves import TRACK_MAX, move_track, pay
from game.vocabulary import Reason, Refused, SeatId, Track


class Counter(Action):
    """Counter +1, for 1 budget; support +1 when it first reaches 2 and when it first reaches 4."""

    kind = "counter"
    once = False
    budget = 1

    def check(self, table: Table, seat: SeatId, act: Act) -> None:
        """Budget, and room on the track."""
        limit = TRACK_MAX[Track.COUNTER]
        if table.counter >= limit:
            raise Refused(Reason.COUNTER_FULL, f"{table.counter} of {limit}")
        affords(table.seat(seat), self.budget)

    def resolve(self, draft: Draft, seat: SeatId, act: Act) -> None:
        """Improve it; citizens notice, and so does politics."""
        self.check(draft.table, seat, act)
        high = draft.table.counter_high
        pay(draft, seat, self.budget)
        move_track(draft, Track.COUNTER, 1)
        if draft.table.counter in {2, 4} and draft.table.counter > high:
            move_track(draft, Track.SUPPORT, 1)
