"""How a dependency is signed: what both `direct` and `sign` need and do (RULES section 3)."""

from game.draft import Draft
from game.events.dependencies import Signed
from game.events.trust import PairWarmed
from game.model.dependencies import Dependency, Side
from game.model.table import Table
from game.moves import earn, move_holding, waiver
from game.vocabulary import (
    Architecture,
    Context,
    Governance,
    Holding,
    Reason,
    Refused,
    SeatId,
    State,
)


def may_be_signed(table: Table, one: Dependency) -> None:
    """Refused: it is signed already, or the round's signings are spent."""
    if one.state is not State.OPEN:
        raise Refused(Reason.NOT_OPEN)
    limit = signings_limit(table)
    if limit is not None and table.signings >= limit:
        raise Refused(Reason.SIGNINGS_SPENT, f"{table.signings} of {limit}")


def signings_limit(table: Table) -> int | None:
    """How many signings count a round (the steering committee's agenda); None: any number."""
    if table.governance is Governance.HIERARCHY:
        return table.params.hierarchy_signings
    return None


def stands(table: Table, one: Dependency, side: Side) -> bool:
    """Whether this side's objection is neither answered nor waived nor overridden."""
    return not (side.answered or waiver(table, one, side) or table.push >= one.sensitivity)


def sign(draft: Draft, one: Dependency, *, directive: bool) -> None:
    """Sign it: each side without answer or waiver is under protest and pays with autonomy."""
    held = tuple(0 if side.answered else waiver(draft.table, one, side) for side in one.sides)
    protest = tuple(
        not side.answered and not tokens for side, tokens in zip(one.sides, held, strict=True)
    )
    draft.emit(Signed(one.id, directive, (protest[0], protest[1]), (held[0], held[1])))
    for side, protests in zip(one.sides, protest, strict=True):
        move_holding(
            draft,
            side.seat,
            Holding.AUTONOMY,
            -signing_cost(draft.table, side.seat, protests=protests),
        )
        if protests and draft.table.modules.inner_house:
            move_holding(draft, side.seat, Holding.BACKING, -1)


def signing_cost(table: Table, seat: SeatId, *, protests: bool) -> int:
    """Autonomy that a signing costs this side: under `central` one more, except the host's."""
    cost = 2 if protests else 1
    if table.architecture is Architecture.CENTRAL and seat != table.host:
        # RULES section 6: strong registers spare the agencies this.
        cost += table.context is not Context.STRONG_REGISTERS
    return cost


def warm(draft: Draft, one: Dependency) -> None:
    """T + 1 both ways, once a pair and game, where neither side is under protest."""
    first, second = (side.seat for side in one.sides)
    if (first, second) in draft.table.warmed or (second, first) in draft.table.warmed:
        return
    draft.emit(PairWarmed(first, second))
    earn(draft, first, second)
    earn(draft, second, first)
