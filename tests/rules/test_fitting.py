"""What CAT403 and CAT407 say, and where they are quiet."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest
from straight_line import facts_of

from flake8_concat import analyze
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


def in_a_function(text: str) -> list[tuple[str, str]]:
    """The findings in a function with the parameters h and w."""
    head = "import keras\nfrom keras import Input\nfrom keras.layers import *\n\n\ndef network(h, w):\n"
    report = analyze(head + textwrap.indent(text, "    "), "network.py")
    assert report.problem is None
    return [(item.code, item.message) for item in report.diagnostics]


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


@pytest.mark.parametrize(
    "call",
    [
        "d = Dense(8)\nd(Flatten()(x))\nd(Flatten()(y))\n",
        "d = Dense(8)\nd(Permute((2, 1))(x))\nd(Permute((2, 1))(y))\n",
        "n = BatchNormalization(axis=1)\nn(x)\nn(y)\n",
        "Dot(axes=1)([x, y])\n",
        "Add()([x, y])\n",
        "Reshape((h, 4))(y)\n",
        "Reshape((h // 2, 8))(x)\n",
    ],
)
def test_what_else_asks_for_equal_sizes(call: str) -> None:
    text = f"x = Input((h, 4))\ny = UpSampling1D(2)(MaxPooling1D(2)(x))\n{call}"
    ((code, message),) = in_a_function(text)
    assert code == "CAT403"
    assert "h is even (225 is not; 224 and 226 are)" in message


def test_a_shared_layer_on_two_unknown_sizes() -> None:
    text = "d = Dense(8)\na = d(Input((h,)))\nb = d(Input((w,)))\n"
    assert in_a_function(text) == []
    text = "n = BatchNormalization(axis=1)\nx = Input((h, 4))\nn(x)\nn(Cropping1D(1)(x))\n"
    assert [code for code, _ in in_a_function(text)] == ["CAT407"]


def test_two_conditions_at_one_call() -> None:
    text = (
        "x = Input((h, w, 3))\n"
        "y = UpSampling2D((2, 3))(MaxPooling2D((2, 3))(x))\n"
        "z = Concatenate()([x, y])\n"
    )
    (found,) = in_a_function(text)
    assert "h is even (225 is not; 224 and 226 are) and w is" in found[1]
    assert "a multiple of 3 (500 is not; 498 and 501 are)" in found[1]


def test_joins_that_fit_alone_and_not_together() -> None:
    text = (
        "x = Input((h, h + 1, 3))\n"
        "y = UpSampling2D(2)(MaxPooling2D(2)(x))\n"
        "z = Concatenate()([x, y])\n"
    )
    ((code, message),) = in_a_function(text)
    assert code == "CAT407"
    assert "h must be odd and even at once" in message


def test_a_model_that_never_fits_has_no_condition_besides() -> None:
    text = u_net(1, "(None, 64, 3)") + "y = Conv2D(8, 3)(s0)\nz = Concatenate(axis=2)([s0, y])\n"
    assert [code for code, _, _ in findings(text)] == ["CAT407"]


@pytest.mark.parametrize(
    "text",
    [
        u_net(2, "(h // 4 * 4, w + (-w) % 4, 3)"),
        "x = Input((None, 64, 1))\ny = Input((32, 64, 1))\nz = Concatenate()([x, y])\n",
        "x = Input((h, 1))\ny = Input((w, 1))\nz = Concatenate()([x, y])\n",
        "x = Input((h, w, 3))\ny = Reshape((h * w, 3))(x)\n",
        "x = Input((h, w, 4))\np = MaxPooling2D()(x)\ny = Reshape((h // 2 * (w // 2), 4))(p)\n",
    ],
)
def test_quiet(text: str) -> None:
    assert findings(text, h=HEIGHT, w=WIDTH) == []
