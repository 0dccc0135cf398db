"""A visit across the rooms: the answers, the alerts they raise, and what is stored at the end."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from house import asked
from house.level import Level, is_held, level_bytes, level_of
from intake.draft import Draft, Given, Moment, draft_bytes, give, given_back, read_draft
from intake.fhir import questionnaire_bytes, response_json
from intake.questionnaire import NoToAll, Questionnaire
from intake.response import Person, QuestionnaireResponse, Status, enabled
from intake.store import (
    Transaction,
    WriteTransaction,
    alerts,
    consents,
    settings,
    submissions,
    visits,
)
from intake.store.alerts import AlertKind, NewAlert
from intake.store.submissions import Content
from intake.store.visits import Ending, Visit, VisitStatus
from screening.across import readable
from screening.assessment import Assessment, Finding, NotRuledOut
from screening.finding import Urgency
from screening.record import AssessmentRecord, explained, record
from screening.rules import RULES
from screening.signed import signed_hash
from screening.triage import screen, so_far

ALERTING = {Urgency.EMERGENCY: AlertKind.EMERGENCY, Urgency.SAME_DAY: AlertKind.SAME_DAY}
UTC = ZoneInfo("UTC")


@dataclass(frozen=True)
class Opened:
    """A visit with its answers read, by the questions it began with."""

    visit: Visit
    draft: Draft
    person: Person
    questionnaire: Questionnaire


def open_draft(tx: Transaction, visit: Visit) -> Opened:
    """Read the answers of a visit."""
    questionnaire = asked.of_visit(tx, visit)
    draft = read_draft(visit.body, questionnaire)
    name = json.loads(visit.identity)
    born = draft.answers.get("birth-date")
    birth_date = born.values[0] if born and isinstance(born.values[0], date) else None
    number = name.get("number", "")  # none in a visit from before it was kept
    person = Person(name["family"], name["given"], birth_date, visit.reference, number)
    return Opened(visit, draft, person, questionnaire)


def spoken_to(tx: Transaction, opened: Opened, language: str | None) -> Opened:
    """The visit in the language its patient reads now; as it was where the tablet does not say."""
    if language is None:
        return opened
    read = asked.in_language(tx, opened.visit, language)
    return replace(opened, visit=replace(opened.visit, language=read.language))


def identity_bytes(family: str, given: str, number: str = "") -> bytes:
    """The name, and the clinic's number for the patient, as the bytes the store seals."""
    return json.dumps({"family": family, "given": given, "number": number}).encode()


def clinic_zone(tx: Transaction) -> ZoneInfo:
    """The clinic's time zone, UTC until it has been set."""
    known = settings.load_settings(tx)
    return ZoneInfo(known.time_zone) if known else UTC


def moment(tx: Transaction, now: datetime) -> Moment:
    """Now, and the day it is in the clinic."""
    return Moment(now, now.astimezone(clinic_zone(tx)).date())


def response_of(opened: Opened, status: Status, now: datetime) -> QuestionnaireResponse:
    """The answers so far as a response."""
    times = [answer.at for answer in opened.draft.answers.values()]
    return QuestionnaireResponse(
        questionnaire=opened.questionnaire,
        authored=max(times, default=now),
        status=status,
        answers=opened.draft.answers,
        patient=opened.person,
        language=opened.visit.language,
        taken_back=opened.draft.taken_back,
    )


def unanswered(response: QuestionnaireResponse) -> str | None:
    """The first question that is asked, required and not answered."""
    return next(
        (
            item.link_id
            for item in enabled(response)
            if item.required
            and not isinstance(item, NoToAll)
            and item.link_id not in response.answers
        ),
        None,
    )


def raise_red_flags(
    tx: WriteTransaction,
    visit: Visit,
    found: tuple[Finding, ...],
    now: datetime,
    *,
    again: bool = False,
) -> None:
    """Tell staff of every red flag they have not been told of yet; ``again`` of one seen before."""
    for finding in found:
        kind = ALERTING.get(finding.rule.urgency) if finding.rule.urgency else None
        if kind is not None:
            detail = json.dumps({"code": finding.rule.code, "title": finding.title}).encode()
            alert = NewAlert(kind, finding.rule.code, visit.tablet, visit.id, detail, again)
            alerts.raise_alert(tx, alert, now)


def on_the_clinics_day(tx: Transaction, response: QuestionnaireResponse) -> QuestionnaireResponse:
    """The response as it is stored: whoever reads it counts the age on the day of the clinic."""
    return replace(response, authored=response.authored.astimezone(clinic_zone(tx)))


def given(tx: Transaction, opened: Opened, answers: Mapping[str, Given], now: datetime) -> Draft:
    """The answers with these; a text that named what a rule looks for is never lost."""
    return give(opened.questionnaire, opened.draft, answers, moment(tx, now), RULES.words)


def save(
    tx: WriteTransaction, opened: Opened, draft: Draft, base: int, now: datetime
) -> visits.Change:
    """Save the answers and alert staff to what cannot wait, in one transaction."""
    newer = replace(opened, draft=draft)
    response = response_of(newer, Status.IN_PROGRESS, now)
    known = so_far(readable(response, RULES), RULES)
    level = level_bytes(_level_while_running(tx, opened.visit, response, known))
    body = visits.Draft(base, draft_bytes(draft), level)
    changed = visits.save(tx, opened.visit, body, now)
    if isinstance(changed, visits.Saved):
        raise_red_flags(tx, opened.visit, known.findings, now)
    return changed


def _level_while_running(
    tx: Transaction, visit: Visit, response: QuestionnaireResponse, known: Assessment
) -> Level:
    if not is_held(tx, visit):
        return Level(at_least(visit, known.urgency))
    now_is = screen(readable(response, RULES), RULES).urgency
    return Level(max(level_of(visit).urgency, now_is), stopped=True)


def at_least(visit: Visit, urgency: Urgency) -> Urgency:
    """The level, which never falls because other rules look at the answers than did before."""
    if visit.questionnaire_version == asked.QUESTIONNAIRE.version:
        return urgency
    return max(urgency, level_of(visit).urgency)


def meaning_across(visit: Visit, response: QuestionnaireResponse) -> Assessment:
    """What a response means by today's rules, whichever version of the questions it answers."""
    assessment = screen(readable(response, RULES), RULES)
    return replace(assessment, urgency=at_least(visit, assessment.urgency))


def finish(
    tx: WriteTransaction, opened: Opened, ending: Ending, now: datetime
) -> submissions.Submitted | visits.Stale | visits.Ended:
    """End a visit: work out its meaning, store it for good, and tell staff what cannot wait."""
    completed = ending.status is VisitStatus.COMPLETED
    status = Status.COMPLETED if completed else Status.STOPPED
    response = on_the_clinics_day(tx, response_of(opened, status, now))
    assessment = meaning_across(opened.visit, response)
    asked.keep_todays(tx, now)
    read = asked.in_language(tx, opened.visit, response.language)
    content = content_of(read, response, assessment)
    content = replace(content, consent=consents.of_visit(tx, opened.visit.id))
    ended = submissions.submit(tx, opened.visit, ending, content, now)
    if isinstance(ended, submissions.Submitted):
        visits.relevel(tx, opened.visit, level_bytes(Level(assessment.urgency, final=True)), now)
        raise_red_flags(tx, opened.visit, assessment.findings, now)
        raise_unknowns(tx, opened.visit, assessment.could_not_rule_out, now)
    return ended


def raise_unknowns(
    tx: WriteTransaction,
    visit: Visit,
    unknown: tuple[NotRuledOut, ...],
    now: datetime,
    *,
    again: bool = False,
) -> None:
    """Tell staff of what could not be ruled out where it raises to the same day."""
    for one in unknown:
        if one.raises_to is Urgency.SAME_DAY:
            detail = json.dumps({"code": one.rule.code, "not_ruled_out": one.rule.title}).encode()
            code = f"not-ruled-out {one.rule.code}"
            alert = NewAlert(AlertKind.SAME_DAY, code, visit.tablet, visit.id, detail, again)
            alerts.raise_alert(tx, alert, now)


def content_of(
    read: Questionnaire, response: QuestionnaireResponse, assessment: Assessment
) -> Content:
    """What is kept of a visit: the questions as the patient read them, the meaning as staff do."""
    answered = response_json(replace(response, questionnaire=read))
    meaning = explained(assessment, readable(response, RULES), RULES, signed_hash())
    return Content(
        questionnaire=questionnaire_bytes(read),
        content_version=assessment.rules_version,
        response=json.dumps(answered, ensure_ascii=False).encode(),
        assessment=meaning.model_dump_json().encode(),
    )


def relevel_as_stopped(tx: WriteTransaction, opened: Opened, now: datetime) -> Assessment:
    """Count what is not known, as a patient who asks for help may not go on."""
    assessment = meaning_across(opened.visit, response_of(opened, Status.STOPPED, now))
    before = level_of(opened.visit)
    floor = before.urgency if before.stopped else assessment.urgency
    level = Level(max(floor, assessment.urgency), stopped=True)
    visits.relevel(tx, opened.visit, level_bytes(level), now)
    return assessment


def meaning(
    tx: Transaction, visit: Visit, now: datetime
) -> tuple[QuestionnaireResponse, AssessmentRecord]:
    """The answers of a running visit, and what its level rests on: so far, or as one stopped."""
    stopped = level_of(visit).stopped
    status = Status.STOPPED if stopped else Status.IN_PROGRESS
    response = response_of(open_draft(tx, visit), status, now)
    read = readable(response, RULES)
    known = record((screen if stopped else so_far)(read, RULES), read.questionnaire)
    return response, known.model_copy(update={"across": read is not response})


def given_of(draft: Draft) -> dict[str, Given]:
    """The answers as a tablet holds them, without what only the kiosk works out."""
    return {link_id: one for link_id, one in given_back(draft).items() if link_id != "age"}
