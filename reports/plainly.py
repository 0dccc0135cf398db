"""What the plain page says: the record's own words, one line after the other.

It stands in when the usual summary cannot be made, so it uses none of what makes that one, says
things in the simplest way, and lets no part that fails take another with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import cached_property, partial
from typing import TypeVar

from intake.questionnaire import NoToAll, Placed, Question, Role
from intake.response import QuestionnaireResponse, Status, enabled
from reports import outline, wording
from reports import plain_sayings as sayings
from reports import plain_wording as words
from reports.lenient import Lenient
from reports.on_record import Record
from reports.pdf.archive import Imprint
from reports.pdf.plain import Line, Look, PlainPage
from reports.visit import Corrected, Seen
from screening.finding import Kind
from screening.record import (
    AnswerRecord,
    AssessmentRecord,
    DisagreementRecord,
    FindingRecord,
)

_LONGEST_NAME = 120
_LONGEST_FACT = 60
_ENDED = {Status.COMPLETED: words.COMPLETED, Status.STOPPED: words.STOPPED}

T = TypeVar("T")


def plainly(record: Record, report: Callable[[str], None]) -> PlainPage:
    """The plain page of a record; ``report`` is told a code of each part that fails."""
    page = _Page(report=report, record=record)
    reference = record.person.reference[:_LONGEST_FACT] or "-"
    return PlainPage(
        imprint=Imprint(
            title=wording.FILE_TITLE.format(reference=reference),
            subject=wording.FILE_SUBJECT,
            language=wording.PAGE_LANGUAGE,
            moment=record.response.authored if record.response else record.stored,
        ),
        who=" · ".join(line.text for line in page.part("who", page.who)),
        notice=(words.NOTICE, words.LEFT_OUT),
        lines=tuple(page.lines()),
        foot=tuple(line.text for line in page.part("foot", page.foot)),
    )


@dataclass(kw_only=True)
class _Page(Lenient):
    """The parts of one page."""

    record: Record

    def lines(self) -> Iterator[Line]:
        """Every part, under its heading."""
        if self.record.visit and self.record.visit.demo:
            yield Line(wording.DEMO_BAND, Look.STRONG)
        yield Line(words.VISIT, Look.HEADING)
        for name, say in (("completed", self.completed), ("by", self.by), ("consent", self.consent),
                          ("versions", self.versions)):  # fmt: skip
            yield from self.part(name, say)
        yield from self.findings()
        yield Line(words.MEDICINES, Look.HEADING)
        yield from self.part("medicines", self.medicines)
        yield Line(words.STAFF, Look.HEADING)
        yield from self.part("staff", self.staff)
        yield from self.part("answers", self.answers)

    def findings(self) -> Iterator[Line]:
        """What the answers mean, as it was recorded."""
        assessment = self.record.assessment
        if assessment is None:
            yield Line(words.FINDINGS, Look.HEADING)
            yield Line(words.NOT_READ_FINDINGS, Look.STRONG)
            yield from self.part("safety", self.safety)
            return
        yield from self.part("flags", partial(self.flags, assessment))
        yield from self.part("safety", self.safety)
        yield from self.part("cautions", partial(self.cautions, assessment))
        shown = assessment.of_kind(Kind.WARNING_SIGN, raising=False)
        for heading, found in (
            (wording.SHOWN, shown),
            (words.PATTERNS, assessment.of_kind(Kind.PRESENTATION)),
            (words.CONTRIBUTORS, assessment.of_kind(Kind.CONTRIBUTOR)),
        ):
            yield Line(heading, Look.HEADING)
            yield from self.each("finding", found, self.finding)
            if not found:
                yield Line(words.NO_FINDINGS)
        yield Line(wording.NOT_RULED_OUT, Look.HEADING)
        yield from self.part("open", partial(sayings.open_questions, assessment.could_not_rule_out))
        if assessment.disagreements:
            yield Line(words.DISAGREEMENTS, Look.HEADING)
            yield from self.each("disagreement", assessment.disagreements, self.disagreement)

    def who(self) -> Iterator[Line]:
        """Who the page is about: on every page."""
        person = self.record.person
        name = words.PERSON.format(family=person.family.upper(), given=person.given).strip(", ")
        unnamed = wording.NAME_UNKNOWN if self.record.response else words.NAME_NOT_READ
        cut = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]} …"
        yield Line(cut or unnamed)
        yield Line(self.born())
        if self.record.response:
            sex = self.said(outline.SEX_ITEM) or wording.NOT_GIVEN
            yield Line(words.SEX.format(sex=sex))
        if person.number:
            yield Line(words.NUMBER.format(number=person.number[:_LONGEST_FACT]))
        yield Line(
            words.REFERENCE.format(reference=person.reference[:_LONGEST_FACT] or wording.NOT_GIVEN)
        )

    def born(self) -> str:
        """When, and how old, as far as it is known."""
        day = self.record.person.birth_date
        age = self.said(outline.AGE_ITEM)
        born = sayings.day(day) if day else self.said(outline.BIRTH_ITEM)
        missing = wording.NOT_GIVEN if self.record.response else words.NOT_READ
        template = words.BORN_AGE if age else words.BORN
        return template.format(born=born or missing, age=age)

    def completed(self) -> Iterator[Line]:
        """When, how far and in which language; which version this is."""
        response, visit = self.record.response, self.record.visit
        if response is None:
            yield Line(words.NOT_READ_ANSWERS, Look.STRONG)
        else:
            template = _ENDED.get(response.status, words.IN_PROGRESS)
            yield Line(template.format(when=self.time(response.authored)), Look.STRONG)
        if response and response.language.partition("-")[0] != sayings.language(
            wording.PAGE_LANGUAGE
        ):
            asked, page = (
                sayings.named(response.language),
                sayings.named(sayings.language(wording.PAGE_LANGUAGE)),
            )
            yield Line(words.ASKED_IN.format(language=asked, page=page), Look.STRONG)
        if visit and visit.replaces:
            replaced = self.time(visit.replaces)
            yield Line(words.REPLACES.format(version=visit.version, earlier=visit.version - 1,
                                             when=replaced))  # fmt: skip
        yield Line(words.ZONE.format(zone=visit.zone) if visit else words.ZONE_NOT_KNOWN)

    def by(self) -> Iterator[Line]:
        """Who filled it in, and who gave how many of the answers."""
        response = self.record.response
        if response is None:
            return
        answer = self.said(outline.WHO_ITEM) or words.NOT_ANSWERED
        yield Line(words.FILLED_IN.format(answer=answer))
        counts = Counter(sayings.who(one) for one in response.answers.values()).most_common()
        told = ", ".join(words.COUNT_BY.format(who=who, count=count) for who, count in counts)
        if len(counts) > 1:
            yield Line(words.GIVEN_BY_SEVERAL.format(counts=told))
        elif counts:
            yield Line(words.GIVEN_BY.format(who=counts[0][0]))

    def consent(self) -> Iterator[Line]:
        """What the patient agreed to, where it is on record."""
        consent = self.record.visit.consent if self.record.visit else None
        if consent:
            how = wording.SIGNED if consent.strokes else wording.TICKED
            language, when = sayings.named(consent.language), self.time(consent.agreed)
            told = {"version": consent.notice, "language": language, "when": when, "how": how}
            yield Line(words.CONSENT.format(**told))

    def versions(self) -> Iterator[Line]:
        """Where questions, wording and rules are not of one version."""
        visit, assessment = self.record.visit, self.record.assessment
        if visit and not visit.as_asked:
            yield Line(wording.NOT_AS_ASKED)
        if assessment and assessment.across:
            yield Line(wording.ACROSS.format(questionnaire=assessment.questionnaire_version,
                                             rules=assessment.rules_version))  # fmt: skip

    def flags(self, assessment: AssessmentRecord) -> Iterator[Line]:
        """The level, and what cannot wait."""
        found = assessment.of_kind(Kind.RED_FLAG)
        headline = wording.RED_FLAGS.format(count=len(found)) if found else wording.NO_RED_FLAGS
        yield Line(headline, Look.HEADING)
        yield Line(words.LEVEL.format(level=sayings.level(assessment.urgency)), Look.STRONG)
        yield from self.each("flag", found, self.finding)
        response = self.record.response
        given = response.answers.values() if response else ()
        if any(answer.replaced for answer in given) or (response and response.taken_back):
            yield Line(words.STILL_COUNTS)

    def cautions(self, assessment: AssessmentRecord) -> Iterator[Line]:
        """What wants a look first."""
        found = assessment.of_kind(Kind.WARNING_SIGN, raising=True)
        headline = wording.CAUTION.format(count=len(found)) if found else words.NO_CAUTIONS
        yield Line(headline, Look.HEADING)
        yield from self.each("caution", found, self.finding)

    def safety(self) -> Iterator[Line]:
        """How many of the direct safety questions have an answer, and which have none."""
        response = self.record.response
        if response is None:
            return
        asked = [item for item in response.questionnaire.questions.values()
                 if item.role is Role.SAFETY
                 and item.link_id not in response.questionnaire.asked_again]  # fmt: skip
        gaps = [item for item in asked if item.link_id not in response.answers]
        unsure = [
            item for item in asked if sayings.is_unsure(item, response.answers.get(item.link_id))
        ]
        if gaps:
            told = {"gaps": len(gaps), "count": len(asked), "labels": sayings.labels(gaps)}
            yield Line(words.SAFETY_OPEN.format(**told), Look.STRONG)
        else:
            yield Line(words.SAFETY_ALL.format(count=len(asked)))
        if unsure:
            yield Line(words.SAFETY_UNSURE.format(labels=sayings.labels(unsure)), Look.STRONG)

    def finding(self, finding: FindingRecord) -> Iterator[Line]:
        """A finding, what it rests on, and the next step."""
        title, level = finding.title, sayings.level(finding.urgency)
        template = words.FINDING_LEVEL if level else words.FINDING
        yield Line(template.format(title=title, code=finding.code, level=level), Look.STRONG)
        evidence = "; ".join(self.evidence(one) for one in finding.because)
        if evidence:
            yield Line(evidence, indent=1)
        yield Line(words.NEXT.format(next=finding.next), indent=1)

    def evidence(self, one: AnswerRecord) -> str:
        """An answer that a finding rests on, as it was recorded."""
        item = self.item(one.link_id)
        answer = one.decisive or words.NOT_ANSWERED
        if item is None:
            return words.EVIDENCE.format(label=one.link_id, answer=answer)
        template = words.NOTED if item.code else words.EVIDENCE
        return template.format(label=item.label, answer=answer, code=item.code)

    def disagreement(self, one: DisagreementRecord) -> Iterator[Line]:
        """What two people said to one question."""
        item = self.item(one.link_id)
        said = "; ".join(
            words.SAID.format(who=sayings.informant(each.by), answer=each.answer)
            for each in one.said
        )
        label = item.label if item else one.link_id
        yield Line(words.DISAGREEMENT.format(label=label, said=said))

    def medicines(self) -> Iterator[Line]:
        """What is taken, in the words of the answers, and whether anything of it is new."""
        response = self.record.response
        if response is None:
            yield Line(words.NOT_READ_ANSWERS)
            return
        place, asked = response.questionnaire.place, self.asked(response)
        section = place[outline.MEDICINES_ITEM].section.link_id
        for placed in response.questionnaire.placed:
            item, told = placed.item, self.said(placed.item.link_id)
            always = item.link_id in {outline.MEDICINES_ITEM, outline.NEW_MEDICINE_ITEM}
            if placed.section.link_id == section and (told or always):
                answer = told or sayings.untold(item, asked)
                yield Line(words.ANSWER.format(label=item.label, answer=answer))

    def staff(self) -> Iterator[Line]:
        """What staff saw and put right."""
        visit = self.record.visit
        if visit is None:
            yield Line(words.STAFF_NOT_READ, Look.STRONG)
            return
        yield from self.each("seen", visit.seen, self.seen)
        yield from self.each("corrected", visit.corrected, self.corrected)
        if not visit.seen and not visit.corrected:
            yield Line(words.NO_FINDINGS)

    def seen(self, one: Seen) -> Iterator[Line]:
        """A flag that staff were told of."""
        raised = self.time(one.raised)
        if one.at is None:
            yield Line(words.NOT_SEEN.format(code=one.code, raised=raised), Look.STRONG)
            return
        seen = words.SEEN_BY.format(code=one.code, raised=raised, seen=self.time(one.at), by=one.by)
        yield Line(words.SEEN_NOTE.format(seen=seen, note=one.note) if one.note else seen)

    def corrected(self, one: Corrected) -> Iterator[Line]:
        """An answer that staff put right."""
        told = one.correction
        item = self.item(told.link_id)
        yield Line(words.CORRECTED.format(label=item.label if item else told.link_id, by=told.by,
                                          when=self.time(one.at), why=told.why))  # fmt: skip

    def answers(self) -> Iterator[Line]:
        """Every question that was asked or answered, under its section."""
        response = self.record.response
        yield Line(words.ANSWERS, Look.HEADING)
        if response is None:
            yield Line(words.NOT_READ_ANSWERS, Look.STRONG)
            return
        sections: dict[str, list[Placed]] = {}
        for placed in response.questionnaire.placed:
            if not isinstance(placed.item, NoToAll):
                sections.setdefault(placed.section.text, []).append(placed)
        asked = self.asked(response)
        say = partial(self.answered, response, asked)
        for heading, places in sections.items():
            told = tuple(self.each("answer", (one.item for one in places), say))
            if told:
                yield from (Line(heading, Look.HEADING), *told)

    def asked(self, response: QuestionnaireResponse) -> frozenset[str] | None:
        """What was asked; None where that cannot be worked out."""
        try:
            return frozenset(item.link_id for item in enabled(response))
        except Exception as problem:  # noqa: BLE001 - the answers are there all the same
            self.tell("asked", problem)
            return None

    def answered(
        self, response: QuestionnaireResponse, asked: frozenset[str] | None, item: Question
    ) -> Iterator[Line]:
        """A question and its answer, and beneath it who gave it, and what was said before."""
        answer = response.answers.get(item.link_id)
        taken_back = response.taken_back.get(item.link_id, ())
        if answer is None and not taken_back and asked is not None and item.link_id not in asked:
            return
        question = words.QUESTION.format(code=item.code, question=item.text).strip()
        yield Line(question, beside=sayings.shown(item, answer, asked))
        if answer and asked is not None and item.link_id not in asked:
            yield Line(words.SET_ASIDE, indent=2)
        if answer and sayings.who(answer) != self.usual:
            yield Line(
                words.BY.format(who=sayings.who(answer), when=self.time(answer.at)), indent=2
            )
        for template, history in ((words.BEFORE, answer.replaced if answer else ()),
                                  (words.TAKEN_BACK, taken_back)):  # fmt: skip
            for one in history:
                said = sayings.answer_words(item, one.values)
                told = template.format(answer=said, who=sayings.who(one), when=self.time(one.at))
                yield Line(told, indent=2)

    def foot(self) -> Iterator[Line]:
        """What the page is not, and what it was made with."""
        visit, assessment = self.record.visit, self.record.assessment
        yield Line(wording.DISCLAIMER)
        yield Line(
            wording.VERSIONS.format(
                version=visit.version if visit else "-",
                questionnaire=assessment.questionnaire_version if assessment else "-",
                rules=assessment.rules_version if assessment else "-",
                program=visit.program if visit else "-",
                content=(visit.content if visit else "") or "-",
            )
        )

    @cached_property
    def usual(self) -> str:
        """Who gave most answers; what another gave is marked, and all where that fails."""
        given = self.record.response.answers.values() if self.record.response else ()
        try:
            counts = Counter(sayings.who(one) for one in given).most_common(1)
        except Exception as problem:  # noqa: BLE001 - the answers are there all the same
            self.tell("usual", problem)
            return ""
        return counts[0][0] if counts else ""

    def item(self, link_id: str) -> Question | None:
        """The question, where it is known."""
        response = self.record.response
        return response.questionnaire.questions.get(link_id) if response else None

    def said(self, link_id: str) -> str:
        """The latest answer in words, empty where there is none."""
        item, response = self.item(link_id), self.record.response
        answer = response.answers.get(link_id) if response else None
        return sayings.answer_words(item, answer.values) if item and answer else ""

    def time(self, moment: datetime) -> str:
        """A moment on the clinic's clock, with its day."""
        zone: tzinfo = self.record.visit.zone if self.record.visit else UTC
        local = moment.astimezone(zone)
        return f"{sayings.day(local.date())} {local.hour:02d}:{local.minute:02d}"
