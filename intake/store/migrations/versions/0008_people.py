"""Codes to choose a password with, and the browsers somebody has signed in from."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "password_codes",
        sa.Column("user_id", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_password_codes_user_id"),
        sa.PrimaryKeyConstraint("user_id", name="pk_password_codes"),
        sa.UniqueConstraint("fingerprint", name="uq_password_codes_fingerprint"),
    )
    op.create_table(
        "known_browsers",
        sa.Column("user_id", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_known_browsers_user_id"),
        sa.PrimaryKeyConstraint("user_id", "fingerprint", name="pk_known_browsers"),
    )
