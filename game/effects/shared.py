"""Effects on what all share: tracks, agenda, measures."""

from game.draft import Draft
from game.effects.base import Effect
from game.events.tracks import AuditHeld, BuildingFrozen, DeadlineSet, DirectivesMoved
from game.moves import move_track, next_agenda, shift_agenda
from game.vocabulary import Phase, Rationality
from game.vocabulary import Track as SharedTrack


class Track(Effect, frozen=True):
    """A shared track moves by steps."""

    track: SharedTrack
    by: int

    def apply(self, draft: Draft, luck: int) -> bool:
        """Move it, up to its ends."""
        return move_track(draft, self.track, self.by) != 0


class Agenda(Effect, frozen=True):
    """The agenda becomes `to`, or (None) the next agenda card."""

    to: Rationality | None = None

    def apply(self, draft: Draft, luck: int) -> bool:
        """Shift it."""
        if self.to is not None:
            shift_agenda(draft, self.to)
            return True
        return next_agenda(draft)


class Audit(Effect, frozen=True):
    """The back ledger opens to all for this round; a shining counter before it costs support."""

    def apply(self, draft: Draft, luck: int) -> bool:
        """Hold the audit (RULES section 5)."""
        draft.emit(AuditHeld())
        if draft.table.counter >= 2 and draft.table.bounced >= 2:
            move_track(draft, SharedTrack.SUPPORT, -2)
        return True


class Freeze(Effect, frozen=True):
    """Building rests in this round for dependencies of this sensitivity or more."""

    sensitivity: int

    def apply(self, draft: Draft, luck: int) -> bool:
        """Freeze it; in year one there is nothing to freeze."""
        if draft.table.phase is Phase.YEAR_ONE:
            return False
        draft.emit(BuildingFrozen(self.sensitivity))
        return True


class Directives(Effect, frozen=True):
    """The sponsor has more or fewer directives left."""

    by: int

    def apply(self, draft: Draft, luck: int) -> bool:
        """Move their number, not below zero; before a governance is in force there are none."""
        table = draft.table
        to = max(0, table.directives + self.by)
        if table.phase is Phase.YEAR_ONE or table.governance is None or to == table.directives:
            return False
        draft.emit(DirectivesMoved(to - table.directives, to))
        return True


class Deadline(Effect, frozen=True):
    """If not launched by the Briefing of this round: legal pressure +2, support -1."""

    round: int

    def apply(self, draft: Draft, luck: int) -> bool:
        """Set it, unless it is past or the service is launched."""
        if draft.table.phase is Phase.YEAR_ONE or self.round < draft.table.round:
            return False
        draft.emit(DeadlineSet(self.round))
        return True
