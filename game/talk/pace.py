"""Saying where one stands: done talking, ready with the plan, in need of help."""

from collections.abc import Iterator
from typing import ClassVar, Self

from game.draft import Draft
from game.events.control import HelpAsked
from game.events.seats import DoneSaid, ReadySaid
from game.forms import ALL_PHASES, SeatCommand, Words
from game.model.table import Table
from game.ruleset import Ruleset
from game.vocabulary import Phase, Reason, Refused, SeatId, TextId


class Done(SeatCommand, frozen=True):
    """This seat has talked enough, or takes that back; when all have, Talk ends."""

    phases = frozenset({Phase.TALK})
    of_the_phase: ClassVar[bool] = True
    done: bool = True

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """The one that changes something."""
        yield cls(done=not table.seat(by).done)

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """Something new."""
        if table.seat(by).done == self.done:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Say it."""
        draft.emit(DoneSaid(by, self.done))


class Ready(SeatCommand, frozen=True):
    """The plan stands, or is taken up again; when all are ready, plans are locked."""

    phases = frozenset({Phase.PLAN})
    of_the_phase: ClassVar[bool] = True
    ready: bool = True

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """The one that changes something."""
        yield cls(ready=not table.seat(by).ready)

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """Something new."""
        if table.seat(by).ready == self.ready:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Say it."""
        draft.emit(ReadySaid(by, self.ready))


class AskHelp(SeatCommand, frozen=True):
    """Raise a hand for the facilitator, or take it down."""

    phases = ALL_PHASES
    while_paused: ClassVar[bool] = True
    while_due: ClassVar[bool] = True
    asks: bool = True
    text: Words | None = None
    """What it wants to know, for the facilitator alone."""

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """The one that changes something."""
        yield cls(asks=not table.seat(by).asks_help)

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """Something new."""
        if table.seat(by).asks_help == self.asks:
            raise Refused(Reason.ALREADY)
        if self.text is not None and not self.asks:
            raise Refused(Reason.OUT_OF_RANGE, "text")

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Raise it."""
        draft.emit(HelpAsked(by, self.asks, None if self.text is None else TextId(self.text)))
