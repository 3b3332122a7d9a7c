"""Old spellings mean what they meant."""

from __future__ import annotations

from typing import Any

import pytest

from flake8_concat.keras.create import create
from flake8_concat.keras.families import load
from flake8_concat.keras.layer import Layer
from flake8_concat.shapes import BATCH, Known, Mismatch, Shape, Unknown

load()
IMAGE = (64, 64, 3)
STEPS = (10, 8)

# name, args, kwargs, input without the batch, output without the batch
CASES: list[tuple[str, tuple[Any, ...], dict[str, Any], Any, tuple[int, ...]]] = [
    (
        "Convolution2D",
        (64, 3, 3),
        {"border_mode": "same", "subsample": (2, 2)},
        IMAGE,
        (32, 32, 64),
    ),
    ("Convolution2D", (64, 3, 3), {}, IMAGE, (62, 62, 64)),
    ("Convolution2D", (64, 3, 3, "he_normal", "relu", None, "same"), {}, IMAGE, (64, 64, 64)),
    ("Convolution2D", (64, (3, 3)), {}, IMAGE, (62, 62, 64)),
    ("Convolution2D", (64, 3, 2), {}, IMAGE, (31, 31, 64)),
    ("Convolution2D", (64, 3, 1), {"border_mode": "valid"}, IMAGE, (62, 64, 64)),
    ("Convolution2D", (64, 3), {}, IMAGE, (62, 62, 64)),
    ("Convolution2D", (), {"nb_filter": 8, "nb_row": 1, "nb_col": 7}, IMAGE, (64, 58, 8)),
    # The trap: without a keyword of Keras 1 the third position of Conv2D is the stride.
    ("Conv2D", (32, 3, 3), {}, IMAGE, (21, 21, 32)),
    ("Conv2D", (32, 3, 3), {"border_mode": "same"}, IMAGE, (64, 64, 32)),
    ("Conv2D", (32, 3, 2), {"padding": "same"}, IMAGE, (32, 32, 32)),
    ("Convolution2D", (8, 3, 3), {"dim_ordering": "th"}, (3, 64, 64), (8, 62, 62)),
    ("Convolution3D", (8, 3, 3, 3), {}, (16, 16, 16, 1), (14, 14, 14, 8)),
    ("Convolution1D", (8, 3), {"border_mode": "same"}, STEPS, (10, 8)),
    ("Convolution1D", (), {"nb_filter": 4, "filter_length": 3}, STEPS, (8, 4)),
    ("AtrousConvolution2D", (8, 3, 3), {"atrous_rate": (2, 2)}, IMAGE, (60, 60, 8)),
    (
        "Deconvolution2D",
        (8, 3, 3),
        {"output_shape": (None, 129, 129, 8), "subsample": (2, 2)},
        IMAGE,
        (129, 129, 8),
    ),
    ("SeparableConvolution2D", (8, 3, 3), {}, IMAGE, (62, 62, 8)),
    ("MaxPooling2D", ((2, 2),), {"border_mode": "same", "dim_ordering": "tf"}, IMAGE, (32, 32, 3)),
    ("MaxPooling2D", ((3, 3),), {"strides": (2, 2), "border_mode": "valid"}, IMAGE, (31, 31, 3)),
    ("MaxPooling1D", (), {"pool_length": 5}, STEPS, (2, 8)),
    ("MaxPooling1D", (), {"pool_length": 2, "stride": 1}, STEPS, (9, 8)),
    ("AveragePooling2D", (), {}, IMAGE, (32, 32, 3)),
    ("UpSampling1D", (), {"length": 3}, STEPS, (30, 8)),
    ("ZeroPadding2D", ((1, 1),), {"dim_ordering": "th"}, (3, 8, 8), (3, 10, 10)),
    ("Dense", (), {"output_dim": 5, "init": "uniform"}, STEPS, (10, 5)),
    ("Dense", (5,), {"W_regularizer": None, "bias": False, "input_dim": 8}, (8,), (5,)),
    ("Dense", (5,), {"input_shape": (8,), "weights": None}, (8,), (5,)),
    ("Dense", (5,), {"batch_input_shape": (None, 8)}, (8,), (5,)),
    ("Embedding", (100, 16), {"input_length": 10}, (10,), (10, 16)),
    ("Dropout", (), {"p": 0.5}, STEPS, STEPS),
    ("GaussianNoise", (), {"sigma": 0.5}, STEPS, STEPS),
    ("BatchNormalization", (), {"mode": 0, "axis": 1}, IMAGE, IMAGE),
    ("BatchNormalization", (), {"gamma_init": "one", "fused": True}, IMAGE, IMAGE),
    ("SyncBatchNormalization", (), {}, IMAGE, IMAGE),
    ("LeakyReLU", (), {"alpha": 0.1}, IMAGE, IMAGE),
    ("ThresholdedReLU", (), {"theta": 0.1}, IMAGE, IMAGE),
    ("Reshape", (), {"dims": (80,)}, STEPS, (80,)),
    ("LocallyConnected1D", (4, 3), {}, STEPS, (8, 4)),
    ("LocallyConnected2D", (4, (3, 3)), {"strides": 2}, IMAGE, (31, 31, 4)),
    ("Merge", (), {"mode": "concat", "concat_axis": 1}, [STEPS, STEPS], (20, 8)),
    ("Merge", (), {"mode": "sum"}, [STEPS, STEPS], STEPS),
    ("Merge", (), {"mode": "dot", "dot_axes": 2}, [STEPS, STEPS], (10, 10)),
]


def with_batch(sizes: Any) -> Any:
    if isinstance(sizes, list):
        return [with_batch(item) for item in sizes]
    return Shape((BATCH, *sizes))


@pytest.mark.parametrize(("name", "args", "kwargs", "given", "expected"), CASES)
def test_old_spellings(
    name: str, args: tuple[Any, ...], kwargs: dict[str, Any], given: Any, expected: tuple[int, ...]
) -> None:
    layer = create(name, args, kwargs)
    assert isinstance(layer, Layer), layer
    outcome = layer.outcome((with_batch(given),), {})
    assert isinstance(outcome, Known), outcome
    assert outcome.result == with_batch(expected)


@pytest.mark.parametrize(
    ("name", "kwargs"),
    [("CuDNNLSTM", {"units": 8}), ("CuDNNGRU", {"units": 8}), ("LSTM", {"output_dim": 8})],
)
def test_recurrent_layers_of_old(name: str, kwargs: dict[str, Any]) -> None:
    layer = create(name, (), kwargs)
    assert isinstance(layer, Layer), layer
    assert layer.outcome((with_batch(STEPS),), {}).result == with_batch((8,))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "args", "kwargs"),
    [
        ("Dense", (1,), {"dynamic": True}),
        ("Merge", (), {"mode": None}),
        ("Convolution2D", (8, 3, 3), {"border_mode": "full"}),
        ("NoSuchLayer", (), {}),
    ],
)
def test_arguments_that_do_not_bind_are_unknown(
    name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> None:
    assert isinstance(create(name, args, kwargs), Unknown)


@pytest.mark.parametrize(
    ("args", "kwargs", "told"),
    [
        ((1,), {"unit": 3}, "got an unexpected keyword argument 'unit'"),
        ((1,), {"units": 3}, "got multiple values for argument 'units'"),
        ((Unknown("x"),), {"nonsense": 1}, "got an unexpected keyword argument 'nonsense'"),
    ],
)
def test_arguments_that_no_keras_took_are_refused(
    args: tuple[Any, ...], kwargs: dict[str, Any], told: str
) -> None:
    made = create("Dense", args, kwargs)
    assert isinstance(made, Mismatch)
    assert made.what == told
    assert isinstance(made.recover, Layer) == ("multiple" not in told)


def test_what_no_keras_took_is_refused() -> None:
    for name, args, what in (
        ("Dense", (), "needs `units`, which is not given"),
        ("Reshape", (4, 8), "takes its sizes as one tuple, is given 2 arguments"),
    ):
        made = create(name, args, {})
        assert isinstance(made, Mismatch)
        assert made.what == what
