"""Sessions and their tables: rows in, rows out. Each function runs inside `Store.run` or `look`.

The rows that come back are copies: to change one in the database, call a function.
"""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Final

from sqlalchemy import update
from sqlmodel import Session, col, select

from server.store.schema import EntryRow, SessionRow, SessionState, TableRow

LOGS_AT_ONCE: Final = 100
"""First entries that are read together: who looks through them may have seen enough."""


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


def set_away(db: Session, table_id: str, away: str) -> None:
    """Write down since when seats of a table are away."""
    told = update(TableRow).where(col(TableRow.id) == table_id)
    db.exec(told.values({"away": away}))


def set_table_state(db: Session, table_id: str, state: SessionState) -> None:
    """Move a table on."""
    moved = update(TableRow).where(col(TableRow.id) == table_id)
    db.exec(moved.values({"state": state}))


def hashes_of(db: Session, session_id: str, hashes: Collection[str]) -> frozenset[str]:
    """Those of these hashes that entries of this session have, and of no other."""
    asked = select(EntryRow.hash, EntryRow.session_id).where(col(EntryRow.hash).in_(hashes))
    found = tuple(db.exec(asked))
    others = {one for one, of in found if of != session_id}
    return frozenset(one for one, of in found if of == session_id and one not in others)


def first_entries(db: Session, session_id: str, *, of_others: bool) -> Iterator[bytes]:
    """The first entry of the log of each table of this session, or of each of all others."""
    of = col(EntryRow.session_id)
    asked = select(EntryRow.body).where(EntryRow.version == 1)
    asked = asked.where(of != session_id if of_others else of == session_id)
    return iter(db.exec(asked.execution_options(yield_per=LOGS_AT_ONCE)))
