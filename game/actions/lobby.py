"""`lobby`: win political support for the project as it is presented."""

from game.actions.base import Action
from game.acts import Act
from game.draft import Draft
from game.events.tracks import Lobbied
from game.model.table import Table
from game.moves import move_track
from game.vocabulary import Reason, Refused, SeatId, Track


class Lobby(Action):
    """Support +1 where the frame fits the agenda, a few times a round."""

    kind = "lobby"
    once = False

    def check(self, table: Table, seat: SeatId, act: Act) -> None:
        """The frame must be the agenda."""
        if table.frame is not table.agenda:
            raise Refused(Reason.FRAME_IS_NOT_AGENDA)
        if table.lobbied >= table.params.lobby_a_round:
            raise Refused(Reason.LOBBY_LIMIT, f"{table.lobbied} of {table.params.lobby_a_round}")

    def resolve(self, draft: Draft, seat: SeatId, act: Act) -> None:
        """Gain support."""
        self.check(draft.table, seat, act)
        draft.emit(Lobbied())
        move_track(draft, Track.SUPPORT, 1)
