"""The functions on tensors: `keras.ops.*`, `keras.backend.*`, `keras.random.*`, `tf.*`.

Importing this package enters them all in `registry.OPS`, by their full names: "keras.ops.stack",
"keras.backend.int_shape", "tf.nn.relu". To add one, add its name to the row or the decorator of
its kin; a signature of its own is a row or a decorator more.
"""

from flake8_concat.keras.ops import (
    arranging,
    asserts,
    control,
    creation,
    elementwise,
    image,
    indexing,
    joins,
    linear,
    losses,
    matrices,
    nn,
    of_arrays,
    of_arrays_tensorflow,
    of_values,
    of_values_control,
    of_values_linear,
    of_values_nn,
    padding,
    reductions,
    signal,
    tf_image,
    tf_nn,
)

__all__ = [
    "arranging",
    "asserts",
    "control",
    "creation",
    "elementwise",
    "image",
    "indexing",
    "joins",
    "linear",
    "losses",
    "matrices",
    "nn",
    "of_arrays",
    "of_arrays_tensorflow",
    "of_values",
    "of_values_control",
    "of_values_linear",
    "of_values_nn",
    "padding",
    "reductions",
    "signal",
    "tf_image",
    "tf_nn",
]
