"""Draw the pages that docs/summary-page.md shows: ``python -m scripts.pages``."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from PIL import Image

from intake.answers import Informant
from intake.response import Person, QuestionnaireResponse, Status
from reports.pdf.render import render
from reports.summarize import summarize
from reports.summary import Summary
from reports.visit import Seen
from screening.record import assessed
from screening.rules import RULES
from tests.reports import patients
from tests.reports.patients import NOW, ROUTINE, WORST, response

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures" / "pages"
DOTS = 110
"""Dots per inch: a page as large as a screen shows it."""
COLORS = 64
BORN, OLD = date(1964, 3, 14), date(1944, 3, 14)
IN_SPANISH = "Me tiembla la pierna cuando me siento. (Una frase inventada.)"
HELPED = {
    **ROUTINE,
    "who-answers": "someone-helps",
    "walking-or-balance": "unsteady",
    "medicines": ("water-pills", "antidepressants"),
    "new-medicine": "yes",
    "saddle-numbness": "not-sure",
    "anything-else": "She would not say it, but she fell last week. (An invented sentence.)",
}


def main() -> int:
    """Draw the first two pages of every invented patient anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, summary in pages().items():
            draw(name, render(summary), Path(folder))
    return 0


def pages() -> dict[str, Summary]:
    """The pages by the name of their pictures; everybody on them is plainly made up."""
    worst = {**WORST, "age": 82, "birth-date": OLD}
    begun = dict(list(ROUTINE.items())[:7])
    spanish = response({**ROUTINE, "anything-else": IN_SPANISH}, person("Ficticia", "Rosa"))
    return {
        "worst": page(response(worst, person("Muster", "Maximilian", OLD)), seen=True),
        "routine": page(response(ROUTINE, person("Sample", "Olga"))),
        "spanish": page(replace(spanish, language="es")),
        "companion": page(response(HELPED, person("Madeup", "Greta"), by=Informant.COMPANION)),
        "interrupted": page(response(begun, person("Nobody", "Nora"), Status.STOPPED)),
    }


def person(family: str, given: str, born: date = BORN) -> Person:
    """An invented patient."""
    return Person(family, given, born, "DEMO-0000")


def page(answered: QuestionnaireResponse, *, seen: bool = False) -> Summary:
    """The page of one visit, marked as a demo; ``seen`` says that staff have come."""
    assessment = assessed(answered, RULES)
    told, came = NOW - timedelta(minutes=4), NOW - timedelta(minutes=3)
    flags = (
        Seen(one.code, told, came, "Nora Testnurse", "taken to room 2")
        for one in assessment.findings
    )
    visit = replace(patients.VISIT, demo=True, seen=tuple(flags) if seen else ())
    return summarize(answered, assessment, visit)


def draw(name: str, content: bytes, folder: Path) -> None:
    """Two pictures of a document, in as few colors as its pages need."""
    file = folder / f"{name}.pdf"
    file.write_bytes(content)
    command = ["/usr/bin/pdftoppm", "-r", str(DOTS), "-l", "2", "-png", str(file)]
    subprocess.run([*command, str(folder / name)], check=True)  # noqa: S603
    for drawn in folder.glob(f"{name}-*.png"):
        with Image.open(drawn) as picture:
            small = picture.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
        small.save(PICTURES / f"{name}-{drawn.stem[-1]}.png", optimize=True)


if __name__ == "__main__":
    raise SystemExit(main())
