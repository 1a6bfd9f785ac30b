"""What evaluators judged. Each function runs inside `Store.run` or `look`."""

from sqlmodel import Session, col, select

from server.store.schema import EvaluationRow


def put_evaluation(db: Session, row: EvaluationRow) -> bool:
    """Keep it, in place of the one with its id; False: that one is somebody else's."""
    kept = db.get(EvaluationRow, (row.session_id, row.id))
    if kept is not None and kept.person_id != row.person_id:
        return False
    db.merge(row)
    return True


def drop_evaluation(db: Session, session_id: str, evaluation_id: str, by: str | None) -> bool:
    """Erase one of one's own; False: there is none."""
    kept = db.get(EvaluationRow, (session_id, evaluation_id))
    if kept is None or kept.person_id != by:
        return False
    db.delete(kept)
    db.flush()
    return True


def evaluations_of(db: Session, session_id: str) -> tuple[EvaluationRow, ...]:
    """Everything that was judged in a session, table by table, in the order of its moments."""
    asked = select(EvaluationRow).where(EvaluationRow.session_id == session_id)
    order = (EvaluationRow.table_id, col(EvaluationRow.version), col(EvaluationRow.written_at))
    return tuple(db.exec(asked.order_by(*order, EvaluationRow.id)))
