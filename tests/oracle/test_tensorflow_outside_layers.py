"""Functions of TensorFlow on symbolic tensors: Keras 3 refuses them all, but those of a list."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import Any

import pytest

pytest.importorskip("keras")
tf = pytest.importorskip("tensorflow")

import keras  # noqa: E402

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras import families  # noqa: E402
from flake8_concat.keras.ops.of_keras_tensors import TAKE_ANYTHING  # noqa: E402
from flake8_concat.keras.registry import OPS  # noqa: E402

families.load()
NAMES = sorted(name for name in OPS if name.startswith("tf."))
REFUSED = "A KerasTensor cannot be used as input to a TensorFlow function"
HEAD = "import keras\nfrom keras import ops\nimport tensorflow as tf\nx = keras.Input((8, 8, 4))\n"


def function(name: str) -> Any:
    """The function of the installed TensorFlow, None if it has none of that name."""
    found = tf
    for part in name.split(".")[1:]:
        found = getattr(found, part, None)
    return found


def takes(name: str, tensor: Any) -> Iterator[bool]:
    """Whether it takes a symbolic tensor in the place of its first, for several calls."""
    signature = OPS[name].signature
    needed = [n for n in signature.names if n not in signature.defaults]
    for first in (tensor, [tensor, tensor]):
        for rest in (1, [1, 1], tensor, "SAME"):
            args = [first, *[rest] * (len(needed) - 1)]
            if name.endswith("einsum"):
                args = ["bhwc->bc", tensor]
            try:
                with contextlib.redirect_stderr(io.StringIO()):
                    function(name)(*args)
            except Exception:  # what it says of other arguments is not the question
                yield False
            else:
                yield True


@pytest.mark.parametrize("name", NAMES)
def test_no_function_takes_one(name: str) -> None:
    if function(name) is None or name in TAKE_ANYTHING:
        pytest.skip("gone from TensorFlow, or on the list")
    assert not any(takes(name, keras.Input((8, 8, 4))))


@pytest.mark.parametrize(
    "call",
    [
        "tf.concat([x, x], axis=-1)",
        "tf.image.resize(x, (16, 16))",
        "tf.reduce_sum(x, axis=1)",
        "tf.nn.relu(ops.abs(x))",
        "tf.shape(x)",
        "tf.cast(x, 'int32')",
        "tf.nn.max_pool2d(keras.layers.Conv2D(3, 3)(x), 2, 2, 'SAME')",
    ],
)
def test_both_refuse(call: str) -> None:
    scope: dict[str, Any] = {}
    exec(HEAD, scope)  # our own text
    with pytest.raises(ValueError, match=REFUSED):
        eval(call, scope)
    (found,) = analyze(HEAD + f"y = {call}\n", "model.py").diagnostics
    assert found.code == "CAT139"
    assert found.range.line == 5
    assert "takes no symbolic tensor of Keras outside of a layer" in found.message


@pytest.mark.parametrize(
    "call",
    [
        "keras.layers.Lambda(lambda t: tf.concat([t, t], axis=-1))(x)",
        "tf.is_tensor(x)",
        "tf.concat([tf.zeros((2, 3)), tf.ones((2, 3))], axis=-1)",
        "tf.reduce_sum(keras.ops.ones((2, 3)), axis=1)",
    ],
)
def test_what_stays_quiet(call: str) -> None:
    assert not analyze(HEAD + f"y = {call}\n", "model.py").diagnostics


def test_tensorflow_of_old_took_them() -> None:
    """Where nothing says that the file is for Keras 3, they are followed as before."""
    text = HEAD.replace("from keras import ops\n", "") + "y = tf.concat([x, x], axis=-1)\n"
    report = analyze(text, "model.py")
    assert not report.diagnostics
