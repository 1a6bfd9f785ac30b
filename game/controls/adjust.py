"""Setting a value by hand, with a stated reason (RULES section 10)."""

from typing import Annotated, ClassVar

from msgspec import Meta

from game.draft import Draft
from game.events.control import Adjusted
from game.events.dependencies import Answered, Built, DependencyTurned, Suspended, WentLive
from game.events.seats import AgencyMoved
from game.events.tracks import FrameMoved, TrackMoved
from game.forms import Control, Words
from game.model.table import Table
from game.moves import (
    HOLDING_MAX,
    TRACK_MAX,
    earn,
    lose,
    make_common,
    shift_agenda,
    side_of,
)
from game.references import known_dependency, known_seat
from game.ruleset import Ruleset
from game.vocabulary import (
    DependencyId,
    Holding,
    Loss,
    Rationality,
    Reason,
    Refused,
    SeatId,
    State,
    TextId,
    Track,
)


class Adjustment(Control, frozen=True, kw_only=True):
    """A value set by hand; `text` says why, for the log."""

    while_paused: ClassVar[bool] = True
    text: Words

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Say that what follows was the facilitator's, then set it."""
        draft.emit(Adjusted(TextId(self.text)))
        self.adjust(draft)

    def adjust(self, draft: Draft) -> None:
        """Set the value."""
        raise NotImplementedError


class AdjustTrack(Adjustment, frozen=True, kw_only=True):
    """Set a shared track."""

    track: Track
    to: Annotated[int, Meta(ge=0, le=10)]

    def check(self, table: Table, rules: Ruleset) -> None:
        """Within its ends; the rating stands only after launch."""
        if self.to > TRACK_MAX[self.track]:
            raise Refused(Reason.OUT_OF_RANGE, f"{self.to} of {TRACK_MAX[self.track]}")
        if self.track is Track.RATING and table.rating is None:
            raise Refused(Reason.TOO_EARLY)

    def adjust(self, draft: Draft) -> None:
        """Set it."""
        by = self.to - draft.table.track(self.track)
        draft.emit(TrackMoved(self.track, by, self.to))


class AdjustAgency(Adjustment, frozen=True, kw_only=True):
    """Set a number of an agency."""

    seat: SeatId
    holding: Holding
    to: Annotated[int, Meta(ge=0, le=20)]

    def check(self, table: Table, rules: Ruleset) -> None:
        """Within its ends."""
        known_seat(table, self.seat)
        if self.to > HOLDING_MAX[self.holding]:
            raise Refused(Reason.OUT_OF_RANGE, f"{self.to} of {HOLDING_MAX[self.holding]}")

    def adjust(self, draft: Draft) -> None:
        """Set it."""
        by = self.to - draft.table.seat(self.seat).holding(self.holding)
        draft.emit(AgencyMoved(self.seat, self.holding, by, self.to))


class AdjustTrust(Adjustment, frozen=True, kw_only=True):
    """Set T[seat][other]: tokens come from the bank or go there."""

    seat: SeatId
    other: SeatId
    to: Annotated[int, Meta(ge=0, le=3)]

    def check(self, table: Table, rules: Ruleset) -> None:
        """Two seats of this table."""
        known_seat(table, self.seat)
        known_seat(table, self.other)
        if self.seat == self.other:
            raise Refused(Reason.YOURSELF)

    def adjust(self, draft: Draft) -> None:
        """Set it."""
        by = self.to - draft.table.trust(self.seat, self.other)
        for _ in range(by):
            earn(draft, self.seat, self.other)
        if by < 0:
            lose(draft, self.seat, self.other, -by, why=Loss.CARD)


class AdjustAgenda(Adjustment, frozen=True, kw_only=True):
    """Set the agenda, the frame, or both."""

    agenda: Rationality | None = None
    frame: Rationality | None = None

    def check(self, table: Table, rules: Ruleset) -> None:
        """At least one of them."""
        if self.agenda is None and self.frame is None:
            raise Refused(Reason.OUT_OF_RANGE, "agenda or frame")

    def adjust(self, draft: Draft) -> None:
        """Set them."""
        if self.agenda is not None:
            shift_agenda(draft, self.agenda)
        if self.frame is not None:
            draft.emit(FrameMoved(self.frame))


class AdjustDependency(Adjustment, frozen=True, kw_only=True):
    """Change a dependency: its progress, an objection answered, known to all, live or suspended."""

    dependency: DependencyId
    progress: Annotated[int, Meta(ge=0, le=10)] | None = None
    answered: SeatId | None = None
    common: bool = False
    real: bool | None = None
    live: bool | None = None

    def check(self, table: Table, rules: Ruleset) -> None:
        """A dependency of this table; it goes live only from signed or suspended."""
        known_dependency(table, self.dependency)
        one = table.dependency(self.dependency)
        if self == AdjustDependency(text=self.text, dependency=self.dependency):
            raise Refused(Reason.OUT_OF_RANGE, "nothing to change")
        if self.answered is not None and side_of(one, self.answered) is None:
            raise Refused(Reason.NOT_A_PARTY)
        if self.live and one.state is State.OPEN:
            raise Refused(Reason.NOT_SIGNED)
        if self.live is not None and self.live == (one.state is State.LIVE):
            raise Refused(Reason.ALREADY)
        if self.real is not None and one.state is not State.OPEN:
            raise Refused(Reason.NOT_OPEN)
        if self.progress is not None and self.progress > one.effort:
            raise Refused(Reason.OUT_OF_RANGE, f"{self.progress} of {one.effort}")

    def adjust(self, draft: Draft) -> None:
        """Change it, in the order of its fields."""
        if self.real is not None:
            draft.emit(DependencyTurned(self.dependency, self.real))
        if self.common:
            make_common(draft, self.dependency)
        if self.answered is not None:
            draft.emit(Answered(self.dependency, self.answered, self.answered))
        if self.progress is not None:
            by = draft.table.dependency(self.dependency).sides[0].seat
            draft.emit(Built(self.dependency, by, self.progress))
        if self.live is not None:
            again = draft.table.dependency(self.dependency).state is State.SUSPENDED
            event = WentLive(self.dependency, again) if self.live else Suspended(self.dependency)
            draft.emit(event)
