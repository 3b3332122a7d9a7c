"""Layers around layers: shapes and refusals, as real Keras says them."""

from __future__ import annotations

from typing import Any

import pytest
from shapes_of_layers import LOST, Refusal, called, create, made

from flake8_concat.shapes import Known, Shape, Unknown

X = (None, 3, 4)
WRONG, RANK, WEIGHT = Refusal.WRONG_SHAPE, Refusal.WRONG_RANK, Refusal.UNKNOWN_WEIGHT


class Model:
    """Something with an outcome, as a model or a layer of the user is."""

    name = "model"

    def __init__(self, outcome: Any) -> None:
        self.said = outcome

    def outcome(self, args: Any, kwargs: Any) -> Any:
        return self.said


@pytest.mark.parametrize(
    ("layer", "x", "expected"),
    [
        (made("Dense", 5), X, (None, 3, 5)),
        (made("Dense", 5), (None, None, 4), (None, None, 5)),
        (made("Dense", 5), (None, 4), RANK),
        (made("Dense", 5), (None, 3, None), WEIGHT),
        (made("Dense", 5), [X, X], WRONG),
        (made("Conv2D", 5, 3), (None, 3, 8, 8, 2), (None, 3, 6, 6, 5)),
        (made("Conv2D", 5, 9), (None, 3, 8, 8, 2), Refusal.EMPTY_OUTPUT),
        (made("Conv2D", 5, 3), (None, 3, 8, 8), RANK),
        (made("LSTM", 5), (None, 3, 8, 8, 2), (None, 3, 5)),
        (made("LSTM", 5, return_state=True), (None, 3, 8, 2), WRONG),
        (made("MaxPooling2D"), (None, 3, 8, 8), (None, 3, 4, 4, 8)),
        (made("MultiHeadAttention", 2, 3), (None, 3, 8, 8), WRONG),
        (made("TimeDistributed", made("Dense", 5)), (None, 3, 8, 8), (None, 3, 8, 5)),
        (made("Bidirectional", made("LSTM", 5)), (None, 3, 8, 8), (None, 3, 10)),
        (Model(Known(Shape((2, 6)))), (2, 3, 4), (2, 3, 6)),
        (Model(Known([Shape((2, 6))])), (2, 3, 4), WRONG),
        (Model(Unknown("a model")), (2, 3, 4), LOST),
    ],
)
def test_time_distributed(layer: Any, x: Any, expected: Any) -> None:
    assert called(made("TimeDistributed", layer), x) == expected


def test_time_distributed_builds_once() -> None:
    layer = made("TimeDistributed", made("Dense", 5))
    layer.built = layer.demands(Shape((2, 3, 4)))
    assert called(layer, (None, 3, None)) == (None, 3, 5)


@pytest.mark.parametrize(
    ("inner", "kwargs", "expected"),
    [
        (made("LSTM", 5), {}, (None, 10)),
        (made("LSTM", 5, return_sequences=True), {}, (None, 3, 10)),
        (made("LSTM", 5), {"merge_mode": "sum"}, (None, 5)),
        (made("LSTM", 5), {"merge_mode": None}, [(None, 5), (None, 5)]),
        (made("GRU", 5, return_state=True), {}, [(None, 10), (None, 5), (None, 5)]),
        (
            made("GRU", 5, return_state=True),
            {"merge_mode": None},
            [(None, 5), (None, 5), (None, 5), (None, 5)],
        ),
        (made("LSTM", 5), {"backward_layer": made("GRU", 7, go_backwards=True)}, (None, 10)),
        (made("LSTM", 5), {"backward_layer": made("LSTM", 5)}, WRONG),
        (
            made("LSTM", 5),
            {"backward_layer": made("LSTM", 5, go_backwards=True, return_sequences=True)},
            WRONG,
        ),
        (made("LSTM", 5, go_backwards=True), {}, WRONG),
        (made("LSTM", 5), {"merge_mode": "max"}, WRONG),
        (made("Dense", 5), {}, WRONG),
        (made("LSTM", 5, stateful=True), {}, WEIGHT),
        (Model(Known(Shape((2, 6)))), {}, LOST),
    ],
)
def test_bidirectional(inner: Any, kwargs: dict[str, Any], expected: Any) -> None:
    assert called(create("Bidirectional", (inner,), kwargs), X) == expected


def test_bidirectional_of_images() -> None:
    layer = made("Bidirectional", made("ConvLSTM2D", 4, 2, data_format="channels_first"))
    assert called(layer, (None, 3, 4, 8, 8)) == (None, 4, 7, 14)
    assert called(made("Bidirectional", made("LSTM", 5)), (None, 4)) == RANK


def test_spectral_normalization() -> None:
    layer = made("SpectralNormalization", made("Conv2D", 5, 3))
    assert called(layer, (None, 8, 8, 2)) == (None, 6, 6, 5)
    assert called(layer, (None, 8, 8)) == RANK
    assert called(made("SpectralNormalization", made("MaxPooling2D")), (None, 8, 8, 2)) == WRONG
    layer.built = layer.demands(Shape((2, 8, 8, 2)))
    assert called(layer, (None, 8, 8, 3)) == Refusal.CHANNELS
    assert called(create("SpectralNormalization", (made("Dense", 3), 0)), X) == WRONG


def test_lambda_says_its_shape() -> None:
    assert called(made("Lambda", abs, output_shape=(5, None)), X) == (None, 5, None)
    assert called(made("Lambda", abs), X) == LOST
    assert called(made("Lambda", abs, output_shape=[(5,), (6,)]), X) == [(None, 5), (None, 6)]


def test_foreign_code_is_not_read() -> None:
    outcome = made("TorchModuleWrapper", object()).outcome((Shape((2, 3)),), {})
    assert isinstance(outcome, Unknown)
    assert outcome.why == "a PyTorch module is not read"
