"""The condition on an image size is exactly the set of sizes for which real Keras builds.

Networks of one to six levels go down and up again along one axis, with skip connections. Their
sizes are followed once, with the length as a symbol; Keras is asked about every length of 1..512.
"""

from __future__ import annotations

import os
from functools import reduce
from typing import Any

import pytest

keras = pytest.importorskip("keras")

from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from flake8_concat.keras.create import create  # noqa: E402
from flake8_concat.keras.families import load  # noqa: E402
from flake8_concat.keras.layer import Layer  # noqa: E402
from flake8_concat.shapes import BATCH, Known, Shape, symbol  # noqa: E402
from flake8_concat.shapes.agreement import (  # noqa: E402
    Always,
    Never,
    Sometimes,
    agreement,
    together,
)
from flake8_concat.shapes.periodic import NONE, Sizes, positive  # noqa: E402

load()

DRAWS = float(os.environ.get("FLAKE8_CONCAT_DRAWS", "1"))
LENGTHS = range(1, 513)
PADDINGS = st.sampled_from(["same", "valid"])

Call = tuple[str, dict[str, Any]]  # a layer and its arguments
# A network, bottom up: what happens before the skip is taken, on the way down, on the way up,
# on the skip, and the network below. None at the bottom.
Network = Any


def conv(strides: st.SearchStrategy[int]) -> st.SearchStrategy[Call]:
    return st.builds(
        lambda kernel, padding, stride, dilation: (
            "Conv1D",
            {
                "filters": 1,
                "kernel_size": kernel,
                "padding": padding,
                "strides": stride,
                "dilation_rate": dilation if stride == 1 else 1,
            },
        ),
        st.sampled_from([1, 2, 3, 3, 4, 5, 7]),
        PADDINGS,
        strides,
        st.sampled_from([1, 1, 1, 2]),
    )


POOL = st.builds(
    lambda name, size, stride, padding: (
        name,
        {"pool_size": size, "strides": stride, "padding": padding},
    ),
    st.sampled_from(["MaxPooling1D", "AveragePooling1D"]),
    st.sampled_from([2, 2, 2, 3, 4]),
    st.sampled_from([None, None, 2, 2, 3]),
    PADDINGS,
)
PAIR = st.tuples(st.integers(0, 3), st.integers(0, 3))
CROP = st.builds(lambda pair: ("Cropping1D", {"cropping": pair}), PAIR)
PAD = st.builds(lambda pair: ("ZeroPadding1D", {"padding": pair}), PAIR)
UP = st.builds(lambda size: ("UpSampling1D", {"size": size}), st.sampled_from([2, 2, 2, 3, 4]))
TRANSPOSE = st.builds(
    lambda kernel, stride, padding, extra: (
        "Conv1DTranspose",
        {
            "filters": 1,
            "kernel_size": kernel,
            "strides": stride,
            "padding": padding,
            "output_padding": None if extra is None else extra % stride,
        },
    ),
    st.integers(1, 5),
    st.sampled_from([1, 2, 2, 2, 3]),
    PADDINGS,
    st.sampled_from([None, None, None, 0, 1]),
)
STAY = st.lists(conv(st.just(1)) | CROP | PAD, max_size=2)
DOWN = POOL | conv(st.sampled_from([2, 2, 3]))
# Networks like those that people write, and any others.
USUAL = {
    "stay": st.lists(
        st.sampled_from(
            [
                ("Conv1D", {"filters": 1, "kernel_size": 3, "padding": "same"}),
                ("Conv1D", {"filters": 1, "kernel_size": 3, "padding": "valid"}),
            ]
        ),
        max_size=2,
    ),
    "down": st.sampled_from(
        [
            ("MaxPooling1D", {"pool_size": 2}),
            ("MaxPooling1D", {"pool_size": 2, "padding": "same"}),
            ("MaxPooling1D", {"pool_size": 3, "strides": 2, "padding": "same"}),
            ("Conv1D", {"filters": 1, "kernel_size": 3, "strides": 2, "padding": "same"}),
        ]
    ),
    "up": st.sampled_from(
        [
            ("UpSampling1D", {"size": 2}),
            ("Conv1DTranspose", {"filters": 1, "kernel_size": 2, "strides": 2}),
            (
                "Conv1DTranspose",
                {"filters": 1, "kernel_size": 3, "strides": 2, "padding": "same"},
            ),
        ]
    ),
}


@st.composite
def networks(draw: Any) -> Network:
    usual = draw(st.booleans())
    stay = USUAL["stay"] if usual else STAY
    down = USUAL["down"] if usual else DOWN
    up = USUAL["up"] if usual else UP | TRANSPOSE
    network = None
    for _ in range(draw(st.integers(1, 6))):
        skip = draw(st.lists(CROP | PAD, max_size=1))
        network = (draw(stay), draw(down), draw(up), skip, network)
    return network


def crop_to_fit(network: Network, length: int) -> Network:
    """The network with a cropping or padding of each skip, such that this length fits."""
    if network is None:
        return None
    before, down, up, _, below = network
    skip = follow_keras(before, length)
    if skip is None:
        return network
    inner = follow_keras([down], skip)
    if inner is None:
        return network
    below = crop_to_fit(below, inner)
    after = through(below, inner, follow_keras)
    after = None if after is None else follow_keras([up], after)
    if after is None:
        return (before, down, up, [], below)
    lack = skip - after
    half = (abs(lack) // 2, abs(lack) - abs(lack) // 2)
    fit: list[Call] = []
    if lack > 0:
        fit = [("Cropping1D", {"cropping": half})]
    elif lack < 0:
        fit = [("ZeroPadding1D", {"padding": half})]
    return (before, down, up, fit, below)


def through(network: Network, length: int, follow: Any) -> int | None:
    """The length that comes out, None where Keras refuses."""
    if network is None:
        return length
    before, down, up, at_skip, below = network
    skip = follow(before, length)
    if skip is None:
        return None
    inner = follow([down], skip)
    inner = None if inner is None else through(below, inner, follow)
    after = None if inner is None else follow([up], inner)
    side = follow(at_skip, skip)
    if after is None or side is None or after != side:
        return None
    return side


LAYERS: dict[str, Any] = {}
ANSWERS: dict[tuple[str, int], int | None] = {}


def follow_keras(calls: list[Call], length: int) -> int | None:
    """The length after these layers, by real Keras; None where it refuses."""
    for call in calls:
        key = repr(call)
        if (key, length) not in ANSWERS:
            ANSWERS[key, length] = ask(key, call, length)
        after = ANSWERS[key, length]
        if after is None:
            return None
        length = after
    return length


def ask(key: str, call: Call, length: int) -> int | None:
    name, arguments = call
    try:
        if key not in LAYERS:
            LAYERS[key] = getattr(keras.layers, name)(**arguments)
        return LAYERS[key](keras.KerasTensor((None, length, 1))).shape[1]
    except ValueError:
        return None


class Refused(Exception):
    """Keras refuses whatever the length is."""


def condition(network: Network) -> Sizes:
    """The lengths that fit, as they are read off the expressions."""
    length = symbol("length", literal=False)
    sizes: list[Any] = []
    pairs: list[Any] = []

    def call(layer: Any, *shapes: Shape) -> Shape:
        assert isinstance(layer, Layer)
        outcome = layer.outcome((list(shapes) if len(shapes) > 1 else shapes[0],), {})
        if not isinstance(outcome, Known):
            raise Refused(str(outcome))
        pairs.extend((c.left, c.right) for c in outcome.conditions)
        sizes.append(outcome.result[1])
        return outcome.result  # type: ignore[no-any-return]

    def follow(calls: list[Call], shape: Shape) -> Shape:
        for name, arguments in calls:
            shape = call(create(name, (), arguments), shape)
        return shape

    def pass_through(network: Network, shape: Shape) -> Shape:
        if network is None:
            return shape
        before, down, up, at_skip, below = network
        skip = follow(before, shape)
        inner = pass_through(below, follow([down], skip))
        after = follow([up], inner)
        joined = call(create("Concatenate"), follow(at_skip, skip), after)
        return follow([("Conv1D", {"filters": 1, "kernel_size": 1})], joined)

    pass_through(network, Shape((BATCH, length, 1)))
    verdicts = [agreement(a, b, sizes) for a, b in pairs]
    if any(isinstance(verdict, Never) for verdict in verdicts):
        return NONE
    assert all(isinstance(verdict, (Sometimes, Always)) for verdict in verdicts), pairs
    demanded = together([v for v in verdicts if isinstance(v, Sometimes)])
    return reduce(Sizes.__and__, demanded.values(), positive(sizes, length))


@settings(max_examples=max(1, int(40 * DRAWS)), deadline=None)
@given(networks(), st.none() | st.sampled_from([32, 48, 97, 160, 188, 300, 388, 511]))
def test_the_condition_is_what_keras_builds(network: Network, fit: int | None) -> None:
    if fit is not None:
        network = crop_to_fit(network, fit)
    expected = [n for n in LENGTHS if through(network, n, follow_keras) is not None]
    try:
        fitting = condition(network)
    except Refused:
        assert not expected
        return
    assert [n for n in LENGTHS if n in fitting] == expected


def u_net(levels: int, padding: str) -> Network:
    """The one of the textbook: two convolutions a level, pooling by 2, transposed by 2."""
    conv = ("Conv1D", {"filters": 1, "kernel_size": 3, "padding": padding})
    network = None
    for level in range(levels):
        down = ("MaxPooling1D", {"pool_size": 2})
        up = ("Conv1DTranspose", {"filters": 1, "kernel_size": 2, "strides": 2})
        # Below the deepest pooling, and after each join, two convolutions more.
        network = ([conv, conv], down, up, [], network)
        if level == 0:
            network = ([conv, conv], down, up, [], None)
    return network


@pytest.mark.parametrize("levels", [1, 2, 3, 4, 5])
def test_the_usual_u_net(levels: int) -> None:
    fitting = condition(u_net(levels, "same"))
    assert fitting == Sizes.multiples(2**levels)


@pytest.mark.parametrize("length", [1, 15, 16, 31, 32, 300, 304])
def test_whole_models_in_keras_say_the_same(length: int) -> None:
    network = u_net(4, "same")

    def build(network: Network, x: Any) -> Any:
        if network is None:
            return x
        before, down, up, _, below = network
        for name, arguments in before:
            x = getattr(keras.layers, name)(**arguments)(x)
        inner = build(below, getattr(keras.layers, down[0])(**down[1])(x))
        after = getattr(keras.layers, up[0])(**up[1])(inner)
        return keras.layers.Concatenate()([x, after])

    inputs = keras.Input((length, 1))
    if length in condition(network):
        keras.Model(inputs, build(network, inputs))
    else:
        with pytest.raises(ValueError, match=r"Concatenate|output size"):
            build(network, inputs)
