"""Axis words in names and comments: what is a claim, and what is none."""

from __future__ import annotations

import pytest

from flake8_concat.rules.side_words import pair_sides
from flake8_concat.rules.words import (
    name_claim,
    named_axis,
    sentence_claim,
    spoken_word,
    words_of,
)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("merged_features_width", ("merged", "features", "width")),
        ("mergedWidth2", ("merged", "width", "2")),
        ("IMG_WIDTH", ("img", "width")),
        ("RGBWidth", ("rgb", "width")),
    ],
)
def test_words(name: str, words: tuple[str, ...]) -> None:
    assert words_of(name) == words


@pytest.mark.parametrize(
    ("name", "axis", "firm"),
    [
        ("merged_features_width", "width", True),
        ("mergedHeight", "height", True),
        ("concat_h", "height", True),
        ("along_w", "width", True),
        ("concat_channels", "channels", True),
        ("features_width", "width", False),
        ("joined_vertically", "height", True),
        ("stacked_rows", "height", False),
    ],
)
def test_names_that_claim_an_axis(name: str, axis: str, firm: bool) -> None:
    claim = name_claim(name, "concat")
    assert claim is not None
    assert (claim.axes, claim.firm) == ({axis}, firm)


@pytest.mark.parametrize(
    "name",
    ["width_multiplier", "HeightAttention", "merged_wh", "x_w", "merged", "width_height_concat", "h",
     "merged_features", "left_width", "batch_norm", "conv_height", "w"],
)  # fmt: skip
def test_names_that_claim_nothing(name: str) -> None:
    assert name_claim(name, "concat") is None


def test_the_name_of_a_mean_needs_a_preposition() -> None:
    assert name_claim("height_mean", "reduce") is None
    assert name_claim("mean_over_height", "reduce") is not None


@pytest.mark.parametrize(
    ("text", "axis"),
    [
        ("# Concatenate along the width axis", "width"),
        ("# concat on the channel dimension", "channels"),
        ("# channel-wise concat", "channels"),
        ("# side by side, horizontally", "width"),
        ("# axis=1 (height)", "height"),
        ("# axis 2 is width", "width"),
        ("# merge along height.", "height"),
        ("# Concatenate features across channels", "channels"),
        ("# (H axis)", "height"),
    ],
)
def test_sentences_that_claim_an_axis(text: str, axis: str) -> None:
    claim = sentence_claim(text, "concat")
    assert claim is not None
    assert claim.axes == {axis}
    assert text[claim.start :].startswith(claim.word)


@pytest.mark.parametrize(
    "text",
    [
        "# not along the width",
        "# along the width or the height axis",
        "# should this be along the width?",
        "# instead of the channel axis",
        "# merge width and height",
        "# stack the feature maps",
        "# pad along the width",
        "# average over the height",
        "# keep the height",
        "# if channels_first, axis 1 is the channel axis",
        "# the two widths are equal",
        "# concatenate h and w",
        "# merge the hidden states",
        "# a depthwise separable convolution joins them",
        "An expansion 1x1 conv, a depthwise 3x3 conv, and a projection",
        "# depthwise dilated 5x5 convolution",
    ],
)
def test_sentences_that_claim_nothing(text: str) -> None:
    assert sentence_claim(text, "concat") is None


@pytest.mark.parametrize(
    ("name", "axes"),
    [("WIDTH_AXIS", {"width"}), ("HEIGHT", {"height"}), ("channel_axis", {"channels"}),
     ("H_AXIS", {"height"}), ("bn_axis", None), ("concat_axis", None), ("W", None), ("rows", None)],
)  # fmt: skip
def test_named_axes(name: str, axes: set[str] | None) -> None:
    claim = named_axis(name)
    assert (claim and set(claim.axes)) == axes


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        ("img_width", "img_height", ("width", "height")),
        ("HEIGHT", "WIDTH", ("height", "width")),
        ("w", "h", ("width", "height")),
        ("nw", "nh", ("width", "height")),
        ("img_cols", "img_rows", ("width", "height")),
        ("width", "img_height", ("width", "height")),
        ("w", "img_h", None),
        ("width_multiplier", "height", None),
        ("view", "high", None),
        ("width", "width2", None),
        ("how", "hoh", None),
    ],
)
def test_pairs(one: str, other: str, sides: tuple[str, str] | None) -> None:
    assert pair_sides(one, other) == sides


@pytest.mark.parametrize(
    ("axis", "like", "word"),
    [("height", "width", "height"), ("width", "Height", "Width"), ("width", "VERTICALLY", "HORIZONTALLY"),
     ("height", "W", "H"), ("channels", "width", "channel"), ("width", "rows", "columns")],
)  # fmt: skip
def test_words_are_replaced_in_kind(axis: str, like: str, word: str) -> None:
    assert spoken_word(axis, like) == word
