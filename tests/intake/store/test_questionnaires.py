"""Every questionnaire that was asked stays as it was, once per version and content."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from intake.store import questionnaires
from intake.store.errors import SealBroken
from intake.store.questionnaires import Kept
from intake.store.schema import questionnaires as table
from tests.intake.store.samples import LATER

FIRST, SECOND = b'{"language":"en"}', b'{"language":"es"}'
AFTER = LATER + timedelta(hours=1)


def test_what_was_kept_of_a_version_is_there_the_newest_first(store):
    with store.write() as tx:
        digest = questionnaires.keep(tx, "1", FIRST, LATER)
        assert questionnaires.keep(tx, "1", FIRST, AFTER) == digest
        questionnaires.keep(tx, "1", SECOND, AFTER)
        questionnaires.keep(tx, "2", FIRST, AFTER)
    with store.read() as tx:
        assert questionnaires.of_version(tx, "1") == (Kept(AFTER, SECOND), Kept(LATER, FIRST))
        assert questionnaires.of_version(tx, "3") == ()


def test_one_that_was_altered_is_not_read(store):
    with store.write() as tx:
        questionnaires.keep(tx, "1", FIRST, LATER)
        tx.connection.exec_driver_sql("DROP TRIGGER questionnaires_never_update")
        tx.connection.execute(update(table).values(document=SECOND))
    with store.read() as tx, pytest.raises(SealBroken, match="questionnaire"):
        questionnaires.of_version(tx, "1")
