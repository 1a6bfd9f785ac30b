"""A step of a log, played again otherwise.

Everything else stays as it was: what others had voted or planned in the same step holds.
"""

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from game.acts import Act
from game.commands import AnyCommand
from game.controls.course import NextPhase
from game.debrief.rollouts import Moment
from game.decide import judge
from game.log import Entry
from game.model.table import Table
from game.ruleset import Ruleset
from game.talk.pace import Ready
from game.talk.plan import Plan
from game.views.deals import DealView
from game.vocabulary import FACILITATOR, Actor, CardId, OptionId, Phase, Refused, SeatId

Kind = Literal["vote", "promise", "choice", "without", "accept", "decline"]


class Alternative(Struct, frozen=True, omit_defaults=True):
    """Another decision than the one that was taken in entry `version`."""

    kind: Kind
    version: int
    seats: tuple[SeatId, ...]
    """Who would have decided otherwise."""
    launch: bool | None = None
    """How they would have voted."""
    act: Act | None = None
    """What would have been planned as promised, or left out."""
    card: CardId | None = None
    option: OptionId | None = None
    deal: DealView | None = None
    """The offer that would have been accepted or declined."""


class Branch(Struct, frozen=True):
    """An alternative, the moment to which it leads, and the one to which what was done led."""

    what: Alternative
    then: Moment
    was: Moment


class Step(Struct, frozen=True):
    """A moment of the log that counts, with the one before it."""

    rules: Ruleset
    entries: Sequence[Entry]
    line: Sequence[Moment]
    place: int

    @property
    def now(self) -> Moment:
        """The moment after the entry."""
        return self.line[self.place]

    @property
    def before(self) -> Table:
        """The table before the entry, as if nobody had paused it."""
        return awake(self.line[self.place - 1].table)

    @property
    def entry(self) -> Entry:
        """The entry."""
        return self.entries[self.now.version - 1]

    def since(self, phase: Phase) -> tuple[Table, list[Entry]]:
        """The table when `phase` was last open, and what was done from there up to this entry."""
        at = self.place - 1
        while not is_open(self.line[at].table, phase):
            at -= 1
        done = [self.entries[one.version - 1] for one in self.line[at + 1 : self.place + 1]]
        return awake(self.line[at].table), done

    def branch(self, what: Alternative, table: Table) -> Branch:
        """The branch to this table; the same draws follow it as follow what was done."""
        return Branch(what, replace(self.now, table=table), self.now)


def replanned(
    step: Step, seat: SeatId, change: Callable[[tuple[Act, ...]], tuple[Act, ...]]
) -> Table:
    """The table after the reveal, had this seat planned otherwise."""
    table, done = step.since(Phase.PLAN)
    after = change(table.seat(seat).plan or ())
    table = judge(table, Plan(after), Actor(seat), step.rules).table
    table = tried(step.rules, table, Ready(), Actor(seat))
    for entry in done:
        table = tried(step.rules, table, entry.command, entry.by)
    return moved_on(step.rules, table, Phase.PLAN)


def is_open(table: Table, phase: Phase) -> bool:
    """Whether seats may still decide in this phase."""
    return table.phase is phase and table.due is None


def tried(rules: Ruleset, table: Table, command: AnyCommand, by: Actor) -> Table:
    """The table after this command; the same one where the rules do not allow it any more."""
    try:
        return judge(table, command, by, rules).table
    except Refused:
        return table


def moved_on(rules: Ruleset, table: Table, phase: Phase) -> Table:
    """The table when a step is over; the facilitator ends it where somebody is still waited for."""
    if table.phase is phase and table.count is None and table.due is None:
        return tried(rules, table, NextPhase(), FACILITATOR)
    return table


def awake(table: Table) -> Table:
    """The table, not paused."""
    return replace(table, paused=False, pause_text=None, emergency=False)
