"""Cues: what a line of the script asks of the table, and whether it is so. They fire nothing."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, TypeAlias, assert_never, get_args

from msgspec import Struct

from game.events.base import snake
from game.goals import Measure, measured
from game.model.table import Table
from game.vocabulary import DealState, DependencyId, Rationality, SeatId, State, Track, Verdict


class Gauge(StrEnum):
    """A number of the whole table that a cue may look at."""

    SUPPORT = "support"
    LEGAL_PRESSURE = "legal_pressure"
    COUNTER = "counter"
    RATING = "rating"
    FRAGMENTATION = "fragmentation"
    LIVE = "live"
    SIGNED = "signed"
    COMMON = "common"
    BROKEN = "broken"
    PROMISES = "promises"
    OFFERS = "offers"
    DIRECTIVES = "directives"


class Cue(
    Struct,
    frozen=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
    tag_field="is",
    tag=lambda name: snake(name).removesuffix("_cue"),
    kw_only=True,
):
    """Something that is so at the table, or is not."""


class TableCue(Cue, frozen=True):
    """A number of the table lies within bounds (both included)."""

    of: Gauge
    at_least: int | None = None
    at_most: int | None = None


class SeatCue(Cue, frozen=True):
    """A number of one seat lies within bounds; never so where it is not seated."""

    seat: SeatId
    of: Measure
    at_least: int | None = None
    at_most: int | None = None


class DependencyCue(Cue, frozen=True):
    """A dependency is in this state; never so where its agencies are not seated."""

    dependency: DependencyId
    state: State


class FrameCue(Cue, frozen=True):
    """The project is framed so."""

    value: Rationality


class AgendaCue(Cue, frozen=True):
    """Politics cares about this."""

    value: Rationality


class ActCue(Cue, frozen=True):
    """An action worked at the last reveal: of this seat, or of any."""

    kind: str
    seat: SeatId | None = None


AnyCue: TypeAlias = TableCue | SeatCue | DependencyCue | FrameCue | AgendaCue | ActCue
CUES: Final[tuple[type[Cue], ...]] = get_args(AnyCue)


def all_hold(cues: Iterable[AnyCue], table: Table) -> bool:
    """Whether all of these are so now."""
    return all(holds(cue, table) for cue in cues)


def holds(cue: AnyCue, table: Table) -> bool:
    """Whether this is so now."""
    match cue:
        case TableCue():
            return within(gauged(table, cue.of), cue.at_least, cue.at_most)
        case SeatCue():
            seated = any(seat.id == cue.seat for seat in table.seats)
            return seated and within(measured(table, cue.seat, cue.of), cue.at_least, cue.at_most)
        case DependencyCue():
            return any(
                one.id == cue.dependency and one.state is cue.state for one in table.dependencies
            )
        case FrameCue():
            return table.frame is cue.value
        case AgendaCue():
            return table.agenda is cue.value
        case ActCue():
            return any(
                one.worked and one.act.kind == cue.kind and cue.seat in {None, one.seat}
                for one in table.resolved
            )
        case _:
            assert_never(cue)


def within(amount: int, at_least: int | None, at_most: int | None) -> bool:
    """Whether an amount lies within bounds that may be open."""
    return (at_least is None or amount >= at_least) and (at_most is None or amount <= at_most)


def gauged(table: Table, gauge: Gauge) -> int:  # noqa: C901  one case a gauge
    """What a number of the table is now."""
    match gauge:
        case Gauge.SUPPORT | Gauge.LEGAL_PRESSURE | Gauge.COUNTER | Gauge.RATING:
            return table.track(Track(gauge.value))
        case Gauge.FRAGMENTATION:
            return table.fragmentation
        case Gauge.LIVE:
            return sum(one.state is State.LIVE for one in table.dependencies)
        case Gauge.SIGNED:
            return sum(one.state is not State.OPEN for one in table.dependencies)
        case Gauge.COMMON:
            return sum(one.common for one in table.dependencies)
        case Gauge.BROKEN:
            return sum(seat.broken for seat in table.seats)
        case Gauge.PROMISES:
            return sum(one.verdict is Verdict.OPEN for one in table.promises)
        case Gauge.OFFERS:
            return sum(one.state is DealState.OPEN for one in table.deals)
        case Gauge.DIRECTIVES:
            return table.directives
        case _:
            assert_never(gauge)
