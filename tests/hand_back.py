"""Hand one tablet from patient to patient: ``python -m tests.hand_back NUMBER [SEED]``.

Every patient leaves in another way, and the next one tries something else; the same as in
``tests/journeys/test_hand_back.py``, for longer and in any order.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import CHROMIUM, FLAGS
from tests.journeys.hand_back import CANARY, CURIOUS, HandedBack, goes_back, overheard


def walk(back: HandedBack, number: int, chance: random.Random) -> None:
    """One patient, and what the next one tries."""
    way = chance.choice((*back.ways, "start over at the name", "walk away at the name"))
    if way in back.ways:
        back.tells(f"{CANARY}-{number}")
        back.leaves(back.ways[way])
    else:
        back.types_half_a_name()
        back.leaves(back.starts_over if "start" in way else back.walks_away)
    back.pushes_nothing()
    for tries in chance.sample(CURIOUS, chance.randint(0, len(CURIOUS))):
        tries(back)
        if tries is goes_back:
            back.page.go_forward()
    back.process_forgets()


def main(patients: int, seed: int) -> int:
    """Hand the tablet on that often; what is found ends it with the patient's number."""
    chance = random.Random(seed)  # noqa: S311 - an order to try things in
    with (
        tempfile.TemporaryDirectory() as folder,
        overheard(Path(folder) / "home") as kiosk,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        back = HandedBack(kiosk, browser)
        for number in range(patients):
            try:
                walk(back, number, chance)
            except Exception:
                sys.stderr.write(f"hand-back: patient {number} of seed {seed}\n")
                raise
            if (number + 1) % 10 == 0:
                sys.stderr.write(f"{number + 1} of {patients}, nothing found\n")
        browser.close()
    sys.stdout.write(f"hand-back: nothing left of {patients} patients, seed {seed}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
