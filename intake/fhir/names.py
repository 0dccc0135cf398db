"""The addresses of FHIR extensions and code systems the questionnaire uses."""

BASE = "https://anteroom.example/fhir"
ANSWERS = f"{BASE}/CodeSystem/answers"
ITEM_CODES = f"{BASE}/CodeSystem/items"
ITEM_CONTROLS = f"{BASE}/CodeSystem/item-control"
NO_TO_ALL = f"{BASE}/StructureDefinition/no-to-all"
MEANS_UNKNOWN = f"{BASE}/StructureDefinition/means-unknown"
NEEDS_STAFF_OFFLINE = f"{BASE}/StructureDefinition/needs-staff-offline"
ANSWER_RECORD = f"{BASE}/StructureDefinition/answer-record"
STOPPED_EARLY = f"{BASE}/StructureDefinition/stopped-early"

HL7 = "http://hl7.org/fhir/StructureDefinition"
HL7_ITEM_CONTROLS = "http://hl7.org/fhir/questionnaire-item-control"
ITEM_CONTROL = f"{HL7}/questionnaire-itemControl"
OPTION_EXCLUSIVE = f"{HL7}/questionnaire-optionExclusive"
HIDDEN = f"{HL7}/questionnaire-hidden"
ORDINAL_VALUE = f"{HL7}/ordinalValue"
STANDARD_CONTROLS = frozenset({"htable", "radio-button", "check-box", "help"})
