"""What people ask for before they sit, where they sat when they left, and what they watch."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the columns; nobody has asked for anything yet."""
    for name in ("wish_table", "wish_seat", "watches", "sat_table", "sat_seat"):
        op.add_column("person", sa.Column(name, sa.String(), nullable=True))
