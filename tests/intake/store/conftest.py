"""A store of its own for every test."""

import secrets
from collections.abc import Iterator

import pytest

from intake.store import Home, Store, prepare
from tests.intake.store.samples import NOW


@pytest.fixture
def home(tmp_path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def store(home) -> Iterator[Store]:
    opened = prepare(home, secrets.token_bytes, NOW)
    yield opened
    opened.close()
