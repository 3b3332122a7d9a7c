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
        ("ops.nn.sum(x)", "keras.ops.nn has no `sum`; there is keras.ops.sum"),
        ("ops.linalg.trace(x)", "keras.ops.linalg has no `trace`; there is keras.ops.trace"),
        ("ops.numpy.softmax(x)", "keras.ops.numpy has no `softmax`; there is keras.ops.softmax"),
        ("from keras.ops.nn import mean", "keras.ops.nn has no `mean`; there is keras.ops.mean"),
        ("from keras.ops import nn\nnn.sofmax(x)", "keras.ops.nn has no `sofmax`; there is"),
        ("layers.Lambda(lambda t: tf.log(t))(x)", "tf has no `log` since TensorFlow 2; there is"),
        ("layers.Lambda(lambda t: tf.div(t, 2))(x)", "there is tf.divide"),
        (
            "tf.image.resize_images",
            "has no `resize_images` since TensorFlow 2; there is tf.image.r",
        ),
        ("layers.Lambda(lambda t: tf.argmax(t, dimension=1))(x)", "unexpected keyword argument"),
        ("layers.Lambda(lambda t: tf.reduce_sum(t, keep_dims=True))(x)", "there is `keepdims`"),
        ("x.shape.as_list()", "is a tuple and has no `.as_list`; list() makes a list of it"),
        ("x.shape.rank", "is a tuple and has no `.rank`; len() counts its sizes"),
        ("layers.Lambda(lambda t: tf.mean(t))(x)", "tf has no `mean`; there is tf.reduce_mean"),
    ],
)
def test_what_is_meant(code: str, text: str) -> None:
    head = f"import tensorflow as tf\n{HEAD}" if "tf." in code else HEAD
    (message,) = told(code, head)
    assert text in message


def test_nothing_of_modules_that_have_it() -> None:
    assert not told("ops.nn.relu(x)\nops.numpy.sum(x)\nops.linalg.norm(x)\nops.image.resize")
    assert not told("from keras.ops import nn, numpy as knp\nnn.softmax(knp.exp(x))")
    assert not told("from keras.src.ops import nn\nnn.backend\nnn.any_symbolic_tensors((x,))")


@pytest.mark.parametrize(
    "code",
    [
        "layers.Lambda(lambda t: tf.log(t))(x)",
        "layers.Lambda(lambda t: tf.reduce_sum(t, keep_dims=True))(x)",
        "x.shape.as_list()",
        "x.shape.rank",
    ],
)
def test_nothing_of_old_where_it_may_be_meant(code: str) -> None:
    assert not told(code, f"import tensorflow as tf\n{HEAD.replace(', ops', '')}")
    if "tf." in code:
        assert not told(code, f"import tensorflow.compat.v1 as tf\n{HEAD}")
    else:  # in a layer it is what the backend has
        inside = code.replace("x.", "t.")
        assert not told(f"layers.Lambda(lambda t: t + len(str({inside})))(x)")


def test_nothing_of_what_may_be_there() -> None:
    assert not told(
        "from keras.src.ops import any_symbolic_tensors\nops.any_symbolic_tensors((x,))"
    )
    assert not told("ops.mine = ops.relu\nops.mine(x)")
    older = HEAD.replace(", ops", "")
    assert not told("K.int_shape(x)", older)
    assert not told("layers.Lambda(lambda t: K.slice(t, [0, 0, 0], [-1, 2, 2]))(x)", older)
    assert not told("K.int_shape(x)", f"import tensorflow\n{HEAD}")


def test_what_lies_below_keras_src_is_run() -> None:
    code = (
        "from keras.src.backend import standardize_data_format\n"
        "first = standardize_data_format(None) == 'channels_first'\n"
        "layers.Reshape((3, 8) if first else (64, 3))(keras.Input((8, 8, 3)))\n"
    )
    assert told(code) == []
    (only,) = told(code.replace("(64, 3))", "(63, 3))"))
    assert "189 elements" in only
