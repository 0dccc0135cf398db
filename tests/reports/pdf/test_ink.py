"""The colors of the page, printed in gray."""

from reports.pdf import ink


def luminance(color: ink.Color) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: ink.Color, other: ink.Color) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_red_bar_and_the_caution_box_are_far_apart_in_gray():
    assert luminance(ink.CREAM) - luminance(ink.RED) > 0.5


def test_every_text_stands_out_from_what_it_is_printed_on():
    pairs = [
        (ink.BLACK, ink.WHITE), (ink.GRAY, ink.WHITE), (ink.BLUE, ink.WHITE), (ink.RED, ink.WHITE),
        (ink.WHITE, ink.RED), (ink.GRAY, ink.CREAM), (ink.BLACK, ink.SHADE), (ink.WHITE, ink.DARK),
    ]  # fmt: skip
    for text, ground in pairs:
        assert contrast(text, ground) > 4.5
