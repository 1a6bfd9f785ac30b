"""What deals are made of: their form, their topic, and whether their terms can be met now.

RULES section 4. What accepting one makes happen lies in `game.talk.deals`.
"""

from typing import Final

from msgspec.structs import replace

from game.actions import ACTIONS
from game.acts import Pledge, Terms
from game.course.promises import ABSTENTIONS, VOTES
from game.model.deals import Deal
from game.model.table import Table
from game.moves import HOLDING_MAX, TRUST_MAX
from game.plans import formed
from game.vocabulary import DealId, DealState, Holding, Reason, Refused, SeatId, Topic, Verdict

PLAIN: Final = frozenset({*ABSTENTIONS, *VOTES})
"""What may be promised besides actions; it names no object."""
PROMISED: Final = (*[one.kind for one in ACTIONS], *ABSTENTIONS, *VOTES)
"""Every kind of act that may be promised: actions in the order of the reveal, then the others."""
JURISDICTION: Final = PLAIN | {one.kind for one in ACTIONS if one.topic is Topic.JURISDICTION}
"""Promised acts that are about who decides."""
MOST_BUDGET: Final = HOLDING_MAX[Holding.BUDGET]
EMPTY: Final = Terms()


def formed_terms(table: Table, giver: SeatId, terms: Terms) -> Terms:
    """One side of a deal in its one form.

    Refused: an amount out of bounds, an act that has no form, a round that is past or never comes.
    """
    if not 0 <= terms.pay <= MOST_BUDGET:
        raise Refused(Reason.OUT_OF_RANGE, f"pay {terms.pay}")
    if not 0 <= terms.place <= 1:
        raise Refused(Reason.OUT_OF_RANGE, f"place {terms.place}")
    if not (terms.tell or terms.promise):
        return terms
    if len(set(terms.tell)) != len(terms.tell):
        raise Refused(Reason.SAME_TWICE)
    if len(terms.promise) > table.params.open_promises:
        raise Refused(Reason.TOO_MANY_PROMISES, f"{len(terms.promise)}")
    promised = tuple([formed_pledge(table, giver, one) for one in terms.promise])
    return replace(terms, promise=promised)


def formed_pledge(table: Table, giver: SeatId, pledge: Pledge) -> Pledge:
    """A promise in its one form, due in this round or a later one."""
    if not table.round <= pledge.due <= table.params.rounds:
        raise Refused(Reason.ROUND_PAST, f"round {pledge.due}")
    if pledge.act.kind in PLAIN:
        if pledge.act.dependency or pledge.act.seat or pledge.act.frame:
            raise Refused(Reason.UNKNOWN, pledge.act.kind)
        return pledge
    act = formed(table, giver, pledge.act)
    return pledge if act is pledge.act else replace(pledge, act=act)


def topic_of(give: Terms, get: Terms) -> Topic:
    """What a deal is about: content before jurisdiction before cost."""
    kinds = {one.act.kind for one in (*give.promise, *get.promise)}
    if give.tell or get.tell or kinds - JURISDICTION:
        return Topic.CONTENT
    if kinds:
        return Topic.JURISDICTION
    return Topic.COST if give.pay or get.pay else Topic.CONTENT


def can_be_met(table: Table, deal: Deal) -> bool:
    """Whether both sides can meet all immediate terms now, and bear the promises."""
    return one_side_can(table, deal.by, deal.to, (deal.give, deal.get)) and one_side_can(
        table, deal.to, deal.by, (deal.get, deal.give)
    )


def one_side_can(table: Table, giver: SeatId, taker: SeatId, terms: tuple[Terms, Terms]) -> bool:
    """Whether this side can give the first terms, getting the second."""
    gives, gets = terms
    held = table.seat(giver)
    left = held.budget - gives.pay + gets.pay
    if held.budget < gives.pay or left > MOST_BUDGET:
        return False
    if gives.place and (
        not held.hand or taker in held.placed_with or table.trust(giver, taker) >= TRUST_MAX
    ):
        return False
    if any(one not in held.known for one in gives.tell):
        return False
    return open_promises(table, giver) + len(gives.promise) <= table.params.open_promises


def open_promises(table: Table, seat: SeatId) -> int:
    """How many promises a seat still owes."""
    open_ = Verdict.OPEN
    return len([one for one in table.promises if one.by == seat and one.verdict is open_])


def open_offers(table: Table, seat: SeatId) -> int:
    """How many offers of a seat are open."""
    open_ = DealState.OPEN
    return len([one for one in table.deals if one.by == seat and one.state is open_])


def next_deal_id(table: Table, by: SeatId, to: SeatId, *, confidential: bool) -> DealId:
    """An id that tells nobody of deals in confidence that are none of their business.

    Open deals are counted together, confidential ones by pair, both within the round.
    """
    if not confidential:
        count = sum(not one.confidential for one in table.deals)
        return DealId(f"r{table.round}-{count + 1}")
    first, second = sorted((by, to), key=table.index)
    count = sum(one.confidential and {one.by, one.to} == {first, second} for one in table.deals)
    return DealId(f"r{table.round}-{first}-{second}-{count + 1}")
