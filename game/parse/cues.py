"""Cues as people write them in a cell of a spreadsheet, and back: `support <= 2; tax.budget >= 3`.

A ruleset file has them as tables; this is the same in a line. Cues are joined by semicolons.
"""

import re
from collections.abc import Iterable
from typing import Final, assert_never

from game.actions import BY_KIND
from game.cues import ActCue, AgendaCue, AnyCue, DependencyCue, FrameCue, Gauge, SeatCue, TableCue
from game.goals import Measure
from game.parse.faults import one_of, unknown
from game.vocabulary import DependencyId, Rationality, SeatId, State

AMOUNT: Final = re.compile(r"(?:(\w+)\s*\.\s*)?(\w+)\s*(<=|>=|=)\s*(\d{1,3})")
IS: Final = re.compile(r"(\w+)\s+is\s+(\w+)")
DID: Final = re.compile(r"(?:(\w+)\s+)?did\s+(\w+)")
FORMS: Final = (
    "write `support <= 2`, `tax.budget >= 3`, `registry_tax is live`, `frame is legal`, "
    "`agenda is legal` or `tax did sign`"
)


def written_cues(cues: Iterable[AnyCue]) -> str:
    """These cues in a line.

    >>> written_cues([TableCue(of=Gauge.SUPPORT, at_most=2), FrameCue(value=Rationality.LEGAL)])
    'support <= 2; frame is legal'
    """
    return "; ".join(written(cue) for cue in cues)


def written(cue: AnyCue) -> str:
    """One cue in words."""
    match cue:
        case TableCue():
            return bounded(cue.of.value, cue.at_least, cue.at_most)
        case SeatCue():
            return bounded(f"{cue.seat}.{cue.of.value}", cue.at_least, cue.at_most)
        case DependencyCue():
            return f"{cue.dependency} is {cue.state.value}"
        case FrameCue():
            return f"frame is {cue.value.value}"
        case AgendaCue():
            return f"agenda is {cue.value.value}"
        case ActCue():
            return f"did {cue.kind}" if cue.seat is None else f"{cue.seat} did {cue.kind}"
        case _:
            assert_never(cue)


def bounded(name: str, at_least: int | None, at_most: int | None) -> str:
    """A number with its bounds; both make two cues, which are joined by *and* like all."""
    if at_least is not None and at_least == at_most:
        return f"{name} = {at_least}"
    parts = [] if at_least is None else [f"{name} >= {at_least}"]
    return "; ".join(parts if at_most is None else [*parts, f"{name} <= {at_most}"])


def read_cues(line: str) -> tuple[tuple[AnyCue, ...], list[str]]:
    """The cues of a line, and what is wrong with those that are none.

    >>> read_cues("support <= 2; tax did sign")[0][1]
    ActCue(kind='sign', seat='tax')
    """
    cues: list[AnyCue] = []
    faults: list[str] = []
    for part in (one.strip() for one in line.split(";")):
        found = read_cue(part) if part else None
        if isinstance(found, str):
            faults.append(f"{part[:60]!r}: {found}")
        elif found is not None:
            cues.append(found)
    return tuple(cues), faults


def read_cue(part: str) -> AnyCue | str:
    """One cue, or what is wrong with it."""
    if (found := AMOUNT.fullmatch(part)) is not None:
        seat, name, sign, amount = found.groups()
        return amount_cue(seat, name, sign, int(amount))
    if (found := IS.fullmatch(part)) is not None:
        return state_cue(*found.groups())
    if (found := DID.fullmatch(part)) is not None:
        seat, kind = found.groups()
        if kind not in BY_KIND:
            return f"{kind!r} {one_of(BY_KIND, kind)}"
        return ActCue(kind=kind, seat=None if seat is None else SeatId(seat))
    return FORMS


def amount_cue(seat: str | None, name: str, sign: str, amount: int) -> AnyCue | str:
    """A cue about a number, of the table or of a seat."""
    at_least = None if sign == "<=" else amount
    at_most = None if sign == ">=" else amount
    if seat is None:
        if name not in list(Gauge):
            return f"{name!r} {unknown(name, list(Gauge), 'number of the table')}"
        return TableCue(of=Gauge(name), at_least=at_least, at_most=at_most)
    if name not in list(Measure):
        return f"{name!r} {unknown(name, list(Measure), 'number of a seat')}"
    return SeatCue(seat=SeatId(seat), of=Measure(name), at_least=at_least, at_most=at_most)


def state_cue(name: str, value: str) -> AnyCue | str:
    """A cue about frame, agenda or a dependency."""
    if name in {"frame", "agenda"}:
        if value not in list(Rationality):
            return f"{value!r} {one_of(Rationality, value)}"
        kind = FrameCue if name == "frame" else AgendaCue
        return kind(value=Rationality(value))
    if value not in list(State):
        return f"{value!r} {one_of(State, value)}"
    return DependencyCue(dependency=DependencyId(name), state=State(value))
