"""CONTENT: what cannot wait, in Spanish."""

from intake.phrasebook import Phrase

SAFETY = {
    "safety": Phrase("Your health right now", "Su salud en este momento"),
    "right-now": Phrase(
        "Do you have any of these now, or had them in the last few days?",
        "¿Tiene algo de esto ahora, o lo tuvo en los últimos días?",
    ),
    "heart-or-breath": Phrase(
        "Chest pain, trouble breathing (even lying flat), fainting, or a racing heart?",
        (
            "¿Dolor de pecho, falta de aire (aunque solo sea al acostarse), desmayos o el "
            "corazón muy rápido?"
        ),
    ),
    "bladder-or-bowel": Phrase(
        "New trouble with pee or poop: you cannot go, you leak, or you cannot feel it?",
        "¿Problemas nuevos para orinar o hacer popó: no puede, se le sale o no lo siente?",
    ),
    "saddle-numbness": Phrase(
        "New numb or odd feeling between your legs or around your bottom?",
        (
            "¿Siente dormida o rara, desde hace poco, la zona entre las piernas o "
            "alrededor de las nalgas?"
        ),
    ),
    "sudden-weakness": Phrase(
        "All of a sudden, did your face, arm or leg go weak or numb, or did you lose sight?",
        (
            "De repente, ¿se le debilitó o se le durmió la cara, un brazo o una pierna, o "
            "perdió la vista?"
        ),
    ),
    "cold-leg": Phrase(
        "Is your leg or foot cold and pale, white or blue?",
        "¿Tiene una pierna o un pie frío y pálido, blanco o azul?",
    ),
    "bladder-or-bowel-again": Phrase(
        ("To be sure: any new trouble with pee or poop? You cannot go, leak, or cannot feel it?"),
        (
            "Para estar seguros: ¿tiene algún problema nuevo para orinar o hacer popó? ¿No "
            "puede, se le sale o no lo siente?"
        ),
    ),
    "saddle-numbness-again": Phrase(
        "To be sure: any new numb or odd feeling between your legs or around your bottom?",
        (
            "Para estar seguros: ¿siente dormida o rara, desde hace poco, la zona entre "
            "las piernas o alrededor de las nalgas?"
        ),
    ),
    "fever-or-ill-again": Phrase(
        "To be sure: any fever, chills or shaking, or do you feel very ill?",
        "Para estar seguros: ¿tiene fiebre, escalofríos o temblor, o se siente muy mal?",
    ),
    "right-now-no-to-all": Phrase("No to all of these", "No a todo esto"),
    "your-leg": Phrase("Your leg, in the last 2 weeks", "Su pierna, en las últimas 2 semanas"),
    "hot-knee": Phrase(
        "Is your knee hot, red, a new color, or swollen?",
        "¿Tiene la rodilla caliente, roja, de otro color o hinchada?",
    ),
    "swollen-leg": Phrase(
        "Is a calf, a thigh or a whole leg newly swollen, or is one calf newly sore?",
        (
            "¿Hace poco se le hinchó una pantorrilla, un muslo o toda la pierna, o le "
            "empezó a doler una pantorrilla?"
        ),
    ),
    "swollen-leg/one-leg": Phrase("Yes, one leg", "Sí, una pierna"),
    "swollen-leg/both-legs": Phrase("Yes, both legs", "Sí, las dos piernas"),
    "hurt-leg": Phrase(
        ("Hurt the leg this past week, and it is now out of shape or you cannot lift it straight?"),
        (
            "¿Se lastimó la pierna en los últimos 7 días y ahora está deforme o no la "
            "puede levantar estirada?"
        ),
    ),
    "cannot-stand": Phrase(
        ("Are you too sore or too weak to stand and take 4 steps, even with a limp or a cane?"),
        (
            "¿Le duele tanto o está tan débil que no puede pararse y dar 4 pasos, aun "
            "cojeando o con bastón?"
        ),
    ),
    "hard-leg": Phrase(
        ("Is part of your leg hard and tight all the time, with bad pain when you move the foot?"),
        (
            "¿Tiene una parte de la pierna dura y tensa todo el tiempo, con mucho dolor al "
            "mover el pie?"
        ),
    ),
    "after-injury": Phrase(
        "Did this start after a fall, a twist or a blow?",
        "¿Empezó esto después de una caída, una torcedura o un golpe?",
    ),
    "after-injury/last-week": Phrase("Yes, in the last 7 days", "Sí, en los últimos 7 días"),
    "after-injury/longer-ago": Phrase("Yes, longer ago", "Sí, hace más tiempo"),
    "your-leg-no-to-all": Phrase("No to all of these", "No a todo esto"),
    "injury-signs": Phrase(
        "What is true now? Tap all.", "¿Qué le pasa ahora? Toque todo lo que tenga."
    ),
    "injury-signs/out-of-shape": Phrase("Knee looks out of shape", "La rodilla se ve deforme"),
    "injury-signs/foot-numb-or-cold": Phrase("Foot is numb or cold", "El pie está dormido o frío"),
    "injury-signs/cannot-bend": Phrase(
        "Cannot bend it to a square corner", "No puedo doblarla en forma de L"
    ),
    "injury-signs/cannot-lift": Phrase(
        "Cannot lift the leg straight", "No puedo alzar la pierna estirada"
    ),
    "knee-look": Phrase(
        "What does the knee look or feel like? Tap all.",
        "¿Cómo se ve o se siente la rodilla? Toque todo lo que note.",
    ),
    "knee-look/hot": Phrase("Hot", "Caliente"),
    "knee-look/red": Phrase("Red", "Roja"),
    "knee-look/purple": Phrase("Purple, blue or black", "Morada, azul o negra"),
    "knee-look/puffy": Phrase("Puffy", "Hinchada"),
    "knee-look/wound": Phrase("A leaking wound", "Una herida que suelta líquido"),
    "knee-look/one-day": Phrase("Came up in one day", "Se puso así en un día"),
    "knee-look/had-before": Phrase("Had this before", "Ya lo tuve antes"),
    "your-body": Phrase("Your body, in the last 2 weeks", "Su cuerpo, en las últimas 2 semanas"),
    "fever-or-ill": Phrase(
        "Fever, chills or shaking, or do you feel very ill?",
        "¿Fiebre, escalofríos o temblor, o se siente muy mal?",
    ),
    "speech-or-swallowing": Phrase(
        "Slurred speech, trouble with swallowing, or a new stiff jaw?",
        "¿Se le traba la lengua al hablar, le cuesta tragar o se le puso dura la quijada?",
    ),
    "confused-or-jerking": Phrase(
        ("Are you mixed up or hard to keep awake? Or do you shake or jerk all over, with sweats?"),
        (
            "¿Siente confusión o le cuesta no dormirse? ¿O le tiembla o se le sacude "
            "todo el cuerpo, con sudor?"
        ),
    ),
    "headache-jaw-or-sight": Phrase(
        ("A new headache with a sore scalp, jaw pain when you chew, or a sudden change in sight?"),
        (
            "¿Dolor de cabeza nuevo y de cuero cabelludo, dolor de quijada al masticar o "
            "un cambio brusco de la vista?"
        ),
    ),
    "brown-urine": Phrase(
        "Is your pee brown, like cola or tea?", "¿Su orina es café o marrón, como la cola o el té?"
    ),
    "your-body-no-to-all": Phrase("No to all of these", "No a todo esto"),
    "clot-risk": Phrase(
        "In the last 3 months? Tap all.", "¿En los últimos 3 meses? Toque todo lo que tuvo."
    ),
    "clot-risk/surgery-or-cast": Phrase("Surgery or a cast", "Una cirugía o un yeso"),
    "clot-risk/in-bed": Phrase("In bed 3 days or more", "En cama 3 días o más"),
    "clot-risk/long-trip": Phrase("Long trip", "Un viaje largo"),
    "clot-risk/cancer-care": Phrase("Cancer care", "Tratamiento de cáncer"),
    "clot-risk/clot-before": Phrase("A clot before", "Un coágulo alguna vez"),
    "clot-risk/pregnancy-or-birth": Phrase(
        "Pregnant or just had a baby", "Embarazo o parto reciente"
    ),
    "clot-risk/hormones": Phrase(
        "Birth control or other hormones", "Anticonceptivos u otras hormonas"
    ),
    "worst-pain": Phrase(
        "How bad is the worst pain in your knee or leg today? 0 is none, 10 is the worst.",
        ("¿Qué tan fuerte es hoy su peor dolor de rodilla o de pierna? 0 es nada, 10 es lo peor."),
    ),
}
