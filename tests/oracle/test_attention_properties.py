"""Attention layers on drawn arguments and shapes, held against real Keras."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("keras")
pytest.importorskip("hypothesis")

from harness import AGREE, assert_agree, draws
from hypothesis import given, settings
from hypothesis import strategies as st
from nesting import compare_made, made

SIZES = st.sampled_from([None, 1, 2, 3, 4, 5, 8])
FEATURES = st.sampled_from([4, 4, 4, 8, 8, None, 0])
BATCH = st.sampled_from([None, None, None, 2, 3])


@st.composite
def shapes(draw: Any, ranks: tuple[int, ...] = (3, 3, 3, 3, 4, 2, 1, 5)) -> Any:
    """One shape, most often (batch, time, features)."""
    rank = draw(st.sampled_from(ranks))
    if rank == 1:
        return (draw(BATCH),)
    return (draw(BATCH), *(draw(SIZES) for _ in range(rank - 2)), draw(FEATURES))


@st.composite
def memories(draw: Any) -> tuple[Any, ...]:
    """Query and value, perhaps a key; most often such that they fit."""
    query = draw(shapes())
    if draw(st.booleans()):
        return query, *(draw(shapes()) for _ in range(draw(st.sampled_from([1, 1, 2]))))
    time = draw(SIZES)
    near = (query[0], *((time,) if len(query) == 3 else query[1:-1]))
    count = draw(st.sampled_from([1, 2]))
    return query, *((*near, draw(FEATURES)) for _ in range(count))


POSITIVE = st.sampled_from([1, 2, 3, 4, 4, 0, -1, 2.0])


@settings(max_examples=draws(150), deadline=None)
@given(
    heads=POSITIVE,
    key_dim=POSITIVE,
    value_dim=st.sampled_from([None, None, 5, 0]),
    output_shape=st.sampled_from([None, None, None, 6, 0, -1, (7,), [7], (6, 2), (6, None), ()]),
    axes=st.sampled_from([None, None, None, 1, (1, 2), 0, -1, 2, 4, 9, (), (1, 1)]),
    gate=st.booleans(),
    window=st.sampled_from([None, None, 3, 0]),
    scores=st.booleans(),
    inputs=memories(),
)
def test_multi_head_attention(
    heads: int,
    key_dim: int,
    value_dim: Any,
    output_shape: Any,
    axes: Any,
    gate: bool,
    window: Any,
    scores: bool,
    inputs: Any,
) -> None:
    layer = made(
        "MultiHeadAttention",
        heads,
        key_dim,
        value_dim=value_dim,
        output_shape=output_shape,
        attention_axes=axes,
        use_gate=gate,
        sliding_window=window,
    )
    assert_agree(compare_made(layer, inputs, return_attention_scores=scores))


@settings(max_examples=draws(150), deadline=None)
@given(
    dim=POSITIVE,
    heads=st.sampled_from([4, 4, 4, 6, 3, 0, -4, 4.0]),
    groups=st.sampled_from([2, 2, 1, 4, 3, 0, -2]),
    gate=st.booleans(),
    scores=st.booleans(),
    inputs=memories(),
)
def test_group_query_attention(
    dim: int, heads: int, groups: int, gate: bool, scores: bool, inputs: Any
) -> None:
    layer = made("GroupQueryAttention", dim, heads, groups, use_gate=gate)
    assert_agree(compare_made(layer, inputs, return_attention_scores=scores))


@settings(max_examples=draws(100), deadline=None)
@given(inputs=memories(), again=memories())
def test_heads_called_twice(inputs: Any, again: Any) -> None:
    """The second call builds nothing."""
    for layer in (made("MultiHeadAttention", 2, 3), made("GroupQueryAttention", 2, 4, 2)):
        first = compare_made(layer, inputs)
        if first.kind == AGREE:
            assert_agree(compare_made(layer, inputs, again))


@settings(max_examples=draws(150), deadline=None)
@given(
    name=st.sampled_from(["Attention", "AdditiveAttention"]),
    scale=st.booleans(),
    scores=st.booleans(),
    inputs=memories(),
    form=st.sampled_from([list, list, list, list, tuple, "one", "single", "four"]),
    mode=st.sampled_from(["dot", "dot", "concat", "cosine"]),
)
def test_attention(name: str, scale: bool, scores: bool, inputs: Any, form: Any, mode: str) -> None:
    kwargs = {"score_mode": mode} if name == "Attention" else {}
    structure: Any = {
        "one": inputs[0],
        "single": [inputs[0]],
        "four": [inputs[0]] * 4,
    }.get(form) or list(inputs)
    if form is tuple:
        return  # a tuple of shapes stands for several arguments here; see the cases
    layer = made(name, use_scale=scale, **kwargs)
    assert_agree(compare_made(layer, structure, return_attention_scores=scores))
