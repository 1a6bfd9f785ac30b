"""What the facilitator writes for a table's report: kept whole, with a revision, never half."""

import asyncio
from typing import TypeVar

from msgspec import Struct, json
from msgspec.structs import asdict, replace

from server.debriefs.readers import Reader
from server.debriefs.sheet import decoded, sheet_of
from server.protocol import words
from server.protocol.problems import Problem, not_found
from server.protocol.report import PutSheet, SheetNow, SheetRevisions, SheetSaved
from server.sessions.lobby import Lobby
from server.store.reports import put_report, revision_of, revisions_of
from server.store.schema import ReportRevisionRow, ReportRow

S = TypeVar("S", bound=Struct)


class Reports:
    """The sheets of this server's reports."""

    def __init__(self, lobby: Lobby) -> None:
        self._store = lobby.world.store
        self._now = lobby.now
        self._turn = asyncio.Lock()

    async def sheet(self, reader: Reader) -> SheetNow:
        """The newest sheet of a table, and who saved it."""
        now = await sheet_of(self._store, reader.table.id)
        found = await self.revisions(reader)
        return replace(now, saved=found.revisions[0] if found.revisions else None)

    async def revisions(self, reader: Reader) -> SheetRevisions:
        """Who saved, and when, the newest first."""
        rows = await self._store.look(lambda db: revisions_of(db, reader.table.id))
        return SheetRevisions(revisions=tuple(saved(reader, row) for row in rows))

    async def revision(self, reader: Reader, number: int) -> SheetNow:
        """The sheet as it was saved once.

        Raises:
            Problem: it is not kept, or never was.
        """
        row = await self._store.look(lambda db: revision_of(db, reader.table.id, number))
        if row is None:
            raise not_found()
        return SheetNow(revision=number, sheet=decoded(row.sheet), saved=saved(reader, row))

    async def put(self, reader: Reader, asked: PutSheet) -> SheetNow:
        """Keep a sheet of a table.

        Raises:
            Problem: somebody else has changed it since.
        """
        row = ReportRow(
            table_id=reader.table.id,
            session_id=reader.session.id,
            sheet=json.encode(clean(asked.sheet)).decode(),
        )
        now = self._now()
        async with self._turn:
            if not await self._store.run(
                lambda db: put_report(db, row, asked.revision, by=reader.who, now=now)
            ):
                sentence = "The report was changed elsewhere meanwhile; load it again, then write."
                raise Problem("changed", sentence)
        return await self.revision(reader, asked.revision + 1)


def saved(reader: Reader, row: ReportRevisionRow) -> SheetSaved:
    """Who saved a revision, by the name that they have now."""
    person = reader.session.people.get(row.person_id or "")
    return SheetSaved(
        revision=row.revision,
        by="" if person is None else person.name,
        mine=row.person_id is not None and row.person_id == reader.who,
        wall_ms=None if row.saved_at is None else round(row.saved_at.timestamp() * 1000),
    )


def clean(value: S) -> S:
    """The same with every text as it can be shown: no control or direction signs."""
    return type(value)(**{name: _cleaned(one) for name, one in asdict(value).items()})


def _cleaned(value: object) -> object:
    match value:
        case str():
            return words.said(value)
        case tuple():
            return tuple(_cleaned(one) for one in value)
        case Struct():
            return clean(value)
        case _:
            return value
