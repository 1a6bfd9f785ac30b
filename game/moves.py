"""The steps that actions, deals and cards are made of, each within the bounds of the table.

A track stops at its ends, a hand is never below zero, trust never above 3. Nothing here decides
whether something may be done: that is said where it is asked for.
"""

from typing import Final, assert_never

from game.draft import Draft
from game.events.dependencies import BecameCommon, DependencyWeighed, ProtestEnded
from game.events.seats import AgencyMoved, Learned, Paid
from game.events.tracks import AgendaShifted, TrackMoved
from game.events.trust import TokenEarned, TokenLost, TokenPlaced
from game.model.dependencies import Dependency, Side
from game.model.table import Table
from game.vocabulary import (
    Architecture,
    CardId,
    Context,
    DependencyId,
    Holding,
    Loss,
    Rationality,
    SeatId,
    Track,
)

TRUST_MAX: Final = 3
SENSITIVITY_MAX: Final = 3
TRACK_MAX: Final = {
    Track.SUPPORT: 10,
    Track.LEGAL_PRESSURE: 10,
    Track.COUNTER: 6,
    Track.RATING: 10,
}
HOLDING_MAX: Final = {
    Holding.CAPACITY: 6,
    Holding.BUDGET: 8,
    Holding.AUTONOMY: 10,
    Holding.ROUTINES: 3,
    Holding.PORTALS: 2,
    Holding.BACKING: 5,
    Holding.HAND: 20,
}
"""The ends of the scales of RULES section 1."""


def move_track(draft: Draft, track: Track, by: int) -> int:
    """Move a shared track, up to its ends; how far it went."""
    before = draft.table.track(track)
    to = min(max(before + by, 0), TRACK_MAX[track])
    if to != before:
        draft.emit(TrackMoved(track, to - before, to))
    return to - before


def move_holding(draft: Draft, seat: SeatId, holding: Holding, by: int) -> int:
    """Move a number of an agency, up to its ends; how far it went."""
    before = draft.table.seat(seat).holding(holding)
    to = min(max(before + by, 0), HOLDING_MAX[holding])
    if to != before:
        draft.emit(AgencyMoved(seat, holding, to - before, to))
    return to - before


def pay(draft: Draft, seat: SeatId, amount: int, to: SeatId | None = None) -> None:
    """Pay budget; whoever asks has made sure that it is there."""
    if amount:
        draft.emit(Paid(seat, amount, to))


def earn(draft: Draft, truster: SeatId, trusted: SeatId, limit: int = TRUST_MAX) -> None:
    """T[truster][trusted] + 1 from the bank, unless it is at `limit` (RULES section 1)."""
    if draft.table.trust(truster, trusted) >= limit:
        return
    draft.emit(TokenEarned(truster, trusted))
    soothe(draft, truster, trusted)


def place(draft: Draft, seat: SeatId, other: SeatId, *, bound: bool) -> None:
    """One token from the hand to another seat; it may end a protest."""
    draft.emit(TokenPlaced(seat, other, bound))
    soothe(draft, seat, other)


def lose(draft: Draft, seat: SeatId, other: SeatId, count: int, *, why: Loss) -> None:
    """Up to `count` tokens of `seat` with `other` go to the bank: those placed first."""
    table = draft.table
    row, column = table.index(seat), table.index(other)
    placed = min(count, table.placed[row][column])
    earned = min(count - placed, table.earned[row][column])
    if placed or earned:
        draft.emit(TokenLost(seat, other, placed, earned, why))


def waiver(table: Table, one: Dependency, side: Side) -> int:
    """How many tokens waive this side's objection now; 0: they do not (RULES section 3).

    Waived, if that side has placed with the other at least s tokens, or at least one token and
    tokens + push >= s. Coded: C04, C05.
    """
    tokens = table.trust(side.seat, other_side(one, side.seat).seat)
    return waiving(tokens, table.push, one.sensitivity)


def waiving(tokens: int, push: int, sensitivity: int) -> int:
    """How many of these tokens waive an objection of this sensitivity; 0: they do not."""
    if tokens >= 1 and tokens + push >= sensitivity:
        return max(1, sensitivity - push)
    return 0


def soothe(draft: Draft, seat: SeatId, other: SeatId) -> None:
    """End the protests of `seat` towards `other` that its tokens suffice for now."""
    for one in draft.table.dependencies:
        for side in one.sides:
            if side.protest and side.seat == seat and other_side(one, seat).seat == other:
                held = waiver(draft.table, one, side)
                if held:
                    draft.emit(ProtestEnded(one.id, seat, held))


def side_of(one: Dependency, seat: SeatId) -> Side | None:
    """This seat's side of a dependency; None: it is no party."""
    first, second = one.sides
    if first.seat == seat:
        return first
    return second if second.seat == seat else None


def other_side(one: Dependency, seat: SeatId) -> Side:
    """The side across from this seat, which is a party."""
    first, second = one.sides
    return second if first.seat == seat else first


def learn(draft: Draft, seat: SeatId, dependency: DependencyId) -> bool:
    """This seat knows the truth of a dependency; whether that was new to it."""
    if dependency in draft.table.seat(seat).known:
        return False
    draft.emit(Learned(seat, dependency))
    return True


def known_to_both(table: Table, dependency: DependencyId) -> bool:
    """Both parties know whether it is real."""
    sides = table.dependency(dependency).sides
    return all(dependency in table.seat(side.seat).known for side in sides)


def make_common(draft: Draft, dependency: DependencyId) -> None:
    """All know the truth of a dependency."""
    if draft.table.dependency(dependency).common:
        return
    draft.emit(BecameCommon(dependency))
    for seat in draft.table.seats:
        learn(draft, seat.id, dependency)


def next_agenda(draft: Draft) -> bool:
    """The next agenda card becomes the agenda; whether there was one."""
    if not draft.table.agenda_deck:
        return False
    card = draft.table.agenda_deck[0]
    shift_agenda(draft, card.rationality, card.id)
    return True


def shift_agenda(draft: Draft, to: Rationality, card: CardId | None = None) -> None:
    """Politics cares about this now; with the inner house, agencies of that logic gain backing."""
    news = draft.table.agenda is not to
    draft.emit(AgendaShifted(to, card))
    if news and draft.table.modules.inner_house:
        for seat in draft.table.seats:
            if seat.rationality is to:
                move_holding(draft, seat.id, Holding.BACKING, 1)


def weigh(draft: Draft, one: Dependency, sensitivity: int = 0, effort: int = 0) -> None:
    """Change the numbers of a dependency, then count in architecture and context again."""
    base_sensitivity = min(max(one.base_sensitivity + sensitivity, 1), SENSITIVITY_MAX)
    base_effort = max(one.base_effort + effort, 1)
    now = weights(draft.table, base_sensitivity, base_effort)
    found = (*now, base_sensitivity, base_effort)
    if found != (one.sensitivity, one.effort, one.base_sensitivity, one.base_effort):
        draft.emit(DependencyWeighed(one.id, *found))


def weights(table: Table, sensitivity: int, effort: int) -> tuple[int, int]:
    """Sensitivity and effort as they count under this architecture and context (section 6)."""
    match table.context:
        case Context.STRONG_REGISTERS:
            effort -= 1
        case Context.FEDERAL:
            sensitivity += 1
        case Context.PLAIN | Context.HUB_BY_LAW:
            pass
        case _:
            assert_never(table.context)
    sensitivity, effort = in_architecture(table, sensitivity, effort)
    return min(max(sensitivity, 1), SENSITIVITY_MAX), max(effort, 1)


def in_architecture(table: Table, sensitivity: int, effort: int) -> tuple[int, int]:
    """The same by the architecture alone, ends not yet drawn."""
    match table.architecture:
        case Architecture.CLEARING_HOUSE:
            sensitivity -= 1
            if table.context is not Context.HUB_BY_LAW:
                effort += table.params.clearing_house_effort
        case Architecture.CENTRAL:
            effort -= 1
            if table.context is not Context.STRONG_REGISTERS:
                sensitivity += 1
        case Architecture.EXCHANGE:
            pass
        case _:
            assert_never(table.architecture)
    return sensitivity, effort


def hub_effort(table: Table) -> int:
    """Progress at which the hub of a clearing house stands."""
    if table.context is Context.HUB_BY_LAW:
        return table.params.hub_by_law_effort
    return table.params.hub_effort
