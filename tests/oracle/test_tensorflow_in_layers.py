"""`tf.` functions and those of `keras.backend` in the function of a Lambda, as TensorFlow has them.

Each call is made on placeholders of a graph, which is what the function is given.
"""

from __future__ import annotations

import os
from typing import Any

import pytest

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
tf = pytest.importorskip("tensorflow")
pytest.importorskip("keras")

from keras._tf_keras.keras import backend  # noqa: E402

from flake8_concat import analyze  # noqa: E402
from flake8_concat.shapes import is_none  # noqa: E402

tf.get_logger().setLevel("CRITICAL")

HEAD = """\
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K, layers

"""
# A call, and the shapes of `a`, `b`.
CALLS = [
    # Of one side that is not known TensorFlow looks at neither; it divides towards zero.
    *(
        (f"tf.image.extract_patches(a, [1, {k}, {k}, 1], [1, 2, 2, 1], [1, 1, 1, 1], 'VALID')", x)
        for k in (2, 4, 8)
        for x in ((None, None, 1, 3), (None, 1, None, 3), (None, 8, 1, 3), (None, 8, 8, 3))
    ),
    ("tf.norm(a, axis=(-1, 0))", (None,)),
    ("tf.norm(a, axis=(-1, 1))", (None, 3)),
    ("tf.norm(a, axis=(0, 1), keepdims=True)", (None, 3, 4)),
    ("tf.reverse(a, 1)", (None, 3, 4)),
    ("tf.reverse(a, [1])", (None, 3, 4)),
    ("K.reverse(a, 1)", (None, 3, 4)),
    ("tf.image.resize(a, 8)", (None, 3, 4, 3)),
    ("tf.image.resize(a, (8, 8), method='lanczos')", (None, 3, 4, 3)),
    ("tf.image.resize(a, (8, 8), method='lanczos3')", (None, 3, 4, 3)),
    ("K.pool2d(a, (2, 2))", (None, 4, 3)),
    ("K.pool2d(a, (2, 2))", (None, 4, 4, 3)),
    ("K.pool3d(a, (2, 2, 2))", (None, 4, 4, 3)),
    ("tf.nn.max_pool2d(a, 2, 2, 'SAME')", (None, 4, 3)),
    ("tf.nn.max_pool2d(a, 2, 2, 'same')", (None, 4, 4, 3)),
    ("tf.nn.max_pool(a, 2, 2, 'SAME')", (None, 4, 3)),
    ("tf.nn.max_pool(a, 2, 2, 'SAME')", (None, 3)),
    ("tf.nn.max_pool1d(a, 2, 2, 'SAME')", (None, 4, 4, 3)),
    ("tf.nn.avg_pool3d(a, 2, 2, 'SAME')", (None, 4, 4, 4, 3)),
    ("tf.nn.sigmoid_cross_entropy_with_logits(labels=a, logits=b)", (1, 4), (8, 4)),
    ("tf.nn.sigmoid_cross_entropy_with_logits(labels=a, logits=b)", (None, 4), (None, 4)),
    ("K.categorical_crossentropy(a, b)", (None, 4), (None, 4)),
    ("K.categorical_crossentropy(a, b)", (2, 4), (8, 4)),
    ("K.categorical_crossentropy(a, b)", (2, 4, 3), (4, 3)),
    ("K.sparse_categorical_crossentropy(K.cast(a, 'int32'), b)", (None, 5), (None, 5, 6)),
    ("K.sparse_categorical_crossentropy(K.cast(a, 'int32'), b)", (4, 3), (8, 4, 6)),
    ("K.resize_images(a, 2, 2, 'channels_last')", (None, None, 4, 3)),
    ("K.resize_images(a, 2, 2, 'channels_last')", (None, 4, 4, 3)),
    ("K.resize_images(a, 2, 2, 'channels_first')", (None, 4, 4)),
    ("K.resize_images(a, 2, 2, 'channels_last')", (None, 4, 4, 3, 3)),
    ("K.resize_volumes(a, 2, 2, 2, 'channels_first')", (None, 4, 4, 3)),
    ("K.switch(a > 0, a, b)", (3, 1, 3), (1, 1, 1)),
    ("K.switch(a > 0, a, b)", (2, 3), (2, 4)),
    ("K.switch(a > 0, b, b)", (2, 3, 1), (2, 3)),
    ("K.switch(a > 0, b, b)", (None,), (None, 3)),
    (
        "K.conv2d_transpose(a, b, (2, 8, 8, 4), strides=(2, 2), padding='same')",
        (None, 4, 4, 3),
        (1, 1, 4, 3),
    ),
    (
        "K.conv2d_transpose(a, b, (2, 8, 8, 4), strides=(2, 2), padding='same')",
        (3, 4, 4, 3),
        (1, 1, 4, 3),
    ),
    ("tf.nn.conv2d_transpose(a, b, (2, 8, 8, 4), 2)", (None, 4, 4, 3), (1, 1, 4, 3)),
    ("tf.nn.conv2d(a, b, 1, 'same')", (None, 5, 5, 3), (1, 1, 3, 2)),
    ("tf.nn.top_k(a, 2).values", (None, 5)),
    ("tf.math.top_k(a, 2).indices[0]", (None, 5)),
    ("tf.unique(a).idx", (6,)),
    ("K.argmax(a, axis=4)", (None, 5, 5, 3)),
    ("K.max(a, axis=-3)", (6, None)),
    ("K.batch_dot(a, b, axes=1)", (2, 1), (4, 5, 5)),
    ("K.bias_add(a, b)", (4, 6, 4), (6,)),
    ("K.bias_add(a, b)", (None, None, None), (6,)),
]


def of_tensorflow(call: str, *shapes: tuple[int | None, ...]) -> tuple[int | None, ...] | None:
    """The shape that TensorFlow infers, None where it raises."""
    with tf.Graph().as_default():
        tensors = [tf.compat.v1.placeholder(tf.float32, shape) for shape in shapes]
        scope: dict[str, Any] = {"tf": tf, "K": backend, **dict(zip("ab", tensors, strict=False))}
        try:
            return tuple(eval(call, scope).shape)  # our own text
        except (ValueError, TypeError, IndexError, tf.errors.InvalidArgumentError):
            return None


def ours(call: str, *shapes: tuple[int | None, ...]) -> tuple[Any, ...] | None:
    """What we say of it, None where we refuse it."""
    inputs = [f"keras.Input(batch_shape={shape})" for shape in shapes]
    names = ", ".join("ab"[: len(shapes)])
    body = f"def run(t):\n    {names}, = t\n    return {call}\n"
    text = f"{HEAD}{body}y = layers.Lambda(run)([{', '.join(inputs)}])\n"
    report = analyze(text, "lambda.py")
    assert report.facts is not None
    if any(d.code.startswith("CAT1") for d in report.diagnostics):
        return None
    shape = report.facts.module_scope["y"].shape
    return tuple(None if is_none(size) else size for size in shape)


@pytest.mark.parametrize("case", CALLS, ids=str)
def test_as_tensorflow_says(case: tuple[Any, ...]) -> None:
    assert ours(*case) == of_tensorflow(*case)
