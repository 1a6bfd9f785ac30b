"""The named points of a game, and a rewind tried on the log alone. Nothing is changed here."""

from collections import Counter
from collections.abc import Iterator, Sequence

from game.controls.room import MarkMoment
from game.events.control import MomentMarked
from game.events.course import PhaseBegan
from game.fold import rewound_to
from game.log import Entry
from game.model.table import Table
from game.views.view import FACILITATOR
from game.vocabulary import Phase, State
from server.protocol.rewinds import AsideEntry, Point, RewindTrial, Stands
from server.tables.play import Mark, Play, walked
from server.tables.telling import named_in, told

Step = tuple[Entry, Table, Mark]


def line_of(entries: Sequence[Entry]) -> list[Step]:
    """The entries that lead to the table of now, each with the table after it: what an earlier
    rewind set aside is left out.
    """
    play, kept = Play(), list[Step]()
    for entry, table in walked(play, entries):
        to = rewound_to(entry)
        if to is not None:
            kept = [one for one in kept if one[0].version <= to]
        kept.append((entry, table, play.mark))
    return kept


def points(entries: Sequence[Entry]) -> tuple[Point, ...]:
    """Every beginning of a round or a phase, and every mark, the newest first."""
    line = line_of(entries)
    struck = line[-1][1].struck if line else ()
    found = [one for place, step in enumerate(line) for one in named(step, len(line) - place - 1)]
    return tuple(reversed([one for one in found if one.aside and one.version not in struck]))


def named(step: Step, aside: int) -> Iterator[Point]:
    """The points that an entry makes."""
    entry, table, _ = step
    began = [one for one in entry.events if isinstance(one, PhaseBegan)]
    text = next((one.text for one in entry.events if isinstance(one, MomentMarked)), None)
    if not began and not isinstance(entry.command, MarkMoment):
        return
    is_round = table.phase in {Phase.BRIEFING, Phase.LOBBY} and bool(began)
    yield Point(
        version=entry.version,
        kind="mark" if not began else "round" if is_round else "phase",
        round=table.round,
        phase=table.phase.value,
        quarter=table.quarter,
        at_ms=entry.at_ms,
        wall_ms=entry.wall_ms,
        text=text,
        aside=aside,
    )


def tried(entries: Sequence[Entry], to: int, words: dict[str, str]) -> RewindTrial:
    """What a rewind to this entry would set aside, in words, and where the table would stand.

    Raises:
        LookupError: no such entry is on the line of play, or it is the newest.
    """
    line = line_of(entries)
    place = next((at for at, one in enumerate(line) if one[0].version == to), len(line))
    if place >= len(line) - 1:
        raise LookupError(to)
    aside = line[place + 1 :]
    told_of = tuple(one for one in map(aside_entry, aside) if one.lines)
    _, then, mark = line[place]
    spent_ms = mark.at_ms - mark.since_ms
    return RewindTrial(
        to=to,
        now=stands(line[-1][1]),
        then=stands(then),
        left_ms=None if then.length_s is None else max(0, then.length_s * 1000 - spent_ms),
        by=dict(Counter(str(entry.by) for entry, _, _ in aside)),
        entries=told_of,
        words=named_in([line for one in told_of for line in one.lines], words),
    )


def aside_entry(step: Step) -> AsideEntry:
    """An entry as the facilitator reads it."""
    entry, table, _ = step
    return AsideEntry(
        version=entry.version,
        at_ms=entry.at_ms,
        by=entry.by,
        via=entry.via,
        type=str(entry.command.__struct_config__.tag),
        lines=tuple(part.body for part in told(entry, table, FACILITATOR)),
    )


def stands(table: Table) -> Stands:
    """Where a table stands."""
    return Stands(
        round=table.round,
        phase=table.phase.value,
        quarter=table.quarter,
        support=table.support,
        legal_pressure=table.legal_pressure,
        counter=table.counter,
        live=sum(one.state is State.LIVE for one in table.dependencies),
        signed=sum(one.state is State.SIGNED for one in table.dependencies),
    )
