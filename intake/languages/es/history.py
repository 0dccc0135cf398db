"""CONTENT: operations, needles and conditions, in Spanish."""

from intake.phrasebook import Phrase

HISTORY = {
    "history": Phrase("Operations and conditions", "Operaciones y enfermedades"),
    "operations": Phrase(
        "Have you had any of these? Tap all.", "¿Le han hecho algo de esto? Toque todo lo que sí."
    ),
    "operations/back-surgery": Phrase("Back surgery", "Cirugía de espalda"),
    "operations/back-needle": Phrase(
        "A needle in the back (epidural)", "Una aguja en la espalda (epidural)"
    ),
    "operations/knee-replacement": Phrase("Knee replacement", "Reemplazo de rodilla (prótesis)"),
    "operations/knee-surgery": Phrase("Other knee surgery", "Otra cirugía de rodilla"),
    "operations/knee-needle": Phrase(
        "A needle in the knee (gel or steroid)", "Una aguja en la rodilla (gel o esteroide)"
    ),
    "back-surgery-when": Phrase(
        "When was your last back surgery?", "¿Cuándo fue su última cirugía de espalda?"
    ),
    "back-needle-when": Phrase(
        "When was the last needle in your back?",
        "¿Cuándo le pusieron la última aguja en la espalda?",
    ),
    "about-knee-replacement": Phrase("Your knee replacement", "Su reemplazo de rodilla"),
    "knee-replacement-when": Phrase("When was it?", "¿Cuándo fue?"),
    "knee-replacement-side": Phrase("Which knee was replaced?", "¿Qué rodilla le reemplazaron?"),
    "about-knee-surgery": Phrase("Your other knee surgery", "Su otra cirugía de rodilla"),
    "knee-surgery-when": Phrase("When was the last one?", "¿Cuándo fue la última?"),
    "knee-surgery-side": Phrase("Which knee was it?", "¿Qué rodilla fue?"),
    "about-knee-needle": Phrase("The needle in your knee", "La aguja en su rodilla"),
    "knee-needle-when": Phrase("When was the last one?", "¿Cuándo fue la última?"),
    "knee-needle-side": Phrase("Which knee got the needle?", "¿En qué rodilla fue la aguja?"),
    "conditions": Phrase(
        "Has a doctor told you that you have any of these? Tap all.",
        "¿Le ha dicho un doctor que tiene algo de esto? Toque todo lo que tenga.",
    ),
    "conditions/osteoarthritis": Phrase("Osteoarthritis", "Osteoartritis (artrosis)"),
    "conditions/joint-disease": Phrase(
        "Rheumatoid or other joint disease", "Artritis reumatoide u otra de las coyunturas"
    ),
    "conditions/gout": Phrase("Gout", "Gota"),
    "conditions/psoriasis": Phrase("Psoriasis", "Psoriasis"),
    "conditions/diabetes": Phrase("Diabetes", "Diabetes"),
    "conditions/kidney-disease": Phrase("Kidney disease", "Enfermedad del riñón"),
    "conditions/heart-or-stroke": Phrase(
        "Heart disease or stroke", "Mal del corazón o derrame cerebral"
    ),
    "conditions/thyroid": Phrase("Thyroid disease", "Enfermedad de la tiroides"),
    "conditions/weak-immune": Phrase(
        "Weak immune system or cancer care", "Defensas bajas o cuidado del cáncer"
    ),
    "conditions/cancer-ever": Phrase("Cancer ever", "Cáncer alguna vez"),
    "conditions/nerve-disease": Phrase(
        "Nerve damage, MS or Parkinson", "Daño en los nervios, esclerosis múltiple o Parkinson"
    ),
    "conditions/bowel-surgery": Phrase(
        "Stomach or bowel surgery", "Cirugía de estómago o de los intestinos"
    ),
    "conditions/skin-infection": Phrase(
        "A skin wound or infection now", "Una herida o infección de piel ahora"
    ),
    "conditions/pregnant": Phrase(
        "Pregnant, or gave birth within 6 weeks", "Embarazo, o parto hace menos de 6 semanas"
    ),
}
