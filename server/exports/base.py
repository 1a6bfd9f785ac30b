"""A record as somebody knew it, moment by moment: what every export is made of.

Everything comes from views and log lines of one viewer (RULES section 9); the log itself is asked
only for what a facilitator may read. So an export tells its reader nothing that play did not.
"""

import hmac
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from typing import Final, Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from game.log import Entry
from game.model.table import Table
from game.views.deals import DealView, PromiseView
from game.views.line import Line
from game.views.lines import lines
from game.views.own import Own
from game.views.public import Public
from game.views.view import View, Viewer, look
from game.views.wording import Texts, line_words
from server.debriefs.past import bared, set_aside, viewer_named
from server.debriefs.record import Record
from server.protocol.curve import AlternativesFound, LaunchCurve
from server.rulesets import LANGUAGE

PSEUDONYM: Final = 12
"""Hex digits: enough for every person of a session, few enough to be read aloud."""

Names = Literal["pseudonyms", "names"]
Bound = TypeVar("Bound", DealView, PromiseView)


class Step(Struct, frozen=True, gc=False):
    """A moment at which something was told to these eyes, or looked different to them."""

    place: int
    """Counted from 1 without gaps: who does not know of an entry cannot miss it."""
    version: int
    """The number in the log for the facilitator; for others the same as `place`."""
    at_ms: int
    wall_ms: int
    aside: bool
    """A rewind has set it aside."""
    by: str
    """Who acted; empty where these eyes were not told."""
    via: str
    command: str
    """What was asked, for the facilitator; else empty."""
    entry: int
    """The number in the log; for a file's own use, never to be shown to others."""
    asked: str
    """What was asked, likewise."""
    view: View
    lines: tuple[Line, ...]
    people: tuple[tuple[str, ...], ...]
    """Who held each seat, in seat order: ids of persons; None: nobody, or a bot."""

    @property
    def public(self) -> Public:
        """The part that all could see."""
        return self.view.public

    @property
    def sheets(self) -> tuple[Own, ...]:
        """The private parts of seats that these eyes saw."""
        if self.view.staff is not None:
            return self.view.staff.seats
        return () if self.view.own is None else (self.view.own,)

    @property
    def deals(self) -> tuple[DealView, ...]:
        """Every offer of the round that these eyes saw."""
        shared, more, own = self.public.deals, self.view.staff, self.view.own
        hidden = more.deals if more is not None else own.deals if own is not None else ()
        bare = self.view.opened.deals if self.view.opened is not None else ()
        return tuple({one.id: one for one in (*shared, *hidden, *bare)}.values())

    @property
    def promises(self) -> tuple[PromiseView, ...]:
        """Every promise that these eyes saw."""
        shared, more, own = self.public.promises, self.view.staff, self.view.own
        hidden = more.promises if more is not None else own.promises if own is not None else ()
        bare = self.view.opened.promises if self.view.opened is not None else ()
        return tuple({one.id: one for one in (*shared, *hidden, *bare)}.values())


def steps(record: Record, viewer: Viewer) -> tuple[Step, ...]:
    """The record as this viewer knew it; what the debrief has opened is open at every moment."""
    aside = set_aside(record.entries)
    found: list[Step] = []
    for entry, table in bared(record.entries):
        seen = look(table, viewer, record.rules)
        told = lines(entry, table, viewer)
        if is_staff(viewer) or told or not found or found[-1].view != seen:
            place = len(found) + 1
            found.append(_step(entry, table, seen, told, place=place, aside=entry.version in aside))
    return tuple(found)


def _step(
    entry: Entry, table: Table, seen: View, told: tuple[Line, ...], *, place: int, aside: bool
) -> Step:
    staff = is_staff(seen.viewer)
    return Step(
        place=place,
        version=entry.version if staff else place,
        at_ms=entry.at_ms,
        wall_ms=entry.wall_ms,
        aside=aside,
        by=entry.by if staff else (told[0].by if told else ""),
        via=entry.via if staff else (told[0].via if told else ""),
        command=str(entry.command.__struct_config__.tag) if staff else "",
        entry=entry.version,
        asked=str(entry.command.__struct_config__.tag),
        view=seen,
        lines=told,
        people=tuple(seat.people for seat in table.seats),
    )


def fates(
    steps: Iterable[Step], pick: Callable[[Step], Iterable[Bound]]
) -> Iterator[tuple[Step, Step, Bound]]:
    """Each deal or promise as it was seen last: its first step, that of its last change, itself."""
    first: dict[str, Step] = {}
    last: dict[str, tuple[Step, Bound]] = {}
    for step in steps:
        for one in pick(step):
            first.setdefault(one.id, step)
            if one.id not in last or last[one.id][1] != one:
                last[one.id] = (step, one)
    return ((first[name], step, one) for name, (step, one) in last.items())


def is_staff(viewer: Viewer) -> bool:
    """Whether everything is open to these eyes."""
    return viewer.kind == "facilitator"


def moment(ms: int) -> str:
    """A time of day.

    >>> moment(1_700_000_000_000)
    '2023-11-14T22:13:20.000Z'
    """
    told = datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds")
    return told.replace("+00:00", "Z")


@dataclass(frozen=True)
class Told:
    """A record with chosen eyes, and what its people are called in this export."""

    record: Record
    viewer: Viewer
    salt: bytes
    """Makes the pseudonyms: alike within an export, and nowhere else."""
    names: Names
    words: bool
    """Whether what people wrote is told in their own words."""
    debrief: str = ""
    """The address of the table's debrief, where a file can lead back to it."""
    model: bool = True
    """Whether the model's estimates are told, to the facilitator: a group may guess first."""

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The record as these eyes knew it, moment by moment."""
        return steps(self.record, self.viewer)

    @cached_property
    def written(self) -> Mapping[str, str]:
        """What people wrote, by its id; nothing without `words`."""
        return self.record.words if self.words else {}

    @property
    def curve(self) -> LaunchCurve | None:
        """The launch curve, where these eyes may have it."""
        found = self.record.curve if self.staff and self.model else None
        return found if found is not None and found.points else None

    @property
    def weighed(self) -> Mapping[tuple[int, int], AlternativesFound]:
        """What else was open between two entries, as far as it was worked out; as `curve`."""
        return {} if self.curve is None else self.record.alternatives

    @property
    def texts(self) -> Texts:
        """The words of the game and of its scenario."""
        return self.record.rules.texts.get(LANGUAGE, {})

    @property
    def line(self) -> tuple[Step, ...]:
        """The steps that count: without what a rewind has set aside."""
        return tuple(step for step in self.steps if not step.aside)

    @property
    def staff(self) -> bool:
        """Whether everything is told."""
        return is_staff(self.viewer)

    def called(self, person: str) -> str:
        """What a person is called here."""
        name = self.record.names.get(person, "") if self.names == "names" else ""
        return name or pseudonym(self.salt, person)

    def agency(self, seat: str) -> str:
        """The name of a seat's agency."""
        return self.texts.get(f"seats.{seat}.name", seat)

    def facilitator(self, who: str | None) -> str:
        """What one of the facilitators is called; empty where there is nobody to be told from."""
        return self.called(who) if who is not None and len(self.facilitators) > 1 else ""

    def alias(self, line: Line) -> Line:
        """The same, with which of the facilitators it was by a pseudonym instead of the id."""
        return line if line.who is None else replace(line, who=pseudonym(self.salt, line.who))

    @cached_property
    def facilitators(self) -> frozenset[str]:
        """Every facilitator who did something."""
        return frozenset(
            line.who for step in self.steps for line in step.lines if line.who is not None
        )

    def sentence(self, line: Line) -> str:
        """A line of the log in words."""
        known, unsaid = (self.written, "(deleted)") if self.words else ({}, "(left out)")
        return " ".join(line_words(self.texts, line, known, unsaid=unsaid).split())


def told(
    record: Record,
    eyes: str,
    salt: bytes,
    *,
    names: Names = "pseudonyms",
    words: bool = True,
    debrief: str = "",
    model: bool = True,
) -> Told:
    """A record for these eyes; names are told to the facilitator alone."""
    viewer = viewer_named(eyes)
    kept: Names = names if is_staff(viewer) else "pseudonyms"
    return Told(
        record=record,
        viewer=viewer,
        salt=salt,
        names=kept,
        words=words,
        debrief=debrief,
        model=model,
    )


def pseudonym(salt: bytes, person: str) -> str:
    """A name that stands for a person in one export, and cannot be traced without its salt.

    >>> pseudonym(b"salt", "ann") == pseudonym(b"salt", "ann") != pseudonym(b"pepper", "ann")
    True
    """
    return "p-" + hmac.new(salt, person.encode(), sha256).hexdigest()[:PSEUDONYM]


Writer = Callable[[Told], bytes]
"""What an export does: from a record with chosen eyes to the bytes of its file."""


class CannotMake(Exception):
    """A file of this kind cannot be made on this machine; the sentence says what now."""
