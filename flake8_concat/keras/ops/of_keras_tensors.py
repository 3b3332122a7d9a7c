"""Functions of TensorFlow called on a symbolic tensor of Keras, outside of any layer.

Keras 3 refuses that, whatever the function (keras.KerasTensor.__tf_tensor__); before it, a layer
was made of the call. What `tf.keras.backend` still has calls them, and `keras.backend` has none of
its old functions. Held against Keras by tests/oracle/test_tensorflow_outside_layers.py.
"""

from __future__ import annotations

from flake8_concat.keras.ops.kinds import refusing
from flake8_concat.keras.registry import OPS, Op
from flake8_concat.keras.renamed import MEANT
from flake8_concat.shapes import Refusal

# What does not ask for the values of all it is given.
TAKE_ANYTHING = frozenset(
    {
        "tf.assert_equal", "tf.broadcast_static_shape", "tf.cond", "tf.custom_gradient",
        "tf.debugging.assert_equal", "tf.get_static_value", "tf.group", "tf.is_tensor",
        "tf.map_fn", "tf.nn.batch_normalization", "tf.no_op", "tf.print", "tf.switch_case",
        "tf.tuple", "tf.while_loop", "keras.backend.batch_normalization",
        "keras.backend.eval",
        "keras.backend.get_value", "keras.backend.get_variable_shape", "keras.backend.int_shape",
        "keras.backend.is_keras_tensor", "keras.backend.is_tensor",
        "keras.backend.stop_gradient", "keras.backend.to_dense",
    }
)  # fmt: skip

OF_TENSORFLOW = ("tf.", "keras.backend.")


def refuses_keras_tensors(operation: Op) -> bool:
    """Whether a function is one of TensorFlow that takes no symbolic tensor of Keras."""
    return operation.name.startswith(OF_TENSORFLOW) and operation.name not in TAKE_ANYTHING


def on_keras_tensors(operation: Op) -> Op:
    """The function called on one: refused, with the shape that it would give."""
    last = operation.name.rpartition(".")[2]
    rooms = ("keras.ops.image", "keras.ops")  # what is in the first is not in the second
    names = [f"{room}.{MEANT.get(last, last)}" for room in rooms]
    name = next((name for name in names if name in OPS), "")
    whose = "TensorFlow" if operation.name.startswith("tf.") else "keras.backend"
    return refusing(
        operation,
        f"a function of {whose} takes no symbolic tensor of Keras 3 outside of a layer",
        f"{name} takes one"
        if name in OPS
        else "in the `call` of a layer it is given what it takes",
        Refusal.TENSORFLOW_FUNCTION,
    )
