"""From a log to its table. A rewind is resolved here: only the entries know the table of then."""

from collections.abc import Sequence

from msgspec.structs import replace

from game.draft import Draft
from game.events import AnyEvent
from game.events.course import Rewound
from game.evolve.parts import held_as
from game.evolve.step import evolve
from game.log import Entry
from game.model.cards import ScriptLine
from game.model.jots import Jot
from game.model.table import Table
from game.opening import BLANK
from game.vocabulary import TextId


def after(table: Table, events: Sequence[AnyEvent]) -> Table:
    """The table after the events of one entry that holds no rewind."""
    table = replace(table, version=table.version + 1)
    for event in events:
        table = evolve(table, event)
    return table


def step(table: Table, entry: Entry, before: Sequence[Entry]) -> Table:
    """The table after an entry, given all entries before it."""
    back = rewind_of(entry)
    if back is not None:
        return rewound(table, fold(before[: back.to]), back.text)
    return after(table, entry.events)


def settled(draft: Draft, before: Sequence[Entry]) -> Table:
    """The table after a decision just made, given all entries before it."""
    for event in draft.events:
        if isinstance(event, Rewound):
            now = replace(draft.table, version=draft.table.version - 1)
            return rewound(now, fold(before[: event.to]), event.text)
    return draft.table


def fold(entries: Sequence[Entry]) -> Table:
    """The table after these entries, the first of which laid it."""
    table = BLANK
    for number, entry in enumerate(entries):
        table = step(table, entry, () if rewind_of(entry) is None else entries[:number])
    return table


def rewound_to(entry: Entry) -> int | None:
    """The version to which an entry sets the table back; None: it does not."""
    back = rewind_of(entry)
    return None if back is None else back.to


def rewind_of(entry: Entry) -> Rewound | None:
    """The rewind in an entry, if it holds one."""
    return next((event for event in entry.events if isinstance(event, Rewound)), None)


def rewound(now: Table, then: Table, why: TextId | None = None) -> Table:
    """The table of then, paused, with people, pulses, script and settings of now."""
    held = {seat.id: seat for seat in now.seats}
    return replace(
        then,
        version=now.version + 1,
        paused=True,
        pause_text=why,
        set_back=True,
        emergency=False,
        autopilot=now.autopilot,
        locked=now.locked,
        stand_in=now.stand_in,
        struck=now.struck,
        jots=jots_after(now, then),
        looks=now.looks,
        pulses=now.pulses,
        script=script_after(now, then),
        seats=tuple(
            replace(held_as(seat, held[seat.id]), pulses=held[seat.id].pulses)
            for seat in then.seats
        ),
    )


def jots_after(now: Table, then: Table) -> tuple[Jot, ...]:
    """Those of then, and those made since, which are set aside; nothing that was taken back."""
    before = {one.version for one in then.jots}
    since = [replace(one, aside=True) for one in now.jots if one.version not in before]
    every = sorted([*then.jots, *since], key=lambda one: one.version)
    return tuple(one for one in every if one.version not in now.struck)


def script_after(now: Table, then: Table) -> tuple[ScriptLine, ...]:
    """The lines as they are written now; whether each was laid, as it was then."""
    before = {one.number: one for one in then.script}
    return tuple(
        replace(
            one,
            fired=one.number in before and before[one.number].fired,
            met=before[one.number].met if one.number in before else None,
        )
        for one in now.script
    )
