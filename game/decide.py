"""The rulebook's front door: may this be done here, and what happens then?

Everybody who wants to know asks here: pages, forms, bots, tests, the server. What one command
needs of the table stands with the command; what all need stands in `allow`.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from game.acting import ActFor
from game.commands import STAFF_COMMANDS, AnyCommand
from game.controls import CHANCE_COMMANDS, CLOCK_COMMANDS, AnyChanceCommand
from game.controls.chance import DrawCard, ShowHeadline
from game.controls.course import TimeUp
from game.controls.standin import SitIn
from game.course.cards import deck_now
from game.course.gates import clock_ends, settle
from game.draft import Draft
from game.effects.base import is_open
from game.events import AnyEvent
from game.forms import Command, Control, SeatCommand
from game.model.table import Table
from game.references import check_references
from game.ruleset import Ruleset
from game.talk import SEAT_COMMANDS, AnySeatCommand
from game.vocabulary import (
    CHANCE,
    CLOCK,
    FACILITATOR,
    Actor,
    Due,
    Holder,
    Phase,
    Rationality,
    Reason,
    Refused,
    SeatId,
)


def decide(table: Table, command: AnyCommand, by: Actor, rules: Ruleset) -> tuple[AnyEvent, ...]:
    """What happens when `by` does this.

    Refused: the rules do not allow it here; nothing happened.
    """
    return tuple(judge(table, command, by, rules).events)


def judge(table: Table, command: Command, by: Actor, rules: Ruleset) -> Draft:
    """The same, with the table that it leads to, its version one higher.

    Refused: the rules do not allow it here; nothing happened.
    """
    draft = Draft(replace(table, version=table.version + 1))
    match command:
        case SeatCommand():
            seat_acts(draft, command, SeatId(by), rules)
        case Control():
            allow_control(table, command, by)
            command.check(table, rules)
            command.happen(draft, rules)
            if isinstance(command, ActFor):
                seat_acts(draft, command.command, command.seat, rules)
        case _:
            raise Refused(Reason.UNKNOWN)
    return draft


def seat_acts(draft: Draft, command: SeatCommand, seat: SeatId, rules: Ruleset) -> None:
    """A seat does this, or somebody does it for the seat.

    Refused: the rules do not allow it here.
    """
    may(draft.table, command, seat, rules)
    command.happen(draft, seat, rules)
    settle(draft, rules)


def may(table: Table, command: SeatCommand, seat: SeatId, rules: Ruleset) -> None:
    """Refused: this seat may not ask for this now."""
    allow_seat(table, command, seat)
    check_references(table, command)
    command.check(table, seat, rules)


def allow_seat(table: Table, command: SeatCommand | type[SeatCommand], seat: SeatId) -> None:
    """Refused: not a seat of this table, or no seat may ask for this (kind of) command now."""
    if not table.has(seat):
        raise Refused(Reason.NOT_YOURS)
    allow(table, command)


def allow_control(table: Table, command: Control, by: Actor) -> None:
    """Refused: this actor has no such control, or it is not possible now."""
    mine = {FACILITATOR: STAFF_COMMANDS, CHANCE: CHANCE_COMMANDS, CLOCK: CLOCK_COMMANDS}
    if type(command) not in mine.get(by, ()):
        raise Refused(Reason.NOT_YOURS)
    allow(table, command)


def allow(table: Table, command: Command | type[Command]) -> None:
    """Refused: the phase, a pause or a draw that is due stands in the way."""
    if table.phase not in command.phases:
        raise Refused(wrong_phase(table.phase), table.phase.value)
    if table.paused and not command.while_paused:
        raise Refused(Reason.PAUSED)
    if table.due is not None and not command.while_due:
        raise Refused(Reason.CHANCE_IS_DUE)


def wrong_phase(phase: Phase) -> Reason:
    """How a wrong phase is called."""
    match phase:
        case Phase.LOBBY:
            return Reason.NOT_STARTED
        case Phase.ENDED:
            return Reason.GAME_ENDED
        case _:
            return Reason.WRONG_PHASE


def legal(table: Table, rules: Ruleset) -> Iterator[tuple[Actor, AnyCommand]]:
    """Every (actor, closed command) that `decide` accepts here, in a fixed order.

    Chance first, then the clock, then the seats in seat order, each command kind by kind. Open
    commands (`is_open`) are asked for by their form.
    """
    for command in chance_options(table, rules):
        yield CHANCE, command
    if clock_ends(table):
        yield CLOCK, TimeUp(table.phase, table.round, table.quarter)
    for absent in sat_in_for(table):
        yield CLOCK, SitIn(absent)
    for seat in table.seats:
        for one in legal_for(table, seat.id, rules):
            yield Actor(seat.id), one


def sat_in_for(table: Table) -> Iterator[SeatId]:
    """The seats for which the clock may let a bot sit in, once their people are away."""
    if table.stand_in is not None and not table.paused and table.phase in SitIn.phases:
        yield from (seat.id for seat in table.seats if seat.holder is Holder.PERSON)


def legal_for(table: Table, seat: SeatId, rules: Ruleset) -> Iterator[AnySeatCommand]:
    """Every closed command that this seat may give now."""
    for kind in SEAT_COMMANDS:
        for command in kind.closed(table, seat, rules):
            try:
                may(table, command, seat, rules)
            except Refused:
                continue
            yield command


def chance_options(table: Table, rules: Ruleset) -> Iterator[AnyChanceCommand]:
    """What chance may draw now. A deal and a haphazard are open: they have too many forms."""
    match table.due:
        case Due.CARD:
            targets = sum(is_open(one) for one in table.dependencies)
            for card in deck_now(table):
                lucky = rules.card(card).is_lucky and targets
                yield from (DrawCard(card, luck) for luck in range(targets if lucky else 1))
        case Due.HEADLINE:
            yield from (ShowHeadline(frame) for frame in Rationality)
        case _:
            return
