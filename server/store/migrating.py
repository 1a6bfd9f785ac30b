"""Bringing a database to the schema of this version, in one transaction, at every start."""

import logging
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from server.store.contract import StoreUnavailable

LOG = logging.getLogger(__name__)
SCRIPTS = Path(__file__).parent / "migrations"
# Any fixed number: workers that start together take turns by it.
TURN = 5_501_771


def migrate(connection: Connection) -> str | None:
    """Bring the database to the newest revision; the caller commits.

    What there is to say of it once it is committed; None: all was as it should be, or new.

    Raises:
        StoreUnavailable: it was made by a newer version, or is in the way; nothing was changed.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:turn)"), {"turn": TURN})
    before, known = revision_of(connection), revisions()
    if before is not None and before not in known:
        raise StoreUnavailable(
            f"The database has revision {before}, which this version does not know; "
            "it was used by a newer version: start that one."
        )
    if before == known[-1]:
        return None
    # It tells of its own insides from the import on; what matters of them is told below.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    # Needed once a version: a start that finds all as it should be goes without it.
    from server.store.upgrading import upgrade  # noqa: PLC0415 - see above

    upgrade(SCRIPTS, connection)
    if before is None:
        return None
    return f"The database was brought from revision {before} to {known[-1]}."


def tell(done: str | None) -> None:
    """Say what `migrate` did, now that it is committed."""
    if done is not None:
        LOG.info(done)


def revisions() -> list[str]:
    """The revisions that this version knows, oldest first: the file of each is named after it."""
    return sorted(path.name.partition("_")[0] for path in (SCRIPTS / "versions").glob("0*.py"))


def revision_of(connection: Connection) -> str | None:
    """The revision of a database; None: it is new, or none of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("select version_num from alembic_version")).scalar()
    return found
