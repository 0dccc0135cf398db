"""CONTENT: answers that many questions share, in Spanish."""

from intake.phrasebook import Phrase

OPTIONS = {
    "/yes": Phrase("Yes", "Sí"),
    "/no": Phrase("No", "No"),
    "/not-sure": Phrase("Not sure", "No sé"),
    "/none": Phrase("None of these", "Nada de esto"),
    "/right": Phrase("Right", "Derecha"),
    "/left": Phrase("Left", "Izquierda"),
    "/both": Phrase("Both", "Las dos"),
    "/new": Phrase("Yes, new in the last 2 weeks", "Sí, nuevo en estas 2 semanas"),
    "/longer": Phrase("Yes, for longer", "Sí, desde hace más tiempo"),
    "/last-2-weeks": Phrase("In the last 2 weeks", "En las últimas 2 semanas"),
    "/last-3-months": Phrase("In the last 3 months", "En los últimos 3 meses"),
    "/longer-ago": Phrase("Longer ago", "Hace más tiempo"),
    "/1-to-3-months": Phrase("1 to 3 months", "De 1 a 3 meses"),
    "/over-3-months": Phrase("More than 3 months", "Más de 3 meses"),
}
