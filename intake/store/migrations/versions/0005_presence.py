"""When somebody last touched a tablet, so that a visit that was left is noticed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("grants", sa.Column("heard_at", sa.DateTime(timezone=True)))
