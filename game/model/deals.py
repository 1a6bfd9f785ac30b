"""What seats have agreed, and what they owe."""

from game.acts import Act, Terms, Value
from game.vocabulary import DealId, DealState, PromiseId, Reason, SeatId, Topic, Verdict


class Promise(Value, frozen=True):
    """What a seat has promised another in a deal (RULES section 4)."""

    id: PromiseId
    by: SeatId
    to: SeatId
    act: Act
    due: int
    """The round at whose reveal (for a vote: after whose count) it is judged."""
    confidential: bool
    verdict: Verdict = Verdict.OPEN


class Deal(Value, frozen=True):
    """An offer between two seats, open or what became of it; kept until its round ends."""

    id: DealId
    by: SeatId
    to: SeatId
    give: Terms
    get: Terms
    topic: Topic
    confidential: bool
    thread: DealId
    """The first offer of this thread of counter-offers."""
    counters: DealId | None = None
    state: DealState = DealState.OPEN
    reason: Reason | None = None
