"""What facilitators write for reports, revision by revision. Each function runs inside `Store.run`
or `look`.
"""

from datetime import datetime
from typing import Final

from sqlalchemy import delete
from sqlmodel import Session, col, select

from server.store.schema import ReportRevisionRow, ReportRow

KEPT: Final = 200
"""Revisions of one report; the oldest go."""


def report_of(db: Session, table_id: str) -> ReportRow | None:
    """None: nobody has written anything for this table."""
    return db.get(ReportRow, table_id)


def revisions_of(db: Session, table_id: str) -> tuple[ReportRevisionRow, ...]:
    """Every revision that is kept, the newest first; what an older version saved has only one."""
    asked = select(ReportRevisionRow).where(ReportRevisionRow.table_id == table_id)
    found = tuple(db.exec(asked.order_by(col(ReportRevisionRow.revision).desc())))
    newest = report_of(db, table_id)
    return found if found or newest is None else (_unnoted(newest),)


def revision_of(db: Session, table_id: str, revision: int) -> ReportRevisionRow | None:
    """One revision; None: it is not kept, or never was."""
    return next((one for one in revisions_of(db, table_id) if one.revision == revision), None)


def put_report(
    db: Session, row: ReportRow, revision: int, *, by: str | None, now: datetime
) -> bool:
    """Keep the sheet of this row as the one after `revision`; False: that is not the newest."""
    kept = db.get(ReportRow, row.table_id, with_for_update=True)
    if (kept.revision if kept else 0) != revision:
        return False
    if kept is None:
        kept = ReportRow(table_id=row.table_id, session_id=row.session_id)
    elif db.get(ReportRevisionRow, (row.table_id, revision)) is None:
        db.add(_unnoted(kept))
    kept.sheet, kept.revision = row.sheet, revision + 1
    db.add(kept)
    noted = _unnoted(kept)
    noted.person_id, noted.saved_at = by, now
    db.add(noted)
    db.exec(
        delete(ReportRevisionRow).where(
            col(ReportRevisionRow.table_id) == row.table_id,
            col(ReportRevisionRow.revision) <= revision + 1 - KEPT,
        )
    )
    return True


def _unnoted(row: ReportRow) -> ReportRevisionRow:
    """A revision of which nobody noted who saved it."""
    return ReportRevisionRow(
        table_id=row.table_id,
        revision=row.revision,
        session_id=row.session_id,
        sheet=row.sheet,
    )
