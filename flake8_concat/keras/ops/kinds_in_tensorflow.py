"""What functions of TensorFlow, and those of keras.backend that call them, make no tensor of.

None, a layer, a class, a function, a dict or rows of several lengths: tf.convert_to_tensor refuses
these. tests/oracle/test_no_tensors_in_tensorflow.py asks TensorFlow.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flake8_concat.keras.ops.kinds_of_objects import of_no_kind
from flake8_concat.keras.ops.of_keras_tensors import OF_TENSORFLOW, TAKE_ANYTHING
from flake8_concat.keras.ops.strict import TAKE_NONE
from flake8_concat.keras.registry import OPS

# Parameters that a tensor stands for, of all functions together.
TENSORS = frozenset(
    {
        *("a", "b", "data", "features", "filters", "image", "images", "input", "input_"),
        *("input_tensor", "kernel", "labels", "logits", "output", "params", "predictions"),
        *("signals", "target", "targets", "tensor", "x", "y"),
    }
)
# Modules whose functions take words, several tensors, or anything.
OTHERS = ("tf.assert_", "tf.debugging.", "tf.random", "tf.strings.")
TAKE_THINGS = frozenset(
    {
        *("keras.backend.identity", "keras.backend.update", "keras.backend.update_add"),
        *("keras.backend.update_sub", "keras.backend.variable", "tf.identity_n", "tf.shape_n"),
    }
)
# What these take in the body of a layer.
TAKE_DICTS = frozenset({"tf.logical_not", "tf.math.logical_not"})


def no_tensor_to_tensorflow(name: str, bound: Mapping[str, Any]) -> tuple[str, str | None] | None:
    """What is wrong with an argument that is no tensor, and what may be meant; None if all are."""
    if not name.startswith(OF_TENSORFLOW) or name.startswith(OTHERS):
        return None
    if name in TAKE_ANYTHING or name in TAKE_THINGS:
        return None
    for parameter, value in bound.items():
        if parameter not in TENSORS:
            continue
        if value is None:
            optional = parameter in OPS[name].signature.defaults
            found: tuple[str, str | None] | None = ("None", None)
            if optional or name in TAKE_NONE:
                found = None
        elif isinstance(value, dict) and name in TAKE_DICTS:
            found = None
        else:
            found = of_no_kind(value)
        if found is not None:
            return f"`{parameter}` must be a tensor, is {found[0]}", found[1]
    return None
