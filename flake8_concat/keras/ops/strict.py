"""Functions in files that certainly are for Keras 3: what does not bind there is refused.

Elsewhere a function of a name that older releases had may take other arguments than are known.
"""

from __future__ import annotations

from functools import cache

from flake8_concat.keras.activation import IN_KERAS_3
from flake8_concat.keras.registry import OPS, BadCall, Op, Signature, Strict, parse_signature

OLDER = ("keras.activations.", "keras.backend.", "tf.")
# Some of their arguments are not known.
LENIENT = frozenset(
    f"tf.debugging.{name}" for name in ("assert_all_finite", "assert_near", "assert_type")
)

# Functions of TensorFlow that take None for their tensor.
TAKE_NONE = frozenset(
    {
        *("tf.get_static_value", "tf.is_tensor", "keras.backend.is_keras_tensor"),
        *("keras.backend.cast_to_floatx", "keras.backend.eval", "keras.backend.get_value"),
        "keras.backend.to_dense",
    }
)


# What arguments were called in TensorFlow 1 and before Keras 2.
OF_OLD = frozenset(
    {
        *("border_mode", "concat_dim", "data_format", "dim", "dim_ordering", "dimension"),
        *("align_corners", "filter", "filter_shape", "image_shape", "input", "keep_dims"),
        *("keep_prob", "kernel", "nb_classes", "num_split", "reduction_indices", "shift"),
        *("split_dim", "squeeze_dims", "subsample", "transpose_x", "transpose_y"),
        *("use_cudnn_on_gpu", "validate_indices", "value", "values"),
    }
)
# Those of them that keras.backend never had.
OF_TENSORFLOW_1 = frozenset(
    {
        *("concat_dim", "dim", "dimension", "keep_dims", "keep_prob", "num_split"),
        *("reduction_indices", "split_dim", "squeeze_dims", "use_cudnn_on_gpu"),
    }
)
# What took its arguments in another order.
OF_ANOTHER_ORDER = frozenset({"tf.concat", "tf.split"})


def never_bound(name: str, problem: BadCall) -> bool:
    """Whether no release of TensorFlow took a call of that function that does not bind."""
    if name in LENIENT or not name.startswith(("tf.", "keras.backend.")):
        return False
    if problem.unexpected is not None:
        old = OF_OLD - OF_TENSORFLOW_1 if name.startswith("keras.backend.") else OF_OLD
        return problem.unexpected not in old and not problem.unexpected.startswith("_")
    if problem.surplus:
        return len(OPS[name].signature.names) <= 2
    return problem.missing is not None or (problem.twice and name not in OF_ANOTHER_ORDER)


# What functions of keras.activations take in any Keras, if it is more than in Keras 3.
IN_ANY_KERAS = {"relu": "alpha=0.0"}


@cache
def of_any_keras(name: str) -> Op:
    """A function of keras.activations where the file may be for Keras 2 as well."""
    operation = of_keras_3(name)
    more = IN_ANY_KERAS.get(name.rpartition(".")[2])
    if more is None:
        return operation
    names = (f"{key}={value!r}" for key, value in operation.signature.defaults.items())
    signature = parse_signature(f"x, {', '.join(names)}, {more}")
    return Strict(name, operation.rule, signature, operation.unused)


@cache
def of_keras_3(name: str) -> Op:
    """A function of that full name as it is beside Keras 3."""
    operation = OPS[name]
    if name in LENIENT:
        return operation
    signature = operation.signature
    room, _, last = name.rpartition(".")
    if room == "keras.activations":
        more = next((more for more, names in IN_KERAS_3.items() if last in names.split()), "")
        signature = parse_signature(f"x, {more}")
    return Strict(name, operation.rule, signature, operation.unused)


@cache
def of_tensorflow_2(name: str) -> Op:
    """A function of TensorFlow as it is beside Keras 3, without the keywords of TensorFlow 1."""
    operation = of_keras_3(name)
    if name in LENIENT:
        return operation
    s = operation.signature
    today = Signature(s.names, s.defaults, s.star, s.keywords, s.positional)
    return Strict(name, operation.rule, today, operation.unused)
