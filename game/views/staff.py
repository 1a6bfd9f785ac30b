"""What the facilitator sees besides what all see: everything but the seed (RULES section 9)."""

from msgspec import Struct

from game.model.cards import AgendaCard
from game.model.jots import MOST_JOTS, Jot, Look, tally
from game.model.seats import StandIn
from game.model.table import Table
from game.views.deals import (
    DealView,
    PromiseView,
    confided_deals,
    confided_promises,
    deal_view,
    promise_view,
)
from game.views.own import Own, own
from game.views.pulses import PulseResult, pulse_results
from game.views.reveal import Turn, turn_in_full
from game.vocabulary import CardId, DependencyId, Topic


class Staff(Struct, frozen=True, gc=False):
    """The facilitator's part of a view."""

    seats: tuple[Own, ...]
    """Each seat's own part, in seat order."""
    real: tuple[DependencyId, ...]
    """The dependencies that are real."""
    bounced: int
    deals: tuple[DealView, ...]
    """In confidence, of this round."""
    promises: tuple[PromiseView, ...]
    """In confidence."""
    turns: tuple[Turn, ...]
    agenda_deck: tuple[AgendaCard, ...]
    event_deck: tuple[CardId, ...]
    year_one_deck: tuple[CardId, ...]
    opened_secrets: tuple[str, ...]
    counted: dict[Topic, int]
    """What was said aloud, by what it was about; what a rewind set aside is left out."""
    looks: tuple[Look, ...]
    jots: tuple[Jot, ...]
    """What was noted, marked and counted last, and may be taken back."""
    stand_in: StandIn | None
    """The bot that sits in for who is away."""
    pulses: tuple[PulseResult, ...]
    """Every pulse so far, with all answers."""


def staff(table: Table) -> Staff:
    """The facilitator's part of the view."""
    return Staff(
        seats=tuple(own(table, seat.id) for seat in table.seats),
        real=tuple(one.id for one in table.dependencies if one.real),
        bounced=table.bounced,
        deals=tuple(map(deal_view, confided_deals(table.deals))),
        promises=tuple(map(promise_view, confided_promises(table.promises))),
        turns=tuple(turn_in_full(one) for one in table.resolved),
        agenda_deck=table.agenda_deck,
        event_deck=table.event_deck,
        year_one_deck=table.year_one_deck,
        opened_secrets=table.opened_secrets,
        counted=tally(table.jots),
        looks=table.looks,
        jots=table.jots[-MOST_JOTS:],
        stand_in=table.stand_in,
        pulses=pulse_results(table),
    )
