"""From a response and what it means to the page a clinician reads, before it is laid out."""

from __future__ import annotations

from collections.abc import Iterator

from intake.answers import Mode, Truth
from intake.response import QuestionnaireResponse, Status
from reports import outline, wording
from reports.asked import asked_note, asked_sections, how_asked, negatives, open_questions
from reports.banner import banner
from reports.change import changes
from reports.corrected import corrections
from reports.evidence import evidence
from reports.features import features
from reports.medicines import medicines, medicines_note, no_medicines
from reports.own_words import written
from reports.phrases import Reading, language_name, moment, read, who
from reports.safety import also_open, safety_count
from reports.situation import holds, situation, where
from reports.staff import noted_once, seen_words, staff
from reports.summary import (
    Agreed,
    Flag,
    FlagBox,
    Footer,
    Imprint,
    Item,
    Quote,
    Summary,
)
from reports.unconfirmed import beneath
from reports.visit import Seen, Visit
from screening.finding import Kind
from screening.record import AssessmentRecord, FindingRecord

_MOST_CHANGES = 2


def summarize(
    response: QuestionnaireResponse, assessment: AssessmentRecord, visit: Visit
) -> Summary:
    """The whole page as plain data, in reading order; the same arguments give the same page.

    What the answers mean is taken from the assessment as it was recorded, never worked out anew.
    """
    reading = read(response, assessment, visit.zone)
    sections = asked_sections(reading)
    return Summary(
        imprint=_imprint(response),
        demo=visit.demo,
        banner=banner(reading, visit),
        red_flags=_red_flags(reading, visit),
        cautions=_cautions(reading),
        situation=situation(reading),
        changes=changes(assessment.would_change, reading.item, _MOST_CHANGES),
        where=where(reading),
        words=tuple(_quotes(reading)),
        no_words=_unsaid(reading, outline.WORDS_ITEM, wording.NO_WORDS),
        features=features(reading),
        medicines=medicines(reading),
        medicines_note=medicines_note(reading),
        no_medicines=no_medicines(reading),
        asked_no=negatives(reading, Mode.SINGLE),
        asked_no_as_group=negatives(reading, Mode.GROUP),
        could_not_rule_out=open_questions(reading),
        shown=tuple(_found(reading, finding) for finding in _shown(assessment)),
        pointers=tuple(_found(reading, finding) for finding in _pointers(assessment)),
        before_injection=tuple(_precautions(reading)),
        asked=sections,
        asked_note=" · ".join(
            (asked_note(reading, sections), *how_asked(reading, as_asked=visit.as_asked))
        ),
        footer=_footer(reading, visit),
        agreed=_agreed(reading, visit),
        corrections=corrections(reading, visit.corrected),
    )


def _imprint(response: QuestionnaireResponse) -> Imprint:
    reference = response.patient.reference or wording.NOT_GIVEN
    title = wording.FILE_TITLE.format(reference=reference)
    return Imprint(title, wording.FILE_SUBJECT, wording.PAGE_LANGUAGE, response.authored)


def _agreed(reading: Reading, visit: Visit) -> Agreed | None:
    """What the patient agreed to before the first question, where that is on record."""
    consent = visit.consent
    if consent is None:
        return None
    text = wording.CONSENT.format(
        version=consent.notice,
        language=language_name(consent.language),
        when=moment(reading, consent.agreed),
        how=wording.SIGNED if consent.strokes else wording.TICKED,
    )
    return Agreed(text, consent.strokes)


def _red_flags(reading: Reading, visit: Visit) -> FlagBox:
    found = reading.assessment.of_kind(Kind.RED_FLAG)
    seen = noted_once([one.code for one in found], visit.seen)
    rows = tuple(_flag(reading, finding, seen.get(finding.code), sourced=True) for finding in found)
    headline = wording.RED_FLAGS.format(count=len(rows)) if rows else wording.NO_RED_FLAGS
    level = wording.LEVELS[reading.assessment.urgency.value]
    count, gapless = safety_count(reading)
    if rows:
        note = f"{level} · {count}"
    else:
        but = "" if gapless else wording.BUT
        note = f"{but}{count} · {wording.LEVEL.format(level=level)}"
    if reading.assessment.across:
        note = f"{note} · {wording.SEE_PAGE_2}"
    return FlagBox(headline, note, staff(reading, visit), rows)


def _flag(reading: Reading, finding: FindingRecord, seen: Seen | None, *, sourced: bool) -> Flag:
    return Flag(
        title=finding.title,
        level=wording.LEVELS[finding.urgency.value] if finding.urgency else "",
        evidence=(*evidence(reading, finding), *also_open(reading, finding)),
        next=finding.next,
        source=f"{finding.code} · {_sources(finding)}" if sourced else finding.code,
        seen=seen_words(reading, seen),
    )


def _sources(finding: FindingRecord) -> str:
    first, *others = finding.sources
    return f"{first} {wording.MORE_EVIDENCE.format(count=len(others))}" if others else first


def _cautions(reading: Reading) -> tuple[Flag, ...]:
    return tuple(
        _flag(reading, finding, None, sourced=False)
        for finding in reading.assessment.of_kind(Kind.WARNING_SIGN)
        if finding.raises
    )


def _shown(assessment: AssessmentRecord) -> tuple[FindingRecord, ...]:
    return assessment.of_kind(Kind.WARNING_SIGN, raising=False)


def _pointers(assessment: AssessmentRecord) -> Iterator[FindingRecord]:
    """Patterns and contributors that have no section of their own."""
    for finding in assessment.of_kind(Kind.PRESENTATION, Kind.CONTRIBUTOR):
        if finding.code not in outline.TWITCH_MEDICINES and finding.arthritis is None:
            yield finding


def _found(reading: Reading, finding: FindingRecord) -> Item:
    parts = (*evidence(reading, finding, most=3), f"{wording.NEXT}{finding.next}")
    detail = f"{'; '.join(parts)} · {finding.code}"
    return Item(finding.title, detail, finding.before_procedure)


def _quotes(reading: Reading) -> Iterator[Quote]:
    language = language_name(reading.response.language)
    for one in written(reading.response, reading.assessment):
        label = "" if one.item.link_id == outline.WORDS_ITEM else one.item.label
        by = wording.TYPED.format(who=who(one.answer), language=language)
        yield Quote(f"{label} {one.note}".strip(), one.text, by)


def _unsaid(reading: Reading, link_id: str, skipped: str) -> str:
    """What to print where nothing was said: never as if it had been asked when it was not."""
    completed = reading.response.status is Status.COMPLETED
    return skipped if completed and reading.item(link_id) else wording.NOT_ANSWERED


def _precautions(reading: Reading) -> Iterator[Item]:
    for precaution in outline.PRECAUTIONS:
        if holds(reading, precaution.when) is Truth.YES:
            details = [reading.words(link_id) for link_id in precaution.details]
            details.append(beneath(reading, precaution.when))
            yield Item(precaution.label, ", ".join(detail for detail in details if detail))
    unknown = "; ".join(
        precaution.label[0].lower() + precaution.label[1:]
        for precaution in outline.PRECAUTIONS
        if holds(reading, precaution.when) is Truth.UNKNOWN
    )
    if unknown:
        yield Item(wording.INJECTION_UNKNOWN, unknown)
    yield Item(wording.INJECTION_NOT_ASKED, wording.NOT_ASKED)


def _footer(reading: Reading, visit: Visit) -> Footer:
    response = reading.response
    versions = wording.VERSIONS.format(
        version=visit.version,
        questionnaire=reading.assessment.questionnaire_version,
        rules=reading.assessment.rules_version,
        program=visit.program,
        content=visit.content or "-",
    )
    reference = wording.REFERENCE.format(reference=response.patient.reference or "-")
    return Footer(wording.DISCLAIMER, versions, reference)
