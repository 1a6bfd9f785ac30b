"""The seats as everybody sees them."""

from game.model.seats import Seat
from game.model.table import Matrix, Table
from game.views.shown import Shown, back_ledger_open
from game.vocabulary import (
    Architecture,
    Governance,
    Holder,
    OptionId,
    Rationality,
    SeatId,
)


class SeatShown(Shown, frozen=True):
    """An agency as everybody sees it."""

    id: SeatId
    rationality: Rationality
    capacity: int
    budget: int
    autonomy: int
    portals: int
    routines: int | None
    """None: not opened by an audit."""
    tokens: int
    """Trust tokens that others have placed here."""
    holder: Holder
    bot: str | None
    stands_in: bool
    dropped: bool
    done: bool
    planned: bool
    ready: bool
    voted: bool
    calls_vote: bool
    choice: OptionId | None
    architecture: Architecture | None
    host: SeatId | None
    governance: Governance | None


def seats_shown(table: Table, trust: Matrix) -> tuple[SeatShown, ...]:
    """The seats as all see them, in seat order."""
    tokens = map(sum, zip(*trust, strict=True))
    opened = back_ledger_open(table)
    pairs = zip(table.seats, tokens, strict=True)
    return tuple([seat_shown(seat, here, opened=opened) for seat, here in pairs])


def seat_shown(seat: Seat, tokens: int, *, opened: bool) -> SeatShown:
    """A seat as all see it, its routines only where the back ledger is opened."""
    return SeatShown(
        id=seat.id,
        rationality=seat.rationality,
        capacity=seat.capacity,
        budget=seat.budget,
        autonomy=seat.autonomy,
        portals=seat.portals,
        routines=seat.routines if opened else None,
        tokens=tokens,
        holder=seat.holder,
        bot=seat.bot,
        stands_in=seat.stands_in,
        dropped=seat.dropped,
        done=seat.done,
        planned=seat.plan is not None,
        ready=seat.ready,
        voted=seat.vote is not None,
        calls_vote=seat.calls_vote,
        choice=seat.choice,
        architecture=seat.architecture,
        host=seat.host,
        governance=seat.governance,
    )
