"""Saying things, in public or in confidence (RULES section 2.2)."""

from typing import ClassVar

from game.draft import Draft
from game.events.talk import Said
from game.forms import SeatCommand, Words
from game.model.table import Table
from game.ruleset import Ruleset
from game.vocabulary import Phase, Reason, Refused, SeatId, TextId, Topic


class Say(SeatCommand, frozen=True):
    """Say something to all or (`to`) to one seat; the sender says what it is about."""

    phases = frozenset({Phase.TALK})
    is_open: ClassVar[bool] = True
    text: Words
    topic: Topic = Topic.CONTENT
    to: SeatId | None = None

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """To somebody else."""
        if self.to == by:
            raise Refused(Reason.YOURSELF)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Say it."""
        draft.emit(Said(by, TextId(self.text), self.topic, self.to))
