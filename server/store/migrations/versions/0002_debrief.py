"""How debriefs are led, and what people answer in them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "debrief",
        sa.Column("table_id", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("lead", sa.String(), nullable=False),
        sa.Column("box_ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("table_id"),
    )
    op.create_index("ix_debrief_session_id", "debrief", ["session_id"], unique=False)
    op.create_table(
        "answer",
        sa.Column("table_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("table_id", "person_id", "asked"),
    )
    op.create_index("ix_answer_session_id", "answer", ["session_id"], unique=False)
