"""CONTENT: what the last screen must not tell a patient, whoever words it: parts of words, plain.

Small letters without accents. One that ends in ``*`` is the beginning of a word, one that does not
is the whole of it; several words stand one after the other. Every language is looked for in every
text, as a clinic may write either.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

CONDITION: Final = "condition"
LEVEL: Final = "level"
PROMISE: Final = "promise"
ADVERTISEMENT: Final = "advertisement"

UNSAID: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        CONDITION: (
            "arthrit*", "arthros*", "osteoarthr*", "artrit*", "artros*", "osteoartr*",
            "cancer*", "tumor*", "infect*", "infecc*", "fractur*", "stroke", "strokes", "derrame*",
            "clot", "clots", "coagulo*", "parkinson*", "sclerosis", "esclerosis", "gout",
            "diagnos*", "disease*", "enfermedad*", "disorder*", "trastorno*", "syndrome*",
            "sindrome*",
        ),
        LEVEL: (
            "emergenc*", "urgen*", "routine*", "rutin*", "same day", "mismo dia", "serious*",
            "severe*", "severo*", "severa*", "grave", "graves", "risk*", "riesgo*", "danger*",
            "peligr*", "harmless", "inofensiv*", "red flag*", "high level", "low level",
        ),
        PROMISE: (
            "cure", "cures", "cured", "cura", "curar*", "heal", "heals", "healed", "sanar*",
            "promis*", "promet*", "guarant*", "garanti*", "pain free", "sin dolor",
            "be fine", "all right", "nothing wrong", "no need to worry", "do not worry",
            "don t worry", "no se preocupe", "va a estar bien", "estara bien", "todo esta bien",
        ),
        ADVERTISEMENT: (
            "discount*", "descuento*", "special offer*", "oferta*", "special price*",
            "precio especial", "buy", "compre", "www", "http", "https",
        ),
    }
)  # fmt: skip
"""By kind. They are refused, not corrected: who writes them knows what was meant."""
