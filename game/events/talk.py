"""Events of deals, promises and what is said."""

from typing import TypeAlias

from game.events.base import Event
from game.model.deals import Deal, Promise
from game.vocabulary import DealId, DealState, PromiseId, Reason, SeatId, TextId, Topic, Verdict


class TalkEvent(Event, frozen=True):
    """What seats offer, promise and say to each other."""


class Offered(TalkEvent, frozen=True):
    """A seat made another an offer."""

    deal: Deal


class DealClosed(TalkEvent, frozen=True):
    """An offer is open no longer; `reason` where nobody closed it by will."""

    deal: DealId
    state: DealState
    reason: Reason | None = None


class Promised(TalkEvent, frozen=True):
    """A promise was given in an accepted deal."""

    promise: Promise


class PromiseJudged(TalkEvent, frozen=True):
    """A promise fell due."""

    promise: PromiseId
    verdict: Verdict
    reason: Reason | None = None


class DealUnmet(TalkEvent, frozen=True):
    """An offer was accepted, but a term could not be met: nothing was exchanged, it stays open."""

    deal: DealId


class Said(TalkEvent, frozen=True):
    """A message, public or (to) in confidence."""

    by: SeatId
    text: TextId
    topic: Topic
    to: SeatId | None = None


AnyTalkEvent: TypeAlias = Offered | DealClosed | DealUnmet | Promised | PromiseJudged | Said
