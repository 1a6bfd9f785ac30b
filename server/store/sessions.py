"""Sessions and their tables: rows in, rows out. Each function runs inside `Store.run` or `look`.

The rows that come back are copies: to change one in the database, call a function.
"""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from server.store.schema import SessionRow, SessionState, TableRow


def add_session(db: Session, row: SessionRow) -> None:
    """Keep a new session."""
    db.add(row)


def session_of(db: Session, session_id: str) -> SessionRow | None:
    """None: there is none, or it was erased."""
    return db.get(SessionRow, session_id)


def all_sessions(db: Session) -> tuple[SessionRow, ...]:
    """Every session, newest first."""
    asked = select(SessionRow).order_by(col(SessionRow.created_at).desc(), SessionRow.id)
    return tuple(db.exec(asked))


def set_session_state(
    db: Session, session_id: str, state: SessionState, *, erase_after: datetime | None = None
) -> None:
    """Move a session on; `erase_after` is when retention ends, None: never by age."""
    _change(db, session_id, {"state": state, "erase_after": erase_after})


def _change(db: Session, session_id: str, values: dict[str, object]) -> None:
    db.exec(update(SessionRow).where(col(SessionRow.id) == session_id).values(values))


def add_table(db: Session, row: TableRow) -> None:
    """Keep a new table."""
    db.add(row)


def table_of(db: Session, table_id: str) -> TableRow | None:
    """None: there is none, or its session was erased."""
    return db.get(TableRow, table_id)


def tables_of(db: Session, session_id: str) -> tuple[TableRow, ...]:
    """The tables of a session in the order of their numbers."""
    asked = select(TableRow).where(TableRow.session_id == session_id)
    return tuple(db.exec(asked.order_by(col(TableRow.number), col(TableRow.id))))


def set_table_state(db: Session, table_id: str, state: SessionState) -> None:
    """Move a table on."""
    moved = update(TableRow).where(col(TableRow.id) == table_id)
    db.exec(moved.values({"state": state}))
