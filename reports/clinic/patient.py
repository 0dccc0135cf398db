"""One patient: every finding with its reasons and sources, what is open, and every answer."""

from __future__ import annotations

from functools import partial

import streamlit as st

from intake.response import age_on
from intake.store.staff import Role
from intake.store.visits import VisitStatus
from reports import phrases
from reports import wording as printed
from reports.asked import asked_aloud, how_asked
from reports.change import changes
from reports.clinic import wording
from reports.clinic.answers import answer_weights, differing, every_answer, quotes
from reports.clinic.doors import (
    NotThere,
    PatientView,
    SignedOut,
    Unavailable,
    Who,
    Worklist,
)
from reports.clinic.seeing import CARD, offer_seen, say, tell
from reports.clinic.templating import render
from reports.clinic.visitor import Visitor
from reports.clinic.watching import open_calls, send_to_sign_in, watch
from reports.corrected import corrections
from reports.phrases import read
from reports.worklist import needing_staff
from screening.advice import ADVICE
from screening.advising import Advice, releasable
from screening.finding import Kind
from screening.record import AssessmentRecord, read_assessment

MOST_CHANGES = 8
"""How many ways to lower the level are listed on a patient's page."""
MOST_OTHERS = 3
"""How many others who call are named above a patient's page."""


def draw_patient(visitor: Visitor, visit_id: str) -> None:
    """Draw the page of one visit."""
    match visitor.doors.patient(visitor.token, visit_id):
        case PatientView() as view:
            calls = _draw_others(visitor, view)
            _draw(visitor, view)
            watch(view.sequence, calls)
        case NotThere():
            say(wording.NOT_THERE)
            watch(None, {})
        case SignedOut():
            send_to_sign_in()
        case Unavailable():
            say(wording.UNAVAILABLE)
            watch(None, {})


def _draw_others(visitor: Visitor, view: PatientView) -> dict[str, str]:
    """Tell whoever reads here of others who call; give every open call there is."""
    found = visitor.doors.worklist(visitor.token)
    if not isinstance(found, Worklist):
        return {}
    others = [row for row in found.rows if row.visit_id != view.row.visit_id]
    needing = needing_staff(others, found.calls, found.now)
    if needing:
        st.html(render("others.html", needing=needing, most=MOST_OTHERS))
    return open_calls(found)


def _draw(visitor: Visitor, view: PatientView) -> None:
    row, assessment = view.row, read_assessment(view.assessment)
    head = {"row": row, "facts": _facts(view), "has_pdf": view.has_pdf, "urgency": row.urgency}
    may_correct = visitor.who.role is not Role.FRONT_DESK
    st.html(render("patient.html", **head, may_correct=may_correct))
    if row.open_notices:
        _draw_call(visitor, view)
    st.html(_findings(visitor.who, view, assessment))
    if row.status is VisitStatus.IN_PROGRESS:
        _offer_closing(visitor, row.visit_id)


def _draw_call(visitor: Visitor, view: PatientView) -> None:
    row, notices = view.row, view.row.open_notices
    with st.container(key=f"call-{notices[0].kind.value}-{row.visit_id}"):
        about, action = st.columns(CARD)
        about.html(render("told.html", notices=notices, first=notices[0], now=view.now))
        with action:
            offer_seen(visitor, row.visit_id, notices, len(row.notices))


def _findings(who: Who, view: PatientView, assessment: AssessmentRecord) -> str:
    questions = view.response.questionnaire.questions
    reading = read(view.response, assessment, view.zone)
    signs = (Kind.RED_FLAG, Kind.WARNING_SIGN)
    return render(
        "findings.html",
        row=view.row,
        now=view.now,
        seen=[notice for notice in view.row.notices if notice.seen],
        label_of=lambda link_id: questions[link_id].label if link_id in questions else link_id,
        how_asked=how_asked(reading, as_asked=view.as_asked),
        first=assessment.of_kind(*signs, raising=True),
        shown=assessment.of_kind(*signs, raising=False),
        patterns=assessment.of_kind(Kind.PRESENTATION),
        contributors=assessment.of_kind(Kind.CONTRIBUTOR),
        advice=_advice(who, view, assessment),
        open=assessment.could_not_rule_out,
        asked_aloud=partial(asked_aloud, reading),
        raised_by_open=any(one.raises_to for one in assessment.could_not_rule_out),
        held=view.row.urgency > assessment.urgency and not view.row.final,
        changes=changes(assessment.would_change, questions.get, MOST_CHANGES),
        phrases=printed,
        arthritis=assessment.arthritis,
        disagreements=differing(reading),
        quotes=quotes(view.response, assessment),
        corrected=corrections(reading, view.corrected),
        sections=every_answer(view.response, assessment, view.zone),
        weights=answer_weights(assessment, questions),
        rules_version=assessment.rules_version,
        questionnaire_version=assessment.questionnaire_version,
    )


def _advice(who: Who, view: PatientView, assessment: AssessmentRecord) -> tuple[Advice, ...]:
    """What a clinician may read out to this patient; the front desk gives no advice."""
    if who.role is Role.FRONT_DESK:
        return ()
    return releasable(view.response, assessment, ADVICE)


def _facts(view: PatientView) -> list[tuple[str, str]]:
    row, person = view.row, view.response.patient
    facts = [(wording.NUMBER, row.number)] if row.number else []
    facts += [(wording.VISIT, row.reference), (wording.TABLET, row.tablet)]
    facts.append((wording.INTERVIEW, wording.STATUSES[row.status]))
    facts.append((wording.ARRIVED, f"{row.started_at:%H:%M}"))
    if phrases.is_another_language(view.response.language):
        facts.append((wording.ASKED_IN, phrases.language_name(view.response.language)))
    if person.birth_date is None:
        return facts
    age = age_on(person.birth_date, row.started_at.date())
    born = wording.BORN_AGE.format(date=phrases.day(person.birth_date), age=age)
    return [(wording.BORN, born), *facts]


def _offer_closing(visitor: Visitor, visit_id: str) -> None:
    """Let staff end a visit the patient will not finish; in two steps, as it cannot be undone.

    A form, so that the tick and the press arrive together and neither is lost to a redrawing.
    """
    with (
        st.expander(wording.CLOSE_TITLE, key="closing"),
        st.form(f"close-{visit_id}", border=False),
    ):
        st.html(render("aside.html", sentence=wording.CLOSE_WHY))
        missing = st.container()  # above the tick: what is below the button is below the screen
        sure = st.checkbox(wording.CLOSE_SURE, key=f"sure-{visit_id}")
        pressed = st.form_submit_button(wording.CLOSE)
    if pressed and not sure:
        with missing:
            say(wording.CLOSE_UNSURE)
    elif pressed:
        tell(visitor.doors.close_visit(visitor.token, visit_id), wording.CLOSED)
