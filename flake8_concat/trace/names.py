"""Full names: every way of importing Keras leads to one name for each thing.

"tensorflow.keras.layers.Dense", "tf_keras.layers.Dense", "keras.src.layers.core.dense.Dense" and
"keras.layers.Dense" are "keras.layers.Dense".
"""

from __future__ import annotations

from functools import lru_cache

from flake8_concat.keras.exported import OF_OPS

# Longest first; each is tried on whole dotted parts.
PREFIXES = (
    ("tensorflow.compat.v1.keras", "keras"),
    ("tensorflow.compat.v2.keras", "keras"),
    ("tensorflow._api.v2.keras", "keras"),
    ("tensorflow.python.keras.api", "keras"),
    ("tensorflow.python.keras", "keras"),
    ("tensorflow.contrib.keras.python.keras", "keras"),
    ("tensorflow.contrib.keras", "keras"),
    ("tensorflow.compat.v1", "tf"),
    ("tensorflow.compat.v2", "tf"),
    ("tensorflow.keras", "keras"),
    ("tensorflow", "tf"),
    ("tf.compat.v1", "tf"),
    ("tf.compat.v2", "tf"),
    ("tf.python.keras", "keras"),
    ("tf.contrib.keras", "keras"),
    ("tf.keras", "keras"),
    ("tf_keras", "keras"),
    ("keras.api._v2.keras", "keras"),
    ("keras.api._v1.keras", "keras"),
    ("keras.api", "keras"),
    ("keras._tf_keras.keras", "keras"),
    ("keras.src", "keras"),
    ("keras.backend.tensorflow_backend", "keras.backend"),
    ("keras.ops.numpy", "keras.ops"),
    ("keras.ops.nn", "keras.ops"),
    ("keras.ops.math", "keras.ops"),
    ("keras.ops.core", "keras.ops"),
    ("keras.ops.linalg", "keras.ops"),
    ("keras.layers.experimental.preprocessing", "keras.layers"),
    ("keras.layers.preprocessing", "keras.layers"),
    ("keras.layers.experimental", "keras.layers"),
    ("keras.utils.np_utils", "keras.utils"),
    ("keras.utils.vis_utils", "keras.utils"),
    ("keras_applications", "keras.applications"),
    ("numpy.core", "numpy"),
    ("tensorflow.experimental.numpy", "numpy"),
    ("jax.numpy", "numpy"),
    ("six.moves", "builtins"),
    ("past.builtins", "builtins"),
    ("future.builtins", "builtins"),
    ("tf.layers", "tf.layers"),
)

# What has several homes.
HOMES = {
    "Model": "keras.Model",
    "Functional": "keras.Model",
    "Sequential": "keras.Sequential",
    "Input": "keras.Input",
    "KerasTensor": "keras.KerasTensor",
}
MODEL_ROOMS = ("keras", "keras.models", "keras.engine", "keras.training", "keras.layers")

# Homes of layers in any release; below `keras.layers` any submodule is one.
LAYER_ROOMS = ("keras.layers", "keras.engine", "keras.legacy.layers")


@lru_cache(maxsize=4096)
def as_read(name: str) -> str:
    """The full name, of what is read from a module of `keras.ops` with that module."""
    room, _, last = name.rpartition(".")
    whole = canonical(room)
    return f"{whole}.{last}" if whole in OF_OPS else canonical(name)


@lru_cache(maxsize=4096)
def canonical(name: str) -> str:
    """The one full name of what `name` leads to.

    A module of `keras.ops` stays what it is until something is read of it.
    """
    for _ in range(4):
        for prefix, home in PREFIXES:
            if (name == prefix and prefix not in OF_OPS) or name.startswith(prefix + "."):
                shorter = home + name[len(prefix) :]
                if shorter != name:
                    name = shorter
                    break
        else:
            break
    if not name.startswith("keras."):
        return name
    room, _, last = name.rpartition(".")
    if last in HOMES and (
        room in MODEL_ROOMS or room.startswith(("keras.engine.", "keras.models."))
    ):
        return HOMES[last]
    if last[:1].isupper() and room.startswith(LAYER_ROOMS):
        return HOMES.get(last, f"keras.layers.{last}")
    if room.startswith("keras.layers.") and not last[:1].isupper() and room.count(".") <= 3:
        return f"keras.layers.{last}" if last in FUNCTIONAL_FORMS else name
    if name.startswith("keras.backend.") and last == "KerasTensor":
        return "keras.KerasTensor"
    return name


FUNCTIONAL_FORMS = frozenset(
    ("add", "subtract", "multiply", "average", "maximum", "minimum", "concatenate", "dot", "merge")
)
