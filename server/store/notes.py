"""Notes of facilitators and evaluators. Each function runs inside `Store.run` or `look`."""

from sqlalchemy import delete
from sqlmodel import Session, col, select

from server.store.schema import NoteRow


def put_note(db: Session, row: NoteRow) -> None:
    """Keep a note, in place of the one with the same id."""
    db.merge(row)


def drop_note(db: Session, session_id: str, note_id: str) -> None:
    """Erase a note of this session."""
    gone = delete(NoteRow).where(col(NoteRow.id) == note_id, col(NoteRow.session_id) == session_id)
    db.exec(gone)


def notes_of(db: Session, table_id: str) -> tuple[NoteRow, ...]:
    """The notes of a table in the order of the versions they are pinned to."""
    asked = select(NoteRow).where(NoteRow.table_id == table_id)
    return tuple(db.exec(asked.order_by(col(NoteRow.version), col(NoteRow.written_at), NoteRow.id)))
