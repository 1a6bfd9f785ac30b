"""Who is expected, and by which link. Each function runs inside `Store.run` or `look`."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from server.store.schema import LinkRow, RosterRow


def roster_of(db: Session, session_id: str) -> tuple[RosterRow, ...]:
    """The list of a session, in its order."""
    asked = select(RosterRow).where(RosterRow.session_id == session_id)
    return tuple(db.exec(asked.order_by(col(RosterRow.number))))


def put_roster(db: Session, session_id: str, rows: Iterable[RosterRow], at: datetime) -> None:
    """Keep this list in place of all who have not come yet; their links end.

    Those who came stay in the list; numbers go on behind theirs.
    """
    old = roster_of(db, session_id)
    _end_links(db, [one for one in old if one.person_id is None], at)
    waiting = (col(RosterRow.session_id) == session_id) & col(RosterRow.person_id).is_(None)
    db.exec(delete(RosterRow).where(waiting))
    last = max((one.number for one in old if one.person_id is not None), default=0)
    for number, row in enumerate(rows, start=last + 1):
        row.number = number
        db.add(row)


def put_links(
    db: Session, session_id: str, links: Mapping[int, LinkRow], at: datetime
) -> tuple[RosterRow, ...]:
    """Give the people of these numbers who have not come yet a new link each; the old ones end."""
    waiting = [
        one for one in roster_of(db, session_id) if one.person_id is None and one.number in links
    ]
    _end_links(db, waiting, at)
    for one in waiting:
        one.link_hash = links[one.number].hash
        db.add(one)
        db.add(links[one.number])
    return tuple(waiting)


def arrived(db: Session, link: LinkRow, person_id: str) -> RosterRow | None:
    """Note who came by this link; None: it is not one of a list."""
    row = expected_by(db, link)
    if row is not None:
        row.person_id = person_id
        db.add(row)
    return row


def expected_by(db: Session, link: LinkRow) -> RosterRow | None:
    """Whom this link is for; None: it is not one of a list."""
    asked = select(RosterRow).where(
        RosterRow.session_id == link.session_id, RosterRow.link_hash == link.hash
    )
    return db.exec(asked).one_or_none()


def _end_links(db: Session, rows: Iterable[RosterRow], at: datetime) -> None:
    hashes = [one.link_hash for one in rows if one.link_hash is not None]
    spent = update(LinkRow).where(col(LinkRow.hash).in_(hashes), col(LinkRow.used_at).is_(None))
    db.exec(spent.values({"used_at": at}))
