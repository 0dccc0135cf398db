"""CONTENT: the words on the slips and on the blank questionnaire, besides the questions.

What a patient reads stands in every language of ``PATIENT``, the same keys in each.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from intake.store.alerts import AlertKind

PAGE = "Page {page} of {pages}"

# The half page for the front desk.
SLIP_TITLE = "Slip for the front desk, visit {reference}"
SLIP_SUBJECT = "Who needs staff now, where, and what to do"
SLIP_LANGUAGE = "en-US"
HEADLINES = {
    AlertKind.EMERGENCY: "EMERGENCY: go now",
    AlertKind.HELP: "The patient asks for help",
    AlertKind.SAME_DAY: "See before leaving today",
    AlertKind.LATE: "Answers came after closing",
    AlertKind.UNSENT: "Last answers did not arrive",
    AlertKind.DECLINED: "Would rather talk to someone",
    AlertKind.ARRIVING: "See who has arrived",
    AlertKind.STAFF_PIN: "Wrong staff PINs on a tablet",
    AlertKind.UNFINISHED: "Questions not finished",
    AlertKind.IDLE: "Tablet left alone",
}
WHERE = "Where"
TABLET = "Tablet {tablet}"
WHO = "Who"
NAME = "{family}, {given}"
NO_NAME = "Nobody has given a name yet"
IDENTITY = "Born {born}  ·  Visit {reference}"
VISIT = "Visit {reference}"
NUMBER = "Patient no. {number}"
SPEAKS = "Reads {language}. Take an interpreter along."
SINCE = "Since"
WHAT = "What the patient answered"
MORE_ANSWERS = "+{count} more, on the patient's page"
TO_DO = "What to do"
STEPS = {
    AlertKind.EMERGENCY: (
        "Go to the patient now. Take a nurse or doctor with you.",
        "Stay with the patient. Do not let them walk to another place.",
        "If they get worse, call your emergency number.",
        "Press “Seen by me” on the clinic's page when somebody is there.",
    ),
    AlertKind.HELP: (
        "Go to the tablet and ask how you can help.",
        "If the patient is unwell, fetch a nurse or doctor at once.",
    ),
    AlertKind.SAME_DAY: (
        "Give this slip to a nurse or doctor now.",
        "The patient must be seen before leaving today.",
    ),
    AlertKind.LATE: (
        "Go to the tablet and see whether the patient is still there.",
        "Have a nurse or doctor read the patient's page again.",
    ),
    AlertKind.UNSENT: (
        "Find the patient and see whether they are well.",
        "Ask the questions that have no answer aloud, or fetch a nurse.",
    ),
    AlertKind.DECLINED: (
        "Speak with the patient. They need not use the tablet.",
        "Ask the safety questions aloud, or fetch a nurse.",
    ),
    AlertKind.ARRIVING: (
        "Go to the tablet and ask who the patient is.",
        "Compare with today's list, or fetch the parent or guardian.",
    ),
    AlertKind.STAFF_PIN: (
        "Go to the tablet and see who is there.",
        "If staff have forgotten the PIN, an administrator sets another.",
    ),
    AlertKind.UNFINISHED: (
        "Go to the tablet and see whether the patient is well.",
        "Offer to help with the questions that are left.",
    ),
    AlertKind.IDLE: (
        "Go to the tablet and see where the patient is.",
        "If nobody can find them, tell a nurse or doctor.",
    ),
}
FOR_CLINICIAN = "For the nurse or doctor"
SEEN_LINES = ("Seen by", "Time")
SLIP_FOOT = "Patient data. Hand it over, do not leave it lying, shred it afterwards."
SLIP_AID = "From the patient's own answers, not verified. Screening aid, not a diagnosis."

# The box on the blank questionnaire that staff fill in, in the clinic's language.
STAFF_LANGUAGE = "en-US"
STAFF_BOX = "For staff"
STAFF_LINES = (
    ("Visit number", "Helped by (name)"),
    ("Received at", "By"),
    ("Entered at", "By"),
)

# Whether a file is as it was issued: a sentence after its name.
ORIGINAL = "original. Version {version} of the summary of visit {reference}, issued {issued}."
ORIGINAL_COPY = (
    "original. Protected copy of version {version} of the summary of visit {reference}, "
    "issued {issued}."
)
SUPERSEDED = (
    "superseded. Version {version} of the summary of visit {reference}, issued {issued}, was "
    "replaced by a newer version on {replaced}."
)
ALTERED = "altered. It says it is the summary of visit {reference}, but is not as it was issued."
NOT_ISSUED = (
    "not issued here. It says it is the summary of visit {reference}, which this store does not "
    "know."
)
CANNOT_SAY = (
    "protected with a password, and not a copy as it was issued here. Open it and look at the "
    "pages themselves."
)
NOT_OURS = "not a summary of this program."
NOT_A_PDF = "not a PDF."
GONE = "no longer kept"

# What a patient reads on paper.
_ENGLISH = {
    "code.title": "Go on with your questions",
    "code.subject": "A code to go on with the questions on another tablet",
    "code.intro": "Your answers are kept. This code opens them on another tablet.",
    "code.label": "Your code",
    "code.until": "Good until {until}. It works one time only.",
    "code.step.1": "Take another tablet.",
    "code.step.2": "Tap “I have a code”.",
    "code.step.3": "Type the code. Then go on where you stopped.",
    "fresh.code.title": "Start your questions",
    "fresh.code.subject": "A code to start the questions on a tablet",
    "fresh.code.intro": "This code opens your questions on a tablet.",
    "fresh.code.step.1": "Take a tablet.",
    "fresh.code.step.3": "Type the code. Then answer the questions.",
    "code.help": "If it does not work, please tell the front desk.",
    "code.foot": "Please give this paper back when you are done.",
    "blank.title": "Questions about your knee",
    "blank.subject": "The questions on paper, for when the tablets cannot be used",
    "blank.alarm": (
        "If you have chest pain, trouble breathing or feel faint, tell the front desk now."
    ),
    "blank.how": "Check one box for each question. If you cannot tell, check “Not sure”.",
    "blank.how.skip": "Some questions say “Only if”. If that is not so for you, skip the question.",
    "blank.desk": "A triangle means: if you check that box, tell the front desk now.",
    "blank.name": "Name",
    "blank.born": "Birth date",
    "blank.today": "Today",
    "blank.tap": "Tap",
    "blank.many": "Check all that fit.",
    "blank.day": "Day",
    "blank.month": "Month",
    "blank.year": "Year",
    "blank.question": "Question",
    "blank.only": "Only if {condition}.",
    "blank.answered": "you checked {answers} in question {number}",
    "blank.any-but": "any box but {answers}",
    "blank.run": "{first} to {last}",
    "blank.one-of": "Only if you checked one of these:",
    "blank.one": "Question {number}: {answers}.",
    "blank.names": "Which ones? Write their names, if you know them.",
    "blank.from": "you are {age} years old or older",
    "blank.under": "you are younger than {age}",
    "blank.between": "you are {lowest} to {highest} years old",
    "blank.or": "or",
    "blank.and": "and",
    "blank.quoted": "“{answer}”",
    "blank.end": "Thank you. Please give all pages to the front desk.",
    "blank.aid": "These questions help your clinician prepare. They are not a diagnosis.",
    "blank.page": "Page {page} of {pages}",
}
_SPANISH = {
    "code.title": "Siga con sus preguntas",
    "code.subject": "Un código para seguir con las preguntas en otra tableta",
    "code.intro": "Sus respuestas están guardadas. Este código las abre en otra tableta.",
    "code.label": "Su código",
    "code.until": "Sirve hasta {until}. Se usa una sola vez.",
    "code.step.1": "Tome otra tableta.",
    "code.step.2": "Toque “Tengo un código”.",
    "code.step.3": "Escriba el código. Luego siga donde se quedó.",
    "fresh.code.title": "Empiece sus preguntas",
    "fresh.code.subject": "Un código para empezar las preguntas en una tableta",
    "fresh.code.intro": "Este código abre sus preguntas en una tableta.",
    "fresh.code.step.1": "Tome una tableta.",
    "fresh.code.step.3": "Escriba el código. Luego conteste las preguntas.",
    "code.help": "Si no funciona, avise en la recepción.",
    "code.foot": "Por favor devuelva este papel al terminar.",
    "blank.title": "Preguntas sobre su rodilla",
    "blank.subject": "Las preguntas en papel, para cuando las tabletas no se pueden usar",
    "blank.alarm": (
        "Si le duele el pecho, le cuesta respirar o siente que se desmaya, "
        "avise ya en la recepción."
    ),
    "blank.how": "Marque una casilla en cada pregunta. Si no lo sabe, marque “No sé”.",
    "blank.how.skip": "Si una pregunta dice “Solo si” y ese no es su caso, siga con la otra.",
    "blank.desk": "Un triángulo quiere decir: si marca esa casilla, avise ya en la recepción.",
    "blank.name": "Nombre",
    "blank.born": "Fecha de nacimiento",
    "blank.today": "Hoy",
    "blank.tap": "Toque",
    "blank.many": "Marque todo lo que sea cierto.",
    "blank.day": "Día",
    "blank.month": "Mes",
    "blank.year": "Año",
    "blank.question": "Pregunta",
    "blank.only": "Solo si {condition}.",
    "blank.answered": "marcó {answers} en la pregunta {number}",
    "blank.any-but": "cualquier casilla menos {answers}",
    "blank.run": "{first} a {last}",
    "blank.one-of": "Solo si marcó algo de esto:",
    "blank.one": "Pregunta {number}: {answers}.",
    "blank.names": "¿Cuáles? Escriba los nombres, si los sabe.",
    "blank.from": "tiene {age} años o más",
    "blank.under": "tiene menos de {age} años",
    "blank.between": "tiene de {lowest} a {highest} años",
    "blank.or": "o",
    "blank.and": "y",
    "blank.quoted": "“{answer}”",
    "blank.end": "Gracias. Por favor entregue todas las hojas en la recepción.",
    "blank.aid": "Estas preguntas ayudan a preparar su consulta. No son un diagnóstico.",
    "blank.page": "Página {page} de {pages}",
}

PATIENT: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"en": MappingProxyType(_ENGLISH), "es": MappingProxyType(_SPANISH)}
)
"""The words of each language (a BCP 47 tag), by key."""
