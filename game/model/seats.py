"""One agency and its seat."""

from game.acts import Act, Value
from game.model.pulses import PulseAnswer
from game.vocabulary import (
    Architecture,
    ConcernId,
    DependencyId,
    Governance,
    Holder,
    Holding,
    OptionId,
    PersonId,
    Rationality,
    SeatId,
    TextId,
)


class StandIn(Value, frozen=True):
    """A bot that sits in for a seat whose people are all away, until one of them is back."""

    after_min: int
    """Minutes of game time without a device before it sits in."""
    bot: str
    """The name of its preset."""


class Seat(Value, frozen=True):
    """One agency and what its seat has done this round."""

    id: SeatId
    rationality: Rationality
    concern: ConcernId
    capacity: int
    """Action points a round, before a lost backing takes one."""
    budget: int
    hand: int
    """Trust tokens in hand."""
    autonomy: int = 10
    routines: int = 0
    portals: int = 0
    backing: int = 3
    known: tuple[DependencyId, ...] = ()
    """The dependencies whose truth this seat knows now."""
    scanned: Rationality | None = None
    """What a scan told of the next agenda card, until that card comes."""
    holder: Holder = Holder.NOBODY
    person: PersonId | None = None
    sharers: tuple[PersonId, ...] = ()
    """Who shares the seat with `person`: they see and do the same."""
    bot: str | None = None
    stands_in: bool = False
    """The bot sat in because nobody of the seat was there; they may have it back at any time."""
    dropped: bool = False
    """Gates do not wait for this seat (a facilitator's act)."""
    asks_help: bool = False
    help_text: TextId | None = None
    """What it asks, while its hand is up."""
    done: bool = False
    plan: tuple[Act, ...] | None = None
    spoilt: tuple[int, ...] = ()
    """The places in its plan of the actions that its own house lets fail (coded: C17)."""
    ready: bool = False
    vote: bool | None = None
    """True: launch. None: not voted."""
    choice: OptionId | None = None
    """The option voted for on the standing card."""
    calls_vote: bool = False
    architecture: Architecture | None = None
    """The architecture backed now."""
    host: SeatId | None = None
    governance: Governance | None = None
    broken: int = 0
    """Promises broken in this game."""
    autonomy_lost: int = 0
    """Autonomy lost in this round, net of gains; with the inner house, 2 or more costs backing."""
    placed_with: tuple[SeatId, ...] = ()
    taken_from: tuple[SeatId, ...] = ()
    bound_to: tuple[SeatId, ...] = ()
    """Partners with whom a token was placed in a deal this round."""
    pulses: tuple[PulseAnswer, ...] = ()
    """Its answers to pulses, in the order of the first ones."""

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Everybody who sits here, whoever came first in front."""
        return self.sharers if self.person is None else (self.person, *self.sharers)

    def holding(self, holding: Holding) -> int:
        """What the agency has of this: each holding is a field of its own name."""
        found: int = getattr(self, holding.value)
        return found
