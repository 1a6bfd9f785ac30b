"""What is different between two tables, number by number, as a facilitator wants to read it."""

from collections.abc import Iterator
from typing import Final, Literal

from msgspec import Struct

from game.model.dependencies import Dependency
from game.model.table import Table
from game.vocabulary import Holding, SeatId, Track

Plain = str | int | bool | None


class Change(Struct, frozen=True, omit_defaults=False, gc=False):
    """One value that is another now. `of` and `other` say whose it is: a track, a seat, a pair of
    seats, a dependency (and one of its sides).
    """

    part: Literal["track", "agency", "trust", "dependency", "agenda", "clock", "game"]
    of: str
    what: str
    """Which value: a holding, `state`, `answered` ...; empty where `of` says it."""
    other: str | None
    before: Plain
    after: Plain


CLOCKS: Final = ("phase", "round", "quarter", "length_s", "paused", "emergency", "autopilot")
GAME: Final = (
    "governance", "architecture", "host", "hub_progress", "directives", "freeze", "audit",
    "launched", "stopped", "outcome",
)  # fmt: skip
OF_DEPENDENCIES: Final = (
    "real", "common", "state", "sensitivity", "effort", "progress",
)  # fmt: skip
OF_SIDES: Final = ("answered", "protest")


def differences(before: Table, after: Table) -> tuple[Change, ...]:
    """Everything that differs between two moments of one table, in a fixed order."""
    return (
        *tracks(before, after),
        *agenda(before, after),
        *agencies(before, after),
        *trust(before, after),
        *dependencies(before, after),
        *plain("game", GAME, before, after),
        *deadlines(before, after),
        *plain("clock", CLOCKS, before, after),
    )


def tracks(before: Table, after: Table) -> Iterator[Change]:
    """The shared tracks, and what bounces."""
    for track in Track:
        was, now = before.track(track), after.track(track)
        if was != now:
            yield Change("track", track.value, "", None, was, now)
    if before.bounced != after.bounced:
        yield Change("track", "bounced", "", None, before.bounced, after.bounced)


def agenda(before: Table, after: Table) -> Iterator[Change]:
    """What politics cares about, and how the project is presented."""
    if before.agenda is not after.agenda:
        yield Change("agenda", "agenda", "", None, before.agenda.value, after.agenda.value)
    if before.frame is not after.frame:
        yield Change("agenda", "frame", "", None, before.frame.value, after.frame.value)


def agencies(before: Table, after: Table) -> Iterator[Change]:
    """The numbers of the agencies, and how many facts each knows."""
    for was, now in zip(before.seats, after.seats, strict=True):
        for holding in Holding:
            old, new = was.holding(holding), now.holding(holding)
            if old != new:
                yield Change("agency", was.id, holding.value, None, old, new)
        if len(was.known) != len(now.known):
            yield Change("agency", was.id, "facts", None, len(was.known), len(now.known))


def trust(before: Table, after: Table) -> Iterator[Change]:
    """T[i][j] of every pair."""
    ids = [seat.id for seat in before.seats]
    for one in ids:
        for other in ids:
            if one != other:
                was, now = before.trust(one, other), after.trust(one, other)
                if was != now:
                    yield Change("trust", one, "", other, was, now)


def dependencies(before: Table, after: Table) -> Iterator[Change]:
    """Each dependency and its two sides."""
    for was, now in zip(before.dependencies, after.dependencies, strict=True):
        for name in OF_DEPENDENCIES:
            old, new = getattr(was, name), getattr(now, name)
            if old != new:
                yield Change("dependency", was.id, name, None, old, new)
        yield from sides(was, now)


def sides(before: Dependency, after: Dependency) -> Iterator[Change]:
    """The two sides of a dependency."""
    for was, now in zip(before.sides, after.sides, strict=True):
        for name in OF_SIDES:
            old, new = getattr(was, name), getattr(now, name)
            if old != new:
                yield Change("dependency", before.id, name, SeatId(was.seat), old, new)


def plain(
    part: Literal["clock", "game"], names: tuple[str, ...], before: Table, after: Table
) -> Iterator[Change]:
    """Values of the table itself."""
    for name in names:
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            yield Change(part, name, "", None, was, now)


def deadlines(before: Table, after: Table) -> Iterator[Change]:
    """Deadlines that were set, by their rounds."""
    if before.deadlines != after.deadlines:
        was, now = (", ".join(map(str, one.deadlines)) or None for one in (before, after))
        yield Change("clock", "deadlines", "", None, was, now)
