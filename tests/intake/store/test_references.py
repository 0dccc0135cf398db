import random
import re
import secrets

import pytest

from intake.store import readable_code, typed_code
from intake.store.references import ALPHABET


def test_a_code_has_groups_of_four_unmistakable_letters():
    for _ in range(200):
        assert re.fullmatch(
            r"[2-9CDFHJKMNPQRTVWXY]{4}-[2-9CDFHJKMNPQRTVWXY]{4}", readable_code(secrets.token_bytes)
        )


def test_a_code_is_as_long_as_it_was_asked_to_be():
    assert len(readable_code(secrets.token_bytes, groups=3)) == 14


def test_every_letter_is_as_likely_as_any_other():
    source = random.Random(7)  # noqa: S311 - the same letters in every run
    text = "".join(readable_code(source.randbytes).replace("-", "") for _ in range(6000))
    share = [text.count(letter) * len(ALPHABET) / len(text) for letter in ALPHABET]
    assert min(share) > 0.9
    assert max(share) < 1.1


@pytest.mark.parametrize("typed", ["7F3K-Q2MN", "7f3kq2mn", " 7f3k q2mn ", "7F3-KQ2-MN"])
def test_a_code_may_be_typed_as_people_type(typed):
    assert typed_code(typed) == "7F3K-Q2MN"
