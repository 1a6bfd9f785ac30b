"""Folding what the facilitator asks all seats, and their answers. Nothing in play is touched."""

from typing import assert_never

from msgspec.structs import replace

from game.events.pulses import AnyPulseEvent, PulseAnswered, PulseAsked, PulseClosed
from game.evolve.parts import with_seat
from game.model.pulses import Pulse, PulseAnswer
from game.model.seats import Seat
from game.model.table import Table
from game.vocabulary import PulseId


def evolve(table: Table, event: AnyPulseEvent) -> Table:
    """The table after a question, an answer, or the end of a question."""
    match event:
        case PulseAsked():
            return replace(table, pulses=(*table.pulses, event.pulse))
        case PulseAnswered():
            return with_seat(table, event.seat, lambda seat: answered(seat, event))
        case PulseClosed():
            return replace(table, pulses=closed(table.pulses, event.pulse))
        case _:
            assert_never(event)


def closed(pulses: tuple[Pulse, ...], which: PulseId) -> tuple[Pulse, ...]:
    """The same with one of them closed."""
    return tuple(replace(one, open=False) if one.id == which else one for one in pulses)


def answered(seat: Seat, event: PulseAnswered) -> Seat:
    """The seat with its answer, in the place of the one that it gave before."""
    told = PulseAnswer(event.pulse, event.answer)
    before = tuple(told if one.pulse == event.pulse else one for one in seat.pulses)
    return replace(seat, pulses=before if told in before else (*before, told))
