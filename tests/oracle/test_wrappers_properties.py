"""Wrappers around drawn layers, held against real Keras."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("keras")
pytest.importorskip("hypothesis")

from harness import AGREE, assert_agree, draws
from hypothesis import given, settings
from hypothesis import strategies as st
from nesting import Made, compare_made, made

SIZES = st.sampled_from([None, 1, 2, 4, 8, 8])
FEATURES = st.sampled_from([4, 4, 4, 8, 3, None])
BATCH = st.sampled_from([None, None, None, 2])

property_test = settings(max_examples=draws(150), deadline=None)

# Layers by the rank they are for.
INNER: dict[int, list[Made]] = {
    2: [
        made("Dense", 3),
        made("Activation", "relu"),
        made("Dropout", 0.1),
        made("BatchNormalization"),
        made("LayerNormalization"),
        made("Reshape", (2, 2)),
        made("Reshape", (-1, 2)),
        made("RepeatVector", 3),
        made("Flatten"),
        made("Embedding", 9, 4),
        made("Dense", 0),
    ],
    3: [
        made("Conv1D", 3, 2),
        made("Conv1D", 3, 2, groups=2),
        made("Conv1D", 3, 9),
        made("LSTM", 3),
        made("LSTM", 3, return_sequences=True),
        made("GRU", 3, return_state=True),
        made("Bidirectional", made("LSTM", 3)),
        made("Bidirectional", made("GRU", 3), merge_mode=None),
        made("MaxPooling1D"),
        made("GlobalMaxPooling1D"),
        made("Permute", (2, 1)),
        made("TimeDistributed", made("Dense", 3)),
        made("SpectralNormalization", made("Dense", 3)),
        made("Cropping1D", 1),
        made("UpSampling1D", 2),
        made("ZeroPadding1D", 1),
        made("SpatialDropout1D", 0.1),
        made("EinsumDense", "abc,cd->abd", (None, 3)),
        made("GroupNormalization", 2),
        made("Attention"),
        made("MultiHeadAttention", 2, 3),
        made("Conv1DTranspose", 3, 2),
        made("SeparableConv1D", 3, 2),
        made("DepthwiseConv1D", 2),
        made("AdaptiveMaxPooling1D", 2),
    ],
    4: [
        made("Conv2D", 3, 3),
        made("Conv2D", 3, 3, strides=2, padding="same"),
        made("Conv2D", 3, 3, data_format="channels_first"),
        made("Conv2DTranspose", 3, 2),
        made("DepthwiseConv2D", 2),
        made("SeparableConv2D", 3, 2),
        made("MaxPooling2D"),
        made("AveragePooling2D", 2, padding="same"),
        made("GlobalAveragePooling2D"),
        made("GlobalAveragePooling2D", keepdims=True),
        made("UpSampling2D"),
        made("ZeroPadding2D"),
        made("Cropping2D"),
        made("SpatialDropout2D", 0.1),
        made("AdaptiveAveragePooling2D", 2),
        made("Resizing", 2, 3),
        made("CenterCrop", 2, 3),
        made("RandomFlip"),
        made("TimeDistributed", made("Conv1D", 3, 2)),
        made("ConvLSTM1D", 3, 2),
    ],
}


@st.composite
def inner_and_shape(draw: Any, more: int) -> tuple[Made, Any]:
    """A layer, and a shape of its rank and `more`, sometimes of another."""
    rank = draw(st.sampled_from([2, 3, 4]))
    layer = draw(st.sampled_from(INNER[rank]))
    rank += more + draw(st.sampled_from([0] * 9 + [1, -1]))
    return layer, (draw(BATCH), *(draw(SIZES) for _ in range(rank - 2)), draw(FEATURES))


# Layers that Keras runs on any rank when they are wrapped; we say nothing there.
def lenient(layer: Made, rank: int) -> bool:
    return all(layer not in INNER[r] or r != rank for r in INNER)


@property_test
@given(drawn=inner_and_shape(1))
def test_time_distributed(drawn: Any) -> None:
    layer, x = drawn
    verdict = compare_made(made("TimeDistributed", layer), x)
    assert_agree(verdict, partly=lenient(layer, len(x) - 1))


@property_test
@given(drawn=inner_and_shape(1), other=st.data())
def test_time_distributed_called_twice(drawn: Any, other: Any) -> None:
    layer, x = drawn
    again = tuple(other.draw(SIZES) if i > 1 else n for i, n in enumerate(x))
    wrapper = made("TimeDistributed", layer)
    if compare_made(wrapper, x).kind == AGREE:
        assert_agree(compare_made(wrapper, x, again), partly=lenient(layer, len(x) - 1))


@property_test
@given(drawn=inner_and_shape(0), power=st.sampled_from([1, 1, 1, 2, 0, -1]))
def test_spectral_normalization(drawn: Any, power: int) -> None:
    layer, x = drawn
    verdict = compare_made(made("SpectralNormalization", layer, power_iterations=power), x)
    assert_agree(verdict, partly=lenient(layer, len(x)))


@property_test
@given(drawn=inner_and_shape(0), other=st.data())
def test_spectral_normalization_called_twice(drawn: Any, other: Any) -> None:
    layer, x = drawn
    again = tuple(other.draw(SIZES) if i else n for i, n in enumerate(x))
    wrapper = made("SpectralNormalization", layer)
    if compare_made(wrapper, x).kind == AGREE:
        assert_agree(compare_made(wrapper, x, again), partly=lenient(layer, len(x)))


OUTPUTS = st.sampled_from(
    [(5,), (), (2, None), (3, 4), [5], 5, (-1,), [(5,), (6,)], ((5,), (6,)), {"a": (5,)}, [[5]]]
)


@property_test
@given(x=st.lists(SIZES, min_size=0, max_size=3), outs=OUTPUTS)
def test_lambda_with_a_shape(x: Any, outs: Any) -> None:
    """`output_shape` is taken at its word."""
    layer = made("Lambda", abs, output_shape=outs)
    assert_agree(compare_made(layer, (None, *x)))


def test_only_tensors() -> None:
    """Wrappers take one tensor."""
    pair = [(None, 3, 4), (None, 3, 4)]
    pipeline = made("Pipeline", [made("Dense", 3)])
    assert_agree(compare_made(made("TimeDistributed", pipeline), (None, 3, 4)))
    for layer in (made("Add"), made("Concatenate"), made("Dense", 3)):
        assert_agree(compare_made(made("TimeDistributed", layer), pair))
    assert_agree(compare_made(made("TimeDistributed", 3), (None, 3, 4)))
    assert_agree(compare_made(made("Bidirectional", made("LSTM", 3)), pair))
