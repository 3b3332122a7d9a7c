"""What a message says of the sizes that fit is exactly what real Keras builds, from 1 to 512.

Programs are drawn, checked as a user checks them, and the words of their findings read back.
"""

from __future__ import annotations

from typing import Any

import pytest

keras = pytest.importorskip("keras")

from conditions import printed  # noqa: E402
from drawn_networks import HELPERS, Network, Step, networks  # noqa: E402
from harness import draws  # noqa: E402
from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from flake8_concat import analyze  # noqa: E402

SIZES = range(1, 513)
NEVER = ("CAT1", "CAT407")


def said(network: Network) -> dict[str, set[int]]:
    """What the findings leave of the sizes, by what they call them."""
    report = analyze(network.source, "network.py")
    assert report.problem is None
    left = {name: set(SIZES) for name in network.names}
    for finding in report.diagnostics:
        if finding.code.startswith(NEVER):
            return {name: set() for name in left}
        assert finding.code == "CAT403", finding
        for clause in printed(finding.message):
            assert not clause.fits(clause.example)
            first, last = min(clause.example, *clause.near), max(clause.example, *clause.near)
            between = [n for n in range(first, last + 1) if clause.fits(n)]
            assert between == sorted(clause.near), "the nearest sizes that fit"
            for name in clause.names:
                left[name] &= {n for n in SIZES if clause.fits(n)}
    return left


def built(network: Network) -> dict[str, set[int]]:
    """For which sizes Keras builds, by the same names."""
    return {name: {n for n in SIZES if network.builds(name, n)} for name in network.names}


def check(network: Network) -> None:
    left, expected = said(network), built(network)
    if not all(expected.values()):
        assert not any(left.values()), "nothing builds"
        return
    for name, sizes in expected.items():
        wrong = sorted(set(SIZES) - sizes)
        if left[name] == set(SIZES) and wrong == list(range(1, len(wrong) + 1)):
            continue  # images too small for the network: that is no condition on a join
        assert left[name] == sizes, name


@settings(max_examples=draws(25), deadline=None)
@given(networks())
def test_the_printed_condition_is_what_keras_builds(network: Network) -> None:
    check(network)


@settings(max_examples=draws(3), deadline=None)
@given(networks(), st.lists(st.integers(1, 200), min_size=2, max_size=2))
def test_keras_builds_the_whole_as_it_does_layer_by_layer(
    network: Network, sizes: list[int]
) -> None:
    height, width = sizes
    given = dict(zip(network.names, sizes, strict=False))
    expected = all(network.builds(name, size) for name, size in given.items())
    if len(given) == 1:
        width = height
    assert network.run(height, width) is expected


def steps(*lines: str) -> tuple[Step, ...]:
    """Steps from lines like "x1 = layers.Add()([x, x0])"."""
    found = []
    for line in lines:
        target, _, call = line.partition(" = ")
        layer, _, given = call.rpartition("(")
        inputs = tuple(given.rstrip(")").strip("[]").split(", "))
        found.append(Step(target, layer, inputs, joins=given.startswith("[")))
    return tuple(found)


POOLED_AND_ADDED = steps(
    "x0 = layers.MaxPooling2D(3, strides=2, padding='same')(x)",
    "x1 = layers.UpSampling2D(2)(x0)",
    "x2 = layers.Add()([x, x1])",
)
FOUND: dict[str, Any] = {
    "a merge repeats a size of 1": Network(("None", "None"), POOLED_AND_ADDED),
    "both axes are one size": Network(("size", "size"), POOLED_AND_ADDED),
    "a size of 1 is repeated, and then no more": Network(
        ("None", "None"),
        steps(
            "x0 = layers.MaxPooling2D(2, padding='same')(x)",
            "x1 = layers.MaxPooling2D((2, 1), padding='same')(x0)",
            "x2 = layers.UpSampling2D(2)(x1)",
            "x3 = layers.Maximum()([x0, x2])",
            "x4 = layers.UpSampling2D(2)(x3)",
            "x5 = layers.Multiply()([x4, x])",
        ),
    ),
    "one join, two conditions": Network(
        ("(height + 7) // 8 * 8", "width // 2"),
        steps(
            "x0 = layers.MaxPooling2D((16, 3))(x)",
            "x1 = layers.UpSampling2D((16, 3))(x0)",
            "x2 = layers.Concatenate()([x, x1])",
        ),
    ),
    "joins that fit alone and not together": Network(
        ("size", "size + 1"),
        steps(
            "x0 = layers.MaxPooling2D(2)(x)",
            "x1 = layers.UpSampling2D(2)(x0)",
            "x2 = layers.Concatenate()([x, x1])",
        ),
    ),
    "what is cropped can't be negative": Network(
        ("height", "width"),
        steps(
            "x0 = layers.MaxPooling2D(2, padding='same')(x)",
            "x1 = layers.UpSampling2D(2)(x0)",
            "x2 = crop_to(x, x1)",
            "x3 = layers.Concatenate()([x1, x2])",
        ),
    ),
    "a reshape by a rounded size": Network(
        ("size // 2 * 2", "size"),
        steps("x0 = folded(x)", "x1 = doubled(x0)", "x2 = layers.Concatenate()([x, x1])"),
    ),
}


@pytest.mark.parametrize("case", FOUND)
def test_found(case: str) -> None:
    check(FOUND[case])


def test_the_helpers_are_read_as_they_run() -> None:
    assert "crop_to" in HELPERS
    assert Network(("height", "width"), FOUND["what is cropped can't be negative"].steps).run(8, 6)
