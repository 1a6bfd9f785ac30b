"""Folding what happens to dependencies, and who knows of it."""

from msgspec.structs import replace

from game.events.dependencies import (
    Answered,
    AnyDependencyEvent,
    BecameCommon,
    Built,
    DependencyTurned,
    DependencyWeighed,
    FactShown,
    ProtestEnded,
    Reopened,
    Signed,
    Suspended,
    WentLive,
)
from game.evolve.parts import with_dependency, with_side
from game.model.dependencies import Dependency, Side
from game.model.table import Table
from game.vocabulary import HUB, DependencyId, State


def evolve(table: Table, event: AnyDependencyEvent) -> Table:
    """The table after an event of one dependency."""
    match event:
        case Built() if event.dependency == HUB:
            return replace(table, hub_progress=event.progress)
        case DependencyTurned():
            return turned(table, event)
        case Signed():
            return signed(table, event)
        case FactShown():
            return table  # what it taught is told by Learned and BecameCommon
        case _:
            return with_dependency(table, event.dependency, lambda one: changed(one, event))


def changed(one: Dependency, event: AnyDependencyEvent) -> Dependency:  # noqa: C901  one case an event
    """The dependency after an event that changes nothing else."""
    match event:
        case Built():
            return replace(one, progress=event.progress, boosted=one.boosted or event.boosted)
        case BecameCommon():
            return replace(one, common=True)
        case Answered():
            return with_side(
                one, event.seat, lambda side: replace(side, answered=True, protest=False, held=0)
            )
        case ProtestEnded():
            return with_side(
                one, event.seat, lambda side: replace(side, protest=False, held=event.held)
            )
        case WentLive():
            return replace(one, state=State.LIVE)
        case Suspended():
            return replace(one, state=State.SUSPENDED)
        case Reopened():
            return reopened(one)
        case DependencyWeighed():
            return replace(
                one,
                sensitivity=event.sensitivity,
                effort=event.effort,
                base_sensitivity=event.base_sensitivity,
                base_effort=event.base_effort,
            )
        case _:
            raise AssertionError(event)


def signed(table: Table, event: Signed) -> Table:
    """A dependency is signed in this round."""

    def sign(one: Dependency) -> Dependency:
        first, second = one.sides
        sides = (
            replace(first, protest=event.protest[0], held=event.held[0]),
            replace(second, protest=event.protest[1], held=event.held[1]),
        )
        return replace(one, state=State.SIGNED, sides=sides, signed_round=table.round)

    table = with_dependency(table, event.dependency, sign)
    first_signed = table.first_signed or event.dependency
    return replace(table, signings=table.signings + 1, first_signed=first_signed)


def turned(table: Table, event: DependencyTurned) -> Table:
    """What was known is void, for every seat."""
    table = with_dependency(
        table, event.dependency, lambda one: replace(one, real=event.real, common=False)
    )
    return replace(
        table,
        seats=tuple(
            replace(seat, known=without(seat.known, event.dependency)) for seat in table.seats
        ),
    )


def without(known: tuple[DependencyId, ...], gone: DependencyId) -> tuple[DependencyId, ...]:
    """The facts known, without this one."""
    return tuple(one for one in known if one != gone)


def reopened(one: Dependency) -> Dependency:
    """Open with no progress: no side protests, no token is held."""

    def free(side: Side) -> Side:
        return replace(side, protest=False, held=0)

    return replace(
        one,
        state=State.OPEN,
        progress=0,
        signed_round=None,
        sides=(free(one.sides[0]), free(one.sides[1])),
    )
