"""Input, and the functions of keras.layers and keras.activations, held against Keras."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

pytest.importorskip("keras")

import keras
from harness import ask_keras, assert_agree, draws, inputs_for, judge
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flake8_concat import analyze
from flake8_concat.keras.core import input_shape
from flake8_concat.keras.families import load
from flake8_concat.keras.graph import run
from flake8_concat.keras.registry import LAYERS, OPS
from flake8_concat.keras.signatures import layer_signature
from flake8_concat.shapes import Known, Lose, Refuse

load()

property_test = settings(
    max_examples=draws(60), deadline=None, suppress_health_check=list(HealthCheck)
)
ENTRY = st.sampled_from([None, None, 0, 1, 3, 32, 32, 224, -1, 2.0])
SHAPE = st.lists(ENTRY, max_size=4).map(tuple) | st.lists(ENTRY, max_size=4) | st.just(5)


@property_test
@given(st.data())
def test_input(data: Any) -> None:
    draw = data.draw
    kwargs = {
        key: draw(value)
        for key, value in {
            "shape": SHAPE,
            "batch_size": st.sampled_from([None, 8]),
            "batch_shape": SHAPE,
            "name": st.just(None),
        }.items()
        if draw(st.integers(0, 3)) == 0 or (key == "shape" and draw(st.integers(0, 9)))
    }
    theirs = ask_keras(lambda: keras.Input(**kwargs))
    try:
        ours: Any = Known(input_shape(layer_signature("Input").bind((), kwargs)))
    except Lose as lost:
        ours = lost.unknown
    except Refuse as refused:
        ours = refused.mismatch
    assert_agree(judge(ours, theirs, f"Input(**{kwargs})"))


@pytest.mark.parametrize(
    "code",
    [
        "x = keras.KerasTensor((2, None, 3))",
        "x = keras.KerasTensor([2, 4], 'int32') + 1",
        "x = keras.KerasTensor(shape=(), dtype='bool')",
        "x = keras.KerasTensor(4)",
        "x = keras.KerasTensor((3, -1))",
        "x = keras.KerasTensor(None)",
        "x = keras.KerasTensor()",
        "x = keras.KerasTensor((None, 3)); x = keras.Model(x, x * 2)",
        "i = keras.Input((3,)); x = keras.Model(i, i + keras.KerasTensor((None, 3)))",
        "x = keras.ops.flip(keras.KerasTensor((4, 3)), axis=2)",
        "x = keras.layers.Dense(4)(keras.KerasTensor((4, 3)))",
    ],
)
def test_a_tensor_of_no_layer(code: str) -> None:
    space: dict[str, Any] = {"keras": keras}
    report = analyze(f"import keras\n{code}\n", "program.py")
    try:
        exec(code, space)
    except Exception:
        assert [d.code for d in report.diagnostics] in (["CAT139"], ["CAT131"])
    else:
        assert not report.diagnostics
        assert report.facts is not None
        ours = report.facts.module_scope.get("x")
        assert tuple(d if type(d) is int else None for d in ours.shape) == space["x"].shape


FEW = st.sampled_from([3, 4, 4, 4, 1, None])


@property_test
@given(st.data())
def test_merging_functions(data: Any) -> None:
    draw = data.draw
    name = draw(
        st.sampled_from(
            ["add", "subtract", "multiply", "average", "maximum", "minimum", "concatenate", "dot"]
        )
    )
    rank = draw(st.integers(1, 3))
    shapes = [
        (None, *draw(st.lists(FEW, min_size=rank, max_size=rank)))
        for _ in range(draw(st.sampled_from([1, 2, 2, 2, 3])))
    ]
    kwargs: dict[str, Any] = {}
    if name == "concatenate" and draw(st.booleans()):
        kwargs["axis"] = draw(st.integers(-4, 4))
    if name == "dot" and draw(st.booleans()):
        kwargs["axes"] = draw(st.integers(-3, 3))
    tensors, ours = inputs_for(shapes)
    theirs = ask_keras(lambda: getattr(keras.layers, name)(tensors, **kwargs))
    found = run(OPS[f"keras.layers.{name}"], (ours,), kwargs)
    assert_agree(judge(found, theirs, f"{name}({shapes}, **{kwargs})"))


# Keras has no symbolic form of these: they raise whatever the shape.
NOT_SYMBOLIC = {"hard_silu", "hard_swish", "mish", "sparsemax"}
ACTIVATIONS = [
    name
    for name in dir(keras.activations)
    if not name.startswith("_") and name not in ("get", "serialize", "deserialize")
]


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_activation_functions(name: str) -> None:
    extra = (0.0, 0.0) if name == "threshold" else ()
    for shape in [(None, 4, 6), (None, None, 3, 2), (None, 5)]:
        tensor, ours = inputs_for(shape)
        theirs = ask_keras(lambda tensor=tensor: getattr(keras.activations, name)(tensor, *extra))
        found = run(OPS[f"keras.activations.{name}"], (ours, *extra), {})
        if name not in NOT_SYMBOLIC:
            assert_agree(judge(found, theirs, f"{name} of {shape}"))


@pytest.mark.parametrize("name", sorted(set(LAYERS) & set(dir(keras.layers))))
def test_call_arguments_are_those_of_keras(name: str) -> None:
    """Each parameter that a rule takes is one of the layer's call(), in that order."""
    signature = LAYERS[name].call_signature
    if signature is None:
        return
    parameters = list(inspect.signature(getattr(keras.layers, name).call).parameters)[1:]
    assert list(signature.names[1:]) == parameters[1 : len(signature.names)]
