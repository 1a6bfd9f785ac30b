"""Alembic, kept apart: a database of this version's schema is opened without loading it."""

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, exc

from server.store.contract import StoreUnavailable

# It tells of each step as if that were news; what came of it is told once, by `migrate`.
logging.getLogger("alembic").setLevel(logging.WARNING)


def config_of(scripts: Path, connection: Connection) -> Config:
    """Alembic's settings: where the scripts lie, and which connection they use."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(scripts: Path, connection: Connection) -> None:
    """Run every script that this database has not seen; the caller commits.

    Raises:
        StoreUnavailable: the database is in the way; nothing was changed.
    """
    try:
        command.upgrade(config_of(scripts, connection), "head")
    except (exc.OperationalError, exc.ProgrammingError) as fault:
        raise StoreUnavailable(
            f"The database cannot be brought to this version's schema: {fault.orig}. "
            "Nothing was changed. It has to be one of its own, writable and with room."
        ) from fault
