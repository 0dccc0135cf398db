"""Whoever takes the tablet next finds nothing of the patient before, however that one left."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from intake.store.alerts import AlertKind
from tests.journeys.books import alerts_about
from tests.journeys.hand_back import CANARY, CURIOUS, HandedBack, Overheard, overheard


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory) -> Iterator[Overheard]:
    with overheard(tmp_path_factory.mktemp("overheard") / "home") as started:
        yield started


def leaves_nothing(back: HandedBack, way: Callable[[], None]) -> None:
    """A patient leaves in this way; nothing is left, whatever the next one tries."""
    back.leaves(way)
    back.pushes_nothing()
    back.process_forgets()
    for tries in CURIOUS:
        tries(back)


def test_the_next_patient_finds_nothing_of_the_one_before(kiosk, browser):
    back = HandedBack(kiosk, browser)

    # given somebody half of whose name is there for whoever looks, and who does not want to go on
    back.types_half_a_name()
    assert {"page", "fields", "accessibility tree"} <= set(back.found_in(back.page))
    assert kiosk.held()
    leaves_nothing(back, back.starts_over)

    # and two who tell everything, in words of their own, of whom one walks away
    for family, way in (("Gone", back.walks_away), ("Done", back.finishes)):
        back.tells(f"{CANARY}-{family}")
        assert "page" in back.found_in(back.page)
        leaves_nothing(back, way)

    # then staff know of the one who did not finish, and the answers are there
    told = {alert.kind for alert in alerts_about(kiosk, f"{CANARY}-Gone")}
    assert AlertKind.IDLE in told
    assert told <= {AlertKind.IDLE, AlertKind.SAME_DAY}  # and what could not be ruled out
    assert alerts_about(kiosk, f"{CANARY}-Done") == ()
    back.context.close()
    assert not back.tablet.errors
