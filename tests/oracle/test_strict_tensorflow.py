"""Functions of TensorFlow in files for Keras 3: what does not bind, and None for a tensor."""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Iterator
from typing import Any

import pytest

tf = pytest.importorskip("tensorflow")
pytest.importorskip("keras")

from keras._tf_keras.keras import backend  # noqa: E402

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras import families  # noqa: E402
from flake8_concat.keras.ops.kinds_in_tensorflow import no_tensor_to_tensorflow  # noqa: E402
from flake8_concat.keras.ops.kinds_of_numbers import OF_ONE_KIND  # noqa: E402
from flake8_concat.keras.ops.strict import LENIENT  # noqa: E402
from flake8_concat.keras.registry import OPS  # noqa: E402

families.load()
HEAD = """\
import keras
import tensorflow as tf
from keras import layers, ops
from tensorflow.keras import backend as K
x = keras.Input((4, 6))
"""


def run_in_a_layer(call: str) -> None:
    """What a Lambda of Keras on TensorFlow runs, whatever backend Keras has here."""
    tensor = tf.TensorSpec((None, 4, 6), tf.float32)
    body = tf.function(lambda t: eval(call, {"tf": tf, "K": backend, "t": t}))  # our own text
    body.get_concrete_function(tensor)


def functions() -> Iterator[tuple[str, Any]]:
    """The functions that we know, by full name."""
    for name in OPS:
        found: Any = tf if name.startswith("tf.") else backend
        with contextlib.suppress(AttributeError):
            if name.startswith(("tf.", "keras.backend.")):
                for part in name.removeprefix("tf.").removeprefix("keras.backend.").split("."):
                    found = getattr(found, part)
                yield name, found


def test_arguments_are_all_known() -> None:
    open_ended = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    wrong = []
    for name, function in functions():
        ours = OPS[name].signature
        if name in LENIENT or ours.star or ours.keywords:
            continue
        with contextlib.suppress(ValueError):
            there = inspect.signature(function).parameters.values()
            if any(p.kind in open_ended for p in there):
                continue
            needed = {p.name for p in there if p.default is p.empty}
            ask = {p for p in ours.names if p not in ours.defaults}
            if not {p.name for p in there} <= {*ours.names} or not ask <= needed:
                wrong.append(name)
    assert not wrong


def test_none_is_no_tensor() -> None:
    taken = []
    for name, function in functions():
        signature = OPS[name].signature
        needed = [p for p in signature.names if p not in signature.defaults]
        if len(needed) != 1 or no_tensor_to_tensorflow(name, {needed[0]: None}) is None:
            continue
        with contextlib.suppress(Exception), tf.Graph().as_default():
            function(None)
            taken.append(name)
    assert not taken


@pytest.mark.parametrize(
    "call",
    [
        "tf.sqrt(t, axis=1)",
        "tf.matmul(t)",
        "tf.image.resize(t)",
        "tf.concat([t, t])",
        "tf.nn.relu(None)",
        "tf.transpose(None)",
        "tf.nn.elu(t, t, t)",
        "tf.reduce_sum(t, 1, axis=1)",
        "K.clip(t, 0.0, 1.0, axis=1)",
        "K.batch_flatten(t, t)",
        "K.relu(None)",
        "K.equal(t)",
    ],
)
def test_refused(call: str) -> None:
    text = f"{HEAD}y = layers.Lambda(lambda t: {call})(x)\n"
    with pytest.raises(Exception):  # noqa: B017, PT011 - of any kind
        run_in_a_layer(call)
    assert analyze(text, "strict.py").diagnostics
    plain = text.replace("from keras import layers, ops", "from keras import layers")
    if "None" not in call:
        assert not analyze(f"# for TensorFlow 2.4\n{plain}", "older.py").diagnostics


@pytest.mark.parametrize(
    ("call", "never"),
    [
        ("tf.sqrt(t, axis=1)", True),
        ("tf.matmul(t)", True),
        ("tf.concat([t, t])", True),
        ("K.batch_flatten(t, t)", True),
        ("tf.reduce_sum(t, keep_dims=True)", False),
        ("tf.argmax(t, dimension=1)", False),
    ],
)
def test_what_no_release_took(call: str, never: bool) -> None:
    """Nothing says which Keras the file is for."""
    head = HEAD.replace("import layers, ops", "import layers")
    with pytest.raises(Exception):  # noqa: B017, PT011 - of any kind
        run_in_a_layer(call)
    text = f"{head}y = layers.Lambda(lambda t: {call})(x)\n"
    assert bool(analyze(text, "plain.py").diagnostics) == never


OF_KINDS = {"float32": "keras.Input((4, 4))", "int32": "keras.Input((4, 4), dtype='int32')"}


@pytest.mark.parametrize("name", sorted(OF_ONE_KIND))
def test_two_kinds(name: str) -> None:
    function: Any = tf
    for part in name.split(".")[1:]:
        function = getattr(function, part)
    for a, b in (("float32", "int32"), ("int32", "float32"), ("float32", "float32")):
        text = (
            "import keras\nimport tensorflow as tf\nfrom keras import layers\n"
            f"a, b = {OF_KINDS[a]}, {OF_KINDS[b]}\n"
            f"class Own(layers.Layer):\n    def call(self, x):\n"
            f"        return {name}(x[0], x[1])\ny = Own()([a, b])\n"
        )
        told = analyze(text, "kinds.py").diagnostics
        assert bool(told) == (a != b)
        if told:
            with pytest.raises(Exception):  # noqa: B017, PT011 - of any kind
                tf.function(function).get_concrete_function(
                    tf.TensorSpec((None, 4, 4), a), tf.TensorSpec((None, 4, 4), b)
                )


@pytest.mark.parametrize(
    "call",
    [
        *("tf.reduce_sum(t, 1, True)", "tf.zeros((2.5, 3))", "K.relu(t)"),
        *("tf.where(t > 0, t, 0.0)", "tf.broadcast_to(t, [-1, 4, 6])"),
    ],
)
def test_taken(call: str) -> None:
    text = f"{HEAD}y = layers.Lambda(lambda t: {call})(x)\n"
    run_in_a_layer(call)
    assert not analyze(text, "strict.py").diagnostics
