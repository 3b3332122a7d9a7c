"""What real model code does that once led astray."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

from flake8_concat.analysis import analyze

HEAD = "import functools\nimport os\nimport keras\nfrom keras import layers\n"


def traced(body: str) -> tuple[list[Any], list[str]]:
    """The shapes of the calls on the last line, and the codes of what is certain to fail."""
    text = HEAD + dedent(body)
    report = analyze(text, "model.py")
    last = len(text.rstrip().split("\n"))
    shapes = [row.shape for row in report.shapes if row.range.line == last]
    return shapes, [f.code for f in report.diagnostics if f.code.startswith("CAT1")]


def test_compute_output_shape_stands_for_call() -> None:
    shapes, findings = traced("""
        class Mix(layers.Layer):
            def compute_output_shape(self, shape):
                return (shape[0], 7)
            def call(self, x):
                return keras.ops.reshape(x, (-1, 5))
        layers.Dense(3)(Mix()(keras.Input((4,))))
    """)
    assert shapes[1:] == [(None, 7), (None, 3)]
    assert not findings


def test_call_runs_within_another_layer() -> None:
    shapes, _ = traced("""
        class Mix(layers.Layer):
            def compute_output_shape(self, shape):
                return (shape[0], 7)
            def call(self, x):
                return keras.ops.reshape(x, (-1, 5))
        class Around(layers.Layer):
            def __init__(self):
                super().__init__()
                self.mix = Mix()
            def call(self, x):
                return self.mix(x)
        Around()(keras.Input((4,)))
    """)
    assert shapes[-1] == (None, 5)


def test_a_name_that_one_branch_binds_is_that_where_it_is_read() -> None:
    shapes, _ = traced("""
        if os.environ.get("FAST"):
            class Block(layers.Layer):
                def call(self, x):
                    return keras.ops.concatenate([x, x])
        Block()(keras.Input((4,)))
    """)
    assert shapes[-1] == (None, 4)


def test_tensors_that_python_hands_out() -> None:
    shapes, _ = traced("""
        skips = [keras.Input((3,))]
        skips.pop()
    """)
    assert shapes == [(None, 3)]


def test_partial_of_a_function() -> None:
    shapes, _ = traced("""
        x = keras.Input((3,))
        def block(x, n):
            return layers.Dense(n)(x)
        functools.partial(block, n=5)(x)
    """)
    assert shapes == [(None, 5)]


def test_sorted_by_distinct_names_never_compares_tensors() -> None:
    shapes, _ = traced("""
        inputs = {"b": keras.Input((2,)), "a": keras.Input((3,))}
        x = [value for _, value in sorted(inputs.items())]
        layers.Concatenate()(x)
    """)
    assert shapes == [(None, 5)]


def test_losses() -> None:
    shapes, findings = traced("""
        a, b = keras.Input((4, 5)), keras.Input((4, 5))
        [keras.losses.mse(a, b), keras.losses.BinaryCrossentropy(reduction="none")(a, b)]
    """)
    assert shapes == [(None, 4), (None, 4)]
    assert not findings


def test_a_loss_that_does_not_fit() -> None:
    _, findings = traced("""
        keras.losses.BinaryCrossentropy()(keras.Input((4, 5)), keras.Input((4, 6)))
    """)
    assert findings == ["CAT139"]


def test_activations_by_name() -> None:
    shapes, _ = traced("""
        x = keras.Input((3,))
        keras.activations.get("relu")(x)
    """)
    assert shapes == [(None, 3)]
