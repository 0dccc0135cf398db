"""The tables. Clear columns are only those that must be found or sorted without a key.

The migrations make these tables; a test shows that both agree. Columns marked ``sealed`` hold
values of ``sealing``.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from typing_extensions import override

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcTime(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC in the database; a time without a zone is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A time without a zone cannot be stored.")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


visits = Table(
    "visits",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("tablet", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("questionnaire_version", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("started_at", UtcTime, nullable=False, index=True),
    Column("saved_at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
    Column("identity", LargeBinary, nullable=False),  # sealed
    Column("body", LargeBinary, nullable=False),  # sealed
    Column("level", LargeBinary, nullable=False),  # sealed
)

# Apart from the records, so that a rotation re-wraps keys without touching a record, and a record
# can be shredded by dropping its key.
record_keys = Table(
    "record_keys",
    metadata,
    Column("record_id", Text, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),  # sealed with the clinic key
)

grants = Table(
    "grants",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("visit_id", Text, ForeignKey(visits.c.id), nullable=False, index=True),
    Column("purpose", Text, nullable=False),
    Column("granted_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("wrapped", LargeBinary),  # sealed with a key derived from the secret; null once ended
    Column("heard_at", UtcTime),  # when somebody last touched the tablet; null until then
)

alerts = Table(
    "alerts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("visit_id", Text, ForeignKey(visits.c.id), index=True),
    Column("tablet", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("finding", Text, nullable=False),  # blind index of visit (or tablet), kind and code
    Column("occurrence", Integer, nullable=False),
    Column("raised_at", UtcTime, nullable=False),
    Column("escalations", Integer, nullable=False),
    Column("escalated_at", UtcTime),
    Column("acknowledged_at", UtcTime, index=True),
    Column("acknowledged_by", Text),
    Column("code", LargeBinary, nullable=False),  # sealed
    Column("detail", LargeBinary, nullable=False),  # sealed
    Column("note", LargeBinary),  # sealed
    UniqueConstraint("finding", "occurrence"),
)

questionnaires = Table(
    "questionnaires",
    metadata,
    Column("version", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("stored_at", UtcTime, nullable=False),
    Column("document", LargeBinary, nullable=False),
)

submissions = Table(
    "submissions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("visit_id", Text, ForeignKey(visits.c.id), nullable=False, index=True),
    Column("questionnaire_version", Text, nullable=False),
    Column("questionnaire_sha256", Text, nullable=False),
    Column("content_version", Text, nullable=False),
    Column("submitted_at", UtcTime, nullable=False),
    Column("submitted_by", Text, nullable=False),
    Column("replaces", Text, ForeignKey("submissions.id"), unique=True),
    Column("response", LargeBinary, nullable=False),  # sealed
    Column("assessment", LargeBinary, nullable=False),  # sealed
    Column("consent", LargeBinary),  # sealed; null from before there were consents
    Column("correction", LargeBinary),  # sealed; null in what a patient submitted
    ForeignKeyConstraint(
        ["questionnaire_version", "questionnaire_sha256"],
        [questionnaires.c.version, questionnaires.c.sha256],
    ),
)

notices = Table(
    "notices",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("sha256", Text, nullable=False),
    Column("written_at", UtcTime, nullable=False),
    Column("written_by", Text, nullable=False),
    Column("document", LargeBinary, nullable=False),
)

consents = Table(
    "consents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("visit_id", Text, ForeignKey(visits.c.id), unique=True),  # null until a visit begins
    Column("notice_version", Integer, ForeignKey(notices.c.version), nullable=False),
    Column("agreed_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("fingerprint", Text, unique=True),  # of the tablet's secret; null once spent
    Column("body", LargeBinary, nullable=False),  # sealed
    Column("place", LargeBinary),  # sealed; null before the first step and once spent
)

appointments = Table(
    "appointments",
    metadata,
    Column("id", Text, primary_key=True),
    Column("day", Text, nullable=False, index=True),  # of the clinic's own calendar
    Column("visit_id", Text, ForeignKey(visits.c.id), unique=True),  # null until a visit begins
    Column("code", Text, unique=True),  # fingerprint of a code staff gave out
    Column("code_expires_at", UtcTime),
    Column("body", LargeBinary, nullable=False),  # sealed
)

users = Table(
    "users",
    metadata,
    Column("id", Text, primary_key=True),
    Column("login", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("disabled_at", UtcTime),
)

sessions = Table(
    "sessions",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("user_id", Text, ForeignKey(users.c.id), nullable=False, index=True),
    Column("started_at", UtcTime, nullable=False),
    Column("seen_at", UtcTime, nullable=False),
)

password_codes = Table(
    "password_codes",
    metadata,
    Column("user_id", Text, ForeignKey(users.c.id), primary_key=True),
    Column("fingerprint", Text, nullable=False, unique=True),
    Column("expires_at", UtcTime, nullable=False),
)

known_browsers = Table(
    "known_browsers",
    metadata,
    Column("user_id", Text, ForeignKey(users.c.id), primary_key=True),
    Column("fingerprint", Text, primary_key=True),
    Column("expires_at", UtcTime, nullable=False),
)

attempts = Table(
    "attempts",
    metadata,
    Column("account", Text, primary_key=True),  # blind index: people type passwords as names
    Column("failures", Integer, nullable=False),
    Column("last_at", UtcTime, nullable=False),
    Column("not_before", UtcTime, nullable=False),
)

staff_pin = Table(
    "staff_pin",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # there is one
    Column("hash", Text, nullable=False),
    Column("set_at", UtcTime, nullable=False),
    Column("set_by", Text, nullable=False),
)

staff_passes = Table(
    "staff_passes",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("expires_at", UtcTime, nullable=False),
)

setup_codes = Table(
    "setup_codes",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("expires_at", UtcTime, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
)

audit = Table(
    "audit",
    metadata,
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("at", UtcTime, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("key_id", Text, nullable=False),
    Column("mac", Text, nullable=False),
)
Index("ix_audit_subject", audit.c.subject)

key_ids = Table(
    "key_ids",
    metadata,
    Column("purpose", Text, primary_key=True),
    Column("key_id", Text, nullable=False),
)

heartbeat = Table(
    "heartbeat",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcTime, nullable=False),
)
