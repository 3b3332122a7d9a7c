from __future__ import annotations

from typing import Any

import pytest

from flake8_concat.shapes import BATCH, UNKNOWN_SIZE, Shape, ceil_div, fresh_none, symbol
from flake8_concat.shapes.printing import text

H = symbol("H", literal=False)
W = symbol("width", literal=True)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (H, "H"),
        (H + 1, "H + 1"),
        (2 * H - 3, "2H - 3"),
        (3 - H, "-H + 3"),
        (W - H, "width - H"),
        (H // 4, "⌊H/4⌋"),
        (2 * (H // 4), "2⌊H/4⌋"),
        (ceil_div(H, 4), "⌈H/4⌉"),
        ((H + 1) // 4, "⌊(H + 1)/4⌋"),
        ((H - 30) // 16, "⌊(H - 30)/16⌋"),
        ((H - 3) // 2 + 1, "⌈H/2⌉ - 1"),
        (H * W * 64, "64H*width"),
        (W * (H // 2), "width*⌊H/2⌋"),
        ((H + W) // 2, "⌊(H + width)/2⌋"),
        (BATCH, "None"),
        (BATCH * 4 + H, "None"),
        (fresh_none() // 2, "None"),
        (W // (W + 1), "?"),
        (UNKNOWN_SIZE, "?"),
    ],
)
def test_text(size: Any, expected: str) -> None:
    assert str(size) == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (H // 4, "H/4"),
        (ceil_div(H, 4), "H/4"),
        (3 * (H // 4), "3H/4"),
        (8 * (H // 16), "H/2"),
        (2 * (H // 2), "H"),
        (2 * (H // 2) - H, "0"),
        ((H - 3) // 2 + 1, "H/2 - 1"),
        (5 - H // 8, "-H/8 + 5"),
        (H // 3, "⌊H/3⌋"),
        (2 * (H // 32), "2⌊H/32⌋"),
        ((H + 2 * W) // 8, "⌊(H + 2width)/8⌋"),
        ((H + 2 * H * W) // 8, "H*width/4 + H/8"),
        (W // 2, "⌊width/2⌋"),
        (BATCH * (H // 2), "None"),
        (64, "64"),
    ],
)
def test_a_division_known_to_go_exactly_is_plain(size: Any, expected: str) -> None:
    assert text(size, {H: (16, 0)}) == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((H - 4) // 2, "H/2 - 2"),
        (((H - 4) // 2 - 4) // 2, "H/4 - 3"),
        (2 * ((H - 4) // 2), "H - 4"),
        (H // 8, "⌊H/8⌋"),
        ((H // 4) * W, "width*⌊H/4⌋"),
    ],
)
def test_sizes_of_a_form_that_are_no_multiples(size: Any, expected: str) -> None:
    assert text(size, {H: (16, 12)}) == expected


def test_shape() -> None:
    assert str(Shape((BATCH, H // 4, W, 3))) == "(None, ⌊H/4⌋, width, 3)"
