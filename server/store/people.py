"""People, whatever they came for; where they sit, the log says.

Each function runs inside `Store.run` or `look`.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from server.store.schema import PersonKind, PersonRow


def add_person(db: Session, row: PersonRow) -> None:
    """Keep somebody who has joined."""
    db.add(row)


def person_of(db: Session, person_id: str) -> PersonRow | None:
    """None: nobody, or their session was erased."""
    return db.get(PersonRow, person_id)


def people_of(db: Session, session_id: str) -> tuple[PersonRow, ...]:
    """Everybody who ever joined, in that order; those who left have `left_at`."""
    asked = select(PersonRow).where(PersonRow.session_id == session_id)
    return tuple(db.exec(asked.order_by(col(PersonRow.joined_at), col(PersonRow.id))))


def set_name(db: Session, person_id: str, name: str) -> None:
    """Change what somebody is called."""
    _change(db, person_id, {"name": name})


def set_kind(db: Session, person_id: str, kind: PersonKind) -> None:
    """Make somebody a player, or an observer."""
    _change(db, person_id, {"kind": kind})


def set_wish(db: Session, person_id: str, wish: tuple[str, str] | None) -> None:
    """Note the table and seat that somebody asks to share; None: none any more."""
    table, seat = wish or (None, None)
    _change(db, person_id, {"wish_table": table, "wish_seat": seat})


def set_watched(db: Session, person_id: str, table_id: str) -> None:
    """Note the table that an observer chose."""
    _change(db, person_id, {"watches": table_id})


def leave(
    db: Session,
    person_id: str,
    at: datetime,
    sat: tuple[str, str] | None = None,
    *,
    beside: Iterable[str] = (),
) -> None:
    """Note that somebody has left, where they `sat` and `beside` whom; their passes are `passes`'
    business.
    """
    table, seat = sat or (None, None)
    where = {"sat_table": table, "sat_seat": seat, "sat_beside": " ".join(beside) or None}
    _change(db, person_id, {"left_at": at, **where})


def drop_person(db: Session, person_id: str) -> None:
    """Forget that somebody ever came: what they came for was taken just now."""
    row = db.get(PersonRow, person_id)
    if row is not None:
        db.delete(row)


def come_back(db: Session, person_id: str) -> None:
    """Let somebody who had left be here again, without a seat."""
    _change(db, person_id, {"left_at": None})


def _change(db: Session, person_id: str, values: dict[str, object]) -> None:
    db.exec(update(PersonRow).where(col(PersonRow.id) == person_id).values(values))
