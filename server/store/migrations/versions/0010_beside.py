"""Who shared a seat with somebody who left, so that they share it again when they are back."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the column; of those who are gone already it is not known."""
    op.add_column("person", sa.Column("sat_beside", sa.String(), nullable=True))
