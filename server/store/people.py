"""People and where they sit. Each function runs inside `Store.run` or `look`."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from server.store.schema import PersonKind, PersonRow, SeatRow, SittingRow


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


def leave(db: Session, person_id: str, at: datetime, sat: tuple[str, str] | None = None) -> None:
    """Note that somebody has left, and where they `sat`; their passes are `passes`' business."""
    stand(db, person_id, at)
    table, seat = sat or (None, None)
    _change(db, person_id, {"left_at": at, "sat_table": table, "sat_seat": seat})


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


def sit(db: Session, row: SittingRow) -> bool:
    """Seat somebody; they get up from where they sat. False: somebody else sits there."""
    now = sitting_in(db, row.table_id, row.seat)
    if now is not None:
        return now.person_id == row.person_id
    stand(db, row.person_id, row.sat_at)
    db.add(row)
    return True


def stand(db: Session, person_id: str, at: datetime) -> None:
    """Free the seat of somebody; nothing happens to those who have none."""
    stood = update(SittingRow).where(
        col(SittingRow.person_id) == person_id, col(SittingRow.stood_at).is_(None)
    )
    db.exec(stood.values({"stood_at": at}))


def sitting_in(db: Session, table_id: str, seat: str) -> SittingRow | None:
    """Who sits in a seat now; None: nobody."""
    asked = select(SittingRow).where(
        SittingRow.table_id == table_id,
        SittingRow.seat == seat,
        col(SittingRow.stood_at).is_(None),
    )
    return db.exec(asked).one_or_none()


def seat_of(db: Session, person_id: str) -> SittingRow | None:
    """Where somebody sits now; None: nowhere."""
    asked = select(SittingRow).where(
        SittingRow.person_id == person_id, col(SittingRow.stood_at).is_(None)
    )
    return db.exec(asked).one_or_none()


def sittings_of(db: Session, session_id: str) -> tuple[SittingRow, ...]:
    """Who sat where from when to when, in the order in which they sat down."""
    asked = select(SittingRow).where(SittingRow.session_id == session_id)
    return tuple(db.exec(asked.order_by(col(SittingRow.sat_at), col(SittingRow.person_id))))


def seats_of(db: Session, table_id: str) -> tuple[SeatRow, ...]:
    """The seats of a table, by name."""
    asked = select(SeatRow).where(SeatRow.table_id == table_id)
    return tuple(db.exec(asked.order_by(col(SeatRow.seat))))


def set_bot(db: Session, table_id: str, seat: str, bot: str | None) -> None:
    """Let a bot play a seat, or (None) no longer."""
    chosen = update(SeatRow).where(col(SeatRow.table_id) == table_id, col(SeatRow.seat) == seat)
    db.exec(chosen.values({"bot": bot}))
