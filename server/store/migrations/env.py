"""What alembic runs: one transaction, on the connection that the store hands over."""

from alembic import context
from sqlalchemy import Connection

from server.store.schema import METADATA

connection = context.config.attributes["connection"]
if not isinstance(connection, Connection):
    message = "migrations are run by server.store.migrating alone"
    raise TypeError(message)

context.configure(
    connection=connection,
    target_metadata=METADATA,
    # SQLite alters a table by copying it; on PostgreSQL these are plain statements.
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
