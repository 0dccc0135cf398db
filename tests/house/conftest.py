"""A house for one test: a store, a clock that stands still, and the doors of both rooms."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from house.clinic import ClinicHouse
from house.kiosk import KioskHouse
from intake.draft import Given
from intake.kiosk.doors import Arrival, Changes, Saved
from intake.store import Home, Secret, Store, open_store, prepare, setup
from reports.clinic import doors as clinic
from tests.agreeing import agreed

MORNING = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
FIRST = clinic.FirstSetUp(
    code="TEST-CODE",
    login="nora",
    name="Nora Testnurse",
    password="four made-up words here",  # noqa: S106
    clinic_name="Testing Knee Clinic",
    time_zone="America/New_York",
)


@dataclass
class House:
    """Both rooms over one store; time passes when it is told to."""

    folder: Path
    now: datetime = MORNING
    reported: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.store: Store = open_store(Home(self.folder), os.urandom)
        self.kiosk = KioskHouse(
            store=lambda: self.store,
            clock=lambda: self.now,
            secret=lambda: secrets.token_urlsafe(32),
            report=self.reported.append,
        ).doors()
        desk = ClinicHouse(
            store=lambda: self.store,
            clock=lambda: self.now,
            secret=lambda: secrets.token_urlsafe(32),
            report=self.reported.append,
            program="Anteroom test",
        )
        self.clinic, self.people = desk.doors(), desk.people()

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)

    def offer_code(self) -> None:
        """What is printed in the terminal at the first start."""
        with self.store.write() as tx:
            setup.issue_setup_code(tx, Secret(FIRST.code, self.now + timedelta(days=1)), self.now)

    def nurse(self) -> str:
        """Set the clinic up; give the token of whoever did."""
        self.offer_code()
        signed_in = self.clinic.set_up(FIRST)
        assert isinstance(signed_in, clinic.SignedIn)
        return signed_in.token

    def patient(self, family: str = "Madeup") -> str:
        """Begin a visit; give its tablet's token."""
        consent = agreed(self.kiosk)
        ticket = self.kiosk.begin(Arrival(family, "Testina", "Door", consent=consent))
        assert isinstance(ticket, str)
        token = self.kiosk.claim(ticket)
        assert token
        return token

    def answer(self, token: str, base: int, **answers: str | tuple[str, ...]) -> Saved:
        """Answer questions; linkIds with underscores for hyphens."""
        given = {
            link_id.replace("_", "-"): Given((one,) if isinstance(one, str) else one)
            for link_id, one in answers.items()
        }
        saved = self.kiosk.record(token, Changes(base, given, None))
        assert isinstance(saved, Saved)
        return saved

    def break_down(self) -> None:
        """Let the machine fail: the database file is gone from under the store."""
        self.store.engine.dispose()
        (self.folder / "anteroom.db").unlink()
        (self.folder / "anteroom.db").mkdir()


@pytest.fixture(scope="session")
def fresh(tmp_path_factory) -> Path:
    """A store nobody has used yet, to be copied."""
    folder: Path = tmp_path_factory.mktemp("fresh") / "home"
    prepare(Home(folder), os.urandom, MORNING).close()
    return folder


@pytest.fixture(scope="session")
def set_up(fresh, tmp_path_factory) -> tuple[Path, str]:
    """A store with a nurse signed in, to be copied: hashing a password takes its time."""
    made = House(Path(shutil.copytree(fresh, tmp_path_factory.mktemp("set-up") / "home")))
    token = made.nurse()
    made.store.close()
    return made.folder, token


@pytest.fixture
def clinic_house(set_up, tmp_path) -> Iterator[tuple[House, str]]:
    """A house that has been set up, and its nurse's token."""
    folder, token = set_up
    made = House(Path(shutil.copytree(folder, tmp_path / "home")))
    yield made, token
    made.store.close()


@pytest.fixture
def house(fresh, tmp_path) -> Iterator[House]:
    made = House(Path(shutil.copytree(fresh, tmp_path / "home")))
    yield made
    made.store.close()
