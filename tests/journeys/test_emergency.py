"""A patient whose answer cannot wait: staff are told before the last question, not after it."""

from __future__ import annotations

from intake.store.alerts import AlertKind
from tests.journeys.books import alerts_about, answers_of, stored_assessment
from tests.journeys.sheets import sheet


def test_staff_are_called_before_the_end_and_let_the_patient_go_on(premises, sit, desk):
    # given a patient who is about to give two answers that cannot wait
    given = sheet("V06", **{"cold-leg": ("yes",)})
    family = "Madeup-Saddle"
    tablet = sit(premises, "Window seat 2")
    tablet.arrive(family, answers=given)

    # when the patient gives the first of them
    tablet.answer(given)

    # then the tablet calmly sends the patient to the desk, and names nothing
    tablet.sees_pause()
    assert "Please tell the front desk now." in tablet.text()
    assert not {"emergency", "cauda", "numb"} & set(tablet.text().lower().split())

    # and the desk has been called by itself, while the patient is still answering
    [finding] = alerts_about(premises, family)
    assert (finding.kind, finding.tablet) == (AlertKind.EMERGENCY, "Window seat 2")
    desk.sees_call(family, "Window seat 2", "Answering", "saddle numbness")

    # when the tablet is started anew, it is still held
    tablet.page.reload()
    tablet.sees_pause()

    # when staff have been there and write what they did
    desk.lets_go_on(family, "Examined, taken to room 2")

    # then the tablet goes on by itself at the same question, and the list says who saw to it
    tablet.sees_question("right-now")
    assert tablet.chosen("saddle-numbness") == ("yes",)
    row = desk.row_of(family).inner_text()
    assert "Nora Testnurse" in row
    assert "Examined, taken to room 2" in row

    # when the patient goes on, what was seen to does not hold the tablet again, but what is new
    # does
    tablet.answer(given)
    tablet.sees_pause()
    assert answers_of(premises, family)["cold-leg"] == ("yes",)
    desk.sees_call(family, "Window seat 2")
    desk.lets_go_on(family, "Pulse felt at the foot")

    # and then nothing holds it any more, and it is where the last row of the grid led
    tablet.sees_question("which-knee")
    tablet.answer(given)
    assert tablet.screen == "review"
    tablet.send()
    tablet.sees_thanks()
    emergencies = [one for one in alerts_about(premises, family) if one.kind is finding.kind]
    assert len(emergencies) == 2
    assert all(one.acknowledgement for one in emergencies)
    desk.sees_no_call(family)

    # and the clinician reads every finding, and who came, in the summary
    findings = stored_assessment(premises, family)["findings"]
    assert {"cold-leg", "saddle-numbness"} <= {
        because["link_id"] for finding in findings for because in finding["because"]
    }
    words = desk.reads_summary(family, findings)
    assert words.count("Nora Testnurse") >= len(emergencies)
    assert "Pulse felt at the foot" in words
