"""CONTENT: pain, stiffness and movement of the knee, in Spanish."""

from intake.phrasebook import Phrase

KNEE = {
    "your-knee": Phrase("Your knee", "Su rodilla"),
    "hurts-when": Phrase("When does the knee hurt?", "¿Cuándo le duele la rodilla?"),
    "hurts-when/in-use": Phrase("When I use it", "Cuando la uso"),
    "hurts-when/at-rest": Phrase("At rest or at night", "En reposo o de noche"),
    "hurts-when/both": Phrase("Both", "En los dos casos"),
    "hurts-when/does-not-hurt": Phrase("My knee does not hurt", "No me duele la rodilla"),
    "hurts-since": Phrase("How long has the knee hurt?", "¿Desde hace cuánto le duele la rodilla?"),
    "hurts-since/under-4-weeks": Phrase("Less than 4 weeks", "Menos de 4 semanas"),
    "hurts-since/years": Phrase("Years", "Años"),
    "morning-stiffness": Phrase(
        "In the morning, how long is the knee stiff?",
        "En la mañana, ¿cuánto tiempo siente tiesa la rodilla?",
    ),
    "morning-stiffness/not-stiff": Phrase("Not stiff", "No está tiesa"),
    "morning-stiffness/up-to-30-minutes": Phrase("Up to 30 minutes", "Hasta 30 minutos"),
    "morning-stiffness/30-to-60-minutes": Phrase("30 to 60 minutes", "De 30 a 60 minutos"),
    "morning-stiffness/over-1-hour": Phrase("More than 1 hour", "Más de 1 hora"),
    "bend": Phrase("Can you bend and straighten the knee?", "¿Puede doblar y estirar la rodilla?"),
    "bend/partly": Phrase("Partly", "En parte"),
    "bend/hardly": Phrase("Hardly at all", "Casi nada"),
    "bend/locks": Phrase("It locks", "Se traba"),
    "tendon-pain": Phrase(
        "Is the pain just under the kneecap when you jump, squat or run?",
        "¿Le duele justo debajo de la rótula al saltar, ponerse en cuclillas o correr?",
    ),
}
