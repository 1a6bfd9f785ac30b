"""What each viewer of a table is told: the whole newest view, encoded once and shared.

A view goes out only when its bytes changed, and its version counts the views of this viewer, so
that even the number tells nothing about others. No decision is made and nothing is stored here.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from msgspec import Raw, json
from msgspec.structs import replace

from game.log import Entry
from game.menu import menu
from game.model import Table
from game.ruleset import Ruleset
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
_TEXT_ID: Final = re.compile(rb'"([0-9a-f]{32})"')  # as `game.log.text_id` makes them


def part_of(value: object) -> Part:
    """A piece of a view as it goes out."""
    body = json.encode(value)
    return Part(Raw(body), ids_in(body))


def ids_in(body: bytes) -> frozenset[str]:
    """The ids of words that something encoded names."""
    return frozenset([one.decode() for one in _TEXT_ID.findall(body)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What a table tells beside the game: clock, words, head, and the server's own part."""

    table_id: str
    at_ms: int
    clock: ClockView
    words: Mapping[str, str]
    head: str
    watch: Callable[[], bytes]
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
        self.channels: dict[Viewer, Channel] = {}

    def took(self, entry: Entry, table: Table) -> None:
        """Remember what an entry tells each viewer."""
        parts: dict[bytes, Part] = {}  # most lines read alike for all: those are kept once
        for viewer in viewers(table):
            story = self.channel(viewer).story
            for line in lines(entry, table, viewer):
                body = json.encode(line)
                if body not in parts:
                    parts[body] = Part(Raw(body), ids_in(body))
                story.add(parts[body])

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
        shared = part_of(public(table, self._rules))
        for channel in listening:
            view = self._view(channel, table, moment, shared)
            channel.show(view, moment.table_id, moment.at_ms)

    def renewed(self, viewer: Viewer, table: Table, moment: Moment) -> Channel:
        """The channel with its newest view, whether anybody listens or not."""
        channel = self.channel(viewer)
        view = self._view(channel, table, moment, part_of(public(table, self._rules)))
        channel.show_again(view, moment.table_id, moment.at_ms)
        return channel

    def _view(self, channel: Channel, table: Table, moment: Moment, shared: Part) -> View:
        """The view of the channel's viewer; `shared` is the part that all may see."""
        viewer = channel.viewer
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
            menu=choices.body,
            staff=more.body,
            watch=Raw(moment.watch()) if is_staff else NULL,
            opened=bare.body,
            lines=tuple([line.body for line in newest]),
            first=channel.story.first,
            words={one: moment.words[one] for one in sorted(ids) if one in moment.words},
            head=moment.head if is_staff or table.phase is Phase.ENDED else None,
        )

    def _seat_parts(self, channel: Channel, table: Table) -> tuple[Part, Part]:
        """A seat's own part and its menu: kept while nothing that concerns this seat changes.

        Both look at the table and at the seat itself, never at what other seats have done since
        (a law of `tests/laws` holds that), and most commands are of another seat.
        """
        seat = channel.viewer.seat
        if seat is None:
            return EMPTY, EMPTY
        concerns = replace(table, version=0, seats=(table.seat(seat),))
        kept = channel.seat_parts
        if kept is not None and kept[0] == concerns:
            return kept[1:]
        made = part_of(own(table, seat)), part_of(menu(table, seat, self._rules))
        channel.seat_parts = (concerns, *made)
        return made


def named_in(parts: Iterable[Raw], words: Mapping[str, str]) -> dict[str, str]:
    """The words that these parts name by id."""
    ids = {one.decode() for part in parts for one in _TEXT_ID.findall(bytes(part))}
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
        watch=NULL,
        opened=NULL,
        lines=(),
        first=0,
        words={},
    )
