"""What the facilitator writes for a table's report: kept whole, with a revision, never half."""

import asyncio
from typing import TypeVar

from msgspec import DecodeError, Struct, json
from msgspec.structs import asdict

from server.protocol import words
from server.protocol.problems import Problem
from server.protocol.report import PutSheet, ReportSheet, SheetNow
from server.store.contract import Store
from server.store.reports import put_report, report_of
from server.store.schema import ReportRow

S = TypeVar("S", bound=Struct)


class Reports:
    """The sheets of this server's reports."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._turn = asyncio.Lock()

    async def sheet(self, table_id: str) -> SheetNow:
        """The sheet of a table."""
        return await sheet_of(self._store, table_id)

    async def put(self, session_id: str, table_id: str, asked: PutSheet) -> SheetNow:
        """Keep a sheet of a table of this session.

        Raises:
            Problem: somebody else has changed it since.
        """
        sheet = clean(asked.sheet)
        row = ReportRow(
            table_id=table_id,
            session_id=session_id,
            sheet=json.encode(sheet).decode(),
        )
        async with self._turn:
            if not await self._store.run(lambda db: put_report(db, row, asked.revision)):
                sentence = "The report was changed elsewhere meanwhile; load it again, then write."
                raise Problem(409, "changed", sentence)
        return SheetNow(revision=asked.revision + 1, sheet=sheet)


async def sheet_of(store: Store, table_id: str) -> SheetNow:
    """The sheet of a table; what an older version wrote otherwise begins anew."""
    row = await store.look(lambda db: report_of(db, table_id))
    if row is None:
        return SheetNow(revision=0, sheet=ReportSheet())
    try:
        sheet = json.decode(row.sheet, type=ReportSheet)
    except DecodeError:
        sheet = ReportSheet()
    return SheetNow(revision=row.revision, sheet=sheet)


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
