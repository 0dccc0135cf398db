"""A clinic with its two servers running, tablets in its waiting room, and a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.desk import Desk, set_up
from tests.journeys.premises import Premises, running
from tests.journeys.tablet import Tablet
from tests.journeys.wire import Wire

expect.set_options(timeout=20_000)  # a busy machine draws slowly; nothing here is about speed


@pytest.fixture(scope="session")
def premises(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Premises]:
    """A clinic that has been set up; every test has patients of its own in it."""
    with running(tmp_path_factory.mktemp("clinic") / "home") as started:
        assert set_up(started).status == 303
        yield started


Sit = Callable[..., Tablet]


@pytest.fixture
def sit_at(browser: Browser) -> Iterator[Sit]:
    """Hand somebody a tablet of a kiosk; with ``wire``, one whose visit has begun."""
    tablets: list[Tablet] = []

    def tablet(address: str, name: str = "Window", wire: Wire | None = None) -> Tablet:
        context = browser.new_context(viewport={"width": 820, "height": 1180}, has_touch=True)
        for cookie, value in wire.cookies.items() if wire else ():
            context.add_cookies(
                [{"name": cookie, "value": value, "url": address, "httpOnly": True}]
            )
        tablets.append(Tablet(context.new_page(), address, name))
        return tablets[-1]

    yield tablet
    for one in tablets:
        one.page.context.close()
        assert not one.errors
        assert [url for url in one.asked_for if not own(url, one.address)] == []


@pytest.fixture
def sit(sit_at: Sit) -> Sit:
    """The same, of these premises."""

    def tablet(premises: Premises, name: str = "Window", wire: Wire | None = None) -> Tablet:
        return sit_at(premises.kiosk_url, name, wire)

    return tablet


def own(url: str, address: str) -> bool:
    """Whether a request stayed in the house."""
    return url.startswith((address, "data:", "blob:"))


@pytest.fixture
def desk_at(browser: Browser) -> Iterator[Callable[[Premises], Desk]]:
    """Stand somebody at the desk of these premises."""
    desks: list[Desk] = []

    def desk(premises: Premises) -> Desk:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        desks.append(Desk(context.new_page(), premises))
        return desks[-1]

    yield desk
    for one in desks:
        one.page.context.close()
        assert not one.errors


@pytest.fixture
def desk(desk_at: Callable[[Premises], Desk], premises: Premises) -> Desk:
    """Somebody signed in at the desk, looking at the worklist."""
    standing = desk_at(premises)
    standing.sign_in()
    return standing
