"""Whether a goal or concern can still be met: False only where no play of the seats can reach it.

An upper bound, deliberately kind: it counts every action point that is left for the goal alone,
and takes for granted that all partners help. What a card or the facilitator may still bring is left
out.
"""

from typing import assert_never

from msgspec import Struct

from game.goals import (
    AgendaIs,
    Amount,
    AnyPredicate,
    CoreValueKept,
    FrameIs,
    Measure,
    NotFirst,
    OutcomeIs,
    measured,
)
from game.model.dependencies import Dependency
from game.model.table import Table
from game.moves import HOLDING_MAX, TRACK_MAX, TRUST_MAX, side_of
from game.ruleset import Ruleset
from game.vocabulary import Holding, Outcome, Phase, SeatId, State, Track


class Prospect(Struct, frozen=True, gc=False):
    """A goal of a seat at one moment."""

    seat: SeatId
    goal: str
    """`goal`, `core_value`, or the id of its concern."""
    met: bool
    """As things stand."""
    possible: bool


def prospects(table: Table, rules: Ruleset) -> tuple[Prospect, ...]:
    """Public goal, core value and concern of every seat, in seat order."""
    found: list[Prospect] = []
    for seat in table.seats:
        goals: dict[str, tuple[AnyPredicate, ...]] = {
            "goal": rules.seat(seat.id).goal,
            "core_value": (CoreValueKept(),),
            str(seat.concern): rules.concern(seat.concern).met_when,
        }
        for name, goal in goals.items():
            met = all(one.met(table, seat.id) for one in goal)
            possible = all(can_be(one, table, seat.id) for one in goal)
            found.append(Prospect(seat.id, name, met, possible))
    return tuple(found)


def can_be(one: AnyPredicate, table: Table, seat: SeatId) -> bool:
    """Whether a predicate can still be true of this seat at the end."""
    if table.phase is Phase.ENDED:
        return one.met(table, seat)
    match one:
        case Amount():
            return amount_can_be(one, table, seat)
        case OutcomeIs():
            return any(outcome_can_be(outcome, table) for outcome in one.one_of)
        case CoreValueKept():
            return one.met(table, seat) or bool(own_real(table, seat))
        case NotFirst():
            first = table.first_signed
            fits = first is None or side_of(table.dependency(first), seat) is None
            return one.met(table, seat) or (fits and bool(own_real(table, seat)))
        case FrameIs() | AgendaIs():
            return True
        case _:
            assert_never(one)


def amount_can_be(one: Amount, table: Table, seat: SeatId) -> bool:
    """Whether a number can still lie within its bounds when it counts."""
    if one.met(table, seat):
        return True
    if one.by_round is not None and (table.round > one.by_round or len(table.past) >= one.by_round):
        return False
    last = table.params.rounds if one.by_round is None else one.by_round
    low, high = reach(one.of, table, seat, max(0, last - table.round + 1))
    return (one.at_least is None or high >= one.at_least) and (
        one.at_most is None or low <= one.at_most
    )


def reach(measure: Measure, table: Table, seat: SeatId, rounds: int) -> tuple[int, int]:  # noqa: C901  one case a measure
    """Between which ends a number can come in so many rounds, this one included."""
    now, held = measured(table, seat, measure), table.seat(seat)
    own = held.capacity * rounds
    all_acts = sum(one.capacity for one in table.seats) * rounds
    match measure:
        case Measure.BUDGET:
            return 0, HOLDING_MAX[Holding.BUDGET]
        case Measure.AUTONOMY:
            portals = HOLDING_MAX[Holding.PORTALS] - held.portals
            high = max(now, table.params.guard_below) + portals
            return 0, min(high, now + own, HOLDING_MAX[Holding.AUTONOMY])
        case Measure.ROUTINES:
            return now, min(now + all_acts, HOLDING_MAX[Holding.ROUTINES])
        case Measure.PORTALS:
            return now, min(now + own, HOLDING_MAX[Holding.PORTALS])
        case Measure.COUNTER:
            return now, min(now + all_acts, TRACK_MAX[Track.COUNTER])
        case Measure.SUPPORT:
            return 0, TRACK_MAX[Track.SUPPORT]
        case Measure.FRAGMENTATION:
            return now, now + all_acts
        case Measure.BROKEN:
            return now, now + table.params.open_promises * (rounds + 1)
        case Measure.TOKENS:
            return 0, TRUST_MAX * (len(table.seats) - 1)
        case Measure.LIVE | Measure.SIGNED:
            return 0, len(own_real(table, seat))
        case Measure.ANSWERED:
            return now, max(now, len(own_real(table, seat)))
        case _:
            assert_never(measure)


def own_real(table: Table, seat: SeatId) -> list[Dependency]:
    """The dependencies of a seat that the service needs; only these can be signed."""
    return [one for one in needed(table) if side_of(one, seat) is not None]


def needed(table: Table) -> list[Dependency]:
    """All that are real, or signed already."""
    return [one for one in table.dependencies if one.real or one.state is not State.OPEN]


def outcome_can_be(outcome: Outcome, table: Table) -> bool:
    """Whether the game can still end so."""
    enough = len(needed(table)) >= table.need
    match outcome:
        case Outcome.JOINED_UP:
            return not table.stopped and enough
        case Outcome.FACADE | Outcome.WITHDRAWN:
            return not table.stopped
        case Outcome.PAPER:
            return table.launched is None and enough
        case Outcome.NOT_LAUNCHED:
            return table.launched is None
        case _:
            assert_never(outcome)
