"""What becomes of promises when they fall due, and of offers that nobody answered (section 4)."""

from typing import Final

from game.actions import BY_KIND
from game.acts import Act
from game.draft import Draft
from game.events.talk import DealClosed, PromiseJudged
from game.events.trust import PairThanked
from game.model.deals import Promise
from game.model.past import Resolved
from game.model.table import Table
from game.moves import earn, known_to_both, lose, side_of
from game.vocabulary import HUB, DealState, Loss, Reason, Refused, Verdict

NO_GUARD: Final = "no_guard"
NO_PORTAL: Final = "no_portal"
VOTE_LAUNCH: Final = "vote_launch"
VOTE_HOLD: Final = "vote_hold"
ABSTENTIONS: Final = {NO_GUARD: "guard", NO_PORTAL: "portal"}
"""Promises not to do something, and what."""
VOTES: Final = (VOTE_LAUNCH, VOTE_HOLD)
OWN_FAULT: Final = frozenset(
    {
        Reason.NO_BUDGET,
        Reason.AUTONOMY_LIMIT,
        Reason.ROUTINES_FULL,
        Reason.ROUTINES_NEEDED,
        Reason.PORTALS_FULL,
        Reason.OWN_OBJECTION_STANDS,
        Reason.OWN_PROTEST,
        Reason.NOT_KNOWN_REAL,
    }
)
"""Failing for one of these breaks a promise; failing otherwise lets it lapse."""
DONE_BY_OTHERS: Final = frozenset(
    {
        Reason.ANSWERED_ALREADY,
        Reason.KNOWN_TO_BOTH,
        Reason.NOT_OPEN,
        Reason.BUILT_ALREADY,
        Reason.COUNTER_FULL,
        Reason.NO_CARD_LEFT,
        Reason.NO_HUB,
        Reason.NOT_THE_HOST,
    }
)
"""Where one of these stands in the way, not planning an action breaks no promise."""
HOUSE_LIMITS: Final = frozenset({Reason.ROUTINES_FULL, Reason.ROUTINES_NEEDED})


def judge_promises(draft: Draft) -> None:
    """Judge what fell due at this reveal, in the order in which it was promised."""
    for promise in [one for one in due(draft.table) if one.act.kind not in VOTES]:
        verdict, reason = judged(draft.table, promise)
        close(draft, promise, verdict, reason)


def due(table: Table) -> list[Promise]:
    """Still open, and for this round."""
    open_, now = Verdict.OPEN, table.round
    return [one for one in table.promises if one.due <= now and one.verdict is open_]


def judged(table: Table, promise: Promise) -> tuple[Verdict, Reason | None]:
    """Kept, broken or lapsed, and for a planned action that failed: why."""
    shunned = ABSTENTIONS.get(promise.act.kind)
    if shunned is not None:
        did = any(
            one.seat == promise.by and one.act.kind == shunned and one.worked
            for one in table.resolved
        )
        return (Verdict.BROKEN if did else Verdict.KEPT), None
    turns = [one for one in table.resolved if one.seat == promise.by and one.act == promise.act]
    if any(one.worked for one in turns):
        return Verdict.KEPT, None
    if is_dead_end(table, promise):
        return Verdict.LAPSED, Reason.DEAD_END
    if not turns:
        return unplanned(table, promise)
    return failed(turns[0])


def unplanned(table: Table, promise: Promise) -> tuple[Verdict, Reason | None]:
    """Broken, unless somebody else had already done it."""
    if is_done(table, promise.act):
        return Verdict.LAPSED, Reason.ALREADY
    try:
        BY_KIND[promise.act.kind].check(table, promise.by, promise.act)
    except Refused as refused:
        if refused.reason in DONE_BY_OTHERS:
            return Verdict.LAPSED, refused.reason
    return Verdict.BROKEN, None


def is_dead_end(table: Table, promise: Promise) -> bool:
    """Whether the promiser knows that what it promised leads nowhere; a dead end can be mapped."""
    dependency = promise.act.dependency
    if dependency is None or dependency == HUB or promise.act.kind == "map":
        return False
    known = table.seat(promise.by).known
    return dependency in known and not table.dependency(dependency).real


def is_done(table: Table, act: Act) -> bool:
    """Whether somebody has done what was promised, where the action itself does not say so."""
    if act.kind == "frame":
        return table.frame is act.frame
    return act.kind == "map" and act.dependency is not None and known_to_both(table, act.dependency)


def failed(turn: Resolved) -> tuple[Verdict, Reason | None]:
    """Broken by the promiser's own fault, else lapsed; the limits of a host are not its own."""
    of_another = turn.act.kind == "reform" and turn.act.seat is not None
    own = turn.reason in OWN_FAULT and not (of_another and turn.reason in HOUSE_LIMITS)
    return Verdict.BROKEN if own else Verdict.LAPSED, turn.reason


def judge_votes(draft: Draft) -> None:
    """Judge promised votes after a count; an abstention is no launch vote."""
    for promise in [one for one in due(draft.table) if one.act.kind in VOTES]:
        launch = draft.table.seat(promise.by).vote is True
        kept = launch == (promise.act.kind == VOTE_LAUNCH)
        close(draft, promise, Verdict.KEPT if kept else Verdict.BROKEN)


def lapse_votes(draft: Draft) -> None:
    """Promised votes for this round, where none was counted."""
    for promise in due(draft.table):
        close(draft, promise, Verdict.LAPSED)


def expire_offers(draft: Draft, reason: Reason) -> None:
    """Offers that nobody answered end by themselves, with the reason shown."""
    for deal in draft.table.deals:
        if deal.state is DealState.OPEN:
            draft.emit(DealClosed(deal.id, DealState.EXPIRED, reason))


def lapse_all(draft: Draft) -> None:
    """The game is over: whatever is still open lapses."""
    for promise in draft.table.promises:
        if promise.verdict is Verdict.OPEN:
            close(draft, promise, Verdict.LAPSED)


def close(draft: Draft, promise: Promise, verdict: Verdict, reason: Reason | None = None) -> None:
    """Record the verdict, and what it does to trust."""
    draft.emit(PromiseJudged(promise.id, verdict, reason))
    if verdict is Verdict.KEPT and earns_thanks(draft.table, promise):
        draft.emit(PairThanked(promise.to, promise.by))
        earn(draft, promise.to, promise.by, draft.table.params.promise_trust)
    if verdict is Verdict.BROKEN:
        punish(draft, promise)


def earns_thanks(table: Table, promise: Promise) -> bool:
    """Whether keeping it raises trust: for the other side's good, once a pair a round."""
    if (promise.to, promise.by) in table.thanked:
        return False
    action = BY_KIND.get(promise.act.kind)
    if action is None or not action.thanked:
        return False
    dependency = promise.act.dependency
    if dependency is None:
        return True
    if dependency == HUB:
        return False
    return side_of(table.dependency(dependency), promise.to) is not None


def punish(draft: Draft, promise: Promise) -> None:
    """The other side loses 2 tokens; of an open deal, others who trusted much lose one."""
    lose(draft, promise.to, promise.by, 2, why=Loss.BROKEN_PROMISE)
    if promise.confidential:
        return
    for seat in draft.table.seats:
        third = seat.id not in {promise.by, promise.to}
        if third and draft.table.trust(seat.id, promise.by) > 1:
            lose(draft, seat.id, promise.by, 1, why=Loss.WITNESSED)
