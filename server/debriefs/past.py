"""Looking back into a log: older lines, and any moment with any eyes. Nothing changes here."""

import asyncio
from bisect import bisect_right
from collections import OrderedDict, deque
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias

from msgspec import Raw, json
from msgspec.structs import replace

from game.events.talk import Said
from game.fold import rewound_to
from game.log import Entry
from game.model.table import Table
from game.opening import BLANK
from game.ruleset import Ruleset
from game.views.lines import lines
from game.views.view import FACILITATOR, OBSERVER, Viewer, seat_viewer, view
from game.vocabulary import SeatId, State
from server.protocol.course import CourseEntry
from server.protocol.frames import SEEN_LINES
from server.tables.archive import Archive
from server.tables.play import Play, walked
from server.tables.telling import told

Passed: TypeAlias = tuple[tuple[Entry, Table], ...]
"""Every entry of a log with the table after it."""
LOGS: Final = 8
"""Logs that are kept with their tables."""
TOLD_TYPES: Final = frozenset(
    {"start", "next_phase", "pause", "resume", "extend", "end_game", "rewind", "open_secret"}
)
"""Commands of a facilitator that say no more than their public lines do."""


def viewer_named(eyes: str) -> Viewer:
    """The viewer of a name as addresses and commands have it."""
    match eyes:
        case "facilitator":
            return FACILITATOR
        case "public":
            return OBSERVER
        case _:
            return seat_viewer(SeatId(eyes))


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


class Seen(NamedTuple):
    """What these eyes saw at a moment."""

    view: Raw
    lines: tuple[Raw, ...]
    """The newest ones; what a rewind had set aside by then is not among them."""
    confided: tuple[Raw, ...]
    """What was said in confidence before those lines, for a seat's eyes."""


def at(passed: Passed, version: int, viewer: Viewer, rules: Ruleset) -> Seen:
    """The view after an entry with these eyes, and the lines up to then.

    What the debrief has opened by now is open at every moment.
    """
    gone = set_aside([entry for entry, _ in passed[:version]])
    newest: deque[Raw] = deque()
    confided: deque[Raw] = deque()
    for entry, table in reversed(passed[:version]):
        if entry.version in gone or (len(newest) >= SEEN_LINES and not _whispers(entry, viewer)):
            continue
        found = (line.body for line in reversed(tuple(told(entry, table, viewer))))
        (newest if len(newest) < SEEN_LINES else confided).extendleft(found)
    then = passed[version - 1][1]
    seen = Raw(json.encode(view(then, viewer, rules)))
    return Seen(seen, tuple(newest)[-SEEN_LINES:], tuple(confided))


def _whispers(entry: Entry, viewer: Viewer) -> bool:
    """Whether a seat says something in confidence that this seat may have heard."""
    if viewer.seat is None:
        return False
    return any(isinstance(event, Said) and event.to is not None for event in entry.events)


def bared(entries: Sequence[Entry]) -> Passed:
    """Every entry with the table after it, as it lies open by now and without what was taken
    back: for looking back.
    """
    passed = tuple(walked(Play(), entries))
    now = passed[-1][1] if passed else BLANK
    if not (now.opened_secrets or now.struck):
        return passed
    return tuple(
        (entry, replace(table, opened_secrets=now.opened_secrets, struck=now.struck))
        for entry, table in passed
    )


def told_to_all(entries: Sequence[Entry]) -> tuple[int, ...]:
    """The versions of the entries of which everybody was told something at the time.

    What is opened later changes nothing here, so that a place among them stays.
    """
    return tuple(
        entry.version for entry, table in walked(Play(), entries) if lines(entry, table, OBSERVER)
    )


class Looked:
    """A log that is looked at, with its numbers for each viewer."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.passed = bared(entries)
        self.of_all = told_to_all(entries)
        self._numbers: dict[Viewer, Sequence[int]] = {FACILITATOR: range(1, len(entries) + 1)}

    def numbers(self, viewer: Viewer) -> Sequence[int]:
        """The version of each entry by its number for this viewer, from 1.

        Whoever was not told of an entry finds no gap where it is; only a facilitator counts all.
        """
        if viewer not in self._numbers:
            self._numbers[viewer] = tuple(
                entry.version for entry, table in self.passed if lines(entry, table, viewer)
            )
        return self._numbers[viewer]

    def number(self, viewer: Viewer, version: int) -> int:
        """The number, for this viewer, of the last entry up to a version."""
        return bisect_right(self.numbers(viewer), version)


class Past:
    """The logs that were looked at last, each with its tables: people drag through one for long.

    Tables share what they have in common, so that a log costs little more than its entries.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Looked] = OrderedDict()
        self._forgets = 0

    async def of(self, table_id: str, archive: Archive) -> Looked:
        """The whole log of a table, as far as the store has it now."""
        kept = self._kept.get(table_id)
        if kept is None or len(kept.passed) != await archive.head():
            forgets = self._forgets
            kept = await asyncio.to_thread(Looked, await archive.entries())
            if forgets != self._forgets:  # perhaps this one: it is read again, or it has gone
                return kept
            self._kept[table_id] = kept
        self._kept.move_to_end(table_id)
        while len(self._kept) > LOGS:
            self._kept.popitem(last=False)
        return kept

    def forget(self, table_ids: Iterable[str]) -> None:
        """These tables were deleted: of their logs nothing stays, also of one just being read."""
        self._forgets += 1
        for one in table_ids:
            self._kept.pop(one, None)


def course(looked: Looked, viewer: Viewer) -> tuple[CourseEntry, ...]:
    """Every entry of which this viewer was told something, with where the game stood after it.

    What was asked is the facilitator's to know, but for what the lines say as well; and so is how
    many entries there are.
    """
    aside = set_aside([entry for entry, _ in looked.passed])
    found = (
        course_entry(*looked.passed[version - 1], aside=version in aside)
        for version in looked.numbers(viewer)
    )
    if viewer.kind == "facilitator":
        return tuple(found)
    return tuple(
        replace(
            one,
            version=number,
            of_all=bisect_right(looked.of_all, one.version),
            type=one.type if one.type in TOLD_TYPES else "",
        )
        for number, one in enumerate(found, start=1)
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
