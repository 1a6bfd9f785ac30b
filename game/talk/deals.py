"""Offering, countering, accepting, declining and withdrawing deals (RULES section 4)."""

from collections.abc import Iterator
from typing import ClassVar, Self

from game.acts import Terms
from game.bargains import (
    EMPTY,
    can_be_met,
    formed_terms,
    next_deal_id,
    open_offers,
    topic_of,
)
from game.draft import Draft
from game.events.dependencies import FactShown
from game.events.talk import DealClosed, DealUnmet, Offered, Promised
from game.forms import SeatCommand
from game.model.deals import Deal, Promise
from game.model.table import Table
from game.moves import learn, pay, place
from game.references import offer_of
from game.ruleset import Ruleset
from game.vocabulary import DealId, DealState, Phase, PromiseId, Reason, Refused, SeatId


class Offer(SeatCommand, frozen=True):
    """Offer a deal: what I give, what I get, open to all eyes or in confidence.

    A counter-offer names the offer that it `counters` and says whether that one stays open.
    """

    phases = frozenset({Phase.TALK})
    is_open: ClassVar[bool] = True
    to: SeatId
    give: Terms = EMPTY
    get: Terms = EMPTY
    confidential: bool = False
    counters: DealId | None = None
    keep_open: bool = False

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """To somebody else, with a term, of good form, and not too many open."""
        if self.to == by:
            raise Refused(Reason.YOURSELF)
        give, get = formed_terms(table, by, self.give), formed_terms(table, self.to, self.get)
        if give == get == EMPTY:
            raise Refused(Reason.EMPTY_DEAL)
        limit = table.params.open_offers
        if open_offers(table, by) >= limit:
            raise Refused(Reason.TOO_MANY_OFFERS, f"{limit} of {limit}")
        if self.counters is not None:
            countered = still_open(table, self.counters, by)
            if (countered.by, countered.to) != (self.to, by):
                raise Refused(Reason.NO_SUCH_OFFER)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Make the offer; a counter-offer keeps the confidence and the thread of the first."""
        table = draft.table
        give, get = formed_terms(table, by, self.give), formed_terms(table, self.to, self.get)
        first = None if self.counters is None else offer_of(table, self.counters, by)
        confidential = self.confidential if first is None else first.confidential
        new = next_deal_id(table, by, self.to, confidential=confidential)
        if first is not None and not self.keep_open:
            draft.emit(DealClosed(first.id, DealState.COUNTERED))
        deal = Deal(
            id=new,
            by=by,
            to=self.to,
            give=give,
            get=get,
            topic=topic_of(give, get),
            confidential=confidential,
            thread=new if first is None else first.thread,
            counters=self.counters,
        )
        draft.emit(Offered(deal))


class Reply(SeatCommand, frozen=True):
    """An answer to an offer."""

    phases = frozenset({Phase.TALK})
    deal: DealId

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """The open offers to this seat, oldest first."""
        return (cls(one.id) for one in table.deals if to_answer(one, by))

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """An open offer to this seat."""
        if still_open(table, self.deal, by).to != by:
            raise Refused(Reason.NOT_YOURS)


class Accept(Reply, frozen=True):
    """Accept an offer: its immediate terms are carried out at once, all or none."""

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Carry it out; where a term cannot be met now both are told, and it stays open."""
        deal = offer_of(draft.table, self.deal, by)
        if not can_be_met(draft.table, deal):
            draft.emit(DealUnmet(deal.id))
            return
        draft.emit(DealClosed(deal.id, DealState.ACCEPTED))
        hand_over(draft, deal, deal.by, deal.give)
        hand_over(draft, deal, deal.to, deal.get)


class Decline(Reply, frozen=True):
    """Decline an offer."""

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Decline it."""
        draft.emit(DealClosed(self.deal, DealState.DECLINED))


class Withdraw(SeatCommand, frozen=True):
    """Withdraw an own offer."""

    phases = frozenset({Phase.TALK})
    deal: DealId

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """The own open offers, oldest first."""
        return (cls(one.id) for one in table.deals if one.by == by and one.state is DealState.OPEN)

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """An open offer of this seat."""
        if still_open(table, self.deal, by).by != by:
            raise Refused(Reason.NOT_YOURS)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Withdraw it."""
        draft.emit(DealClosed(self.deal, DealState.WITHDRAWN))


def to_answer(deal: Deal, seat: SeatId) -> bool:
    """Whether an offer waits for this seat's answer."""
    return deal.to == seat and deal.state is DealState.OPEN


def still_open(table: Table, deal: DealId, seat: SeatId) -> Deal:
    """The open offer of this id.

    Refused: there is none for this seat, or it is open no longer.
    """
    found = offer_of(table, deal, seat)
    if found.state is not DealState.OPEN:
        raise Refused(Reason.OFFER_CLOSED, found.state.value)
    return found


def hand_over(draft: Draft, deal: Deal, giver: SeatId, terms: Terms) -> None:
    """Carry out one side's immediate terms and record its promises."""
    taker = deal.to if giver == deal.by else deal.by
    pay(draft, giver, terms.pay, taker)
    if terms.place:
        place(draft, giver, taker, bound=True)
    for dependency in terms.tell:
        draft.emit(FactShown(dependency, giver, taker, confidential=deal.confidential))
        learn(draft, taker, dependency)
    for number, pledge in enumerate(terms.promise, start=1):
        draft.emit(
            Promised(
                Promise(
                    id=PromiseId(f"{deal.id}/{giver}/{number}"),
                    by=giver,
                    to=taker,
                    act=pledge.act,
                    due=pledge.due,
                    confidential=deal.confidential,
                )
            )
        )
