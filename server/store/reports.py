"""What facilitators write for reports. Each function runs inside `Store.run` or `look`."""

from sqlmodel import Session

from server.store.schema import ReportRow


def report_of(db: Session, table_id: str) -> ReportRow | None:
    """None: nobody has written anything for this table."""
    return db.get(ReportRow, table_id)


def put_report(db: Session, row: ReportRow, revision: int) -> bool:
    """Keep the sheet of this row as the one after `revision`; False: that is not the newest."""
    kept = db.get(ReportRow, row.table_id, with_for_update=True)
    if (kept.revision if kept else 0) != revision:
        return False
    if kept is None:
        kept = ReportRow(table_id=row.table_id, session_id=row.session_id)
    kept.sheet, kept.revision = row.sheet, revision + 1
    db.add(kept)
    return True
