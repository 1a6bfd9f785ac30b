"""Rulesets as they were when a game began under them: a running game keeps its rules.

Each function runs inside `Store.run` or `look`.
"""

from sqlmodel import Session

from server.store.schema import RulesetRow


def keep_ruleset(db: Session, row: RulesetRow) -> None:
    """Keep a version; one that is there already stays as it is, for its digest is its content."""
    if db.get(RulesetRow, row.digest) is None:
        db.add(row)


def ruleset_of(db: Session, digest: str) -> RulesetRow | None:
    """None: no game was ever begun under it here."""
    return db.get(RulesetRow, digest)
