"""Which font sets what, and how wide."""

import pytest

from reports.pdf import ink
from reports.pdf.typeface import BOLD, ITALIC, REGULAR, covered, measure, runs


def test_a_word_the_face_cannot_set_goes_whole_to_its_stand_in():
    assert runs("an \u0111\u1ea7u ok", REGULAR) == (
        (REGULAR.name, "an "),
        (REGULAR.stand_in, "\u0111\u1ea7u"),
        (REGULAR.name, " ok"),
    )


def test_a_word_that_neither_face_can_set_whole_is_set_letter_by_letter():
    assert runs("\u2020\u1ea7", REGULAR) == (
        (REGULAR.name, "\u2020"),
        (REGULAR.stand_in, "\u1ea7"),
    )


@pytest.mark.parametrize("face", [REGULAR, BOLD, ITALIC], ids=lambda face: face.name)
def test_a_line_is_as_wide_as_its_words_one_by_one(face):
    words = ["\u0111\u1ea7u", " g\u1ed1i", " plain", " \u2265", " 3"]
    whole = measure("".join(words), face, 10)
    assert whole == pytest.approx(sum(measure(word, face, 10) for word in words))


def test_comparisons_and_check_marks_can_be_set():
    assert covered() >= set("\u2265\u2264\u2192\u2713")


def test_a_width_grows_with_the_size():
    assert ink.BODY.sized(18).width("knee") == pytest.approx(2 * ink.BODY.width("knee"))
