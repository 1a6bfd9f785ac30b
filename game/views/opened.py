"""What the facilitator has opened to all in the debrief, secret by secret (RULES section 9)."""

from msgspec import Struct

from game.acts import Act
from game.model.past import Score
from game.model.table import Table
from game.views.deals import DealView, PromiseView, deal_view, promise_view
from game.views.pulses import PulseResult, pulse_results
from game.views.reveal import Turn, turn_in_full
from game.views.shown import is_opened
from game.vocabulary import ConcernId, Rationality, SeatId


class ConcernOpened(Struct, frozen=True, gc=False):
    """A seat's concern, and whether it was met."""

    seat: SeatId
    concern: ConcernId
    met: bool


class PlanOpened(Struct, frozen=True, gc=False):
    """What a seat had planned at this moment; None: nothing yet."""

    seat: SeatId
    acts: tuple[Act, ...] | None


class Opened(Struct, frozen=True, gc=False):
    """What was secret during the game and lies open now."""

    secrets: tuple[str, ...]
    concerns: tuple[ConcernOpened, ...]
    scores: tuple[Score, ...]
    """Item by item, with the concerns of all opened."""
    promises: tuple[PromiseView, ...]
    deals: tuple[DealView, ...]
    plans: tuple[PlanOpened, ...]
    turns: tuple[Turn, ...]
    """The last reveal in full: inside work and every reason."""
    next_agenda: Rationality | None
    """What the headline was a rumour of: the next agenda card. None: not opened, or none left."""
    pulses: tuple[PulseResult, ...]


def opened(table: Table) -> Opened | None:
    """What lies open; None: nothing yet."""
    if not table.opened_secrets:
        return None
    met = {one.seat: one.concern > 0 for one in table.scores}
    shown = [seat for seat in table.seats if is_opened(table, f"concern:{seat.id}")]
    deals, plans = is_opened(table, "deals"), is_opened(table, "plans")
    return Opened(
        secrets=table.opened_secrets,
        concerns=tuple(
            ConcernOpened(seat.id, seat.concern, met.get(seat.id, False)) for seat in shown
        ),
        scores=table.scores if len(shown) == len(table.seats) else (),
        promises=tuple(promise_view(one) for one in table.promises if deals),
        deals=tuple(deal_view(one) for one in table.deals if deals),
        plans=tuple(PlanOpened(one.id, one.plan) for one in table.seats if plans),
        turns=tuple(turn_in_full(one) for one in table.resolved if plans),
        next_agenda=next_agenda(table) if is_opened(table, "headlines") else None,
        pulses=pulse_results(table) if is_opened(table, "pulses") else (),
    )


def next_agenda(table: Table) -> Rationality | None:
    """The agenda card that comes next; None: none is left."""
    return table.agenda_deck[0].rationality if table.agenda_deck else None
