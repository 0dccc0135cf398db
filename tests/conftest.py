"""What many tests share: how properties are tried out, and the one browser of a worker."""

from collections.abc import Iterator
from itertools import groupby, islice

import pytest
from argon2 import PasswordHasher
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from intake.store import passwords

settings.register_profile("test", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=10_000)
settings.load_profile("test")

CHROMIUM = "/usr/bin/chromium"
UNSEEN = (
    # A process for every tablet that is opened, of what no test looks at: the address bar's two
    # lists, and one kept ready for another site.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "SpareRendererForSitePerProcess",
    # What Playwright turns off itself: only the last list counts.
    "AimEnabled",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
FLAGS = [
    f"--disable-features={','.join(UNSEEN)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-software-rasterizer",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# No page of a test lives long enough to pay for compiling its code a second time, faster.
COMPILED_ONCE = "--js-flags=--no-opt,--no-maglev"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let modules that wait for a browser and modules that work run side by side."""
    modules = [list(module) for _, module in groupby(items, lambda item: item.path)]
    waiting = [module for module in modules if any(map(_waits, module))]
    working = iter([module for module in modules[::-1] if not any(map(_waits, module))])
    share = len(modules) // max(1, 2 * len(waiting))  # some are left for the end: they are short
    mixed = [one for module in waiting for one in (module, *islice(working, share))]
    items[:] = [item for module in (*mixed, *working) for item in module]


def _waits(item: pytest.Item) -> bool:
    return "browser" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session", autouse=True)
def light_passwords() -> Iterator[None]:
    """Hash at a thousandth of the strength; the servers of the journeys hash at the whole."""
    with pytest.MonkeyPatch.context() as patched:
        light = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
        patched.setattr(passwords, "_HASHER", light)
        yield


# While its driver runs, an event loop in the same thread is refused: tests start one in another.
@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, COMPILED_ONCE])
        yield started
        started.close()
