"""The reveal: locked plans resolved kind by kind, then what follows from them (section 2.4)."""

from game.actions import ACTIONS
from game.actions.base import Action
from game.acts import Act
from game.course.going_live import go_live
from game.course.promises import judge_promises
from game.draft import Draft
from game.events.course import DueFell, PhaseBegan, Stopped
from game.events.seats import ActResolved, PlanLocked
from game.model.seats import Seat
from game.model.table import Table
from game.moves import move_holding
from game.vocabulary import Due, Holding, Phase, Reason, Refused, SeatId


def lock_plans(draft: Draft) -> None:
    """No plan changes any more; a seat that sent none passes, which is marked as default."""
    for seat in draft.table.seats:
        draft.emit(PlanLocked(seat.id, seat.plan or (), by_default=seat.plan is None))
    if draft.table.modules.inner_house:
        # Also where no house has lost its backing: a pause for chance would tell that one has.
        draft.emit(DueFell(Due.HAPHAZARD))
    else:
        reveal(draft)


def haphazard_acts(table: Table) -> list[tuple[SeatId, int]]:
    """Planned actions, by seat and place in its plan, of houses that have lost their backing."""
    return [
        (seat.id, place)
        for seat in table.seats
        if seat.backing == 0
        for place in range(len(seat.plan or ()))
    ]


def capacity(table: Table, seat: Seat) -> int:
    """Action points of this round: one fewer where the own house gives no backing."""
    return seat.capacity - (table.modules.inner_house and seat.backing == 0)


def reveal(draft: Draft) -> None:
    """Resolve all plans, and what follows from them."""
    draft.emit(PhaseBegan(Phase.REVEAL, draft.table.round, draft.table.params.reveal_s))
    resolve_plans(draft)
    judge_promises(draft)
    go_live(draft)
    if draft.table.modules.inner_house:
        count_losses(draft)
    if draft.table.support == 0:
        draft.emit(Stopped())


def resolve_plans(draft: Draft) -> None:
    """Kind by kind; inside a kind seat by seat, starting with seat (round mod seats)."""
    seats = draft.table.seats
    start = draft.table.round % len(seats)
    planned: dict[str, list[tuple[Seat, int, Act]]] = {}
    for seat in (*seats[start:], *seats[:start]):
        for place, act in enumerate(seat.plan or ()):
            planned.setdefault(act.kind, []).append((seat, place, act))
    for action in ACTIONS:
        for seat, place, act in planned.get(action.kind, ()):
            resolve_act(draft, action, seat.id, act, spoilt=place in seat.spoilt)


def resolve_act(draft: Draft, action: Action, seat: SeatId, act: Act, *, spoilt: bool) -> None:
    """One action has its turn: it works, or fails with its reason."""
    if spoilt:
        draft.emit(ActResolved(seat, act, worked=False, reason=Reason.HAPHAZARD))
        return
    try:
        action.resolve(draft, seat, act)
    except Refused as refused:
        draft.emit(ActResolved(seat, act, worked=False, reason=refused.reason))
    else:
        draft.emit(ActResolved(seat, act, worked=True))


def count_losses(draft: Draft) -> None:
    """An agency that lost 2 or more autonomy in this round loses backing at home."""
    for seat in draft.table.seats:
        if seat.autonomy_lost > 1:
            move_holding(draft, seat.id, Holding.BACKING, -1)
