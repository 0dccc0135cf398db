"""CONTENT: a dozen invented patients for the demo, plainly made up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from intake.appointment import Appointment


@dataclass(frozen=True, kw_only=True)
class Invented:
    """One invented patient: names, birth date, and the answers that are not harmless.

    ``stops_at`` is the linkId at which the visit is left unfinished; ``language`` a BCP 47 tag.
    """

    family: str
    given: str
    born: str
    tablet: str
    answers: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    stops_at: str | None = None
    language: str = "en"


SIGNATURE = (
    (
        (120, 210), (150, 130), (190, 100), (205, 140), (185, 230), (160, 300), (150, 320),
        (175, 260), (220, 205), (260, 190), (250, 235), (285, 215), (310, 190), (318, 232),
        (350, 212), (382, 186), (388, 230), (420, 214), (455, 190), (500, 196),
    ),
    ((540, 120), (536, 180), (530, 240), (548, 226), (584, 196), (606, 204), (600, 236)),
    ((640, 214), (690, 208), (760, 202), (840, 196)),
)  # fmt: skip
"""What an invented finger draws: a scrawl nobody could take for a name."""

INVENTED = (
    Invented(
        family="Sample",
        given="Olga",
        born="1958-03-02",
        tablet="Window seat",
        answers={
            "sex-at-birth": "female",
            "worst-pain": "4",
            "movement": "ripple",
            "twitch-place": ("right-front-thigh", "left-front-thigh"),
            "how-long": "over-3-months",
            "worst-when": "after-work",
            "trouble": "a-little",
            "hurts-when": "in-use",
            "hurts-since": "years",
            "morning-stiffness": "up-to-30-minutes",
            "conditions": ("osteoarthritis",),
            "anything-else": "It creaks on the stairs. (An invented sentence.)",
        },
    ),
    Invented(
        family="Mockup",
        given="Bertram",
        born="1951-11-30",
        tablet="Door",
        answers={
            "sex-at-birth": "male",
            "which-knee": "right",
            "hot-knee": "new",
            "knee-look": ("hot", "red"),
            "fever-or-ill": "yes",
            "worst-pain": "8",
            "movement": "cramp",
            "bend": "hardly",
            "operations": ("knee-replacement",),
            "knee-replacement-when": "longer-ago",
            "knee-replacement-side": "right",
        },
    ),
    Invented(
        family="Placeholder",
        given="Ana",
        born="1979-06-17",
        tablet="Window seat",
        language="es",
        answers={
            "sex-at-birth": "female",
            "movement": "ripple",
            "how-long": "over-3-months",
            "trend": "worse",
            "weakness": "yes",
            "weakness-speed": "months",
            "weak-where": ("one-leg",),
            "thinner": "yes",
            "other-parts": "elsewhere",
        },
    ),
    Invented(
        family="Specimen",
        given="Tomas",
        born="1990-01-05",
        tablet="Plant",
        answers={
            "sex-at-birth": "male",
            "movement": "ripple",
            "how-long": "1-to-4-weeks",
            "last-two-weeks": ("slept-badly", "stress", "caffeine"),
            "caffeine-drinks": "4-to-5",
            "worry": "nerve-disease",
        },
    ),
    Invented(
        family="Dummy",
        given="Ruth",
        born="1944-09-21",
        tablet="Door",
        answers={
            "sex-at-birth": "female",
            "swollen-leg": "one-leg",
            "clot-risk": ("long-trip",),
            "worst-pain": "5",
            "movement": "cramp",
            "how-long": "under-a-week",
        },
    ),
    Invented(
        family="Testperson-With-A-Rather-Long-Double-Name",
        given="Maximiliane",
        born="1962-12-12",
        tablet="Plant",
        answers={
            "sex-at-birth": "female",
            "movement": "jerk",
            "how-long": "1-to-3-months",
            "worst-when": "at-night",
            "trouble": "a-lot-sleep",
            "urge-to-move": "yes",
            "urge-at-rest": "yes",
            "urge-eased": "yes",
            "urge-at-night": "yes",
        },
    ),
    Invented(
        family="Example",
        given="Joe",
        born="1970-04-04",
        tablet="Window seat",
        answers={
            "sex-at-birth": "male",
            "saddle-numbness": "not-sure",
            "back-to-leg-pain": "one-leg",
            "movement": "ripple",
            "how-long": "1-to-3-months",
            "worst-pain": "5",
        },
    ),
    Invented(
        family="Nobody",
        given="Nia",
        born="2012-02-29",
        tablet="Door",
        answers={
            "who-answers": "guardian",
            "sex-at-birth": "female",
            "worst-pain": "4",
            "movement": "ripple",
            "how-long": "1-to-4-weeks",
            "hurts-when": "in-use",
            "hurts-since": "1-to-3-months",
            "tendon-pain": "yes",
        },
    ),
    Invented(
        family="Fictitious",
        given="Walt",
        born="1955-08-08",
        tablet="Plant",
        answers={
            "who-answers": "someone-helps",
            "sex-at-birth": "male",
            "movement": "shake",
            "how-long": "over-3-months",
            "walking-or-balance": "unsteady",
            "medicines": ("water-pills", "antidepressants"),
            "water-pills-names": ("furosemide",),
            "antidepressants-names": ("sertraline",),
            "new-medicine": "yes",
            "worst-pain": "3",
        },
    ),
    Invented(
        family="Imaginary",
        given="Sol",
        born="1988-10-10",
        tablet="Door",
        answers={"sex-at-birth": "another", "heart-or-breath": "no"},
        stops_at="your-body-no-to-all",
    ),
    Invented(
        family="Madeup",
        given="Greta",
        born="1966-05-25",
        tablet="Window seat",
        answers={
            "sex-at-birth": "female",
            "hurt-leg": "no",
            "after-injury": "last-week",
            "injury-signs": ("cannot-bend",),
            "worst-pain": "6",
            "movement": "no-twitching",
            "how-long": "under-a-week",
            "hurts-when": "both",
            "hurts-since": "under-4-weeks",
            "bend": "partly",
        },
    ),
    Invented(
        family="Pretend",
        given="Ivo",
        born="1949-07-19",
        tablet="Plant",
        language="es",
        answers={"sex-at-birth": "male", "cold-leg": "yes"},
        stops_at="which-knee",
    ),
)

EXPECTED = (
    Appointment(
        at=time(10, 30), given="Ida", family="Pretend", born=date(1958, 2, 3), number="DEMO-1007"
    ),
    Appointment(at=time(10, 30), given="Otto", family="Dummy", born=date(1971, 7, 19)),
    Appointment(at=time(14, 15), given="Lía", family="Ficticia", born=date(1964, 3, 14)),
)
"""Whom the demo expects today: their birth dates, to be typed at the tablet, stand on its list."""
