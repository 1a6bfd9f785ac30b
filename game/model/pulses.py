"""What the facilitator asked all seats, and what they answered."""

from game.acts import Value
from game.vocabulary import Phase, PulseForm, PulseId, PulseQuestion, SeatId, TextId


class PulseAnswer(Value, frozen=True):
    """What one seat answered to a pulse; the last answer counts."""

    pulse: PulseId
    answer: str


class Pulse(Value, frozen=True):
    """A question of the facilitator to all seats. It and its answers change nothing in play."""

    id: PulseId
    form: PulseForm
    round: int
    """When it was asked."""
    phase: Phase
    question: PulseQuestion | None = None
    """None: in the facilitator's own words."""
    text: TextId | None = None
    about: SeatId | None = None
    open: bool = True
