"""keras.initializers: what their constructors take, and what they make of a shape.

The call of an instance is entered as "keras.initializers.Orthogonal()".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flake8_concat.keras.arguments import shown
from flake8_concat.keras.naming import to_snake_case
from flake8_concat.keras.ops.creation import made, of_kind
from flake8_concat.keras.ops.in_layers import REFUSED_IN_LAYERS
from flake8_concat.keras.ops.reading import need_rank, refuse
from flake8_concat.keras.ops.table import functions
from flake8_concat.shapes import Mismatch, Refusal, Shape

_SCALED = "seed=None, input_axes=None, output_axes=None"
CONSTRUCTORS = {
    "": "Ones Zeros",
    "value=0.0": "Constant",
    "mean=0.0, stddev=0.05, seed=None": "RandomNormal TruncatedNormal",
    "minval=-0.05, maxval=0.05, seed=None": "RandomUniform",
    _SCALED: "GlorotNormal GlorotUniform HeNormal HeUniform LecunNormal LecunUniform",
    f"scale=1.0, mode='fan_in', distribution='truncated_normal', {_SCALED}": "VarianceScaling",
    "gain=1.0, seed=None": "Orthogonal",
    "gain=1.0": "Identity",
}
# By the name of a class what its constructor takes.
TAKES = {name: text for text, names in CONSTRUCTORS.items() for name in names.split()}
# All that one goes by.
CLASS_OF = {
    **{to_snake_case(name): name for name in TAKES},
    **{name: name for name in TAKES},
    "IdentityInitializer": "Identity",
    "OrthogonalInitializer": "Orthogonal",
    "normal": "RandomNormal",
    "one": "Ones",
    "uniform": "RandomUniform",
    "zero": "Zeros",
}
CONSTANT = frozenset({"Constant", "Ones", "Zeros"})
RANDOM = frozenset({"RandomNormal", "RandomUniform", "TruncatedNormal"})

MODES = ("fan_in", "fan_out", "fan_avg")
DISTRIBUTIONS = ("uniform", "truncated_normal", "untruncated_normal", "normal")


def refused_settings(bound: Mapping[str, Any]) -> Mismatch | None:
    """What VarianceScaling refuses of its settings where it is made."""
    scale: Any = bound.get("scale")
    if type(scale) in (int, float) and scale <= 0:
        return Mismatch(Refusal.WRONG_SHAPE, f"`scale` must be more than 0, is {shown(scale)}")
    for name, words in (("mode", MODES), ("distribution", DISTRIBUTIONS)):
        word = bound.get(name)
        if isinstance(word, str) and word.lower() not in words:
            known = ", ".join(map(repr, words[:3]))
            return Mismatch(Refusal.WRONG_SHAPE, f"`{name}` must be one of {known}, is {word!r}")
    return None


def _enter(name: str) -> None:
    def fill(shape: Any, dtype: Any) -> Shape:
        if shape is None or isinstance(shape, (str, float)):
            raise refuse(f"`shape` must be a tuple of sizes, is {shown(shape)}")
        if isinstance(shape, (tuple, list)) and not isinstance(shape, Shape):
            for size in shape:
                if size is None or isinstance(size, (str, float)):
                    raise refuse(f"a size must be a whole number, is {shown(size)}")
        if type(shape) is int and name not in CONSTANT | RANDOM:
            raise refuse(f"`shape` must be a tuple, is {shape}")
        if name not in (*CONSTANT, "Identity", "RandomUniform"):  # that makes integers, too
            of_kind(dtype, "int", "uint", "bool")
        found = made(shape)
        if name == "Orthogonal":
            need_rank(found, 2)
        elif name == "Identity":
            need_rank(found, 2, 2)
        return found

    functions("shape, dtype=None", f"keras.initializers: {name}()")(fill)
    REFUSED_IN_LAYERS[f"keras.initializers.{name}()"] = 0


for _name in TAKES:
    _enter(_name)
