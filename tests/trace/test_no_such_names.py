"""What is said of a name that a module of Keras does not have."""

from __future__ import annotations

import pytest

from flake8_concat import analyze

HEAD = "import keras\nfrom keras import backend as K\nfrom keras import layers, ops\nx = keras.Input((4, 6))\n"


def told(code: str, head: str = HEAD) -> list[str]:
    return [item.message for item in analyze(head + code, "model.py").diagnostics]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "ops.concat([x, x])",
            "ops.concat fails: keras.ops has no `concat`; there is `concatenate`",
        ),
        ("ops.reduce_mean(x)", "keras.ops has no `reduce_mean`; there is `mean`"),
        ("ops.resize(x, (4, 4))", "there is keras.ops.image.resize"),
        ("ops.foo(x)", "ops.foo fails: keras.ops has no `foo`"),
        ("K.split(x, 2)", "keras.backend has no `split`; there is keras.ops.split"),
        ("layers.Lambda(lambda t: K.split(t, 2))(x)", "K.split fails: keras.backend has no"),
        ("from keras.random import normals", "keras.random has no `normals`; there is `normal`"),
        ("layers.Lambda(lambda t: tf.mean(t))(x)", "tf has no `mean`; there is tf.reduce_mean"),
    ],
)
def test_what_is_meant(code: str, text: str) -> None:
    head = f"import tensorflow as tf\n{HEAD}" if "tf." in code else HEAD
    (message,) = told(code, head)
    assert text in message


def test_nothing_of_what_may_be_there() -> None:
    assert not told(
        "from keras.src.ops import any_symbolic_tensors\nops.any_symbolic_tensors((x,))"
    )
    assert not told("ops.mine = ops.relu\nops.mine(x)")
    older = HEAD.replace(", ops", "")
    assert not told("K.int_shape(x)", older)
    assert not told("layers.Lambda(lambda t: K.slice(t, [0, 0, 0], [-1, 2, 2]))(x)", older)
    assert not told("K.int_shape(x)", f"import tensorflow\n{HEAD}")
