"""Preprocessing layers on drawn arguments and shapes, held against real Keras."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

import pytest

pytest.importorskip("keras")
pytest.importorskip("hypothesis")

import keras
from harness import Verdict, assert_agree, draws
from hypothesis import given, settings
from hypothesis import strategies as st
from nesting import compare_made, made

from flake8_concat.keras.image_preprocessing import BOUNDS

SIZES = st.sampled_from([None, 1, 1, 2, 3, 3, 4, 8, 8])
BATCH = st.sampled_from([None, None, None, 1, 2])
SIDES = st.sampled_from([1, 2, 4, 5, 8, 16, 0, -1, None])
FORMATS = st.sampled_from([None, "channels_last", "channels_first"])
MODES = st.sampled_from(
    ["int", "one_hot", "one_hot", "multi_hot", "count", "tf_idf", "binary", "x"]
)

property_test = settings(max_examples=draws(60), deadline=None)


@st.composite
def shapes(draw: Any, least: int = 1, most: int = 5) -> Any:
    rank = draw(st.integers(least, most))
    return (draw(BATCH), *(draw(SIZES) for _ in range(rank - 1))) if rank else ()


def some(draw: Any, **choices: Any) -> dict[str, Any]:
    """Some of the keywords, drawn."""
    return {key: draw(value) for key, value in choices.items() if draw(st.booleans())}


# Layers on strings and categories need TensorFlow, whatever the backend is.
needs_tensorflow = pytest.mark.skipif(find_spec("tensorflow") is None, reason="no TensorFlow")
needs_scipy = pytest.mark.skipif(find_spec("scipy") is None, reason="no SciPy")
# What only the TensorFlow backend has: sparse and ragged tensors.
SPARSE = st.booleans() if keras.backend.backend() == "tensorflow" else st.just(value=False)


def agrees(verdict: Verdict) -> None:
    assert_agree(verdict)


@property_test
@given(data=st.data())
def test_layers_that_change_nothing(data: Any) -> None:
    name = data.draw(st.sampled_from([*BOUNDS, "RandomColorDegeneration"]))
    kwargs: dict[str, Any] = {}
    required = {
        "RandomTranslation": ("height_factor", "width_factor"),
        "RandomZoom": ("height_factor",),
    }
    needs = required.get(name, ())
    if name in (
        "RandomBrightness",
        "RandomContrast",
        "RandomHue",
        "RandomPosterization",
        "RandomRotation",
        "RandomSaturation",
        "RandomSharpness",
        "RandomColorDegeneration",
    ):
        needs = ("factor",)
    inside = {"RandomPosterization": st.sampled_from([1, 4, 8, 9, 0])}
    factors = inside.get(
        name, st.sampled_from([0.0, 0.1, 0.5, 1.0, 1.5, 2, -2, (0.1, 0.3), (2, 3)])
    )
    if name in ("RandomGrayscale", "RandomPerspective"):
        factors = st.sampled_from([0.0, 0.1, 1.0, 1.5])
    for factor in {*needs, *BOUNDS.get(name, {})}:
        if factor in needs or data.draw(st.booleans()):
            kwargs[factor] = data.draw(factors)
    shape = data.draw(shapes(1, 6))
    agrees(compare_made(made(name, **kwargs), shape))


@property_test
@given(
    name=st.sampled_from(["Resizing", "CenterCrop", "RandomCrop"]),
    height=SIDES,
    width=SIDES,
    data_format=FORMATS,
    shape=shapes(1, 6),
)
def test_sides(name: str, height: Any, width: Any, data_format: Any, shape: Any) -> None:
    agrees(compare_made(made(name, height, width, data_format=data_format), shape))


@needs_tensorflow
@property_test
@given(data=st.data())
def test_category_encoding(data: Any) -> None:
    kwargs = some(data.draw, output_mode=MODES, num_tokens=st.sampled_from([1, 5, 5, 0, -1]))
    agrees(compare_made(made("CategoryEncoding", **kwargs), data.draw(shapes())))


@needs_tensorflow
@property_test
@given(data=st.data())
def test_discretization(data: Any) -> None:
    kwargs = some(
        data.draw,
        output_mode=MODES,
        num_bins=st.sampled_from([1, 5, 0, -1]),
        bin_boundaries=st.sampled_from([[1.0], [1.0, 2.0], [], (0.5, 1.0, 1.5)]),
        sparse=SPARSE,
    )
    agrees(compare_made(made("Discretization", **kwargs), data.draw(shapes())))


@needs_tensorflow
@property_test
@given(data=st.data())
def test_hashing(data: Any) -> None:
    kwargs = some(data.draw, output_mode=MODES, sparse=SPARSE)
    bins = data.draw(st.sampled_from([1, 5, 5, 0, -1]))
    agrees(compare_made(made("Hashing", bins, **kwargs), data.draw(shapes())))


@needs_tensorflow
@property_test
@given(data=st.data())
def test_hashed_crossing(data: Any) -> None:
    kwargs = some(data.draw, output_mode=MODES)
    one = data.draw(shapes())
    other = one if data.draw(st.booleans()) else data.draw(shapes())
    given_ = data.draw(st.sampled_from([[one, other]] * 5 + [[one], [one] * 3]))
    agrees(compare_made(made("HashedCrossing", 4, **kwargs), given_))


WORDS = {
    "StringLookup": [
        ["a", "b"],
        ["a", "b", "a"],
        ["[UNK]", "a"],
        ["", "[UNK]", "a"],
        [],
        ["", "a"],
    ],
    "IntegerLookup": [[1, 2], [1, 2, 1], [-1, 3], [0, -1, 3], [0, 3], [7]],
}


@needs_tensorflow
@property_test
@given(data=st.data())
def test_lookup(data: Any) -> None:
    name = data.draw(st.sampled_from(sorted(WORDS)))
    kwargs = some(
        data.draw,
        max_tokens=st.sampled_from([1, 2, 3, 9, 9]),
        num_oov_indices=st.sampled_from([1, 1, 0, 2, -1]),
        mask_token=st.sampled_from([None, "" if name == "StringLookup" else 0]),
        invert=st.booleans(),
        output_mode=MODES,
        pad_to_max_tokens=st.booleans(),
        sparse=SPARSE,
        idf_weights=st.sampled_from([None, [1.0], [1.0, 2.0], [1.0, 2.0, 3.0]]),
    )
    kwargs["vocabulary"] = data.draw(st.sampled_from(WORDS[name]))
    agrees(compare_made(made(name, **kwargs), data.draw(shapes())))


@needs_tensorflow
@property_test
@given(data=st.data())
def test_lookup_to_be_adapted(data: Any) -> None:
    """Without a vocabulary the depth is open, all else is known."""
    name = data.draw(st.sampled_from(sorted(WORDS)))
    kwargs = some(
        data.draw,
        max_tokens=st.sampled_from([1, 9, 9]),
        output_mode=MODES,
        pad_to_max_tokens=st.booleans(),
    )
    assert_agree(compare_made(made(name, **kwargs), data.draw(shapes())), partly=True)


@needs_tensorflow
@property_test
@given(data=st.data())
def test_text_vectorization(data: Any) -> None:
    kwargs = some(
        data.draw,
        max_tokens=st.sampled_from([1, 9, 9]),
        split=st.sampled_from([None, "whitespace", "character", "word"]),
        standardize=st.sampled_from([None, "lower", "upper"]),
        output_mode=MODES,
        output_sequence_length=st.sampled_from([5, 7, 1, None]),
        pad_to_max_tokens=st.booleans(),
        ragged=SPARSE,
        idf_weights=st.sampled_from([None, [1.0, 2.0]]),
    )
    kwargs["vocabulary"] = data.draw(st.sampled_from([["a", "b"], ["", "[UNK]", "a"], ["a", "a"]]))
    agrees(compare_made(made("TextVectorization", **kwargs), data.draw(shapes())))


@property_test
@given(data=st.data())
def test_normalization(data: Any) -> None:
    moments = st.sampled_from([None, 1.0, [1.0], [1.0, 2.0, 3.0], [[1.0]], [[1.0, 2.0, 3.0]] * 2])
    kwargs = some(
        data.draw,
        axis=st.sampled_from([None, -1, 1, 2, 0, (1, 2), [-1], (-1, 1), 5, (-1, -2)]),
        mean=moments,
        variance=moments,
    )
    if data.draw(st.booleans()) and "mean" in kwargs:
        kwargs["variance"] = kwargs["mean"]
    agrees(compare_made(made("Normalization", **kwargs), data.draw(shapes())))


@property_test
@given(data=st.data())
def test_mel_spectrogram(data: Any) -> None:
    kwargs = some(
        data.draw,
        fft_length=st.sampled_from([256, 512, 2048]),
        sequence_stride=st.sampled_from([160, 512, 1, 0, -1]),
        sequence_length=st.sampled_from([None, 100, 512, 4096]),
        num_mel_bins=st.sampled_from([1, 64, 128, 0, -1]),
    )
    sizes = st.sampled_from([None, 1, 100, 4000, 16000])
    shape = tuple(data.draw(st.lists(sizes, min_size=1, max_size=4)))
    agrees(compare_made(made("MelSpectrogram", **kwargs), shape))


@needs_scipy
@property_test
@given(data=st.data())
def test_stft_spectrogram(data: Any) -> None:
    kwargs = some(
        data.draw,
        mode=st.sampled_from(["log", "magnitude", "psd", "real", "imag", "angle", "stft", "x"]),
        frame_length=st.sampled_from([1, 2, 5, 64, 100, 256, 0]),
        frame_step=st.sampled_from([None, 1, 16, 50, 300, 0]),
        fft_length=st.sampled_from([None, 64, 100, 512]),
        padding=st.sampled_from(["valid", "same", "causal"]),
        expand_dims=st.booleans(),
        data_format=FORMATS,
        scaling=st.sampled_from(["density", "spectrum", None, "x"]),
    )
    sizes = st.sampled_from([None, 1, 2, 64, 100, 1000])
    shape = (data.draw(BATCH), *data.draw(st.lists(sizes, min_size=1, max_size=3)))
    agrees(compare_made(made("STFTSpectrogram", **kwargs), shape))


@property_test
@given(data=st.data())
def test_dicts(data: Any) -> None:
    """Images with labels and boxes."""
    inputs: dict[str, Any] = {"images": (None, 8, 8, 3)}
    if data.draw(st.booleans()):
        inputs["labels"] = (None, 3)
    if data.draw(st.booleans()):
        inputs["bounding_boxes"] = {"boxes": (None, 3, 4), "labels": (None, 3)}
    layer = data.draw(
        st.sampled_from(
            [
                made("RandomFlip"),
                made("MixUp"),
                made("CutMix"),
                made("RandomGrayscale"),
                made("CenterCrop", 4, 5),
                made("RandomColorDegeneration", 0.1),
                made("MaxNumBoundingBoxes", 5),
            ]
        )
    )
    agrees(compare_made(layer, inputs))


@property_test
@given(data=st.data())
def test_pipeline(data: Any) -> None:
    steps = data.draw(
        st.lists(
            st.sampled_from(
                [
                    made("Resizing", 4, 5),
                    made("Rescaling", 0.1),
                    made("RandomFlip"),
                    made("Normalization"),
                    made("CenterCrop", 2, 3),
                    made("GlobalAveragePooling2D"),
                    made("Conv2D", 4, 3),
                ]
            ),
            max_size=3,
        )
    )
    shape = data.draw(
        st.sampled_from([(None, 8, 8, 3), (None, 8, 8, 3), (2, 8, 8, 3), (None, 2, 2, 3)])
    )
    assert_agree(compare_made(made("Pipeline", steps), shape), partly=True)
