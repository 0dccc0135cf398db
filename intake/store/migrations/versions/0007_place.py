"""How far a patient who agreed has come before the visit begins."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("consents", sa.Column("place", sa.LargeBinary))
