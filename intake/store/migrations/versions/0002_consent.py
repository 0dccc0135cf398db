"""Privacy notices, the consents patients give to them, and the consent of each submission."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables and the column."""
    op.create_table(
        "notices",
        sa.Column("version", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("written_at", _MOMENT, nullable=False),
        sa.Column("written_by", sa.Text, nullable=False),
        sa.Column("document", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_notices"),
    )
    op.create_table(
        "consents",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("visit_id", sa.Text),
        sa.Column("notice_version", sa.Integer, nullable=False),
        sa.Column("agreed_at", _MOMENT, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("fingerprint", sa.Text),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name="fk_consents_visit_id"),
        sa.ForeignKeyConstraint(
            ["notice_version"], ["notices.version"], name="fk_consents_notice_version"
        ),
        sa.UniqueConstraint("visit_id", name="uq_consents_visit_id"),
        sa.UniqueConstraint("fingerprint", name="uq_consents_fingerprint"),
    )
    op.add_column("submissions", sa.Column("consent", sa.LargeBinary))
    _never_changes("notices")


def _never_changes(table: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {table}_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION rows_never_change()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_never_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} rows never change'); END"
        )
