"""Since when nobody of a seat has been connected, where a bot sits in for who is away."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the column; nobody is known to be away."""
    op.add_column("play", sa.Column("away", sa.String(), nullable=True))
