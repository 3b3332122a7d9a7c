"""Preprocessing layers: shapes and refusals, as real Keras says them."""

from __future__ import annotations

from typing import Any

import pytest
from shapes_of_layers import LOST, Refusal, called, create, made

IMAGE = (None, 8, 8, 3)
WRONG, RANK, WEIGHT = Refusal.WRONG_SHAPE, Refusal.WRONG_RANK, Refusal.UNKNOWN_WEIGHT


@pytest.mark.parametrize(
    ("name", "kwargs", "x", "expected"),
    [
        ("Resizing", {}, IMAGE, (None, 4, 5, 3)),
        ("Resizing", {}, (8, 8, 3), (4, 5, 3)),
        ("Resizing", {"data_format": "channels_first"}, (None, 3, 8, 8), (None, 3, 4, 5)),
        ("Resizing", {"data_format": "channels_first"}, (None, 8), RANK),
        ("Resizing", {"height": -1}, IMAGE, WRONG),
        ("Resizing", {"height": 2.5}, IMAGE, WRONG),
        ("CenterCrop", {}, IMAGE, (None, 4, 5, 3)),
        ("CenterCrop", {}, (None, 8), RANK),
        ("RandomCrop", {}, (None, 2, 8, 8, 3), (None, 2, 4, 5, 3)),
        ("RandomCrop", {}, (None, 8), RANK),
    ],
)
def test_sides(name: str, kwargs: dict[str, Any], x: Any, expected: Any) -> None:
    layer = create(name, (), {"height": 4, "width": 5, **kwargs})
    assert called(layer, x) == expected


def test_what_changes_nothing() -> None:
    boxes = {"boxes": (None, 3, 4), "labels": (None, 3)}
    for layer in (made("RandomFlip"), made("Rescaling", 0.1), made("MixUp")):
        assert called(layer, IMAGE) == IMAGE
        inputs = {"images": IMAGE, "bounding_boxes": boxes}
        assert called(layer, inputs) == inputs
    cut = {"bounding_boxes": {"boxes": (None, 7, 4), "labels": (None, 7)}, "images": IMAGE}
    assert called(made("MaxNumBoundingBoxes", 7), {**cut, "bounding_boxes": boxes}) == cut
    assert called(made("RandomColorDegeneration", 0.1), (None, 8, 8, 1)) == Refusal.CHANNELS


def test_layers_of_keras_2() -> None:
    assert called(made("RandomHeight", 0.1), IMAGE) == (None, None, 8, 3)
    assert called(made("RandomWidth", 0.1), IMAGE) == (None, 8, None, 3)


@pytest.mark.parametrize("factor", [2, (2, 3)])
def test_factors(factor: Any) -> None:
    assert called(create("RandomContrast", (factor,)), IMAGE) == WRONG


@pytest.mark.parametrize(
    ("name", "kwargs", "x", "expected"),
    [
        ("CategoryEncoding", {"num_tokens": 5}, (None, 3), (None, 5)),
        ("CategoryEncoding", {"num_tokens": 5, "output_mode": "one_hot"}, (None, 3), (None, 3, 5)),
        ("CategoryEncoding", {"num_tokens": 5, "output_mode": "one_hot"}, (None, 1), (None, 5)),
        ("CategoryEncoding", {"num_tokens": 0}, (None, 3), WRONG),
        ("CategoryEncoding", {}, (None, 3), WRONG),
        ("Discretization", {"bin_boundaries": [1.0, 2.0]}, (None, 3), (None, 3)),
        (
            "Discretization",
            {"bin_boundaries": [1.0, 2.0], "output_mode": "one_hot"},
            (None, 3),
            (None, 3, 3),
        ),
        ("Discretization", {"num_bins": 4, "output_mode": "count"}, (None, 3, 2), (None, 2, 4)),
        ("Discretization", {}, (None, 3), WRONG),
        ("Hashing", {"num_bins": 4}, (None, 3), (None, 3)),
        ("Hashing", {"num_bins": 4, "output_mode": "one_hot"}, (None, 3), (None, 4)),
        ("Hashing", {"num_bins": 0}, (None, 3), WRONG),
        ("HashedCrossing", {"num_bins": 4}, [(None, 1), (None, 1)], (None, 1)),
        (
            "HashedCrossing",
            {"num_bins": 4, "output_mode": "one_hot"},
            [(None, 3), (None, 3)],
            (None, 3, 4),
        ),
        ("HashedCrossing", {"num_bins": 4}, [(None, 1), (None, 2)], Refusal.SHAPES_DIFFER),
        ("HashedCrossing", {"num_bins": 4}, [(None, 1)], WRONG),
        ("HashedCrossing", {"num_bins": 4}, (None, 1), Refusal.NOT_A_LIST),
    ],
)
def test_categories(name: str, kwargs: dict[str, Any], x: Any, expected: Any) -> None:
    assert called(create(name, (), kwargs), x) == expected


@pytest.mark.parametrize(
    ("kwargs", "expected"),
    [
        ({"vocabulary": ["a", "b"]}, (None, 3)),
        ({"vocabulary": ["[UNK]", "a", "b"]}, (None, 3)),
        ({"vocabulary": ["a", "b"], "num_oov_indices": 0}, (None, 2)),
        ({"vocabulary": ["a"], "max_tokens": 9, "pad_to_max_tokens": True}, (None, 9)),
        ({"vocabulary": "words.txt"}, (None, "?")),
        ({}, (None, "?")),
        ({"vocabulary": ["a", "a"]}, WRONG),
        ({"vocabulary": ["a", "b"], "max_tokens": 2}, WRONG),
        ({"vocabulary": []}, WRONG),
        ({"max_tokens": 1}, WRONG),
        ({"pad_to_max_tokens": True}, WRONG),
        ({"vocabulary": ["a"], "output_mode": "tf_idf"}, WRONG),
        ({"output_mode": "hot"}, WRONG),
    ],
)
def test_string_lookup(kwargs: dict[str, Any], expected: Any) -> None:
    layer = create("StringLookup", (), {"output_mode": "multi_hot", **kwargs})
    assert called(layer, (None, 4)) == expected


@pytest.mark.parametrize(
    ("kwargs", "x", "expected"),
    [
        ({}, (None, 1), (None, None)),
        ({"output_sequence_length": 7}, (None, 1), (None, 7)),
        ({"output_mode": "multi_hot", "vocabulary": ["a"]}, (None,), (None, 2)),
        ({"output_mode": "multi_hot", "vocabulary": ["a"]}, (None, 1), (None, 1, 2)),
        (
            {"output_mode": "multi_hot", "vocabulary": ["a"], "split": None},
            (None, 3),
            (None, 2),
        ),
        ({"output_mode": "multi_hot", "output_sequence_length": 3}, (None, 1), WRONG),
        ({"standardize": "upper"}, (None, 1), WRONG),
    ],
)
def test_text_vectorization(kwargs: dict[str, Any], x: Any, expected: Any) -> None:
    assert called(create("TextVectorization", (), kwargs), x) == expected


@pytest.mark.parametrize(
    ("kwargs", "x", "expected"),
    [
        ({}, (None, 3, 4), (None, 3, 4)),
        ({}, (None, 3, None), WEIGHT),
        ({"axis": None}, (None, 3, None), (None, 3, None)),
        ({"axis": 3}, (None, 3, 4), WRONG),
        ({"mean": [1.0, 2.0], "variance": [1.0, 1.0]}, (None, 4), Refusal.SHAPES_DIFFER),
        ({"mean": [1.0, 2.0], "variance": 1.0}, (None, 4), Refusal.SHAPES_DIFFER),
        ({"mean": 1.0}, (None, 4), WRONG),
        ({"mean": [[1.0]], "variance": [[1.0]]}, (None, 4), RANK),
        ({"axis": (-1, 1)}, (None, 4), WRONG),
    ],
)
def test_normalization(kwargs: dict[str, Any], x: Any, expected: Any) -> None:
    assert called(create("Normalization", (), kwargs), x) == expected


@pytest.mark.parametrize(
    ("name", "kwargs", "x", "expected"),
    [
        ("MelSpectrogram", {}, (None, 16000), (None, 128, 32)),
        ("MelSpectrogram", {}, (None, None), (None, 128, None)),
        ("MelSpectrogram", {"sequence_stride": 0}, (None, None), (None, 128, None)),
        ("MelSpectrogram", {"sequence_stride": 0}, (None, 100), WRONG),
        ("MelSpectrogram", {"fft_length": 256, "sequence_length": 512}, (None, 100), WRONG),
        ("STFTSpectrogram", {}, (None, 1000, 1), (None, 6, 129)),
        ("STFTSpectrogram", {"mode": "stft"}, (None, 1000, 2), (None, 6, 516)),
        ("STFTSpectrogram", {"expand_dims": True}, (None, 1000, 2), (None, 6, 129, 2)),
        ("STFTSpectrogram", {}, (None, 100, 1), Refusal.EMPTY_OUTPUT),
        ("STFTSpectrogram", {}, (None, 1000, None), WEIGHT),
        ("STFTSpectrogram", {}, (None, 1000), RANK),
        ("STFTSpectrogram", {"frame_step": 300}, (None, 1000, 1), WRONG),
    ],
)
def test_spectrograms(name: str, kwargs: dict[str, Any], x: Any, expected: Any) -> None:
    assert called(create(name, (), kwargs), x) == expected


def test_pipeline() -> None:
    layer = made("Pipeline", [made("Resizing", 4, 5), made("Conv2D", 6, 3)])
    assert called(layer, IMAGE) == (None, 2, 3, 6)
    assert called(made("Pipeline", [made("Conv2D", 6, 9)]), IMAGE) == Refusal.EMPTY_OUTPUT
    assert called(made("Pipeline", []), IMAGE) == WRONG
    assert called(made("Pipeline", [made("Hashing", 4)]), IMAGE) == LOST
    assert called(made("Pipeline", [object()]), IMAGE) == LOST
