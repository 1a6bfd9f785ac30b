"""Three tables go that nothing ever read: the log says who sits where, and holds the notes."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Drop them."""
    for table in ("note", "seat_place", "sitting"):
        op.drop_table(table)
