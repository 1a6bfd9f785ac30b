"""What else could have been decided where a curve turned, and the table each choice leads to.

A sensible few of the choices that people had: the vote the other way, the promise kept, the card's
other option, the offer accepted, the act left out. From there on only `rollouts` can guess what
might come.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Final

from msgspec.structs import replace

from game.acts import Act
from game.bargains import can_be_met
from game.course.launch import passed
from game.course.promises import ABSTENTIONS, VOTES
from game.course.reveal import capacity
from game.debrief.rollouts import is_in_play, line_of
from game.debrief.steps import Alternative, Branch, Step, moved_on, replanned, tried
from game.effects.base import ALL
from game.events.seats import ActResolved
from game.events.talk import DealClosed, PromiseJudged
from game.events.tracks import ChoiceTaken, VoteCounted
from game.log import Entry
from game.model.deals import Deal, Promise
from game.model.table import Table
from game.ruleset import Ruleset
from game.talk.deals import Accept, Decline
from game.talk.votes import CastVote, Choose, open_choice
from game.views.deals import deal_view
from game.vocabulary import (
    Actor,
    DealState,
    Phase,
    SeatId,
    Verdict,
)

MOST: Final = 5
"""Alternatives of one turning point."""
EACH: Final = 2
"""Of one kind."""
SHUNNED: Final = ("direct", "portal", "guard")
"""Acts that might have been left out; those that others feel most first."""


def branches_of(
    rules: Ruleset, entries: Sequence[Entry], first: int, last: int
) -> tuple[Branch, ...]:
    """What else could have been decided after entry `first` up to entry `last`: the best few."""
    line = line_of(entries)
    steps = [
        Step(rules, entries, line, place)
        for place, one in enumerate(line)
        if first < one.version <= last and place and is_in_play(one.table)
    ]
    found: list[Branch] = []
    for find in (votes, promises, choices, acts, offers, bargains):
        found += islice((one for step in reversed(steps) for one in find(step)), EACH)
    return tuple(sorted(found[:MOST], key=lambda one: one.what.version))


# --- the kinds of decisions


def votes(step: Step) -> Iterator[Branch]:
    """The launch vote the other way: by one seat where one was enough, else by as few as needed."""
    for event in step.entry.events:
        if isinstance(event, VoteCounted) and event.votes:
            table, _ = step.since(Phase.VOTE)
            table = replace(table, seats=tuple(replace(one, vote=None) for one in table.seats))
            for seats in swings(table, event.votes, launched=event.passed):
                after = voted(step.rules, table, event.votes, seats, launch=not event.passed)
                what = Alternative("vote", step.now.version, seats, launch=not event.passed)
                yield step.branch(what, after)


def swings(
    table: Table, cast: Sequence[bool | None], *, launched: bool
) -> Iterator[tuple[SeatId, ...]]:
    """Seats whose other vote would have turned the count; none alone could: the first that do."""
    ids = [seat.id for seat in table.seats]
    against = [place for place, vote in enumerate(cast) if vote is launched]
    alone = [place for place in against if passed(table, turned(cast, [place])) is not launched]
    yield from ((ids[place],) for place in alone)
    if not alone:
        for count in range(2, len(against) + 1):
            if passed(table, turned(cast, against[:count])) is not launched:
                yield tuple(ids[place] for place in against[:count])
                return


def turned(cast: Sequence[bool | None], places: Sequence[int]) -> tuple[bool | None, ...]:
    """The votes with some of them the other way."""
    return tuple(not vote if place in places else vote for place, vote in enumerate(cast))


def voted(
    rules: Ruleset,
    table: Table,
    cast: Sequence[bool | None],
    seats: Sequence[SeatId],
    *,
    launch: bool,
) -> Table:
    """The table after this vote, the votes of these seats the other way."""
    for seat, vote in zip(table.seats, cast, strict=True):
        mine = launch if seat.id in seats else vote
        if mine is not None:
            table = tried(rules, table, CastVote(mine), Actor(seat.id))
    return moved_on(rules, table, Phase.VOTE)


def promises(step: Step) -> Iterator[Branch]:
    """A plan with what was promised in it, where a promise was broken that was not even tried."""
    known = {one.id: one for one in step.now.table.promises}
    broken = (
        known[one.promise]
        for one in step.entry.events
        if isinstance(one, PromiseJudged) and one.verdict is Verdict.BROKEN
    )
    for promise in broken:
        if promise.act.kind not in VOTES and could_keep(step, promise):
            after = replanned(step, promise.by, partial(kept, step, promise))
            what = Alternative("promise", step.now.version, (promise.by,), act=promise.act)
            yield step.branch(what, after)


def could_keep(step: Step, promise: Promise) -> bool:
    """Whether there was room in its plan for what it had not planned."""
    tried_it = any(
        one.seat == promise.by and one.act == promise.act for one in step.now.table.resolved
    )
    return room_of(step, promise.by) > 0 and not tried_it


def room_of(step: Step, seat: SeatId) -> int:
    """The action points that a seat had to plan with."""
    return capacity(step.before, step.before.seat(seat))


def kept(step: Step, promise: Promise, plan: tuple[Act, ...]) -> tuple[Act, ...]:
    """The plan with the promised act in the place of its last one, or without the shunned one."""
    shunned = ABSTENTIONS.get(promise.act.kind)
    if shunned is not None:
        return tuple(one for one in plan if one.kind != shunned)
    return (*plan[: room_of(step, promise.by) - 1], promise.act)


def acts(step: Step) -> Iterator[Branch]:
    """A plan without an act that others felt."""
    resolved = [one for one in step.entry.events if isinstance(one, ActResolved) and one.worked]
    for event in sorted(
        (one for one in resolved if one.act.kind in SHUNNED),
        key=lambda one: SHUNNED.index(one.act.kind),
    ):
        after = replanned(step, event.seat, partial(less, event.act))
        what = Alternative("without", step.now.version, (event.seat,), act=event.act)
        yield step.branch(what, after)


def less(act: Act, plan: tuple[Act, ...]) -> tuple[Act, ...]:
    """The plan without one such act."""
    at = plan.index(act)
    return plan[:at] + plan[at + 1 :]


def choices(step: Step) -> Iterator[Branch]:
    """The other options of a card's choice."""
    for event in step.entry.events:
        choice = open_choice(step.before, step.rules)
        if isinstance(event, ChoiceTaken) and choice is not None:
            seats = tuple(
                one.id for one in step.before.seats if choice.by in {ALL, one.id}
            )  # fmt: skip
            for option in choice.options:
                if seats and option.id != event.option:
                    table = step.before
                    for seat in seats:
                        table = tried(step.rules, table, Choose(option.id), Actor(seat))
                    table = tried(step.rules, table, step.entry.command, step.entry.by)
                    what = Alternative(
                        "choice", step.now.version, seats, card=event.card, option=option.id
                    )
                    yield step.branch(what, moved_on(step.rules, table, Phase.TALK))


def offers(step: Step) -> Iterator[Branch]:
    """An offer accepted that was declined, withdrawn or left to end."""
    for deal in closed(step, frozenset(DealState) - {DealState.OPEN, DealState.ACCEPTED}):
        if can_be_met(step.before, deal):
            table = tried(step.rules, step.before, Accept(deal.id), Actor(deal.to))
            what = Alternative("accept", step.now.version, (deal.to,), deal=deal_view(deal))
            yield step.branch(what, table)


def bargains(step: Step) -> Iterator[Branch]:
    """A deal declined that was accepted."""
    for deal in closed(step, frozenset({DealState.ACCEPTED})):
        table = tried(step.rules, step.before, Decline(deal.id), Actor(deal.to))
        what = Alternative("decline", step.now.version, (deal.to,), deal=deal_view(deal))
        yield step.branch(what, table)


def closed(step: Step, states: frozenset[DealState]) -> Iterator[Deal]:
    """The offers that ended so in this entry, as they lay on the table before it."""
    open_before = {one.id: one for one in step.before.deals if one.state is DealState.OPEN}
    for event in step.entry.events:
        if isinstance(event, DealClosed) and event.state in states and event.deal in open_before:
            yield open_before[event.deal]
