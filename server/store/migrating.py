"""Bringing a database to the schema of this version, in one transaction, at every start."""

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, exc, text

from server.store.contract import StoreUnavailable

LOG = logging.getLogger(__name__)
SCRIPTS = Path(__file__).parent / "migrations"
# Any fixed number: workers that start together take turns by it.
TURN = 5_501_771


def migrate(connection: Connection) -> None:
    """Bring the database to the newest revision; the caller commits.

    Raises:
        StoreUnavailable: it was made by a newer version, or is in the way; nothing was changed.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:turn)"), {"turn": TURN})
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    before = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in scripts.walk_revisions()}
    if before is not None and before not in known:
        raise StoreUnavailable(
            f"The database has revision {before}, which this version does not know; "
            "it was used by a newer version: start that one."
        )
    newest = scripts.get_current_head()
    if before == newest:
        return
    try:
        command.upgrade(config, "head")
    except (exc.OperationalError, exc.ProgrammingError) as fault:
        raise StoreUnavailable(
            f"The database cannot be brought to this version's schema: {fault.orig}. "
            "Nothing was changed. It has to be one of its own, writable and with room."
        ) from fault
    LOG.info("The database was brought from revision %s to %s.", before or "nothing", newest)
