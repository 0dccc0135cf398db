"""Whom the clinic expects today."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "appointments",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("visit_id", sa.Text),
        sa.Column("code", sa.Text),
        sa.Column("code_expires_at", sa.DateTime(timezone=True)),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_appointments"),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name="fk_appointments_visit_id"),
        sa.UniqueConstraint("visit_id", name="uq_appointments_visit_id"),
        sa.UniqueConstraint("code", name="uq_appointments_code"),
    )
    op.create_index("ix_appointments_day", "appointments", ["day"])
