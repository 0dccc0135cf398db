"""What the clinician's page says, as blocks any engine can set: headings, texts and tables.

Every text of the summary is in it once. The drawn legs, the pain boxes and the symbols are not, so
the other engines have less to draw than ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from reports import wording
from reports.summary import Flag, Item, Summary


@dataclass(frozen=True)
class Block:
    """A heading, a text or a table (which has shares of the width); ``dark`` is printed on red."""

    kind: str
    text: str = ""
    note: str = ""
    shares: tuple[float, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    dark: bool = False


@dataclass(frozen=True)
class Content:
    """The page's running head and foot, and what stands between."""

    title: str
    head: str
    foot: str
    reference: str
    blocks: tuple[Block, ...]

    def plain(self) -> dict[str, object]:
        """The same as dictionaries and lists."""
        return asdict(self)


def content(summary: Summary) -> Content:
    """The blocks in the order in which our page reads."""
    banner, footer = summary.banner, summary.footer
    facts = "   ".join(f"{label} {value}" for label, value in banner.facts)
    return Content(
        title=summary.imprint.title,
        head=f"{banner.family}, {banner.given}   {banner.document}   {facts}   {banner.completed}",
        foot=f"{footer.disclaimer} {footer.versions}",
        reference=footer.reference,
        blocks=(*_page_one(summary), *_questions(summary)),
    )


def _page_one(summary: Summary) -> Iterator[Block]:
    red = summary.red_flags
    yield Block("heading", red.headline, f"{red.note} {red.staff}", dark=red.alarming)
    yield Block("table", shares=(0.4, 0.6), rows=tuple(map(_flag, red.rows)))
    if summary.cautions:
        yield Block("heading", wording.CAUTION.format(count=len(summary.cautions)))
        yield Block("table", shares=(0.4, 0.6), rows=tuple(map(_flag, summary.cautions)))
    yield Block("text", summary.situation)
    yield from _where(summary)
    yield Block("heading", wording.WORDS, " ".join(quote.by for quote in summary.words))
    for quote in summary.words:
        yield Block("text", f"{quote.label} “{quote.text}”")
    yield from _features(summary)
    yield from _lists(summary)
    yield Block("heading", wording.REVIEW, "   ".join(wording.REVIEW_BOXES))
    yield Block("text", "   ".join((wording.REVIEW_NOTES, *wording.REVIEW_SIGNATURE)))


def _flag(flag: Flag) -> tuple[str, str]:
    what = "\n".join(part for part in (flag.title, flag.level, flag.seen) if part)
    return what, f"{'; '.join(flag.evidence)}\n{wording.NEXT}{flag.next} {flag.source}"


def _where(summary: Summary) -> Iterator[Block]:
    where = summary.where
    yield Block("heading", wording.WHERE)
    marks = [(str(mark.number), mark.label) for mark in where.marks]
    scales = [(scale.label, scale.words) for scale in where.scales]
    yield Block("table", shares=(0.3, 0.7), rows=(*marks, *scales, *where.course))
    yield Block("text", where.note)


def _features(summary: Summary) -> Iterator[Block]:
    features = summary.features
    rows = tuple((row.label, row.word, row.detail) for row in features.rows)
    yield Block("heading", wording.FEATURES, features.counts)
    yield Block("text", features.pattern)
    yield Block("table", shares=(0.46, 0.16, 0.38), rows=rows)


def _lists(summary: Summary) -> Iterator[Block]:
    listed: tuple[tuple[str, str, tuple[Item, ...]], ...] = (
        (wording.MEDICINES, summary.medicines_note, summary.medicines),
        (wording.INJECTION, "", summary.before_injection),
        (wording.NOT_RULED_OUT, wording.ASK_ALOUD, summary.could_not_rule_out),
        (wording.SHOWN, "", summary.shown),
        (wording.POINTERS, wording.POINTERS_NOTE, summary.pointers),
    )
    for title, note, items in listed:
        if items:
            rows = tuple((item.title, item.detail) for item in items)
            yield Block("heading", title, note)
            yield Block("table", shares=(0.35, 0.65), rows=rows)
    if not summary.medicines:
        yield Block("heading", wording.MEDICINES)
        yield Block("text", summary.no_medicines)
    negatives = (*summary.asked_no, *summary.asked_no_as_group)
    yield Block("heading", wording.ASKED_NO, str(len(negatives)))
    yield Block("text", "; ".join(negatives))


def _questions(summary: Summary) -> Iterator[Block]:
    yield Block("heading", wording.EVERY_QUESTION, summary.asked_note)
    rows = [wording.COLUMNS]
    for section in summary.asked:
        rows.append((section.heading, "", "", ""))
        rows += [
            (asked.number, asked.question, f"{asked.answer} {asked.note}", asked.weight.value)
            for asked in section.questions
        ]
    yield Block("table", shares=(0.07, 0.55, 0.28, 0.1), rows=tuple(rows))
