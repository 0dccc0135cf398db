"""Which names are taken for one."""

import pytest

from house.likeness import are_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("María José García", "maria jose garcia"),
        ("Ana Sample", "Sample Ana"),
        ("Jonathan Placeholder", "Jonathon Placeholder"),
        ("Łukasz Mockup", "Łukas Mockup"),
    ],
)
def test_a_slip_of_the_finger_or_another_order_is_the_same_name(one, other):
    assert are_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Ana Sample", "Otto Placeholder"), ("Ana Sample", "Ana Mockup"), ("", "A")]
)
def test_another_name_is_another_name(one, other):
    assert not are_alike(one, other)
