"""What a seat sees besides what all see (RULES section 9)."""

from msgspec import Struct

from game.acts import Act
from game.course.going_live import room
from game.course.reveal import capacity
from game.model.past import Score
from game.model.pulses import PulseAnswer
from game.model.seats import Seat
from game.model.table import Table
from game.views.deals import (
    DealView,
    PromiseView,
    confided_deals,
    confided_promises,
    deal_view,
    promise_view,
)
from game.views.reveal import Turn, turn_in_full
from game.vocabulary import CardId, ConcernId, DependencyId, Rationality, SeatId, TextId


class Fact(Struct, frozen=True, gc=False):
    """What a seat knows of a dependency."""

    dependency: DependencyId
    real: bool


class CardGiven(Struct, frozen=True, gc=False):
    """A card that this seat was given and not all others."""

    id: CardId
    words: TextId | None
    """Its words, where the facilitator wrote it; else the ruleset has them."""


class Own(Struct, frozen=True, gc=False):
    """A seat's private sheet and its part of what is confidential."""

    seat: SeatId
    concern: ConcernId
    hand: int
    routines: int
    room: int
    """How many more live dependencies the routines can carry."""
    backing: int | None
    """None: the module is off."""
    points: int
    """Action points of this round."""
    facts: tuple[Fact, ...]
    scanned: Rationality | None
    plan: tuple[Act, ...] | None
    vote: bool | None
    broken: int
    """Promises broken in this game."""
    asks_help: bool
    help_text: TextId | None
    placed_with: tuple[SeatId, ...]
    taken_from: tuple[SeatId, ...]
    deals: tuple[DealView, ...]
    """In confidence, of this round, oldest first."""
    promises: tuple[PromiseView, ...]
    """In confidence."""
    turns: tuple[Turn, ...]
    """The own actions of the last reveal, with their reasons."""
    cards: tuple[CardGiven, ...]
    """Cards of this round that not all were given."""
    score: Score | None
    pulses: tuple[PulseAnswer, ...]
    """What it answered to the facilitator's questions."""


def own(table: Table, seat: SeatId) -> Own:
    """This seat's own part of the view."""
    held = table.seat(seat)
    return Own(
        seat=seat,
        concern=held.concern,
        hand=held.hand,
        routines=held.routines,
        room=room(table, seat),
        backing=held.backing if table.modules.inner_house else None,
        points=capacity(table, held),
        facts=facts(table, held),
        scanned=held.scanned,
        plan=held.plan,
        vote=held.vote,
        broken=held.broken,
        asks_help=held.asks_help,
        help_text=held.help_text,
        placed_with=held.placed_with,
        taken_from=held.taken_from,
        deals=tuple(
            [deal_view(one) for one in confided_deals(table.deals) if seat in (one.by, one.to)]
        ),
        promises=tuple(
            [
                promise_view(one)
                for one in confided_promises(table.promises)
                if seat in (one.by, one.to)
            ]
        ),
        turns=tuple([turn_in_full(one) for one in table.resolved if one.seat == seat]),
        cards=tuple([CardGiven(one.card, one.words) for one in table.sent if seat in one.to]),
        score=next((one for one in table.scores if one.seat == seat), None),
        pulses=held.pulses,
    )


def facts(table: Table, held: Seat) -> tuple[Fact, ...]:
    """What a seat knows, in the order of the dependencies."""
    known = held.known
    return tuple([Fact(one.id, one.real) for one in table.dependencies if one.id in known])
