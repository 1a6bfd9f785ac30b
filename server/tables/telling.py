"""What each viewer of a table is told: the whole newest view, encoded once and shared.

A view goes out only when its bytes changed, and its version counts the views of this viewer, so
that even the number tells nothing about others. No decision is made and nothing is stored here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from msgspec import Raw, json
from msgspec.structs import replace

from game.latest import latest
from game.log import Entry
from game.menu import menu
from game.model.table import Table
from game.opening import BLANK
from game.ruleset import Ruleset
from game.views.line import Line
from game.views.lines import lines
from game.views.opened import opened
from game.views.own import own
from game.views.public import public
from game.views.staff import staff
from game.views.view import FACILITATOR, OBSERVER, SCREEN, Viewer, seat_viewer
from game.vocabulary import Phase
from server.protocol.frames import ClockView, View
from server.tables.channel import Channel, Part

NULL: Final = Raw(b"null")
# An id as `game.log.text_id` makes them, in quotation marks. Views name few: to mark all digits and
# look for such a run takes an eighth of what trying at each quotation mark does.
_MARKED: Final = bytes(
    ord("0") if chr(sign) in "0123456789abcdef" else ord('"') if chr(sign) == '"' else ord(" ")
    for sign in range(256)
)
_DIGITS: Final = 32
_RUN: Final = b'"' + b"0" * _DIGITS + b'"'


def part_of(value: object) -> Part:
    """A piece of a view as it goes out."""
    body = json.encode(value)
    return Part(Raw(body), ids_in(body))


def shared_part(body: bytes, parts: dict[bytes, Part]) -> Part:
    """The piece with these bytes, which many may hold; `parts`: those that are there already."""
    if body not in parts:
        parts[body] = Part(Raw(body), ids_in(body))
    return parts[body]


def ids_in(body: bytes) -> frozenset[str]:
    """The ids of words that something encoded names.

    >>> ids_in(b'{"text":"%b","hash":"%b","seat":"council"}' % (b"0a" * 16, b"0a" * 32))
    frozenset({'0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a'})
    """
    marked = body.translate(_MARKED)
    found: set[str] = set()
    at = marked.find(_RUN)
    while at >= 0:
        found.add(body[at + 1 : at + 1 + _DIGITS].decode())
        at = marked.find(_RUN, at + 1 + _DIGITS)
    return frozenset(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What a table tells beside the game: clock, words, head, and the server's own part."""

    table_id: str
    at_ms: int
    clock: ClockView
    words: Mapping[str, str]
    head: str
    activity: Callable[[], bytes]
    """For the facilitator, encoded when one listens."""
    session: Callable[[str], bytes]
    """The server's part for a kind of viewer, encoded."""


EMPTY: Final = Part(NULL, frozenset())


def viewers(table: Table) -> tuple[Viewer, ...]:
    """Everybody who can look at this table."""
    return (*(seat_viewer(seat.id) for seat in table.seats), OBSERVER, SCREEN, FACILITATOR)


def told(entry: Entry, table: Table, viewer: Viewer) -> Iterable[Part]:
    """The lines of an entry for a viewer, encoded."""
    return (part_of(line) for line in lines(entry, table, viewer))


class Telling:
    """The channels of one table."""

    def __init__(self, rules: Ruleset) -> None:
        self._rules = rules
        self._shared = latest(self._made_for_all)  # a copy each would be half of an idle seat
        self._bare = BLANK
        self._around = latest(self._without_seats)
        self.channels: dict[Viewer, Channel] = {}

    def took(self, entry: Entry, table: Table) -> None:
        """Remember what an entry tells each viewer."""
        parts: dict[bytes, Part] = {}  # most lines read alike for all: those are kept once
        alike: tuple[Line, ...] = ()
        told_of: tuple[Part, ...] = ()
        for viewer in viewers(table):
            found = lines(entry, table, viewer)
            if found != alike:
                bodies = [json.encode(line) for line in found]
                alike, told_of = found, tuple([shared_part(body, parts) for body in bodies])
            story = self.channel(viewer).story
            for part in told_of:
                story.add(part)

    def channel(self, viewer: Viewer) -> Channel:
        """The channel of a viewer."""
        found = self.channels.get(viewer)
        if found is None:
            found = self.channels[viewer] = Channel(viewer)
        return found

    def tell(self, table: Table, moment: Moment) -> None:
        """Renew the views of all who listen."""
        listening = [one for one in self.channels.values() if one.listeners]
        if not listening:
            return
        for channel in listening:
            view = self._view(channel, table, moment)
            channel.show(view, moment.table_id, moment.at_ms)

    def renewed(self, viewer: Viewer, table: Table, moment: Moment) -> Channel:
        """The channel with its newest view, whether anybody listens or not."""
        channel = self.channel(viewer)
        view = self._view(channel, table, moment)
        channel.show_again(view, moment.table_id, moment.at_ms)
        return channel

    def _view(self, channel: Channel, table: Table, moment: Moment) -> View:
        """The view of the channel's viewer."""
        viewer = channel.viewer
        shared = self._shared(table)
        is_staff = viewer.kind == "facilitator"
        mine, choices = self._seat_parts(channel, table)
        more = part_of(staff(table)) if is_staff else EMPTY
        bare = part_of(opened(table)) if table.opened_secrets else EMPTY
        newest = channel.story.newest
        ids = shared.ids.union(
            mine.ids, more.ids, bare.ids, *[line.ids for line in newest if line.ids]
        )
        return View(
            kind=viewer.kind,
            seat=viewer.seat,
            session=Raw(moment.session(viewer.kind)),
            clock=moment.clock,
            public=shared.body,
            own=mine.body,
            menu=choices,
            staff=more.body,
            activity=Raw(moment.activity()) if is_staff else NULL,
            opened=bare.body,
            lines=tuple([line.body for line in newest]),
            first=channel.story.first,
            words={one: moment.words[one] for one in sorted(ids) if one in moment.words},
            head=moment.head if is_staff or table.phase is Phase.ENDED else None,
        )

    def _made_for_all(self, table: Table) -> Part:
        return part_of(public(table, self._rules))

    def _seat_parts(self, channel: Channel, table: Table) -> tuple[Part, Raw]:
        """A seat's own part and its menu: kept while nothing that concerns this seat changes.

        Both look at the table and at the seat itself, never at what other seats have done since
        (a law of `tests/laws` holds that), and most commands are of another seat.
        """
        seat = channel.viewer.seat
        if seat is None:
            return EMPTY, NULL
        around, itself = self._around(table), table.seat(seat)
        kept = channel.seat_parts
        if kept is not None and kept[0] is around and kept[1] == itself:
            return kept[2:]
        made = part_of(own(table, seat)), Raw(json.encode(menu(table, seat, self._rules)))
        channel.seat_parts = (around, itself, *made)
        return made

    def _without_seats(self, table: Table) -> Table:
        """The table but for its seats: the same one as long as nothing in it changes."""
        bare = replace(table, version=0, seats=())
        if bare != self._bare:
            self._bare = bare
        return self._bare


def named_in(parts: Iterable[Raw], words: Mapping[str, str]) -> dict[str, str]:
    """The words that these parts name by id."""
    ids = {one for part in parts for one in ids_in(bytes(part))}
    return {one: words[one] for one in sorted(ids) if one in words}


def bare(kind: Literal["waiting"], session: bytes) -> View:
    """The view of somebody who is at no table."""
    return View(
        kind=kind,
        seat=None,
        session=Raw(session),
        clock=None,
        public=NULL,
        own=NULL,
        menu=NULL,
        staff=NULL,
        activity=NULL,
        opened=NULL,
        lines=(),
        first=0,
        words={},
    )
