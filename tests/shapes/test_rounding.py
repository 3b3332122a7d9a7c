from __future__ import annotations

from flake8_concat.shapes import symbol
from flake8_concat.shapes.rounding import Step, first_rounding

H = symbol("H", literal=False)


def test_first_that_rounded() -> None:
    chain = [
        (904, 902, "Conv2D on line 30"),
        (902, 451, "MaxPooling2D on line 30"),
        (451, 225, "MaxPooling2D on line 31"),
        (225, 112, "MaxPooling2D on line 32"),
    ]
    found = first_rounding(chain)
    assert found is not None
    assert found.describe() == "225 came from 451 by MaxPooling2D on line 31 (odd, rounded down)"


def test_up_and_by_three() -> None:
    found = first_rounding([Step(10, 4, "Conv2D", 3)])
    assert found is not None
    assert found.describe() == "4 came from 10 by Conv2D (not a multiple of 3, rounded up)"


def test_symbols_at_the_size_that_fails() -> None:
    chain = [Step(H, H // 2, "a"), Step(H // 2, H // 4, "b"), Step(H // 4, H // 8, "c")]
    found = first_rounding(chain, {H: 300})
    assert found is not None
    assert (found.size_in, found.size_out, found.label) == (75, 37, "c")
    assert first_rounding(chain, {H: 304}) is None
    assert first_rounding(chain) is None


def test_what_grows_or_vanishes_is_passed_over() -> None:
    assert first_rounding([(37, 74, "UpSampling2D"), (3, 0, "Conv2D"), (9, 8, "Conv2D")]) is None
