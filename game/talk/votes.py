"""Calling a launch vote, casting it, and choosing what a card asks (RULES sections 2, 5, 7)."""

from collections.abc import Iterator
from typing import ClassVar, Self

from game.choice import Choice
from game.draft import Draft
from game.effects.base import ALL
from game.events.seats import ChoiceMade, VoteCalled, VoteCast
from game.forms import SeatCommand
from game.model.table import Table
from game.ruleset import Ruleset
from game.vocabulary import OptionId, Phase, Reason, Refused, SeatId


class CallVote(SeatCommand, frozen=True):
    """Call a launch vote for the end of this round, or take the call back; it needs two seats."""

    phases = frozenset({Phase.TALK})
    of_the_phase: ClassVar[bool] = True
    calls: bool = True

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """The one that changes something."""
        yield cls(calls=not table.seat(by).calls_vote)

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """Late enough in the game, and something new."""
        if table.round < table.params.vote_from:
            raise Refused(Reason.TOO_EARLY, f"round {table.round} of {table.params.vote_from}")
        if table.seat(by).calls_vote == self.calls:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Call it."""
        draft.emit(VoteCalled(by, self.calls))


class CastVote(SeatCommand, frozen=True):
    """Vote to launch or to hold; secret until all have voted, and not to be changed."""

    phases = frozenset({Phase.VOTE})
    of_the_phase: ClassVar[bool] = True
    launch: bool

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """Launch, then hold."""
        yield cls(launch=True)
        yield cls(launch=False)

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """Not counted yet, and not voted yet."""
        if table.count is not None:
            raise Refused(Reason.NO_VOTE_NOW)
        if table.seat(by).vote is not None:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Cast it."""
        draft.emit(VoteCast(by, self.launch))


class Choose(SeatCommand, frozen=True):
    """Vote for an option of the card on the table; votes are open and may be changed in Talk."""

    phases = frozenset({Phase.TALK})
    option: OptionId

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """The card's options, in its order."""
        choice = open_choice(table, rules)
        if choice is not None:
            for option in choice.options:
                yield cls(option.id)

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """A choice is open, to this seat, with this option, and something new."""
        choice = open_choice(table, rules)
        if choice is None:
            raise Refused(Reason.NOTHING_DUE)
        if choice.by not in {ALL, by}:
            raise Refused(Reason.NOT_YOURS)
        if all(option.id != self.option for option in choice.options):
            raise Refused(Reason.UNKNOWN, f"option {self.option[:40]}")
        if table.seat(by).choice == self.option:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Choose it."""
        draft.emit(ChoiceMade(by, self.option))


def open_choice(table: Table, rules: Ruleset) -> Choice | None:
    """The choice of the standing card that is still open."""
    standing = table.standing
    if standing is None or not standing.choosing:
        return None
    return rules.card(standing.card, standing.written).choice
