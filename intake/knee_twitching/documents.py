"""CONTENT: the two documents the questionnaire is built from. They are not part of the project."""

from intake.claims import Document

CAUSES_AND_CARE = Document(
    letter="A",
    about="a clinic's page on the causes of a twitching knee and the care it offers",
    sha256="d64205eb5c6428f6770110f087513dae2288161be17e9e15e2a5bc43e58f3fca",
)
TWITCHING_MUSCLE = Document(
    letter="B",
    about="an article on why a muscle at the knee keeps twitching and when to seek advice",
    sha256="b24335c6e872cb78312d8c27781b28484aaa363f8e1a684ed580d90362dfc5e5",
)
DOCUMENTS = (CAUSES_AND_CARE, TWITCHING_MUSCLE)
