"""CONTENT: who answers, birth date, sex, and which knee, in Spanish."""

from intake.phrasebook import Phrase

ARRIVAL = {
    "about-you": Phrase("About you", "Sobre usted"),
    "who-answers": Phrase("Who is filling this in?", "¿Quién contesta estas preguntas?"),
    "who-answers/me": Phrase("Me", "Yo"),
    "who-answers/someone-helps": Phrase("Someone helps me", "Alguien me ayuda"),
    "who-answers/guardian": Phrase("My parent or guardian", "Mi padre, mi madre o mi tutor"),
    "who-answers/staff": Phrase("Clinic staff", "Personal de la clínica"),
    "birth-date": Phrase("When were you born?", "¿Cuándo nació usted?"),
    "birth-date-help": Phrase(
        "If you help someone, give their date of birth.",
        "Si ayuda a alguien, ponga la fecha en que nació esa persona.",
    ),
    "age": Phrase("Age at this visit", "Edad en esta visita"),
    "sex-at-birth": Phrase("What sex were you given at birth?", "¿Qué sexo le dieron al nacer?"),
    "sex-at-birth/female": Phrase("Female", "Mujer"),
    "sex-at-birth/male": Phrase("Male", "Hombre"),
    "sex-at-birth/another": Phrase("Another", "Otro"),
    "sex-at-birth/rather-not-say": Phrase("I would rather not say", "Prefiero no decirlo"),
    "which-knee": Phrase("Which knee is it about?", "¿De qué rodilla se trata?"),
}
