"""CONTENT: what the patient feels, where, how long, and what it does to them, in Spanish."""

from intake.phrasebook import Phrase

MOVEMENT = {
    "the-twitching": Phrase("What you feel", "Lo que usted siente"),
    "movement": Phrase("What do you feel most?", "¿Qué es lo que más siente?"),
    "movement/ripple": Phrase("Small ripple or flutter", "Brincos pequeños, como ondas o aleteo"),
    "movement/cramp": Phrase("Tight, painful cramp", "Calambre duro y con dolor"),
    "movement/jerk": Phrase("The knee or leg jerks", "La rodilla o la pierna se sacude"),
    "movement/shake": Phrase("It shakes", "Tiembla"),
    "movement/urge": Phrase("I have to move my legs", "Tengo que mover las piernas"),
    "movement/beat": Phrase(
        "Strong jerks in a beat that won't stop", "Sacudidas fuertes y con ritmo que no paran"
    ),
    "movement/no-twitching": Phrase("No twitching", "No tengo brincos"),
    "twitch-place": Phrase(
        "Show where. Tap all that fit.", "Muestre dónde. Toque todos los lugares."
    ),
    "twitch-place/right-front-thigh": Phrase("Right: front of thigh", "Derecha: frente del muslo"),
    "twitch-place/left-front-thigh": Phrase("Left: front of thigh", "Izquierda: frente del muslo"),
    "twitch-place/right-kneecap": Phrase("Right: at the kneecap", "Derecha: en la rótula"),
    "twitch-place/left-kneecap": Phrase("Left: at the kneecap", "Izquierda: en la rótula"),
    "twitch-place/right-outer": Phrase(
        "Right: outer side below the knee", "Derecha: lado de afuera, bajo la rodilla"
    ),
    "twitch-place/left-outer": Phrase(
        "Left: outer side below the knee", "Izquierda: lado de afuera, bajo la rodilla"
    ),
    "twitch-place/right-shin": Phrase("Right: shin", "Derecha: espinilla"),
    "twitch-place/left-shin": Phrase("Left: shin", "Izquierda: espinilla"),
    "twitch-place/right-calf": Phrase("Right: calf", "Derecha: pantorrilla"),
    "twitch-place/left-calf": Phrase("Left: calf", "Izquierda: pantorrilla"),
    "twitch-place/right-back-thigh": Phrase("Right: back of thigh", "Derecha: detrás del muslo"),
    "twitch-place/left-back-thigh": Phrase("Left: back of thigh", "Izquierda: detrás del muslo"),
    "how-long": Phrase("How long has this gone on?", "¿Desde cuándo le pasa esto?"),
    "how-long/under-a-week": Phrase("Less than 1 week", "Menos de 1 semana"),
    "how-long/1-to-4-weeks": Phrase("1 to 4 weeks", "De 1 a 4 semanas"),
    "trend": Phrase("Is it getting better or worse?", "¿Está mejor o peor que antes?"),
    "trend/better": Phrase("Better", "Mejor"),
    "trend/same": Phrase("The same", "Igual"),
    "trend/worse": Phrase("Worse", "Peor"),
    "trend/comes-and-goes": Phrase("Comes and goes", "Va y viene"),
    "worst-when": Phrase("When is it worst?", "¿Cuándo es peor?"),
    "worst-when/at-rest": Phrase("At rest", "En reposo"),
    "worst-when/at-night": Phrase("At night or in sleep", "De noche o al dormir"),
    "worst-when/after-work": Phrase(
        "After hard work or sport", "Después de mucho trabajo o deporte"
    ),
    "worst-when/after-still": Phrase(
        "After sitting or standing still long", "Después de mucho rato sin moverme"
    ),
    "worst-when/walking": Phrase("When I walk, gone when I stop", "Al caminar, y se quita si paro"),
    "worst-when/stressed": Phrase("When stressed", "Cuando tengo estrés"),
    "worst-when/any-time": Phrase("Any time", "A cualquier hora"),
    "trouble": Phrase(
        "How much does it trouble your day or your sleep?",
        "¿Cuánto le molesta en el día o para dormir?",
    ),
    "trouble/not-at-all": Phrase("Not at all", "Nada"),
    "trouble/a-little": Phrase("A little", "Un poco"),
    "trouble/a-lot-day": Phrase("A lot - my day", "Mucho: en el día"),
    "trouble/a-lot-sleep": Phrase("A lot - my sleep", "Mucho: para dormir"),
    "trouble/a-lot-both": Phrase("A lot - both", "Mucho: en el día y para dormir"),
}
