"""Shapes in comments: how they are written, and what they contradict."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_concat.rules.shape_fit import corrected, difference, fits
from flake8_concat.rules.shape_text import asked, result_of, shapes_in
from flake8_concat.shapes import BATCH, Shape

DRAWS = int(os.environ.get("FLAKE8_CONCAT_DRAWS", "1"))
TRACED = Shape((BATCH, 64, 48, 192))


@pytest.mark.parametrize(
    "text",
    [
        "# (None, 64, 48, 192)",
        "#(None,64,48,192)",
        "# Output: (None, 64, 48, 192)",
        "# -> 64x48x192",
        "# shape = [?, 64, 48, 192]",
        "# (bs, 64, 48, 192)",
        "# (batch_size, 64, 48, channels*2)",
        "# 64*48*192",
        "# 64 × 48 × 192",
        "# h1: (None, 64, 48, 192)",
        "# 128,96,64 -> 64,48,192",
        "# 64,48,64 + 64,48,128 -> 64,48,192",
        "# (64, 48, 192)",
        "# (1, 64, 48, 192)",
        "# (None, 192, 64, 48)",
        "# (192, 64, 48)",
        "# (None, 3072, 192)",
        "# (B, H, W, 192)",
        "# (None, H/4, W/4, 192)",
        "# (..., 192)",
        "# TensorShape([None, 64, 48, 192])",
        "# (None, 64, 48, 1, 192)",
        "# after conv: (None, 64, 48, 192)",
    ],
)
def test_what_fits(text: str) -> None:
    said = result_of(text)
    assert said is not None
    assert fits(said, TRACED, {})
    assert difference(said, TRACED, {}) is None


@pytest.mark.parametrize(
    ("text", "axes", "fixed"),
    [
        ("# (None, 64, 48, 32)", (3,), "# (None, 64, 48, 192)"),
        ("# Output: (None, 64,  64, 32)", (2, 3), "# Output: (None, 64,  48, 192)"),
        ("# -> 64x48x19 maps", (3,), "# -> 64x48x192 maps"),
        ("# shape = [?, 28, 48, 192]", (1,), "# shape = [?, 64, 48, 192]"),
        ("# (bs, 16, 16, 1024)", (1, 2, 3), "# (bs, 64, 48, 192)"),
        ("# 52*52*128", (1, 2, 3), "# 64*48*192"),
        ("# (None, SIZE, 48, 192)", (1,), "# (None, 64, 48, 192)"),
        ("# (None, 48, 64, 192)", (1, 2), "# (None, 64, 48, 192)"),
        ("# (None, 10)", (), "# (None, 64, 48, 192)"),
    ],
)
def test_what_contradicts_and_how_it_is_mended(
    text: str, axes: tuple[int, ...], fixed: str
) -> None:
    said = result_of(text)
    assert said is not None
    wrong = difference(said, TRACED, {"SIZE": 32})
    assert wrong is not None
    assert wrong.axes == axes
    for start, end, new in reversed(corrected(text, said, TRACED, wrong)):
        text = text[:start] + new + text[end:]
    assert text == fixed


@pytest.mark.parametrize(
    "text",
    [
        "# (3, 3) kernel",
        "# 3x3",
        "# kernel 3x3x64",
        "# Conv2D(64, 3, 3)",
        "# 1, 2, 3 are",
        "# version 1.2.3",
        "# (a, b, c)",
        "# see (Smith, 2017)",
        "# if the image is 224x224x3",
        "# was (None, 64, 64, 3)",
        "# e.g. (None, 7, 7, 512)",
        "# [0, 1, 2]",
        "# 10 * 20",
        "# x[1, 2, 3]",
        "# mean over axis (1, 2, 3)",
        "# 2019-10-12",
        "# 52x52x128 or 26x26x256",
        "# (None, 1, 2), (None, 3, 4)",
    ],
)
def test_what_says_no_shape_of_a_result(text: str) -> None:
    assert result_of(text) is None


def test_unknown_sizes_are_not_contradicted() -> None:
    said = result_of("# (None, 224, 224, 8)")
    assert said is not None
    assert fits(said, Shape((BATCH, BATCH, BATCH, 8)), {})
    assert not fits(said, Shape((BATCH, BATCH, BATCH, 9)), {})


def test_asked() -> None:
    assert asked("# shape: ?") == (9, 10)
    assert asked("# shape = ?") == (10, 11)
    assert asked("# shape: ? x 3") is None
    assert asked("# what shape?") is None


SIZES = st.lists(st.integers(2, 4000), min_size=3, max_size=4)
FORMS = ("({})", "[{}]", "# Output: ({})", "# -> {}", "# shape: ({})")


@settings(max_examples=200 * DRAWS, deadline=None)
@given(
    SIZES, st.sampled_from(FORMS), st.sampled_from([", ", ",", " , "]),
    st.sampled_from(["None", "?", "bs", "batch_size", "-1", ""]), st.data(),
)  # fmt: skip
def test_a_written_shape_is_read_back(
    sizes: list[int], form: str, separator: str, batch: str, data: st.DataObject
) -> None:
    if "(" not in form and "[" not in form:
        separator, batch = data.draw(st.sampled_from(["x", "*", " x ", "×"])), ""
    traced = Shape((BATCH, *sizes))
    words = [batch] * bool(batch) + [str(size) for size in sizes]
    text = form.format(separator.join(words))
    said = result_of(text)
    assert said is not None, text
    assert fits(said, traced, {})
    at = data.draw(st.integers(0, len(sizes) - 1))
    wrong = list(sizes)
    wrong[at] += data.draw(st.integers(1, 50))
    stale = form.format(separator.join([batch] * bool(batch) + [str(size) for size in wrong]))
    said = result_of(stale)
    assert said is not None
    found = difference(said, traced, {})
    if found is None:  # another reading fits
        assert fits(said, traced, {}) or not said.told
        return
    for start, end, new in reversed(corrected(stale, said, traced, found)):
        stale = stale[:start] + new + stale[end:]
    assert stale == text


@settings(max_examples=300 * DRAWS, deadline=None)
@given(st.text(alphabet="()[],x*# 0123456789?None->.:_abW×…", max_size=40))
def test_any_text_is_read_without_harm(text: str) -> None:
    for said in shapes_in(text):
        assert 0 <= said.start < said.end <= len(text)
        fits(said, TRACED, {})
        wrong = difference(said, TRACED, {})
        if wrong is not None:
            assert corrected(text, said, TRACED, wrong)
    asked(text)
