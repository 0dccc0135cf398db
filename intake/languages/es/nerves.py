"""CONTENT: strength, feeling, walking, back, and signs of other disease, in Spanish."""

from intake.phrasebook import Phrase

NERVES = {
    "nerves-and-body": Phrase(
        "Strength, feeling and the rest of the body", "Fuerza, sensación y el resto del cuerpo"
    ),
    "strength-and-feeling": Phrase("Strength and feeling", "Fuerza y sensación"),
    "strength-and-feeling-help": Phrase(
        "If someone is with you, ask what they see.",
        "Si alguien viene con usted, pregúntele qué nota.",
    ),
    "weakness": Phrase(
        "Is an arm or a leg weaker than it used to be? Ask the person with you, too.",
        (
            "¿Tiene un brazo o una pierna con menos fuerza que antes? Pregunte también a "
            "quien viene con usted."
        ),
    ),
    "toes-drag": Phrase(
        "Do your toes drag, or do you trip on them?",
        "¿Arrastra la punta del pie o se tropieza con ella?",
    ),
    "thinner": Phrase(
        "Does one leg or muscle look thinner?", "¿Se ve más delgada una pierna o un músculo?"
    ),
    "numbness": Phrase(
        "Is any of your skin numb or full of pins and needles?",
        "¿Tiene la piel dormida o con hormigueo en alguna parte?",
    ),
    "numbness/new": Phrase("Yes, new or changing", "Sí, es nuevo o está cambiando"),
    "numbness/over-a-year": Phrase(
        "Yes, the same for over a year", "Sí, igual desde hace más de un año"
    ),
    "walking-or-balance": Phrase(
        "Is it hard to walk or keep your balance, or do you fall? For a child: any limp?",
        "¿Le cuesta caminar o guardar el equilibrio, o se cae? En un niño: ¿cojea?",
    ),
    "walking-or-balance/unsteady": Phrase(
        "Yes, weak, stiff or unsteady, or I fall", "Sí, por debilidad, rigidez, equilibrio o caídas"
    ),
    "walking-or-balance/only-from-pain": Phrase(
        "Yes, but only from pain", "Sí, pero solo por el dolor"
    ),
    "other-parts": Phrase(
        "Do you twitch in other parts too?", "¿También le brincan los músculos en otras partes?"
    ),
    "other-parts/elsewhere": Phrase(
        "Yes, arms, face or elsewhere", "Sí, brazos, cara u otra parte"
    ),
    "other-parts/other-leg": Phrase("Yes, only the other leg", "Sí, solo la otra pierna"),
    "strength-and-feeling-no-to-all": Phrase("No to all of these", "No a todo esto"),
    "weakness-speed": Phrase(
        "How fast did the weakness come?", "¿Qué tan rápido perdió la fuerza?"
    ),
    "weakness-speed/hours": Phrase("In hours", "En horas"),
    "weakness-speed/days": Phrase("In days", "En días"),
    "weakness-speed/1-to-4-weeks": Phrase("In 1 to 4 weeks", "En 1 a 4 semanas"),
    "weakness-speed/months": Phrase("In months", "En meses"),
    "weakness-speed/always": Phrase("Always been so", "Siempre ha sido así"),
    "weak-where": Phrase(
        "Where are you weak? Tap all.", "¿Dónde tiene menos fuerza? Toque todos los lugares."
    ),
    "weak-where/one-leg": Phrase("One leg", "Una pierna"),
    "weak-where/both-legs": Phrase("Both legs", "Las dos piernas"),
    "weak-where/one-arm": Phrase("One arm or hand", "Un brazo o una mano"),
    "weak-where/both-arms": Phrase("Both arms or hands", "Los dos brazos o las dos manos"),
    "numb-where": Phrase(
        "Where is it numb or tingling? Tap all.",
        "¿Dónde siente dormido o con hormigueo? Toque todos los lugares.",
    ),
    "numb-where/front-thigh": Phrase(
        "Front of thigh or inner shin", "Frente del muslo o espinilla por dentro"
    ),
    "numb-where/outer-shin": Phrase(
        "Outer shin or top of foot", "Espinilla por fuera o arriba del pie"
    ),
    "numb-where/sole-or-back": Phrase(
        "Sole or back of leg", "Planta del pie o detrás de la pierna"
    ),
    "numb-where/both-feet": Phrase("Both feet", "Los dos pies"),
    "numb-where/mouth-or-hands": Phrase(
        "Around my mouth or both hands", "Alrededor de la boca o ambas manos"
    ),
    "numb-where/scar-or-other": Phrase(
        "Near a scar or another place", "Cerca de una cicatriz u otro lugar"
    ),
    "back-and-body": Phrase(
        "Your back and the rest of your body", "Su espalda y el resto del cuerpo"
    ),
    "back-to-leg-pain": Phrase(
        "Does pain run from your back or bottom down a leg?",
        "¿Le baja un dolor de la espalda o la nalga hacia la pierna?",
    ),
    "back-to-leg-pain/both-new": Phrase("Both legs, new or worse", "Las dos piernas, nuevo o peor"),
    "back-to-leg-pain/both-old": Phrase(
        "Both legs, old and the same", "Las dos piernas, viejo y sin cambio"
    ),
    "back-to-leg-pain/one-leg": Phrase("One leg", "Una pierna"),
    "weight-sweats-or-bruises": Phrase(
        "Weight loss you did not plan, night sweats, or bruises with no cause?",
        "¿Bajó de peso sin querer, suda de noche o le salen moretones sin causa?",
    ),
    "pain-every-night": Phrase(
        "Does pain wake you every night?", "¿El dolor le despierta todas las noches?"
    ),
    "growing-lump": Phrase(
        "Do you have a lump that is getting bigger?", "¿Tiene un bulto o una bola que crece?"
    ),
    "other-joints": Phrase(
        "Are other joints swollen or stiff too?",
        "¿Tiene también otras coyunturas hinchadas o tiesas?",
    ),
    "other-joints/hands-or-feet": Phrase("Hands or feet", "Manos o pies"),
    "other-joints/other-joints": Phrase("Other joints", "Otras coyunturas"),
    "other-joints/both": Phrase("Both", "Las dos cosas"),
    "back-and-body-no-to-all": Phrase("No to all of these", "No a todo esto"),
}
