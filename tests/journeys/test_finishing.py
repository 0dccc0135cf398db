"""Patients tap from welcome to thanks; the clinician reads what their answers mean."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.journeys.books import answers_of, stored_assessment, stored_response
from tests.journeys.premises import ROOT
from tests.journeys.sheets import healthy, sheet
from tests.patients import patient
from tests.taps import taps


def assessed(response: bytes, folder) -> dict:
    """What the command line makes of a response."""
    file = folder / "response.json"
    file.write_bytes(response)
    command = [sys.executable, "-m", "screening", "assess", str(file)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert told.stderr == b""
    content: dict = json.loads(told.stdout)
    return content


EXPECTED = {"F34": ("routine", "A01"), "V51": ("soon", "N01")}
"""The urgency and one finding of a routine osteoarthritis and of a neurological case."""


@pytest.mark.parametrize("case", EXPECTED)
def test_a_patient_finishes_and_the_summary_names_every_finding(
    premises, sit, desk_at, tmp_path, case
):
    urgency, code = EXPECTED[case]

    # given a patient who taps every question from welcome to thanks
    family, given = f"Madeup-{case}", sheet(case, **{"anything-else": (f"Typed in {case}.",)})
    tablet = sit(premises)
    tablet.arrive(family, answers=given)
    tablet.answer(given, reads_lists=case == "F34")
    assert tablet.screen == "review"
    assert tablet.taps == taps(patient(case), row_by_row=case != "F34")
    tablet.send()
    tablet.sees_thanks()

    # then the store holds what was tapped, and what it means is what the command line says
    response = stored_response(premises, family)
    saved = answers_of(premises, family)
    tapped = {name: values for name, values in given.items() if not name.endswith("no-to-all")}
    assert {name: saved[name] for name in tapped} == tapped
    found = assessed(response, tmp_path)
    assert found["urgency"] == urgency
    assert code in {finding["code"] for finding in found["findings"]}
    assert found == stored_assessment(premises, family)

    # and the clinician finds the patient, every finding, and the summary that names each
    desk = desk_at(premises)
    desk.sign_in()
    words = desk.reads_summary(family, found["findings"])
    assert f"Typed in {case}." in words
    assert "not a diagnosis" in words

    # but nobody without an account does
    refused = premises.clinic().send("GET", desk.summary_address())
    assert refused.status == 401
    assert b"%PDF" not in refused.body


def test_whoever_is_most_urgent_stands_first_then_who_came_first(premises, desk):
    # given four patients, of whom the one who came last cannot wait
    arrived = {
        "Madeup-Routine-1": healthy(),
        "Madeup-Soon": sheet("V58"),
        "Madeup-Routine-2": healthy(),
        "Madeup-Now": healthy(heart_or_breath="yes"),
    }
    for family, given in arrived.items():
        tablet = premises.arrive(family, given)
        if family != "Madeup-Now":  # who is still held
            assert tablet.send("POST", "/kiosk/submit", {"base": 1}).status == 200

    # then the desk, which was not touched, has them in the order of need
    desk.sees_call("Madeup-Now")
    names = [name for name in desk.order() if any(family in name for family in arrived)]
    wanted = ["Madeup-Now", "Madeup-Soon", "Madeup-Routine-1", "Madeup-Routine-2"]
    assert [next(one for one in arrived if one in name) for name in names] == wanted
