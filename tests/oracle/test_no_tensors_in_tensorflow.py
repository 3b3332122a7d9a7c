"""None, a layer, a class, a function, a dict and uneven rows where TensorFlow wants a tensor."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

import pytest

pytest.importorskip("keras")
tf = pytest.importorskip("tensorflow")

import keras  # noqa: E402

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras import families  # noqa: E402
from flake8_concat.keras.ops.kinds_in_tensorflow import TENSORS  # noqa: E402
from flake8_concat.keras.registry import OPS  # noqa: E402

families.load()
HEAD = """\
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers, backend as K
t = tf.ones((2, 4, 4))
i = tf.ones((2, 8, 8, 3))
m = tf.ones((2, 3))
"""
THINGS = (
    *("None", "layers.Dense(4)", "layers.Dense", "lambda v: v", "{}", "{'a': 1}"),
    *("keras.Sequential([layers.ReLU()])", "[[1, 2], [3]]"),
)
CALLS = """\
tf.abs(t)
tf.add(t, t)
tf.argmax(t, 1)
tf.argsort(t)
tf.boolean_mask(m, [True, False])
tf.cast(t, tf.int32)
tf.clip_by_value(t, 0.0, 1.0)
tf.cumsum(t, 1)
tf.equal(t, t)
tf.expand_dims(t, 1)
tf.image.central_crop(i, 0.5)
tf.image.flip_left_right(i)
tf.image.resize(i, [4, 4])
tf.image.rgb_to_grayscale(i)
tf.linalg.band_part(t, 0, 0)
tf.linalg.det(t)
tf.linalg.matmul(t, t)
tf.math.confusion_matrix([1, 2], [1, 2])
tf.math.divide(t, t)
tf.math.in_top_k([1, 1], m, 2)
tf.math.log(t)
tf.math.reduce_std(t)
tf.math.segment_sum(m, [0, 1])
tf.math.top_k(m, 2)
tf.matmul(t, t)
tf.maximum(t, t)
tf.nn.avg_pool2d(i, 2, 2, "SAME")
tf.nn.conv2d(i, tf.ones((3, 3, 3, 4)), 1, "SAME")
tf.nn.dropout(t, 0.5)
tf.nn.leaky_relu(t)
tf.nn.log_softmax(t)
tf.nn.moments(t, [0])
tf.nn.relu(t)
tf.nn.sigmoid_cross_entropy_with_logits(labels=t, logits=t)
tf.norm(t)
tf.pad(m, [[0, 0], [1, 1]])
tf.pow(t, 2.0)
tf.reduce_sum(t, 1)
tf.repeat(t, 2)
tf.reshape(t, [-1])
tf.reverse(t, [1])
tf.roll(t, 1, 0)
tf.shape(t)
tf.signal.stft(tf.ones((2, 64)), 16, 8)
tf.slice(m, [0, 0], [1, 1])
tf.squeeze(t)
tf.tensordot(m, tf.ones((3, 4)), 1)
tf.tile(m, [1, 2])
tf.transpose(t)
K.abs(t)
K.batch_dot(t, t)
K.binary_crossentropy(m, m)
K.cast(t, "int32")
K.clip(t, 0.0, 1.0)
K.dot(m, tf.ones((3, 4)))
K.expand_dims(t)
K.maximum(t, t)
K.permute_dimensions(t, (0, 2, 1))
K.reshape(t, (-1,))
K.resize_images(i, 2, 2, "channels_last")
K.softmax(m)
K.sum(t, axis=1)
""".splitlines()


def wrong() -> Iterator[str]:
    """The calls with each of those things for each of their tensors."""
    for call in CALLS:
        node = ast.parse(call, mode="eval").body
        assert isinstance(node, ast.Call)
        name = ast.unparse(node.func).replace("K.", "keras.backend.")
        names = OPS[name].signature.names
        for thing in THINGS:
            value = ast.parse(thing, mode="eval").body
            for i, was in enumerate(node.args):
                if names[i] in TENSORS and (names[i] not in OPS[name].signature.defaults):
                    node.args[i] = value
                    yield ast.unparse(node)
                    node.args[i] = was


def test_each_is_refused() -> None:
    scope: dict[str, Any] = {}
    exec(HEAD, scope)  # our own text
    for call in CALLS:
        eval(call, scope)  # our own text
    calls, taken = [*wrong()], []
    for call in calls:
        try:
            eval(call, scope)  # our own text
        except Exception:  # of any kind
            continue
        taken.append(call)
    assert not taken
    report = analyze(HEAD + "".join(f"{call}\n" for call in calls), "things.py")
    told = {d.range.line for d in report.diagnostics if d.code.startswith("CAT1")}
    first = HEAD.count("\n") + 1
    assert not [call for line, call in enumerate(calls, first) if line not in told]


def test_right_calls_stay_quiet() -> None:
    assert not analyze(HEAD + "".join(f"{call}\n" for call in CALLS), "right.py").diagnostics


@pytest.mark.parametrize(
    "call",
    [
        "tf.where(m > 0.0)",
        "tf.where(m > 0.0, None, None)",
        "tf.nn.batch_normalization(m, tf.zeros(()), tf.ones(()), None, None, 1e-3)",
        "K.cast_to_floatx(None)",
        "tf.print({}, None)",
        "tf.debugging.assert_equal(1, 1, message=None)",
        "tf.reduce_sum(t, axis=None)",
    ],
)
def test_taken(call: str) -> None:
    scope: dict[str, Any] = {}
    exec(HEAD, scope)  # our own text
    eval(call, scope)  # our own text
    assert keras
    assert not analyze(f"{HEAD}{call}\n", "taken.py").diagnostics
