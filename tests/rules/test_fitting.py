"""What CAT403 and CAT407 say, and where they are quiet."""

from __future__ import annotations

from typing import Any

import pytest
from straight_line import facts_of

from flake8_concat.rules import fits_some_sizes, never_fits
from flake8_concat.shapes import symbol

HEIGHT = symbol("img_height", literal=True)
WIDTH = symbol("img_width", literal=True)


def findings(text: str, **sizes: Any) -> list[tuple[str, int, str]]:
    facts = facts_of(text, **sizes)
    return [
        (rule.CODE, found.at.resolve().line, found.message)
        for rule in (fits_some_sizes, never_fits)
        for found in rule.check(facts)
    ]


def u_net(levels: int, start: str) -> str:
    lines, x = [f"x = Input({start})"], "x"
    for i in range(levels):
        lines.append(f"s{i} = Conv2D(8, 3, padding='same')({x})")
        lines.append(f"p{i} = MaxPooling2D(2)(s{i})")
        x = f"p{i}"
    for i in reversed(range(levels)):
        lines.append(f"u{i} = Conv2DTranspose(8, 2, strides=2)({x})")
        lines.append(f"c{i} = Concatenate()([s{i}, u{i}])")
        x = f"c{i}"
    return "\n".join(lines) + "\n"


def test_one_finding_for_a_model() -> None:
    (found,) = findings(u_net(4, "(None, None, 3)"))
    code, line, message = found
    assert (code, line) == ("CAT403", 11)  # the first join that 300 breaks
    for part in (
        "fits only when the input height and width are each a multiple of 16",
        "(300 is not; 288 and 304 are)",
        "37 came from 75 by MaxPooling2D on line 7 (odd, rounded down)",
        "input on line 1",
        "pad, crop or resize",
    ):
        assert part in message
    assert len(message) <= 300


def test_parameters_by_their_names() -> None:
    (found,) = findings(u_net(5, "(h, w, 3)"), h=HEIGHT, w=WIDTH)
    assert (
        "img_height and img_width are each a multiple of 32 (300 is not; 288 and 320 are)"
        in found[2]
    )


def test_one_axis_and_small_sizes() -> None:
    text = (
        "p = Input((None, 64, 3))\n"
        "a = Conv2D(8, 3)(p)\n"
        "b = AveragePooling2D(2)(a)\n"
        "c = Conv2D(8, 3)(b)\n"
        "d = ZeroPadding2D(1)(c)\n"
        "e = UpSampling2D(2)(d)\n"
        "f = Multiply()([a, e])\n"
    )
    ((code, line, message),) = findings(text)
    assert (code, line) == ("CAT403", 7)
    assert "the input height is 8 or more, even (225 is not; 224 and 226 are)" in message


def test_reshape() -> None:
    ((code, _, message),) = findings("x = Input((None, 32))\ny = Reshape((-1, 64))(x)\n")
    assert code == "CAT403"
    assert "the input length is even" in message
    assert "meets" not in message


@pytest.mark.parametrize(
    "text",
    [
        "x = Input((None, None, 3))\ny = Conv2D(3, 3)(x)\nz = Add()([x, y])\n",
        "x = Input((h, w, 3))\ny = Reshape((h * w,))(x)\n",
        "x = Input((h, 64, 4))\np = MaxPooling2D()(x)\ny = Reshape((h * 16 * 8,))(p)\n",
    ],
)
def test_never(text: str) -> None:
    ((code, _, message),) = findings(text, h=HEIGHT, w=WIDTH)
    assert code == "CAT407"
    assert "never fits" in message


def test_a_model_that_never_fits_has_no_condition_besides() -> None:
    text = u_net(1, "(None, 64, 3)") + "y = Conv2D(8, 3)(s0)\nz = Concatenate(axis=2)([s0, y])\n"
    assert [code for code, _, _ in findings(text)] == ["CAT407"]


@pytest.mark.parametrize(
    "text",
    [
        u_net(2, "(h // 4 * 4, w + (-w) % 4, 3)"),
        "assert h % 16 == 0\n" + u_net(4, "(h, h, 3)"),
        "x = Input((None, 64, 1))\ny = Input((32, 64, 1))\nz = Concatenate()([x, y])\n",
        "x = Input((h, 1))\ny = Input((w, 1))\nz = Concatenate()([x, y])\n",
        "x = Input((h, w, 3))\ny = Reshape((h * w, 3))(x)\n",
        "x = Input((h, w, 4))\np = MaxPooling2D()(x)\ny = Reshape((h // 2 * (w // 2), 4))(p)\n",
    ],
)
def test_quiet(text: str) -> None:
    assert findings(text, h=HEIGHT, w=WIDTH) == []
