"""The first tables, and the triggers that keep written records and the audit chain as written."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make everything."""
    _visits()
    _alerts()
    _submissions()
    _staff()
    _house_keeping()
    for table in ("submissions", "questionnaires", "audit"):
        _never_changes(table)


def _visits() -> None:
    op.create_table(
        "visits",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("tablet", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("questionnaire_version", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("started_at", _MOMENT, nullable=False),
        sa.Column("saved_at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT),
        sa.Column("identity", sa.LargeBinary, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("level", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_visits"),
        sa.UniqueConstraint("reference", name="uq_visits_reference"),
    )
    op.create_index("ix_visits_started_at", "visits", ["started_at"])
    op.create_table(
        "record_keys",
        sa.Column("record_id", sa.Text, nullable=False),
        sa.Column("wrapped", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("record_id", name="pk_record_keys"),
    )
    op.create_table(
        "grants",
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("visit_id", sa.Text, nullable=False),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("granted_at", _MOMENT, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("wrapped", sa.LargeBinary),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_grants"),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name="fk_grants_visit_id"),
    )
    op.create_index("ix_grants_visit_id", "grants", ["visit_id"])


def _alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("visit_id", sa.Text),
        sa.Column("tablet", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("finding", sa.Text, nullable=False),
        sa.Column("occurrence", sa.Integer, nullable=False),
        sa.Column("raised_at", _MOMENT, nullable=False),
        sa.Column("escalations", sa.Integer, nullable=False),
        sa.Column("escalated_at", _MOMENT),
        sa.Column("acknowledged_at", _MOMENT),
        sa.Column("acknowledged_by", sa.Text),
        sa.Column("code", sa.LargeBinary, nullable=False),
        sa.Column("detail", sa.LargeBinary, nullable=False),
        sa.Column("note", sa.LargeBinary),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name="fk_alerts_visit_id"),
        sa.UniqueConstraint("finding", "occurrence", name="uq_alerts_finding_occurrence"),
    )
    op.create_index("ix_alerts_visit_id", "alerts", ["visit_id"])
    op.create_index("ix_alerts_acknowledged_at", "alerts", ["acknowledged_at"])


def _submissions() -> None:
    op.create_table(
        "questionnaires",
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("stored_at", _MOMENT, nullable=False),
        sa.Column("document", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("version", "sha256", name="pk_questionnaires"),
    )
    op.create_table(
        "submissions",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("visit_id", sa.Text, nullable=False),
        sa.Column("questionnaire_version", sa.Text, nullable=False),
        sa.Column("questionnaire_sha256", sa.Text, nullable=False),
        sa.Column("content_version", sa.Text, nullable=False),
        sa.Column("submitted_at", _MOMENT, nullable=False),
        sa.Column("submitted_by", sa.Text, nullable=False),
        sa.Column("replaces", sa.Text),
        sa.Column("response", sa.LargeBinary, nullable=False),
        sa.Column("assessment", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_submissions"),
        sa.UniqueConstraint("replaces", name="uq_submissions_replaces"),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name="fk_submissions_visit_id"),
        sa.ForeignKeyConstraint(["replaces"], ["submissions.id"], name="fk_submissions_replaces"),
        sa.ForeignKeyConstraint(
            ["questionnaire_version", "questionnaire_sha256"],
            ["questionnaires.version", "questionnaires.sha256"],
            name="fk_submissions_questionnaire_version_questionnaire_sha256",
        ),
    )
    op.create_index("ix_submissions_visit_id", "submissions", ["visit_id"])


def _staff() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("password_hash", sa.Text, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("disabled_at", _MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
        sa.UniqueConstraint("login", name="uq_users_login"),
    )
    op.create_table(
        "sessions",
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("user_id", sa.Text, nullable=False),
        sa.Column("started_at", _MOMENT, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_sessions"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_sessions_user_id"),
    )
    op.create_index("ix_sessions_user_id", "sessions", ["user_id"])
    op.create_table(
        "attempts",
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("last_at", _MOMENT, nullable=False),
        sa.Column("not_before", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("account", name="pk_attempts"),
    )
    op.create_table(
        "setup_codes",
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_setup_codes"),
    )


def _house_keeping() -> None:
    op.create_table(
        "settings",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_settings"),
    )
    op.create_table(
        "audit",
        sa.Column("sequence", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("key_id", sa.Text, nullable=False),
        sa.Column("mac", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_audit"),
    )
    op.create_index("ix_audit_subject", "audit", ["subject"])
    op.create_table(
        "key_ids",
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("key_id", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("purpose", name="pk_key_ids"),
    )
    op.create_table(
        "heartbeat",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_heartbeat"),
    )


def _never_changes(table: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        _never_changes_on_postgresql(table)
        return
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_never_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} rows never change'); END"
        )


def _never_changes_on_postgresql(table: str) -> None:
    op.execute(
        "CREATE OR REPLACE FUNCTION rows_never_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% rows never change', TG_TABLE_NAME; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION rows_never_change()"
    )
