"""Five hundred patients who type what breaks programs; ``make proof`` tries a hundred thousand."""

import pytest

from reports.pdf.text import clean
from tests.reports.pdf import hostile

SHARE = 25


def faults(share: int) -> dict[int, list[str]]:
    numbers = range(share * SHARE, (share + 1) * SHARE)
    return {number: said for number in numbers if (said := hostile.problems(number))}


# Two classes, so that two workers share them.
class TestHalf:
    @pytest.mark.parametrize("share", range(10))
    def test_hostile_words_in_every_field_are_printed_whole_and_do_nothing(self, share):
        assert faults(share) == {}


class TestOtherHalf:
    @pytest.mark.parametrize("share", range(10, 20))
    def test_hostile_words_in_every_field_are_printed_whole_and_do_nothing(self, share):
        assert faults(share) == {}


def test_a_document_is_made_from_its_number_alone():
    assert hostile.document(7).content == hostile.document(7).content
    assert hostile.document(7).words != hostile.document(8).words


def test_a_field_that_lost_its_words_is_noticed(monkeypatch):
    monkeypatch.setattr("reports.pdf.text.clean", lambda text: clean(text)[1:])
    assert any("loses letters" in said for number in range(20) for said in hostile.problems(number))


def test_what_is_raised_is_told_with_its_number(monkeypatch):
    def broken(number: int) -> None:
        message = f"no ink for {number}"
        raise ZeroDivisionError(message)

    monkeypatch.setattr(hostile, "document", broken)
    assert hostile.tried(3) == (3, ["ZeroDivisionError: no ink for 3"])
