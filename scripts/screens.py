"""Take pictures of every kind of screen, to be looked at: ``python -m scripts.screens``.

One sheet for each language and kind of tablet, plainly and at its largest in strong contrast.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from intake.wording import WORDS
from tests.conftest import CHROMIUM, FLAGS
from tests.intake.kiosk.player.conftest import Tablet, shortest_interview
from tests.intake.kiosk.player.waiting_room import WaitingRoom
from tests.intake.kiosk.player.walk import PLAIN, SIZES, STRONG, Walk
from tests.voices import VOICES

SHEETS = Path(__file__).resolve().parent.parent / "build" / "screens"
ACROSS = 5
GAP = 12
GROUND = "#888888"
Taken = dict[tuple[str, str], list[Image.Image]]


def main() -> None:
    """Walk through a waiting room in every language and write the sheets."""
    room = WaitingRoom()
    room.open()
    SHEETS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_context(has_touch=True).new_page()
        page.add_init_script(VOICES)
        seat = room.house.seats[room.house.new_seat()]
        walk = Walk(Tablet(page, seat, room.address), room)
        for language in WORDS:
            for (looks, size), pictures in _walked(walk, language).items():
                _sheet(pictures).save(SHEETS / f"{language}-{size}-{looks}.png")
        browser.close()
    room.close()
    print(f"screens: {SHEETS}")  # noqa: T201 - says where they are


def _walked(walk: Walk, language: str) -> Taken:
    """Every screen of one walk, by how it looks and on what."""
    taken: Taken = {}
    for _ in walk.everywhere(shortest_interview(), language):
        for looks, how in {"plain": PLAIN, "strong": STRONG}.items():
            walk.sees(how)
            for name, (width, height) in SIZES.items():
                walk.page.set_viewport_size({"width": width, "height": height})
                taken.setdefault((looks, name), []).append(_picture(walk.page.screenshot()))
        walk.sees(PLAIN)
    return taken


def _picture(taken: bytes) -> Image.Image:
    """Half as large: what is looked at is how things stand."""
    return Image.open(io.BytesIO(taken)).convert("RGB").reduce(2)


def _sheet(pictures: list[Image.Image]) -> Image.Image:
    width, height = (side + GAP for side in pictures[0].size)
    rows = -(-len(pictures) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * width, rows * height), GROUND)
    for place, picture in enumerate(pictures):
        row, column = divmod(place, ACROSS)
        sheet.paste(picture, (column * width, row * height))
    return sheet


if __name__ == "__main__":
    main()
