"""CONTENT: answers that do not fit together, in Spanish."""

from intake.phrasebook import Phrase

CONTRADICTIONS = {
    "do-these-fit": Phrase(
        "These answers do not fit together", "Estas respuestas no concuerdan entre sí"
    ),
    "check-pain": Phrase(
        (
            "You said 0 for pain, but also pain at night, on walking or down both legs. "
            "Which is right?"
        ),
        (
            "Dijo 0 de dolor, pero también dolor de noche, al caminar o en las dos piernas. "
            "¿Qué es lo correcto?"
        ),
    ),
    "check-pain/pain": Phrase("Change my pain score", "Cambiar mi nivel de dolor"),
    "check-pain/walking": Phrase("Change walking", "Cambiar lo de caminar"),
    "check-pain/night-or-legs": Phrase(
        "Change pain at night or in legs", "Cambiar el dolor de noche o de piernas"
    ),
    "check-trouble": Phrase(
        "You said no pain and no twitching, but a lot of trouble. Which is right?",
        "Dijo que no tiene dolor ni brincos, pero sí mucha molestia. ¿Qué es lo correcto?",
    ),
    "check-trouble/pain": Phrase("Change my pain score", "Cambiar mi nivel de dolor"),
    "check-trouble/twitching": Phrase("Change what I feel", "Cambiar lo que siento"),
    "check-trouble/trouble": Phrase("Change how much it troubles me", "Cambiar cuánto me molesta"),
    "check-standing": Phrase(
        "You said you cannot stand and take 4 steps, but walking is not hard. Which is right?",
        (
            "Dijo que no puede pararse y dar 4 pasos, pero que no le cuesta caminar. "
            "¿Qué es lo correcto?"
        ),
    ),
    "check-standing/standing": Phrase("Change standing", "Cambiar lo de pararme"),
    "check-standing/walking": Phrase("Change walking", "Cambiar lo de caminar"),
    "check-since": Phrase(
        "You said your knee is newly hot or swollen, but has hurt for years. Which is right?",
        (
            "Dijo que la rodilla está caliente o hinchada desde hace poco, pero le duele "
            "desde hace años. ¿Qué es lo correcto?"
        ),
    ),
    "check-since/new": Phrase("Change hot or swollen", "Cambiar lo de caliente o hinchada"),
    "check-since/years": Phrase("Change how long it has hurt", "Cambiar desde cuándo me duele"),
    "/both-right": Phrase("Both are right", "Las dos son correctas"),
}
