"""Sending a plan (RULES section 2.3)."""

from typing import Annotated, ClassVar

from msgspec import Meta

from game.acts import Act
from game.course.reveal import capacity
from game.draft import Draft
from game.events.seats import PlanSent, ReadySaid
from game.forms import SeatCommand
from game.model.table import Table
from game.plans import check_plan, formed
from game.ruleset import Ruleset
from game.vocabulary import Phase, SeatId


class Plan(SeatCommand, frozen=True):
    """The actions of this round, in secret; the last plan sent counts.

    Refused only for its form.
    """

    phases = frozenset({Phase.PLAN})
    of_the_phase: ClassVar[bool] = True
    is_open: ClassVar[bool] = True
    acts: Annotated[tuple[Act, ...], Meta(max_length=12)]

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """No more AP than capacity, no unknown object, nothing twice that goes but once."""
        acts = tuple([formed(table, by, act) for act in self.acts])
        check_plan(acts, capacity(table, table.seat(by)))

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Keep it; a seat that was ready and plans anew is not."""
        acts = tuple([formed(draft.table, by, act) for act in self.acts])
        draft.emit(PlanSent(by, acts))
        if draft.table.seat(by).ready:
            draft.emit(ReadySaid(by, ready=False))
