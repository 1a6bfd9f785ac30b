"""What agencies may need of each other."""

from game.acts import Value
from game.vocabulary import DependencyId, SeatId, State


class Side(Value, frozen=True):
    """One side of a dependency and its objection."""

    seat: SeatId
    answered: bool = False
    protest: bool = False
    held: int = 0
    """Tokens placed with the other side that waive this objection and may not be taken back."""


class Dependency(Value, frozen=True):
    """A possible need of two agencies for each other's data (RULES section 1)."""

    id: DependencyId
    sides: tuple[Side, Side]
    base_sensitivity: int
    base_effort: int
    sensitivity: int
    """As it counts now, after architecture and context."""
    effort: int
    real: bool
    """The truth; hidden."""
    common: bool = False
    """All know the truth: it is on the common map."""
    state: State = State.OPEN
    progress: int = 0
    signed_round: int | None = None
    boosted: bool = False
    """The bonus for mutual trust was used this round."""

    @property
    def protested(self) -> bool:
        """A side is under protest."""
        first, second = self.sides
        return first.protest or second.protest
