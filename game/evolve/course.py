"""Folding phases, pauses, rounds and the end."""

from typing import assert_never

from msgspec.structs import replace

from game.events.course import (
    AnyCourseEvent,
    AutopilotSet,
    DueFell,
    Extended,
    GameEnded,
    Opened,
    Paused,
    PhaseBegan,
    Resumed,
    Rewound,
    RoundClosed,
    Stopped,
)
from game.evolve.parts import held_as
from game.model.cards import ScriptLine
from game.model.past import RoundPast, SeatPast
from game.model.seats import Seat
from game.model.table import Table
from game.vocabulary import DealState, Phase, State


def evolve(table: Table, event: AnyCourseEvent) -> Table:  # noqa: C901  one case an event
    """The table after an event of the course."""
    match event:
        case DueFell():
            return replace(table, due=event.due)
        case PhaseBegan():
            return began(table, event)
        case RoundClosed():
            return closed(table, event.round)
        case Opened():
            return opened(table, event.table)
        case Paused():
            return replace(table, paused=True, pause_text=event.text, emergency=event.emergency)
        case Resumed():
            return replace(table, paused=False, pause_text=None, emergency=False, set_back=False)
        case Extended():
            return replace(table, length_s=max(0, (table.length_s or 0) + event.seconds))
        case AutopilotSet():
            return replace(table, autopilot=event.on)
        case Stopped():
            return replace(table, stopped=True)
        case GameEnded():
            return replace(
                table,
                outcome=event.outcome,
                public_value=event.public_value,
                scores=event.scores,
            )
        case Rewound():
            # `fold` sets the table back: it alone knows the entries before.
            return replace(table, paused=True)
        case _:
            assert_never(event)


def opened(table: Table, laid: Table) -> Table:
    """A newly laid table; who sits there, how the clock is handled, what was asked, noted and taken
    back outlasts a practice.
    """
    held = {seat.id: seat for seat in table.seats}
    return replace(
        laid,
        version=table.version,
        paused=table.paused,
        pause_text=table.pause_text,
        emergency=table.emergency,
        autopilot=table.autopilot,
        locked=table.locked,
        stand_in=table.stand_in if table.seats else laid.stand_in,
        looks=table.looks,
        jots=tuple(replace(one, aside=True) for one in table.jots),
        struck=table.struck,
        pulses=table.pulses,
        script=afresh(table.script) if table.seats else laid.script,
        seats=tuple(
            replace(held_as(seat, held[seat.id]), pulses=held[seat.id].pulses)
            if seat.id in held
            else seat
            for seat in laid.seats
        ),
    )


def afresh(lines: tuple[ScriptLine, ...]) -> tuple[ScriptLine, ...]:
    """The same lines, edited as they are, none of them laid yet."""
    return tuple(ScriptLine(one.number, one.body, one.words, one.held) for one in lines)


def began(table: Table, event: PhaseBegan) -> Table:
    """The table as a phase begins; a new round has forgotten what held for the one before."""
    table = replace(
        table,
        phase=event.phase,
        round=event.round,
        length_s=event.length_s,
        quarter=event.quarter,
    )
    match event.phase:
        case Phase.BRIEFING:
            return replace(
                table,
                trust_before=table.trust_now,
                standing=None,
                drawn=0,
                resolved=(),
                count=None,
                spotlight=None,
                spotlight_text=None,
            )
        case Phase.PLAN:
            return replace(
                table,
                seats=tuple(
                    replace(one, done=False, plan=None, spoilt=(), ready=False)
                    for one in table.seats
                ),
            )
        case Phase.VOTE:
            return replace(
                table, count=None, seats=tuple(replace(one, vote=None) for one in table.seats)
            )
        case _:
            return table


def closed(table: Table, number: int) -> Table:
    """The table after a round: remembered, and cleared of what holds for one round."""
    return replace(
        table,
        past=(*table.past, remembered(table, number)),
        signings=0,
        lobbied=0,
        freeze=None,
        audit=False,
        sent=(),
        thanked=(),
        deals=tuple(one for one in table.deals if one.state is DealState.OPEN),
        dependencies=tuple(
            replace(one, boosted=False) if one.boosted else one for one in table.dependencies
        ),
        seats=tuple(
            replace(
                one,
                done=False,
                plan=None,
                spoilt=(),
                ready=False,
                vote=None,
                choice=None,
                calls_vote=False,
                autonomy_lost=0,
                placed_with=(),
                taken_from=(),
                bound_to=(),
            )
            for one in table.seats
        ),
    )


def remembered(table: Table, number: int) -> RoundPast:
    """What the round leaves for goals that ask `by round r`, and for charts."""
    states = [one.state for one in table.dependencies]
    return RoundPast(
        round=number,
        support=table.support,
        legal_pressure=table.legal_pressure,
        counter=table.counter,
        live=states.count(State.LIVE),
        signed=states.count(State.SIGNED),
        fragmentation=table.fragmentation,
        frame=table.frame,
        agenda=table.agenda,
        seats=tuple(seat_past(table, seat) for seat in table.seats),
    )


def seat_past(table: Table, seat: Seat) -> SeatPast:
    """What one seat has now."""
    own = [(one, side) for one in table.dependencies for side in one.sides if side.seat == seat.id]
    states = [one.state for one, _ in own]
    return SeatPast(
        budget=seat.budget,
        autonomy=seat.autonomy,
        routines=seat.routines,
        portals=seat.portals,
        live=states.count(State.LIVE),
        signed=len(own) - states.count(State.OPEN),
        answered=[side.answered for _, side in own].count(True),
        broken=seat.broken,
        tokens=table.tokens_here(seat.id),
    )
