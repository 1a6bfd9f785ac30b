"""Events of pulses."""

from typing import TypeAlias

from game.events.base import Event
from game.model.pulses import Pulse
from game.vocabulary import PulseId, SeatId


class PulseEvent(Event, frozen=True):
    """What the facilitator asks all seats, and what they answer; nothing in play."""


class PulseAsked(PulseEvent, frozen=True):
    """The facilitator asked all seats something."""

    pulse: Pulse


class PulseAnswered(PulseEvent, frozen=True):
    """A seat answered, or answered otherwise than before."""

    seat: SeatId
    pulse: PulseId
    answer: str


class PulseClosed(PulseEvent, frozen=True):
    """No answers are taken any more."""

    pulse: PulseId


AnyPulseEvent: TypeAlias = PulseAsked | PulseAnswered | PulseClosed
