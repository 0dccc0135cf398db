"""CONTENT: the last two weeks, restless legs, worry, and the patient's own words, in Spanish."""

from intake.phrasebook import Phrase

LIFESTYLE = {
    "daily-life": Phrase("Daily life", "Su vida diaria"),
    "last-two-weeks": Phrase(
        "In the last 2 weeks? Tap all that fit.",
        "¿En las últimas 2 semanas? Toque todo lo que le pasó o hizo.",
    ),
    "last-two-weeks/more-sport": Phrase(
        "Much more sport or work than usual", "Mucho más deporte o trabajo que siempre"
    ),
    "last-two-weeks/no-warm-up": Phrase("No warm-up", "Ejercicio sin calentar antes"),
    "last-two-weeks/still-or-knelt": Phrase(
        "Sat, knelt, stood for hours or crossed legs",
        "Horas de pie, silla, rodillas o piernas cruzadas",
    ),
    "last-two-weeks/drank-little": Phrase("Drank little", "Tomé pocos líquidos"),
    "last-two-weeks/lost-fluid": Phrase(
        "Threw up, loose stools or heavy sweat", "Vómito, diarrea o mucho sudor"
    ),
    "last-two-weeks/slept-badly": Phrase("Slept badly", "Dormí mal"),
    "last-two-weeks/stress": Phrase("High stress or worry", "Mucho estrés o preocupación"),
    "last-two-weeks/few-minerals": Phrase(
        "Few fruits, greens, nuts or dairy", "Pocas frutas, verduras, nueces o lácteos"
    ),
    "last-two-weeks/few-vitamins": Phrase(
        "No meat, fish, eggs or sun", "Nada de carne, pescado, huevo o sol"
    ),
    "last-two-weeks/caffeine": Phrase(
        "4+ coffee, tea, cola, energy drinks a day",
        "4+ cafés, tés, colas, bebidas energéticas al día",
    ),
    "last-two-weeks/alcohol": Phrase("Alcohol on most days", "Alcohol casi todos los días"),
    "last-two-weeks/nicotine": Phrase("Smoke, vape or chew", "Fumo, vapeo o masco tabaco"),
    "caffeine-drinks": Phrase(
        "How many drinks with caffeine in a day?", "¿Cuántas bebidas con cafeína toma al día?"
    ),
    "caffeine-drinks/1-to-3": Phrase("1 to 3", "De 1 a 3"),
    "caffeine-drinks/4-to-5": Phrase("4 to 5", "De 4 a 5"),
    "caffeine-drinks/6-or-more": Phrase("6 or more", "6 o más"),
    "alcohol-drinks": Phrase(
        "How many alcohol drinks in a week?", "¿Cuántas bebidas con alcohol toma por semana?"
    ),
    "alcohol-drinks/up-to-7": Phrase("Up to 7", "Hasta 7"),
    "alcohol-drinks/8-to-14": Phrase("8 to 14", "De 8 a 14"),
    "alcohol-drinks/15-or-more": Phrase("15 or more", "15 o más"),
    "alcohol-drinks/rather-not-say": Phrase("Rather not say", "Prefiero no decirlo"),
    "nicotine-kind": Phrase("What do you use? Tap all.", "¿Qué usa? Toque todo lo que use."),
    "nicotine-kind/cigarettes": Phrase("Cigarettes", "Cigarros o cigarrillos"),
    "nicotine-kind/vape": Phrase("Vape", "Vapeador"),
    "nicotine-kind/chew": Phrase("Chew or pouch", "Tabaco de mascar o en bolsita"),
    "nicotine-kind/patch": Phrase("Patch or gum", "Parche o chicle"),
    "urge-to-move": Phrase(
        "Do you get a strong urge to move your legs, with a bad feeling in them?",
        "¿Siente muchas ganas de mover las piernas, con una sensación fea en ellas?",
    ),
    "about-the-urge": Phrase("About the urge to move", "Sobre las ganas de moverlas"),
    "urge-at-rest": Phrase(
        "Does it start or get worse when you rest?", "¿Empieza o es peor cuando descansa?"
    ),
    "urge-eased": Phrase(
        "Does walking or stretching ease it while you move?",
        "¿Se alivia al caminar o estirarse, mientras se mueve?",
    ),
    "urge-at-night": Phrase(
        "Is it worse in the evening or at night?", "¿Es peor al anochecer o de noche?"
    ),
    "urge-mimic": Phrase(
        "Is it really a cramp, sore joints, or the way you sit?",
        "¿Es más bien un calambre, dolor de coyunturas o su forma de sentarse?",
    ),
    "worry": Phrase(
        "What worries you most? You may skip this.",
        "¿Qué le preocupa más? Puede saltarse esta pregunta.",
    ),
    "worry/pain": Phrase("Pain", "El dolor"),
    "worry/joint-disease": Phrase("A joint disease", "Un mal de las coyunturas"),
    "worry/nerve-disease": Phrase("A nerve disease", "Un mal del sistema nervioso"),
    "worry/surgery": Phrase("Surgery", "Una cirugía"),
    "worry/nothing": Phrase("Nothing", "Nada"),
    "anything-else": Phrase(
        "Anything else we should know? You may skip this.",
        "¿Algo más que debamos saber? Puede saltarse esta pregunta.",
    ),
}
