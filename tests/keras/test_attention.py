"""Attention layers: shapes and refusals, as real Keras says them."""

from __future__ import annotations

from typing import Any

import pytest
from shapes_of_layers import Refusal, called, create, made

Q, V = (None, 5, 8), (None, 6, 8)
WRONG, RANK, WEIGHT = Refusal.WRONG_SHAPE, Refusal.WRONG_RANK, Refusal.UNKNOWN_WEIGHT
DIFFER = Refusal.SHAPES_DIFFER


@pytest.mark.parametrize(
    ("kwargs", "inputs", "expected"),
    [
        ({}, (Q, V), Q),
        ({}, (Q, (None, 6, 9), (None, 6, 4)), Q),
        ({}, ((None, 4, 5, 8), (None, 5, 8)), (None, 4, 5, 8)),
        ({"output_shape": 7}, (Q, V), (None, 5, 7)),
        ({"output_shape": (7, 2)}, (Q, V), (None, 5, 7, 2)),
        ({}, (Q, V, (None, 7, 8)), DIFFER),
        ({}, (Q, V, (None, None, 8)), DIFFER),
        ({}, (Q, V, (None, 4, 6, 8)), Refusal.RANKS_DIFFER),
        ({}, ((None, 5, None), V), WEIGHT),
        ({}, (Q, (None, 6, None)), WEIGHT),
        ({"attention_axes": 9}, (Q, V), WRONG),
        ({"output_shape": (7, None)}, (Q, V), WEIGHT),
        ({"num_heads": 0}, (Q, V), WRONG),
        ({"sliding_window": 0}, (Q, V), WRONG),
    ],
)
def test_multi_head_attention(kwargs: dict[str, Any], inputs: Any, expected: Any) -> None:
    layer = create("MultiHeadAttention", (), {"num_heads": 2, "key_dim": 3, **kwargs})
    assert called(layer, *inputs) == expected


def test_scores_are_as_keras_says_them() -> None:
    """Keras gives the query's length twice, though the value's is another."""
    layer = made("MultiHeadAttention", 2, 3)
    assert called(layer, Q, V, return_attention_scores=True) == [Q, (None, 2, 5, 5)]
    layer = made("GroupQueryAttention", 3, 4, 2)
    assert called(layer, Q, V, return_attention_scores=True) == [Q, (None, 4, 5, 6)]
    layer = made("Attention")
    assert called(layer, [Q, V], return_attention_scores=True) == [Q, (None, 5, 6)]


def test_a_second_call_builds_nothing() -> None:
    layer = made("MultiHeadAttention", 2, 3)
    layer.built = layer.demands(Q)
    assert called(layer, Q, (None, 6, None)) == Q


@pytest.mark.parametrize(
    ("args", "inputs", "expected"),
    [
        ((3, 4, 2), (Q, V), Q),
        ((3, 4, 2), (Q, (None, 6, 9)), DIFFER),
        ((3, 4, 2), (Q, V, (None, 7, 8)), DIFFER),
        ((3, 4, 2), ((None, 8), (None, 8)), RANK),
        ((3, 4, 3), (Q, V), Refusal.CHANNELS),
        ((0, 4, 2), (Q, V), WRONG),
    ],
)
def test_group_query_attention(args: Any, inputs: Any, expected: Any) -> None:
    assert called(create("GroupQueryAttention", args), *inputs) == expected


@pytest.mark.parametrize(
    ("name", "inputs", "expected"),
    [
        ("Attention", [Q, V], Q),
        ("Attention", [Q, (None, 6, 9)], (None, 5, 9)),
        ("Attention", [Q, V, (None, 7, 9)], Q),
        ("Attention", [Q], WRONG),
        ("Attention", [Q] * 4, WRONG),
        ("Attention", Q, Refusal.NOT_A_LIST),
        ("AdditiveAttention", [Q, V], Q),
        ("AdditiveAttention", [(None, 5, None), V], WEIGHT),
    ],
)
def test_attention(name: str, inputs: Any, expected: Any) -> None:
    assert called(made(name), inputs) == expected


def test_attention_wants_a_list() -> None:
    from shapes_of_layers import our_shapes, said

    pair = tuple(our_shapes([Q, V]))
    assert said(made("Attention").outcome((pair,), {})) == Refusal.NOT_A_LIST
    assert called(create("Attention", (), {"score_mode": "cosine"}), [Q, V]) == WRONG
    assert called(made("Attention"), [Q, V], mask=(None, 5)) == WRONG
