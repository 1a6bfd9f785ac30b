"""Passes, facilitator keys, join codes and one-time links; of secrets only the hashes come here.

Each function runs inside `Store.run` or `look`. Making and hashing secrets is for `server.auth`.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col, select

from server.store.schema import FacilitatorKeyRow, JoinCodeRow, LinkRow, PassRow


def grant(db: Session, row: PassRow) -> None:
    """Keep a new pass."""
    db.add(row)


def pass_of(db: Session, hash_: str) -> PassRow | None:
    """None: no such pass, or it was revoked."""
    row = db.get(PassRow, hash_)
    return row if row is not None and row.revoked_at is None else None


def name_pass(db: Session, hash_: str, person_id: str) -> None:
    """Say whose pass it is."""
    db.exec(update(PassRow).where(col(PassRow.hash) == hash_).values({"person_id": person_id}))


def revoke_person(db: Session, person_id: str, at: datetime) -> None:
    """End every pass of a person, on all their devices, and the links that would give one."""
    _revoke(db, col(PassRow.person_id) == person_id, at)
    spent = update(LinkRow).where(
        col(LinkRow.person_id) == person_id, col(LinkRow.used_at).is_(None)
    )
    db.exec(spent.values({"used_at": at}))


def restore_person(db: Session, person_id: str) -> None:
    """Let all passes of a person open again what they opened."""
    ended = update(PassRow).where(col(PassRow.person_id) == person_id)
    db.exec(ended.values({"revoked_at": None}))


def _revoke(db: Session, which: ColumnElement[bool], at: datetime) -> None:
    ended = update(PassRow).where(which, col(PassRow.revoked_at).is_(None))
    db.exec(ended.values({"revoked_at": at}))


def open_code(db: Session, row: JoinCodeRow) -> bool:
    """Keep a new code. False: it is taken, also by one that is closed; draw another."""
    if db.get(JoinCodeRow, row.code) is not None:
        return False
    db.add(row)
    return True


def session_by_code(db: Session, code: str, now: datetime) -> str | None:
    """The session that a code opens; None alike for wrong, closed and expired ones."""
    row = db.get(JoinCodeRow, code)
    return row.session_id if row is not None and row.is_open and now < row.expires_at else None


def codes_of(db: Session, session_id: str) -> tuple[JoinCodeRow, ...]:
    """The codes of a session, the one that lasts longest first."""
    asked = select(JoinCodeRow).where(JoinCodeRow.session_id == session_id)
    return tuple(db.exec(asked.order_by(col(JoinCodeRow.expires_at).desc(), JoinCodeRow.code)))


def set_codes_open(db: Session, session_id: str, *, is_open: bool) -> None:
    """Open or close every code of a session."""
    moved = update(JoinCodeRow).where(col(JoinCodeRow.session_id) == session_id)
    db.exec(moved.values({"is_open": is_open}))


def add_link(db: Session, row: LinkRow) -> None:
    """Keep a new one-time link."""
    db.add(row)


def open_link(db: Session, hash_: str, now: datetime) -> LinkRow | None:
    """A link that can still be used; None alike for wrong, used and expired ones."""
    row = db.get(LinkRow, hash_)
    if row is None or row.used_at is not None or now >= row.expires_at:
        return None
    return row


def redeem(db: Session, hash_: str, now: datetime) -> LinkRow | None:
    """Use a link up; None alike for wrong, used and expired ones. Of two at once one wins."""
    row = open_link(db, hash_, now)
    if row is not None:
        row.used_at = now
        db.add(row)
        db.flush()
    return row


def add_facilitator_key(db: Session, row: FacilitatorKeyRow) -> None:
    """Keep a key; one that is there already is valid again."""
    db.merge(row)


def facilitator_key_of(db: Session, hash_: str) -> FacilitatorKeyRow | None:
    """None: no such key, or it was revoked."""
    row = db.get(FacilitatorKeyRow, hash_)
    return row if row is not None and row.revoked_at is None else None


def revoke_facilitator_key(db: Session, hash_: str, at: datetime) -> None:
    """End a key; sessions made with it stay."""
    ended = update(FacilitatorKeyRow).where(col(FacilitatorKeyRow.hash) == hash_)
    db.exec(ended.values({"revoked_at": at}))
