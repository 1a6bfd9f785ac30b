"""Events of trust."""

from typing import TypeAlias

from game.events.base import Event
from game.vocabulary import Loss, SeatId


class TrustEvent(Event, frozen=True):
    """Tokens that `seat` has placed with `other`."""

    seat: SeatId
    other: SeatId


class TokenPlaced(TrustEvent, frozen=True):
    """One token from the hand; `bound` where a deal placed it: it cannot go back this round."""

    bound: bool = False


class TokenTaken(TrustEvent, frozen=True):
    """One token back into the hand."""


class TokenEarned(TrustEvent, frozen=True):
    """One token from the bank."""


class TokenLost(TrustEvent, frozen=True):
    """Tokens to the bank: first those placed, then those earned."""

    placed: int
    earned: int
    why: Loss


class PairWarmed(TrustEvent, frozen=True):
    """This pair has had the trust that a signing brings, once a game."""


class PairThanked(TrustEvent, frozen=True):
    """This pair has had the trust that a kept promise brings, once a round."""


AnyTrustEvent: TypeAlias = (
    TokenPlaced | TokenTaken | TokenEarned | TokenLost | PairWarmed | PairThanked
)
