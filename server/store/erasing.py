"""Forgetting people, and deleting sessions: the only places where something goes away for good.

Each function runs inside `Store.run`. Forgetting leaves the log as it is, hashes and all, so it
still plays; deleting a session is a retention act of its own, after an export if one is wanted.
"""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, SQLModel, col, select

from server.store.schema import (
    AnswerRow,
    DebriefRow,
    EntryRow,
    EvaluationRow,
    JoinCodeRow,
    LinkRow,
    PassKind,
    PassRow,
    PersonRow,
    ReportRevisionRow,
    ReportRow,
    RosterRow,
    SessionRow,
    TableRow,
    WordingRow,
)

# Every kind of row that belongs to one session (a test holds this list against the schema).
OF_A_SESSION: tuple[type[SQLModel], ...] = (
    EntryRow,
    WordingRow,
    TableRow,
    PersonRow,
    PassRow,
    JoinCodeRow,
    LinkRow,
    DebriefRow,
    AnswerRow,
    ReportRow,
    ReportRevisionRow,
    EvaluationRow,
    RosterRow,
)


def forget_people(db: Session, session_id: str) -> None:
    """Erase names, answers, reports, ratings, what was said, and what lets players in.

    The log still plays.

    Salts go with the words: from a hash alone nobody can try which words it covers. Facilitators
    and screens keep their passes, to look at what is left.
    """
    people = update(PersonRow).where(col(PersonRow.session_id) == session_id)
    db.exec(people.values({"name": ""}))
    for kind in (
        WordingRow, DebriefRow, AnswerRow, ReportRow, ReportRevisionRow, EvaluationRow,
        RosterRow, LinkRow, JoinCodeRow,
    ):  # fmt: skip
        _delete(db, kind, session_id)
    db.exec(
        delete(PassRow).where(
            col(PassRow.session_id) == session_id,
            col(PassRow.kind).not_in((PassKind.FACILITATOR, PassKind.SCREEN)),
        )
    )


def delete_session(db: Session, session_id: str) -> None:
    """Delete everything about a session, its logs too. There is no way back."""
    for kind in OF_A_SESSION:
        _delete(db, kind, session_id)
    db.exec(delete(SessionRow).where(col(SessionRow.id) == session_id))


def _delete(db: Session, kind: type[SQLModel], session_id: str) -> None:
    db.flush()
    table = SQLModel.metadata.tables[str(kind.__tablename__)]
    db.exec(delete(table).where(table.c.session_id == session_id))


def sessions_past_retention(db: Session, now: datetime) -> tuple[str, ...]:
    """Ids of the sessions whose time is over, those that ended first in front."""
    asked = select(SessionRow.id).where(col(SessionRow.erase_after) <= now)
    return tuple(db.exec(asked.order_by(col(SessionRow.erase_after), col(SessionRow.id))))
