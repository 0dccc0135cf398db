"""A notice, and what counts as agreeing to it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from intake.consent import (
    HEIGHT,
    LEAST_REACH,
    MOST_POINTS,
    MOST_STROKES,
    WIDTH,
    Agreement,
    NoticeText,
    first_notice,
    is_drawn,
    worded,
)
from intake.wording import WORDS

DRAWN = (((100, 200), (400, 180)), ((420, 150), (430, 300)))


def test_the_first_notice_speaks_every_language_and_says_three_things():
    notice = first_notice()
    assert notice.version == 1
    assert set(notice.texts) == set(WORDS)
    for language, text in notice.texts.items():
        assert text.title == WORDS[language]["consent.title"]
        assert all(part.heading and part.text for part in text.parts)


def test_a_clinics_own_words_stand_under_the_same_headings_and_have_another_mark():
    own = worded("en", {"who": "Our two nurses.", "kept": "For ten years.", "ask": "Ask Sol."})
    first = first_notice().texts["en"]
    assert [part.text for part in own.parts] == ["Our two nurses.", "For ten years.", "Ask Sol."]
    assert [part.heading for part in own.parts] == [part.heading for part in first.parts]
    assert own.sha256 != first.sha256
    assert NoticeText.model_validate_json(own.model_dump_json()).sha256 == own.sha256


@pytest.mark.parametrize("missing", ["", "  ", "x" * 401])
def test_a_part_that_says_nothing_or_too_much_is_no_notice(missing):
    with pytest.raises(ValidationError):
        worded("en", {"who": missing, "kept": "b", "ask": "c"})


@pytest.mark.parametrize(
    ("strokes", "ticked", "stands"),
    [
        (DRAWN, False, True),
        ((), True, True),
        (DRAWN, True, True),
        ((), False, False),
        ((((5, 5),),), False, False),
        ((((5, 5), (5 + LEAST_REACH - 1, 9)),), False, False),
        ((((5, 5), (5 + LEAST_REACH, 5)),), False, True),
        ((((5, 5),), ((5, 5 + LEAST_REACH),)), False, True),
    ],
)
def test_only_a_signature_or_a_tick_is_agreeing(strokes, ticked, stands):
    given = Agreement(version=1, language="en", strokes=strokes, ticked=ticked)
    assert given.stands is stands


@pytest.mark.parametrize(
    "strokes",
    [
        (((-1, 0),),),
        (((0, HEIGHT + 1),),),
        (((WIDTH + 1, 0),),),
        ((),),
        (((1, 2),),) * (MOST_STROKES + 1),
        (((1, 2),) * (MOST_POINTS // 2 + 1),) * 2,
        (((1, 2, 3),),),
        "drawn",
    ],
    ids=["left", "below", "right", "empty", "strokes", "points", "three", "words"],
)
def test_what_is_no_drawing_in_the_field_is_refused(strokes):
    with pytest.raises(ValidationError):
        Agreement.model_validate({"version": 1, "language": "en", "strokes": strokes})


def test_a_signature_is_shown_in_no_message():
    with pytest.raises(ValidationError) as refused:
        Agreement.model_validate({"version": 0, "language": "en", "strokes": [[[123, 321]]]})
    assert "321" not in str(refused.value)
    assert "321" not in repr(Agreement(version=1, language="en", strokes=(((123, 321),),)))


def test_a_drawing_is_measured_across_all_its_strokes():
    assert is_drawn((((0, 0),), ((0, 0), (900, 390))))
    assert not is_drawn(())
