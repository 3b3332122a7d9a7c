"""Whatever a layer is made with and called on, an answer comes back."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flake8_concat.keras.create import create
from flake8_concat.keras.families import load
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.registry import LAYERS
from flake8_concat.keras.signatures import canonical, layer_signature
from flake8_concat.shapes import (
    BATCH,
    UNKNOWN_SIZE,
    Known,
    Mismatch,
    Shape,
    Unknown,
    fresh_none,
    symbol,
)

load()
DRAWS = float(os.environ.get("FLAKE8_CONCAT_DRAWS", "1"))

sizes = st.sampled_from(
    [0, 1, 2, 3, 8, 64, UNKNOWN_SIZE, fresh_none(), symbol("n", literal=True), 2**40]
)
shapes = st.lists(sizes, max_size=5).map(lambda dims: Shape((BATCH, *dims)[: len(dims) + 1]))
scalars = st.sampled_from(
    [
        *(None, True, False, 0, 1, 2, 3, -1, -2, 7, 0.5, 2.0, -0.1, 2**70),
        *("same", "valid", "channels_first", "relu", "abc,cd->abd", "concat", "int", b"x", ...),
        *(Unknown("not known"), object(), UNKNOWN_SIZE, symbol("m", literal=True), fresh_none()),
    ]
)
junk = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2)
    ),
    max_leaves=5,
)
inputs = st.recursive(
    shapes | scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@settings(max_examples=int(1500 * DRAWS), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_an_answer_comes_back(data: Any) -> None:
    draw = data.draw
    name = draw(st.sampled_from(sorted(LAYERS)))
    try:
        names = [*layer_signature(canonical(name)).names, "border_mode", "input_shape"]
    except KeyError:
        names = ["units"]
    values = junk | st.sampled_from([1, 2, (2, 2), 4])
    args = tuple(draw(st.lists(values, max_size=4)))
    rest = names[len(args) :]
    kwargs = draw(st.dictionaries(st.sampled_from(rest), values, max_size=4)) if rest else {}
    layer = create(name, args, kwargs)
    assert isinstance(layer, (Layer, Unknown, Mismatch))
    if not isinstance(layer, Layer):
        return
    given_to = tuple(draw(st.lists(inputs, min_size=1, max_size=3)))
    outcome = layer.outcome(given_to, {})
    assert isinstance(outcome, (Known, Unknown, Mismatch))
    layer.built = layer.demands(given_to[0])
    assert isinstance(layer.outcome(given_to, {}), (Known, Unknown, Mismatch))
    if isinstance(outcome, Mismatch):
        assert outcome.what
