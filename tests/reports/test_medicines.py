"""Which medicines the page names, and what it says where none can cause twitching."""

import pytest

from reports import wording
from tests.reports import patients
from tests.reports.patients import ROUTINE


@pytest.mark.parametrize(
    ("taken", "said"),
    [
        ({"medicines": ("blood-thinners",), "blood-thinners-names": "warfarin"},
         "Takes: Blood thinners: warfarin"),
        ({"medicines": ("heart-pills", "diabetes-medicine")},
         "Takes: Blood pressure or heart pills; Insulin or diabetes pills"),
        ({"medicines": ("other-medicine",)}, "Takes: Other (name not given)"),
        ({"medicines": ("other-medicine",), "other-medicine-names": "do-not-know"},
         "Takes: Other: name not known"),
        ({"medicines": ("blood-thinners", "not-sure")}, "Takes: Blood thinners; Not sure"),
    ],
)  # fmt: skip
def test_medicines_that_cannot_cause_twitching_are_named_and_not_called_none(taken, said):
    summary = patients.summary({**ROUTINE, "new-medicine": "yes", **taken})
    assert summary.medicines == ()
    assert said in summary.no_medicines
    assert summary.no_medicines.startswith("None known to cause twitching.")
    assert summary.no_medicines.endswith("new or changed in 3 months: Yes")


def test_none_is_said_only_where_none_was_answered():
    assert patients.summary().no_medicines == wording.NO_MEDICINES
    assert patients.summary({**ROUTINE, "medicines": ("not-sure",)}).no_medicines == "Not sure"
    assert patients.interrupted().no_medicines == wording.NOT_ANSWERED
