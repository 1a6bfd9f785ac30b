"""Deals and promises, as those see them who may."""

from msgspec import Struct

from game.acts import Act, Terms
from game.latest import latest
from game.model.deals import Deal, Promise
from game.vocabulary import (
    DealId,
    DealState,
    PromiseId,
    Reason,
    SeatId,
    Topic,
    Verdict,
)


class DealView(Struct, frozen=True, gc=False):
    """An offer and what became of it."""

    id: DealId
    thread: DealId
    counters: DealId | None
    by: SeatId
    to: SeatId
    give: Terms
    """What `by` gives."""
    get: Terms
    """What `to` gives."""
    topic: Topic
    confidential: bool
    state: DealState
    reason: Reason | None


class PromiseView(Struct, frozen=True, gc=False):
    """A promise and what became of it."""

    id: PromiseId
    by: SeatId
    to: SeatId
    act: Act
    due: int
    confidential: bool
    verdict: Verdict


@latest
def deals_for_all(deals: tuple[Deal, ...]) -> tuple[DealView, ...]:
    """Those that are open to all eyes, in their order."""
    return tuple([deal_view(one) for one in deals if not one.confidential])


@latest
def promises_for_all(promises: tuple[Promise, ...]) -> tuple[PromiseView, ...]:
    """Those that are open to all eyes, in their order."""
    return tuple([promise_view(one) for one in promises if not one.confidential])


@latest
def confided_deals(deals: tuple[Deal, ...]) -> tuple[Deal, ...]:
    """Those in confidence: few, and every seat asks for its own among them."""
    return tuple([one for one in deals if one.confidential])


@latest
def confided_promises(promises: tuple[Promise, ...]) -> tuple[Promise, ...]:
    """Those in confidence: few, and every seat asks for its own among them."""
    return tuple([one for one in promises if one.confidential])


def deal_view(deal: Deal) -> DealView:
    """A deal, for somebody who may see it."""
    return DealView(
        id=deal.id,
        thread=deal.thread,
        counters=deal.counters,
        by=deal.by,
        to=deal.to,
        give=deal.give,
        get=deal.get,
        topic=deal.topic,
        confidential=deal.confidential,
        state=deal.state,
        reason=deal.reason,
    )


def promise_view(promise: Promise) -> PromiseView:
    """A promise, for somebody who may see it."""
    return PromiseView(
        id=promise.id,
        by=promise.by,
        to=promise.to,
        act=promise.act,
        due=promise.due,
        confidential=promise.confidential,
        verdict=promise.verdict,
    )
