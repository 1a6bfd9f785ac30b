"""Looking back into a log: older lines, and any moment with any eyes. Nothing changes here."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Raw, json
from msgspec.structs import replace

from game.log import Entry
from game.model import Table
from game.opening import BLANK
from game.ruleset import Ruleset
from game.views.lines import lines
from game.views.view import Viewer, view
from game.vocabulary import State
from server.protocol.frames import SEEN_LINES
from server.protocol.replies import CourseEntry
from server.tables.play import Play, rewound_to, walked
from server.tables.telling import told

TOLD_TYPES: Final = frozenset(
    {"start", "next_phase", "pause", "resume", "extend", "end_game", "rewind", "open_secret"}
)
"""Commands of a facilitator that say no more than their public lines do."""


def older(entries: Sequence[Entry], viewer: Viewer, before: int) -> tuple[int, tuple[Raw, ...]]:
    """Up to forty lines before the line with this number, and the number of the first of them."""
    found: list[Raw] = []
    for entry, table in walked(Play(), entries):
        found += (line.body for line in told(entry, table, viewer))
        if len(found) >= before:
            break
    end = min(before, len(found))
    first = max(0, end - SEEN_LINES)
    return first, tuple(found[first:end])


def at(
    entries: Sequence[Entry], version: int, viewer: Viewer, rules: Ruleset
) -> tuple[Raw, tuple[Raw, ...]]:
    """The view after an entry with these eyes, and the lines up to then.

    What the debrief has opened by now is open at every moment.

    Raises:
        LookupError: the log holds no such entry.
    """
    if not 1 <= version <= len(entries):
        raise LookupError(version)
    found: list[Raw] = []
    then = BLANK
    for entry, table in bared(entries):
        if entry.version > version:
            break
        then = table
        found += (line.body for line in told(entry, table, viewer))
    newest = found[-SEEN_LINES:]
    return Raw(json.encode(view(then, viewer, rules))), tuple(newest)


def bared(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Table]]:
    """Every entry with the table after it, as it lies open by now: for looking back."""
    passed = list(walked(Play(), entries))
    secrets = passed[-1][1].opened_secrets if passed else ()
    for entry, table in passed:
        yield entry, (replace(table, opened_secrets=secrets) if secrets else table)


def course(entries: Sequence[Entry], viewer: Viewer) -> tuple[CourseEntry, ...]:
    """Every entry of which this viewer was told something, with where the game stood after it.

    What was asked is the facilitator's to know, but for what the lines say as well.
    """
    aside = set_aside(entries)
    found = (
        course_entry(entry, table, aside=entry.version in aside)
        for entry, table in bared(entries)
        if viewer.kind == "facilitator" or lines(entry, table, viewer)
    )
    return tuple(
        one if viewer.kind == "facilitator" or one.type in TOLD_TYPES else replace(one, type="")
        for one in found
    )


def course_entry(entry: Entry, table: Table, *, aside: bool) -> CourseEntry:
    """One entry in short."""
    return CourseEntry(
        version=entry.version,
        at_ms=entry.at_ms,
        round=table.round,
        phase=table.phase.value,
        quarter=table.quarter,
        by=entry.by,
        via=entry.via,
        type=str(entry.command.__struct_config__.tag),
        aside=aside,
        support=table.support,
        legal_pressure=table.legal_pressure,
        counter=table.counter,
        rating=table.citizens_rating,
        live=sum(one.state is State.LIVE for one in table.dependencies),
        signed=sum(one.state is State.SIGNED for one in table.dependencies),
    )


def set_aside(entries: Sequence[Entry]) -> set[int]:
    """The versions that a rewind has set aside."""
    aside: set[int] = set()
    for entry in entries:
        to = rewound_to(entry)
        if to is not None:
            aside |= set(range(to + 1, entry.version))
    return aside
