"""Reading logs: who may look with whose eyes, and logs from elsewhere taken in to be read.

A facilitator looks with any eyes. Once the game is over a person looks with their own, and a room
display with those of all; what the facilitator opens is then open to them too.
"""

import asyncio
import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from msgspec import json
from sqlmodel import Session as Db

from game.log import Entry
from game.log import Wording as LogWording
from game.model.table import Table
from game.ruleset import Ruleset
from game.views.briefs import briefs
from game.views.lines import lines
from game.views.view import Viewer, view
from game.vocabulary import PersonId, Phase, SeatId, State
from server import rulesets
from server.auth.passes import hashed, new_id, new_pass
from server.debriefs.past import Past, at, course, viewer_named
from server.debriefs.record import Record, TableEnd, gathered
from server.protocol import words
from server.protocol.bodies import NewSession
from server.protocol.course import Course, Moment
from server.protocol.problems import Problem, no_pass, not_found, not_over, not_yours
from server.sessions.grants import Grant
from server.sessions.lobby import Lobby
from server.sessions.session import LiveSession
from server.store.passes import grant
from server.store.rulesets import keep_ruleset
from server.store.schema import (
    PassKind,
    PassRow,
    RulesetRow,
    SessionRow,
    SessionState,
    TableRow,
)
from server.store.sessions import add_session, add_table
from server.tables.live import LiveTable
from server.tables.play import Play, folded, walked
from server.tables.rows import append_log
from server.tables.telling import viewers

MOST_PLAYERS, LEAST_PLAYERS = 7, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """A log from elsewhere, its hashes checked."""

    title: str
    table: str
    rules: Ruleset
    entries: tuple[Entry, ...]
    wordings: tuple[LogWording, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who may read a table's log, and with whose eyes."""

    session: LiveSession
    table: LiveTable
    eyes: tuple[str, ...]
    socket: str
    """Where what changes at this table is told to them."""
    past: Past
    """The logs that were looked at last."""
    who: PersonId | None = None
    """Which of the facilitators; None: none of them."""

    @property
    def is_staff(self) -> bool:
        """Whether everything is open to them."""
        return "facilitator" in self.eyes

    def viewer(self, eyes: str) -> Viewer:
        """The viewer with these eyes.

        Raises:
            Problem: they are not this reader's.
        """
        if eyes not in self.eyes:
            raise not_yours()
        return viewer_named(eyes)

    def briefs(self) -> dict[SeatId, str]:
        """The briefs that are open to this reader, by seat."""
        return briefs(
            self.table.table, self.viewer(self.eyes[0]), self.table.rules, rulesets.LANGUAGE
        )

    async def course(self) -> Course:
        """The log in short, as far as this reader may know of it."""
        looked = await self.past.of(self.table.id, self.table.archive)
        found = await asyncio.to_thread(course, looked, self.viewer(self.eyes[0]))
        now = self.table.table
        over = now.phase is Phase.ENDED
        return Course(
            entries=found,
            head=self.table.play.head if over or self.is_staff else None,
            outcome=now.outcome.value if over and now.outcome else None,
            public_value=now.public_value if over else None,
        )

    async def laid(self) -> Table:
        """The table as it was laid, before anything was played."""
        return folded((await self.table.archive.entries())[:1]).table

    async def at(self, number: int, eyes: str, *, of_all: bool = False) -> Moment:
        """The table after the entry of this number, as in the reader's course.

        `of_all`: the number counts what everybody was told of, as a room is led by.
        """
        viewer, own = self.viewer(eyes), self.viewer(self.eyes[0])
        looked = await self.past.of(self.table.id, self.table.archive)
        counted = looked.of_all if of_all else await asyncio.to_thread(looked.numbers, own)
        if not 1 <= number <= len(counted):
            raise not_found()
        version = counted[number - 1]
        seen = await asyncio.to_thread(at, looked.passed, version, viewer, self.table.rules)
        named = self.table.archive.words_in((seen.view, *seen.lines, *seen.confided))
        found = await asyncio.to_thread(looked.number, own, version)
        return Moment(
            version=found, view=seen.view, lines=seen.lines, confided=seen.confided, words=named
        )

    async def numbers(self, versions: Iterable[int]) -> list[int]:
        """For each version the number that the last entry up to it has for this reader."""
        looked = await self.past.of(self.table.id, self.table.archive)
        own = self.viewer(self.eyes[0])
        return await asyncio.to_thread(lambda: [looked.number(own, one) for one in versions])


class Debrief:
    """The logs of this server, for those who may read them."""

    def __init__(self, lobby: Lobby) -> None:
        self._lobby = lobby
        self._past = Past()
        lobby.on_deleted = self._past.forget

    async def reader(self, grant: Grant | None, table_id: str) -> Reader:
        """What the holder of a pass may read of a table.

        Raises:
            Problem: nothing, or not yet.
        """
        if grant is None:
            raise no_pass()
        session, table = await self._lobby.table(table_id)
        if grant.session_id != session.id:
            raise not_yours()
        seats = tuple(str(seat.id) for seat in table.table.seats)
        if grant.kind is PassKind.FACILITATOR:
            socket = f"/socket/facilitator/{session.id}"
            eyes = ("facilitator", "public", *seats)
            return Reader(session, table, eyes, socket, self._past, grant.who)
        is_screen = grant.kind is PassKind.SCREEN and grant.table_id in {None, table.id}
        person = session.people.get(grant.person_id or "")
        if not is_screen and (person is None or person.left):
            raise not_yours()
        if table.table.phase is not Phase.ENDED:
            raise not_over()
        if person is None:
            socket = f"/socket/screen/{session.id}/{table.id}"
            return Reader(session, table, ("public",), socket, self._past)
        if grant.kind is PassKind.EVALUATOR:
            eyes = ("public", *(seats if session.options.evaluators == "all" else ()))
            return Reader(session, table, eyes, f"/socket/evaluator/{session.id}", self._past)
        own = tuple(str(one.id) for one in table.table.seats if person.id in one.people)
        socket = f"/socket/player/{person.id}"
        return Reader(session, table, (*own, "public"), socket, self._past)

    async def record(self, reader: Reader) -> Record:
        """All that was collected at the table of a reader; what they may see of it, views say."""
        row = reader.session.places[reader.table.id].row
        store = self._lobby.world.store
        found = await gathered(store, reader.session.row, row, reader.session.rules)
        for place in tuple(reader.session.places.values()):
            await self._lobby.table(place.row.id)  # read, where the session has ended
        return dataclasses.replace(found, tables=tuple(_ends(reader)))

    async def take_in(self, log: TakenIn) -> tuple[str, str, str]:
        """Keep a log from elsewhere as a session that is over: (session, table, pass).

        Raises:
            Problem: its entries are no game that can be shown.
        """
        await asyncio.to_thread(check_playable, log)
        session, table = _rows(log, self._lobby.homes.new_id(), self._lobby.now())
        rules = RulesetRow(
            digest=session.ruleset_digest,
            ruleset_id=log.rules.id,
            body=rulesets.encode(log.rules),
            kept_at=session.created_at,
        )
        secret = new_pass()
        own_pass = PassRow(
            hash=hashed(secret),
            session_id=session.id,
            kind=PassKind.FACILITATOR,
            created_at=session.created_at,
        )

        def write(db: Db) -> None:
            keep_ruleset(db, rules)
            add_session(db, session)
            add_table(db, table)
            grant(db, own_pass)

        store = self._lobby.world.store
        await append_log(store, (session.id, table.id), log.entries, log.wordings)
        await store.run(write)
        await self._lobby.take_up(session)
        return session.id, table.id, secret


def _ends(reader: Reader) -> Iterator[TableEnd]:
    """How every table of a session ended, or stands."""
    for place in reader.session.places.values():
        table = place.live.table
        yield TableEnd(
            name=place.row.name,
            own=place.live is reader.table,
            outcome=None if table.outcome is None else table.outcome.value,
            public_value=table.public_value,
            live=sum(one.state is State.LIVE for one in table.dependencies),
            need=table.need,
            launched=table.launched,
            parent_version=place.row.parent_version,
        )


def _rows(log: TakenIn, own: str, now: datetime) -> tuple[SessionRow, TableRow]:
    title = words.title(log.title)
    players = min(MOST_PLAYERS, max(LEAST_PLAYERS, len(log.rules.seats)))
    session = SessionRow(
        id=own,
        title=title,
        ruleset_id=log.rules.id,
        # By all of it, its words included: another's words must not come under our digest.
        ruleset_digest=f"import-{hashed(rulesets.encode(log.rules).decode())}",
        options=json.encode(
            NewSession(title=title, ruleset=log.rules.id, players=players)
        ).decode(),
        state=SessionState.ENDED,
        created_at=now,
    )
    table = TableRow(
        id=new_id(session.id),
        session_id=session.id,
        name=words.title(log.table),
        number=1,
        state=SessionState.ENDED,
    )
    return session, table


def check_playable(log: TakenIn) -> None:
    """Refuse entries that fit their hashes and still are no game under their ruleset.

    Raises:
        Problem: with the entry at fault.
    """
    play, version = Play(), 0
    try:
        for entry, table in walked(play, log.entries):
            version = entry.version
            for viewer in viewers(table):
                view(table, viewer, log.rules)
                lines(entry, table, viewer)
    except (LookupError, ValueError, TypeError, AssertionError, ArithmeticError):
        sentence = f"Entry {version + 1} of this log is no move of a game under its ruleset."
        raise Problem("damaged", sentence) from None
