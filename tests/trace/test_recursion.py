"""How far functions that call themselves are followed."""

from __future__ import annotations

from flake8_concat.analysis import analyze
from flake8_concat.trace.source import Source
from flake8_concat.trace.tracer import Tracer

HEAD = "import keras\nfrom keras import layers\nfrom unseen import config\nx = keras.Input((8,))\n"
WALK = """
def walk(node):
    found = []
    for child in node.children:
        if child.leaf:
            found.append(child)
        elif child.many:
            for one in child.many:
                found += walk(one)
        else:
            found += walk(child.only)
    return found
found = walk(config)
"""
DEPTH = """
def stack(x, config, depth):
    if config.normalised:
        x = layers.BatchNormalization()(x)
    if config.deep:
        if depth == 0:
            return layers.Dense(5)(x)
        return stack(layers.Dense(depth)(x), config, depth - 1)
    return layers.Dense(5)(x)
y = stack(x, config, 12)
"""


def test_a_walk_over_unseen_data_is_left_early() -> None:
    tracer = Tracer(Source(HEAD + WALK, "walk.py"))
    assert tracer.run().lost is None
    assert tracer.steps < 5_000


def test_what_comes_after_it_is_read() -> None:
    report = analyze(HEAD + WALK + "y = layers.Dense(3)(x)\n", "walk.py")
    assert report.shapes[-1].shape == (None, 3)


def test_where_a_number_tells_the_end_it_is_reached() -> None:
    report = analyze(HEAD + DEPTH, "depth.py")
    assert {row.shape for row in report.shapes if row.name == "y"} == {(None, 5)}
    assert {row.shape for row in report.shapes} >= {(None, depth) for depth in range(1, 13)}
