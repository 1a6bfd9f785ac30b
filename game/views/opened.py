"""What the facilitator has opened to all in the debrief, secret by secret (RULES section 9)."""

from msgspec import Struct

from game.model import Score, Table
from game.views.deals import DealView, PromiseView, deal_view, promise_view
from game.views.pulses import PulseResult, pulse_results
from game.views.shown import is_opened
from game.vocabulary import ConcernId, SeatId


class ConcernOpened(Struct, frozen=True, gc=False):
    """A seat's concern, and whether it was met."""

    seat: SeatId
    concern: ConcernId
    met: bool


class Opened(Struct, frozen=True, gc=False):
    """What was secret during the game and lies open now."""

    secrets: tuple[str, ...]
    concerns: tuple[ConcernOpened, ...]
    scores: tuple[Score, ...]
    """Item by item, with the concerns of all opened."""
    promises: tuple[PromiseView, ...]
    deals: tuple[DealView, ...]
    pulses: tuple[PulseResult, ...]


def opened(table: Table) -> Opened | None:
    """What lies open; None: nothing yet."""
    if not table.opened_secrets:
        return None
    met = {one.seat: one.concern > 0 for one in table.scores}
    shown = [seat for seat in table.seats if is_opened(table, f"concern:{seat.id}")]
    deals = is_opened(table, "deals")
    return Opened(
        secrets=table.opened_secrets,
        concerns=tuple(
            ConcernOpened(seat.id, seat.concern, met.get(seat.id, False)) for seat in shown
        ),
        scores=table.scores if len(shown) == len(table.seats) else (),
        promises=tuple(promise_view(one) for one in table.promises if deals),
        deals=tuple(deal_view(one) for one in table.deals if deals),
        pulses=pulse_results(table) if is_opened(table, "pulses") else (),
    )
