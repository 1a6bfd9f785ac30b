"""Whom a phase waits for, when a clock ends it, and how it goes on by itself (RULES section 2)."""

from collections.abc import Callable, Iterator
from typing import Final, assert_never

from game.course.launch import count_votes
from game.course.reveal import lock_plans
from game.course.rounds import after_reveal, after_vote, begin_plan, begin_talk
from game.course.year_one import next_quarter
from game.draft import Draft
from game.model.seats import Seat
from game.model.table import Table
from game.ruleset import Ruleset
from game.vocabulary import Holder, Phase, SeatId

TIMED: Final = frozenset({Phase.PLAN, Phase.VOTE})
"""Phases that the clock ends also without autopilot."""
NOBODY: Final = Holder.NOBODY
LACKS: Final[dict[Phase, Callable[[Seat], bool]]] = {
    Phase.TALK: lambda seat: not seat.done,
    Phase.PLAN: lambda seat: not seat.ready,
    Phase.VOTE: lambda seat: seat.vote is None,
}
"""Whether a seat has not done yet what a phase asks of all; other phases ask nothing."""


def counts(seat: Seat) -> bool:
    """Whether gates wait for this seat: somebody holds it and it was not dropped."""
    return not seat.dropped and seat.holder is not NOBODY


def waiting_for(table: Table) -> tuple[SeatId, ...]:
    """The seats whose act this phase needs, in seat order."""
    return tuple(seat.id for seat in missing(table) if counts(seat))


def missing(table: Table) -> Iterator[Seat]:
    """The seats, held or not, that have not done yet what this phase asks of all."""
    lacks = LACKS.get(table.phase)
    if lacks is None or (table.count is not None and table.phase is Phase.VOTE):
        return iter(())
    return filter(lacks, table.seats)


def settle(draft: Draft, rules: Ruleset) -> None:
    """Go on where a gate waits for nobody any more."""
    table = draft.table
    if table.paused or table.due is not None or any(map(counts, missing(table))):
        return
    if not any(map(counts, table.seats)):
        return
    match table.phase:
        case Phase.TALK:
            begin_plan(draft, rules)
        case Phase.PLAN:
            lock_plans(draft)
        case Phase.VOTE if table.count is None:
            count_votes(draft)
        case _:
            return


def clock_ends(table: Table) -> bool:
    """Whether the clock ends the phase when its length is over."""
    if table.length_s is None or table.due is not None or table.paused:
        return False
    if table.phase is Phase.VOTE and table.count is not None:
        return table.autopilot
    return table.phase in TIMED or (table.autopilot and table.phase is not Phase.ENDED)


def go_on(draft: Draft, rules: Ruleset) -> None:  # noqa: C901  one case a phase
    """End the phase, whoever is still missing."""
    match draft.table.phase:
        case Phase.BRIEFING:
            begin_talk(draft)
        case Phase.TALK:
            begin_plan(draft, rules)
        case Phase.PLAN:
            lock_plans(draft)
        case Phase.REVEAL:
            after_reveal(draft, rules)
        case Phase.VOTE if draft.table.count is None:
            count_votes(draft)
        case Phase.VOTE:
            after_vote(draft, rules)
        case Phase.YEAR_ONE:
            next_quarter(draft, rules)
        case Phase.LOBBY | Phase.ENDED:
            raise LookupError(draft.table.phase)
        case _:
            assert_never(draft.table.phase)
