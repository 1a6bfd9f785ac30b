"""What is over, and what it came to."""

from game.acts import Act, Value
from game.vocabulary import CardId, Rationality, Reason, SeatId


class Resolved(Value, frozen=True):
    """What became of one planned action at the last reveal."""

    seat: SeatId
    act: Act
    worked: bool
    reason: Reason | None = None


class Count(Value, frozen=True):
    """A counted launch vote, in seat order; None abstained. No votes: none was held."""

    votes: tuple[bool | None, ...]
    passed: bool


class Quarter(Value, frozen=True):
    """One quarter of year one, as it ended."""

    card: CardId
    bounced: int
    absorbed: int
    rating: int


class SeatPast(Value, frozen=True):
    """What a seat had when a round ended; for goals that ask `by round r`."""

    budget: int
    autonomy: int
    routines: int
    portals: int
    live: int
    signed: int
    answered: int
    broken: int
    tokens: int


class RoundPast(Value, frozen=True):
    """The table when a round ended."""

    round: int
    support: int
    legal_pressure: int
    counter: int
    live: int
    signed: int
    fragmentation: int
    frame: Rationality
    agenda: Rationality
    seats: tuple[SeatPast, ...]


class Score(Value, frozen=True):
    """A seat's own score, item by item (RULES section 8)."""

    seat: SeatId
    autonomy: int
    budget: int
    portals: int
    tokens: int
    goal: int
    core_value: int
    concern: int

    @property
    def own(self) -> int:
        """The sum of the items."""
        return (
            self.autonomy
            + self.budget
            + self.portals
            + self.tokens
            + self.goal
            + self.core_value
            + self.concern
        )


def rating_of(counter: int, support: int) -> int:
    """The citizens' rating before a launch (RULES section 1)."""
    return 5 + (counter >= 4) + (support >= 6)
