"""Pages of patients who type what breaks programs: ``python -m tests.reports.pdf.hostile COUNT``.

Every document has hostile words in every field that holds free text, all made from its number: a
failure says that number, and ``... hostile 1 NUMBER`` repeats it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from multiprocessing import Pool
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from intake.answers import Answer, Informant
from intake.response import Person, QuestionnaireResponse, Status
from reports.pdf.archive import Attachment
from reports.pdf.gate import LONGEST_NAME, LONGEST_NOTE, LONGEST_SEEN
from reports.pdf.render import drawn
from reports.pdf.tagged import A4, LETTER, TaggedCanvas
from reports.pdf.text import LONGEST, clean, one_line, safe
from reports.pdf.typeface import covered
from reports.summarize import summarize
from reports.summary import Summary
from reports.visit import Seen, Visit
from screening.record import assessed
from screening.record import record as unexplained
from screening.rules import RULES
from screening.triage import screen
from tests.reports import patients
from tests.reports.pdf import inspection, reading
from tests.reports.pdf.hostile_words import hostile_text

SLOWEST = 1.0
"""Seconds of processor time that no document may take."""

WHOLE, OUTSIDE = 10, 200
"""One in WHOLE keeps every question and has every object looked at; one in OUTSIDE is opened by
other programs too."""

SHARE = 50
_INVISIBLE = {"Cc", "Cf", "Cs", "Cn", "Co"}
_RED = {"heart-or-breath": "yes", "cold-leg": "yes"}


@dataclass(frozen=True)
class Words:
    """What was typed into each field of one visit."""

    family: str
    given: str
    reference: str
    anything_else: str
    before: str
    worry: str
    initials: str
    language: str
    seen_by: str
    seen_note: str
    number: str


@dataclass(frozen=True)
class Document:
    """One drawn page with the words that went in and the seconds it took."""

    words: Words
    summary: Summary
    attachment: Attachment
    canvas: TaggedCanvas
    content: bytes
    seconds: float


def words(dice: Random) -> Words:
    """Hostile words in every field at once."""
    return Words(*(hostile_text(dice) for _ in Words.__dataclass_fields__))


def response(said: Words, dice: Random) -> QuestionnaireResponse:
    """A visit, in an emergency or not, whose free text is all hostile."""
    answers = {**patients.ROUTINE, **dice.choice(({}, _RED))}
    person = Person(said.family, said.given, date(1964, 3, 14), said.reference, said.number)
    given = patients.response(answers, person, dice.choice((Status.COMPLETED, Status.STOPPED)))
    typed = {
        "anything-else": _typed(said.anything_else, said.initials, said.before),
        "worry": _typed(said.worry, said.initials),
    }
    return replace(given, answers={**given.answers, **typed}, language=said.language)


def _typed(text: str, initials: str, *before: str) -> Answer:
    old = tuple(Answer((one,), patients.NOW - timedelta(minutes=2)) for one in before)
    return Answer((text,), patients.NOW, Informant.STAFF, initials, replaced=old)


def document(number: int) -> Document:
    """The document of this number, drawn."""
    dice = Random(number)  # noqa: S311 - chance, not secrets
    said = words(dice)
    record = response(said, dice)
    started = process_time()
    summary = _summary(record, said, whole=number % WHOLE == 0)
    attachment = Attachment.of_response(said.anything_else.encode("utf-8", "surrogatepass"))
    canvas = drawn(summary, (attachment,), dice.choice((LETTER, A4)))
    content = canvas.finish()
    return Document(said, summary, attachment, canvas, content, process_time() - started)


def _summary(record: QuestionnaireResponse, said: Words, *, whole: bool) -> Summary:
    if whole:
        return summarize(record, assessed(record, RULES), _visit(said))
    # What would change the level holds no free text, and takes longest to work out.
    plain = unexplained(screen(record, RULES), record.questionnaire)
    return _short(summarize(record, plain, _visit(said)))


def _visit(said: Words) -> Visit:
    raised = patients.NOW - timedelta(minutes=4)
    seen = (Seen("E01", raised, patients.NOW, said.seen_by, said.seen_note),)
    return Visit(patients.NEW_YORK, "0.1.0", "3f9a2c1d", seen=seen)


def _short(summary: Summary) -> Summary:
    """The same page without the questions that hold no free text: quicker, so more can be tried."""
    return replace(
        summary,
        features=replace(summary.features, rows=()),
        asked=summary.asked[-1:],
        could_not_rule_out=(),
    )


def problems(number: int, slowest: float | None = None) -> list[str]:
    """What is wrong with the document of this number; slow is wrong only where time is kept."""
    made = document(number)
    read = inspection.reader(made.content, strict=True)
    text = reading.runs(read)
    found = list(_in_the_text(made, text))
    found += [f"stands on other text: {one.text!r}" for one, _ in made.canvas.overlaps()]
    if number % WHOLE == 0 or inspection.may_act(made.content):
        found += [f"holds {name}" for name in inspection.acting(read)]
    if read.attachments[made.attachment.name] != [made.attachment.content]:
        found.append("does not carry the record as it was")
    if slowest is not None and made.seconds > slowest:
        found.append(f"took {made.seconds:.2f} s")
    if number % OUTSIDE == 0:
        found += _outside(made)
    return found


def _in_the_text(made: Document, text: list[reading.Run]) -> Iterator[str]:
    if [run.text for run in text] != [box.text for box in made.canvas.boxes]:
        yield "does not read as it was drawn"
    spoken = inspection.squeezed("".join(run.text for run in text if run.mark is not None))
    for field, expected in _expected(made):
        if inspection.squeezed(expected) not in spoken:
            yield f"does not hold {field}: {expected[:80]!r}"
    for page in range(made.canvas.page):
        if not _named(made.summary, [run for run in text if run.page == page]):
            yield f"page {page + 1} does not say whose it is"
    if unseen := {run.text for run in text if _unseen(run.text)}:
        yield f"prints what cannot be seen: {unseen}"
    for field in Words.__dataclass_fields__:
        yield from _plainly_lost(field, getattr(made.words, field))


def _unseen(text: str) -> bool:
    return any(unicodedata.category(letter) in _INVISIBLE for letter in text)


def _expected(made: Document) -> Iterator[tuple[str, str]]:
    """What must be read out of each field: the cleaned words, whole."""
    banner = made.summary.banner
    yield "the family name", _in_line(banner.family, LONGEST_NAME)
    yield "the given name", _in_line(banner.given, LONGEST_NAME)
    yield "who answered", _in_line(made.summary.words[0].by, LONGEST_NOTE)
    yield "the words", safe(made.words.anything_else)
    yield "the worry", safe(made.words.worry)
    for flag in made.summary.red_flags.rows:
        yield "who came", _in_line(flag.seen, LONGEST_SEEN)


def _in_line(text: str, longest: int) -> str:
    """As the gate does it: cut to its line, then cleaned with all the rest."""
    return safe(one_line(text, longest))


def _named(summary: Summary, page: list[reading.Run]) -> bool:
    text = inspection.squeezed("".join(run.text for run in page))
    family = inspection.squeezed(_in_line(summary.banner.family, LONGEST_NAME))
    return family in text and inspection.squeezed(dict(summary.banner.facts)["Born"]) in text


def _plainly_lost(field: str, typed: str) -> Iterator[str]:
    """Whether a plain letter went missing; told without the cleaning that is under test."""
    # Some characters become two in the normal form: what grows too long is cut, and says so.
    longest = max(len(typed), len(unicodedata.normalize("NFC", typed)))
    if longest > LONGEST or not covered().issuperset(clean(typed).replace("\n", "")):
        return
    if _plain(safe(typed)) != _plain(typed):
        yield f"loses letters of {field}"


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in letters if "!" <= letter <= "~")


def _outside(made: Document) -> Iterator[str]:
    """What programs that are not ours say."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "summary.pdf")
        path.write_bytes(made.content)
        checked = subprocess.run(
            ["qpdf", "--check", str(path)],  # noqa: S607 - found on the path
            capture_output=True,
            check=False,
        )
        if checked.returncode:
            yield f"qpdf: {checked.stdout.decode()} {checked.stderr.decode()}"
        pages = inspection.poppler_text(made.content, Path(folder))
    if len(pages) != made.canvas.page:
        yield f"pdftotext sees {len(pages)} of {made.canvas.page} pages"


def tried(number: int) -> tuple[int, list[str]]:
    """The document's number and what is wrong with it."""
    try:
        return number, problems(number, SLOWEST)
    except Exception as fault:  # noqa: BLE001 - that nothing can be raised is what is tried
        return number, [f"{type(fault).__name__}: {fault}"]


def main(count: int, first: int = 0) -> int:
    """Try so many documents on all processors; the progress goes to the error stream."""
    started = perf_counter()
    bad: list[str] = []
    with Pool(os.cpu_count()) as pool:
        done = pool.imap_unordered(tried, range(first, first + count), chunksize=SHARE)
        for place, (number, found) in enumerate(done, start=1):
            told = [f"document {number}: {one}" for one in found]
            bad += told
            sys.stderr.writelines(f"{one}\n" for one in told)
            if place % 1000 == 0:
                rate = place / (perf_counter() - started)
                sys.stderr.write(f"{place} of {count}, {rate:.0f} a second, {len(bad)} problems\n")
    seconds = perf_counter() - started
    line = f"hostile words in {count} documents: {len(bad)} problems"
    sys.stdout.write("\n".join((f"{line}, {seconds:.0f} s", *bad[:20])) + "\n")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
