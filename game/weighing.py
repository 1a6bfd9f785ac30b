"""What a deal or a plan would do to the seat's own concern and core value, before it is sent.

A caution is for that seat alone. It stands on what the seat knows and on what all see, never on
what others hide, so that whether there is one tells nothing. The rules are asked, not written down
again: what is meant is carried out on a table that nobody keeps.
"""

from collections.abc import Iterator
from typing import Final, Literal, assert_never

from msgspec import Struct
from msgspec.structs import replace

from game.actions import BY_KIND
from game.acts import Act, Terms
from game.commands import AnyCommand
from game.draft import Draft
from game.events.tracks import FrameMoved
from game.evolve.parts import with_seat
from game.goals import (
    AgendaIs,
    Amount,
    AnyPredicate,
    CoreValueKept,
    FrameIs,
    Measure,
    NotFirst,
    OutcomeIs,
    measured,
)
from game.model.deals import Deal
from game.model.table import Table
from game.moves import HOLDING_MAX, side_of
from game.plans import formed
from game.references import check_references
from game.ruleset import Ruleset
from game.signing import sign
from game.talk.deals import Accept, Offer
from game.talk.plan import Plan
from game.vocabulary import (
    DealState,
    DependencyId,
    Holding,
    Rationality,
    Refused,
    SeatId,
    State,
)

MINE: Final = ("guard", "portal", "reform", "counter", "answer")
"""What else of one's own doing moves what a concern can ask for."""
SIGNINGS: Final = ("sign", "direct")


class Caution(Struct, frozen=True, omit_defaults=True, gc=False):
    """One thing at stake, with the numbers before and after where there are some."""

    of: Literal["concern", "core_value"]
    kind: Literal["amount", "frame", "first", "unanswered"]
    measure: Measure | None = None
    at_least: int | None = None
    at_most: int | None = None
    before: int | None = None
    after: int | None = None
    frame: Rationality | None = None
    """What the frame would have to be."""
    dependencies: tuple[DependencyId, ...] = ()
    """Signed with the own objection unanswered: until it is answered, no core value is kept."""
    act: int | None = None
    """Of a plan: the place of the action from which on it is at stake, counted from 0."""


def cautions(
    table: Table, seat: SeatId, command: AnyCommand, rules: Ruleset
) -> tuple[Caution, ...]:
    """What an offer, the acceptance of one, or a plan would put at stake for this seat.

    Every promise in it is taken as kept and every action as working; what the rules would refuse
    puts nothing at stake.
    """
    found = at_stake(table, seat, command, rules)
    if not isinstance(command, Plan):
        return found
    parts = [Plan(command.acts[:count]) for count in range(1, len(command.acts))]
    shorter = [{sort(one) for one in at_stake(table, seat, part, rules)} for part in parts]
    return tuple(replace(one, act=brought_by(one, shorter)) for one in found)


def sort(caution: Caution) -> tuple[str, str, str | None]:
    """What it is about, whatever the numbers."""
    return caution.of, caution.kind, caution.measure


def brought_by(caution: Caution, shorter: list[set[tuple[str, str, str | None]]]) -> int:
    """The place of the action from which on it is at stake; `shorter`: what it is after each."""
    at = len(shorter)
    while at > 0 and sort(caution) in shorter[at - 1]:
        at -= 1
    return at


def at_stake(
    table: Table, seat: SeatId, command: AnyCommand, rules: Ruleset
) -> tuple[Caution, ...]:
    """The same without the place of the action that brings it."""
    try:
        check_references(table, command)
        after = foreseen(table, seat, command)
    except Refused:
        return ()
    concern = rules.concern(table.seat(seat).concern).met_when
    found = [one for asked in concern if (one := crossed(asked, table, after, seat)) is not None]
    bare = newly_unanswered(table, after, seat)
    if bare:
        found.append(Caution("core_value", "unanswered", dependencies=bare))
    return tuple(found)


# --- what would be


def foreseen(table: Table, seat: SeatId, command: AnyCommand) -> Table:
    """The table as it would be for this seat, if all came as it is meant."""
    match command:
        case Offer():
            return bargained(table, seat, command.to, (command.give, command.get))
        case Accept():
            deal = offer_to(table, seat, command)
            return table if deal is None else bargained(table, seat, deal.by, (deal.get, deal.give))
        case Plan():
            draft = Draft(table)
            for act in command.acts:
                carry_out(draft, seat, act)
            return draft.table
        case _:
            return table


def offer_to(table: Table, seat: SeatId, command: Accept) -> Deal | None:
    """The open offer that the seat could accept."""
    return next(
        (
            one
            for one in table.deals
            if one.id == command.deal and one.to == seat and one.state is DealState.OPEN
        ),
        None,
    )


def bargained(table: Table, seat: SeatId, other: SeatId, sides: tuple[Terms, Terms]) -> Table:
    """Budget has changed hands, and both have kept their promises as far as one can tell."""
    mine, theirs = sides
    budget = table.seat(seat).budget - mine.pay + theirs.pay
    budget = max(0, min(HOLDING_MAX[Holding.BUDGET], budget))
    draft = Draft(with_seat(table, seat, lambda one: replace(one, budget=budget)))
    for pledge in mine.promise:
        carry_out(draft, seat, pledge.act)
    for pledge in theirs.promise:
        # What else the other does hangs on what only the other knows.
        if pledge.act.kind in SIGNINGS:
            carry_out(draft, other, pledge.act)
    return draft.table


def carry_out(draft: Draft, seat: SeatId, act: Act) -> None:
    """Do this act as if it worked; what has no form or is done already does nothing."""
    if act.kind not in BY_KIND:
        return  # a promise not to do something, or a vote
    act = formed(draft.table, seat, act)
    if act.kind in SIGNINGS and act.dependency is not None:
        one = draft.table.dependency(act.dependency)
        if one.state is State.OPEN:
            sign(draft, one, directive=act.kind == "direct")
    elif act.frame is not None:
        if draft.table.frame is not act.frame:
            draft.emit(FrameMoved(act.frame))
    elif act.kind in MINE:
        try:
            BY_KIND[act.kind].resolve(draft, seat, act)
        except Refused:
            return


# --- what that crosses


def crossed(asked: AnyPredicate, now: Table, after: Table, seat: SeatId) -> Caution | None:
    """What a predicate of the concern loses by it; None: nothing."""
    match asked:
        case Amount():
            return amount_crossed(asked, now, after, seat)
        case FrameIs():
            wished = asked.value or now.seat(seat).rationality
            if after.frame in {now.frame, wished}:
                return None
            return Caution("concern", "frame", frame=wished)
        case NotFirst():
            first = after.first_signed
            if now.first_signed is not None or first is None:
                return None
            mine = side_of(after.dependency(first), seat) is not None
            return Caution("concern", "first", dependencies=(first,)) if mine else None
        case CoreValueKept():
            bare = newly_unanswered(now, after, seat)
            return Caution("concern", "unanswered", dependencies=bare) if bare else None
        case AgendaIs() | OutcomeIs():
            return None
        case _:
            assert_never(asked)


def amount_crossed(asked: Amount, now: Table, after: Table, seat: SeatId) -> Caution | None:
    """A number that would lie outside its bounds, or further outside than now."""
    if asked.by_round is not None and (now.round > asked.by_round or asked.met(now, seat)):
        return None
    before, then = measured(now, seat, asked.of), measured(after, seat, asked.of)
    if lacking(asked, then) <= lacking(asked, before):
        return None
    return Caution(
        "concern",
        "amount",
        measure=asked.of,
        at_least=asked.at_least,
        at_most=asked.at_most,
        before=before,
        after=then,
    )


def lacking(asked: Amount, amount: int) -> int:
    """How far a number lies outside the bounds; 0: it is within them."""
    low = 0 if asked.at_least is None else max(0, asked.at_least - amount)
    high = 0 if asked.at_most is None else max(0, amount - asked.at_most)
    return low + high


def newly_unanswered(now: Table, after: Table, seat: SeatId) -> tuple[DependencyId, ...]:
    """What would be signed of this seat's without an answer to its own objection."""
    return tuple(one for one in unanswered(after, seat) if one not in set(unanswered(now, seat)))


def unanswered(table: Table, seat: SeatId) -> Iterator[DependencyId]:
    """The seat's signed dependencies in which its own objection is not answered."""
    for one in table.dependencies:
        side = side_of(one, seat)
        if side is not None and one.state is not State.OPEN and not side.answered:
            yield one.id
