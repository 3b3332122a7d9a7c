"""How far loops are followed: those that build a network to their end, those that train not so."""

from __future__ import annotations

from typing import Any

import pytest

from flake8_concat.analysis import Report, analyze
from flake8_concat.trace.source import Source
from flake8_concat.trace.tracer import Tracer

HEAD = "import keras\nfrom keras import layers\nx = keras.Input((8, 8, 3))\n"
TRAINING = """
frames, reward, epsilon = 0, 0.0, 1.0
while True:
    state = env.reset()
    for step in range(1, 10_000):
        frames += 1
        epsilon = max(epsilon - 0.1 / 10_000, 0.1)
        action, extra = policy(state), [step, frames, epsilon]
        state, gain, done = env.step(action)
        reward += gain
        if done:
            break
    if reward > 40:
        break
"""


def shape_of(name: str, text: str) -> Any:
    report: Report = analyze(HEAD + text, "loop.py")
    assert report.facts is not None
    assert report.facts.lost is None
    return [row.shape for row in report.shapes if row.name == name][-1]


def steps(text: str) -> int:
    """What the trace of a program costs."""
    tracer = Tracer(Source(HEAD + text, "loop.py"))
    assert tracer.run().lost is None
    return tracer.steps


def test_what_comes_after_training_is_read() -> None:
    assert shape_of("y", TRAINING + "y = layers.Flatten()(x)\n") == (None, 192)


def test_training_is_left_early() -> None:
    assert steps(TRAINING) < 40_000


@pytest.mark.parametrize(
    "loop",
    [
        "for i in range(1200):\n    x = layers.Dense(i + 1)(x)\n",
        "for i in range(300):\n"
        "    for j in range(40):\n        n = i + 1 if j else 0\n"
        "    x = layers.Dense(n * 4)(x)\n",
        "blocks = []\nfor i in range(1200):\n    blocks.append(i + 1)\nx = layers.Dense(blocks[-1])(x)\n",
        "n = 0\nfor i in range(1200):\n    n += 1\nx = layers.Dense(n)(x)\n",
    ],
)
def test_what_counts_for_a_network_is_followed_to_the_end(loop: str) -> None:
    assert shape_of("y", loop + "y = layers.Concatenate()([x, x])\n") == (None, 8, 8, 2400)


def nested(depth: int) -> str:
    """Loops in each other of which nobody knows how often they run."""
    heads = (f"{' ' * n}for i{n} in unknown{n}:\n" for n in range(depth))
    return "".join(heads) + " " * depth + "y = layers.Dense(4)(x)\n"


def test_loops_in_each_other_do_not_multiply() -> None:
    assert steps(nested(20)) < 10 * steps(nested(10))


@pytest.mark.parametrize(
    ("body", "known"),
    [
        ("x = layers.Dense(4)(x)", False),  # three channels if it never runs, else four
        ("x = layers.Activation('relu')(x)", True),
        ("n = n + 1", False),
        ("n, m = m, n", False),
        ("n, m, k = m, k, n", False),
        ("m = 2\n    k = m\n    n = k", True),
        ("sizes.append(n)\n    n = len(sizes)", False),
    ],
)
def test_what_a_loop_of_unknown_length_changes_is_not_known(body: str, known: bool) -> None:
    text = f"n, m, k, sizes = 2, 3, 5, []\nfor i in unknown:\n    {body}\ny = layers.Dense(n)(x)\n"
    shape = shape_of("x" if body.startswith("x") else "y", text)
    assert (shape is not None and all(type(size) is int for size in shape[1:])) == known


def test_a_model_that_grows_is_not_asked_anew_for_each_layer() -> None:
    head = "m = keras.Sequential([x, layers.Flatten()])\n"
    report = analyze(HEAD + head + "m.add(layers.Dense(4))\n" * 1000, "adds.py")
    assert report.facts is not None
    assert report.facts.lost is None
    assert len(report.facts.events) < 2500  # one where a layer is made, one where it is called
