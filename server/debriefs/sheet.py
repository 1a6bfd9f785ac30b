"""The newest sheet of a report, as the store has it."""

from msgspec import DecodeError, json

from server.protocol.report import ReportSheet, SheetNow
from server.store.contract import Store
from server.store.reports import report_of


def decoded(body: str) -> ReportSheet:
    """A sheet; what an older version wrote otherwise begins anew."""
    try:
        return json.decode(body, type=ReportSheet)
    except DecodeError:
        return ReportSheet()


async def sheet_of(store: Store, table_id: str) -> SheetNow:
    """The sheet of a table."""
    row = await store.look(lambda db: report_of(db, table_id))
    if row is None:
        return SheetNow(revision=0, sheet=ReportSheet())
    return SheetNow(revision=row.revision, sheet=decoded(row.sheet))
