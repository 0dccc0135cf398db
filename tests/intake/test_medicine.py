"""A medicine: a name for the patient, one for the clinician, and a number that was looked up."""

import json

import pytest

from intake.fhir import ResponseError, read_response
from intake.fhir.response import response_json
from intake.knee_twitching import medicine_names
from intake.knee_twitching.medicines import LITHIUM, MEDICINE_NAMES, MEDICINES, NAME_UNKNOWN
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.medicine import Medicine
from intake.questionnaire import Choice, Group
from tests.strategies import patient

NAMED = [item for item in MEDICINE_NAMES.items if isinstance(item, Choice)]
MEDICINE = [option for item in NAMED for option in item.options if isinstance(option, Medicine)] + [
    LITHIUM
]


def test_the_generic_name_has_no_brands_and_is_in_no_patients_language():
    spanish = Medicine("mycophenolic-acid", "ácido micofenólico (Myfortic)")
    assert spanish.generic == "mycophenolic acid"


@pytest.mark.parametrize("medicine", MEDICINE, ids=lambda medicine: medicine.code)
def test_the_patient_reads_the_generic_name_first(medicine):
    assert medicine.text.partition(" (")[0].lower() == medicine.generic


def test_there_are_100_medicines_each_in_one_list_and_none_is_left_out():
    codes = [medicine.code for medicine in MEDICINE]
    assert len(set(codes)) == len(codes) == 100
    declared = [one for one in vars(medicine_names).values() if isinstance(one, Medicine)]
    assert set(declared) == set(MEDICINE) - {LITHIUM}


def test_a_number_that_was_looked_up_is_one_and_belongs_to_one_medicine():
    assert all(medicine.rxcui.isdecimal() for medicine in MEDICINE if medicine.verified)
    numbers = [medicine.rxcui for medicine in MEDICINE if medicine.rxcui]
    assert len(set(numbers)) == len(numbers)
    assert sum(medicine.verified for medicine in MEDICINE) == 55


@pytest.mark.parametrize("item", NAMED, ids=lambda item: item.link_id)
def test_a_list_opens_with_its_class_alone_and_the_name_need_not_be_known(item):
    (tick,) = [
        option.code for option in MEDICINES.options if item.enable_when == MEDICINES.is_(option)
    ]
    assert item.link_id == f"{tick}-names"
    assert item.options[-1] is NAME_UNKNOWN
    assert (item.repeats, item.required) == (True, False)


def test_every_class_but_lithium_which_is_its_own_name_has_a_list():
    without = [o for o in MEDICINES.options if f"{o.code}-names" not in {i.link_id for i in NAMED}]
    assert [option.code for option in without] == ["lithium", "none", "not-sure"]


@pytest.mark.parametrize("change", [{"repeats": False}, {"required": True}])
def test_a_page_that_could_not_be_skipped_is_refused(change):
    options = (Medicine("a", "a"),)
    stated = {"repeats": True, "required": False, **change}
    item = Choice(link_id="which", code="", text="Which?", options=options, **stated)
    with pytest.raises(ValueError, match="names: a page holds lists to tick that may be skipped"):
        Group(link_id="names", items=(item,), page=True)


def test_the_names_come_back_from_fhir_as_they_were_given():
    given = patient(
        {
            "medicines": ("water-pills", "statins"),
            "water-pills-names": ("furosemide", "spironolactone"),
            "statins-names": "do-not-know",
        }
    )
    read = read_response(json.dumps(response_json(given)).encode(), KNEE_TWITCHING)
    assert read.answers["water-pills-names"].values == ("furosemide", "spironolactone")
    assert read.answers["statins-names"].values == ("do-not-know",)


def test_a_name_beside_not_knowing_it_or_of_another_class_is_refused():
    for values in (("furosemide", "do-not-know"), ("atorvastatin",)):
        given = patient({"medicines": "water-pills", "water-pills-names": values})
        with pytest.raises(ResponseError, match="water-pills-names: "):
            read_response(json.dumps(response_json(given)).encode(), KNEE_TWITCHING)
