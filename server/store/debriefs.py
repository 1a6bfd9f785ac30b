"""How debriefs are led and what people answer. Each function runs inside `Store.run` or `look`."""

from collections.abc import Mapping

from sqlalchemy import delete
from sqlmodel import Session, col, select

from server.store.schema import AnswerRow, DebriefRow


def debriefs_of(db: Session, session_id: str) -> tuple[DebriefRow, ...]:
    """Those of the tables of a session that have one."""
    asked = select(DebriefRow).where(DebriefRow.session_id == session_id)
    return tuple(db.exec(asked.order_by(DebriefRow.table_id)))


def put_plan(db: Session, row: DebriefRow, revision: int) -> bool:
    """Keep the plan of this row as the one after `revision`; False: that is not the newest."""
    kept = db.get(DebriefRow, row.table_id, with_for_update=True)
    if (kept.revision if kept else 0) != revision:
        return False
    if kept is None:
        kept = DebriefRow(table_id=row.table_id, session_id=row.session_id)
    kept.plan, kept.revision = row.plan, revision + 1
    db.add(kept)
    return True


def put_lead(db: Session, row: DebriefRow) -> None:
    """Keep where the debrief of this row stands; its plan is left as it is."""
    kept = db.get(DebriefRow, row.table_id, with_for_update=True)
    if kept is None:
        kept = DebriefRow(table_id=row.table_id, session_id=row.session_id)
    kept.lead, kept.box_ends_at = row.lead, row.box_ends_at
    db.add(kept)


def put_answers(db: Session, blank: AnswerRow, answers: Mapping[str, str]) -> None:
    """Keep the answers of one person, by question; an empty one is erased.

    `blank` names the person; its question and words are not looked at.
    """
    for asked, words in answers.items():
        db.exec(
            delete(AnswerRow).where(
                col(AnswerRow.table_id) == blank.table_id,
                col(AnswerRow.person_id) == blank.person_id,
                col(AnswerRow.asked) == asked,
            )
        )
        if words:
            db.add(
                AnswerRow(
                    table_id=blank.table_id,
                    person_id=blank.person_id,
                    asked=asked,
                    session_id=blank.session_id,
                    words=words,
                )
            )


def answers_of(db: Session, table_id: str) -> tuple[AnswerRow, ...]:
    """What people answered at a table, by question and words: in no order of people."""
    asked = select(AnswerRow).where(AnswerRow.table_id == table_id)
    return tuple(db.exec(asked.order_by(AnswerRow.asked, AnswerRow.words)))


def answers_in(db: Session, session_id: str) -> tuple[AnswerRow, ...]:
    """Every answer of a session."""
    return tuple(db.exec(select(AnswerRow).where(AnswerRow.session_id == session_id)))


def answers_by(db: Session, table_id: str, person_id: str) -> dict[str, str]:
    """What one person answered, by question."""
    asked = select(AnswerRow).where(
        AnswerRow.table_id == table_id, AnswerRow.person_id == person_id
    )
    return {one.asked: one.words for one in db.exec(asked.order_by(AnswerRow.asked))}
