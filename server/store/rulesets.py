"""Rulesets as they were when a game began under them: a running game keeps its rules.

Each function runs inside `Store.run` or `look`.
"""

from sqlmodel import Session

from server.store.schema import RulesetRow


def keep_ruleset(db: Session, row: RulesetRow) -> None:
    """Keep a version that came from elsewhere; one that is there already stays as it is."""
    if db.get(RulesetRow, row.digest) is None:
        db.add(row)


def renew_ruleset(db: Session, row: RulesetRow) -> None:
    """Keep a version with its newest words: the digest covers what plays, and words get mended."""
    db.merge(row)


def ruleset_of(db: Session, digest: str) -> RulesetRow | None:
    """None: no game was ever begun under it here."""
    return db.get(RulesetRow, digest)
