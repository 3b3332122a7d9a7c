"""Arguments of layers of a kind that the constructor never takes, whatever else it is given.

`Dropout(None)`, `RandomZoom("in")`: Keras compares or calculates with what it gets. Each row is
held against Keras by tests/oracle/test_kinds_of_arguments.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from flake8_concat.keras import kinds_of_arguments_table as of_values
from flake8_concat.keras import kinds_of_functions_table as of_functions
from flake8_concat.keras.arguments import FRACTIONS, shown
from flake8_concat.keras.initializers import refused_initializer
from flake8_concat.keras.registry import Args
from flake8_concat.shapes import Shape

_TRANSPOSED = ("Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose")
# By parameter what the names of layers begin with that fail with fractions, when called.
REFUSE_FRACTIONS = {
    "depth_multiplier": ("SeparableConv",),
    "groups": ("Conv",),
    "kernel_size": ("Conv", "DepthwiseConv", "SeparableConv"),
    "strides": _TRANSPOSED,
    "dilation_rate": _TRANSPOSED,
    "size": ("UpSampling",),
    "output_size": ("Adaptive",),
}


# Parameters for which Keras takes the keys of a dict, if they are sizes.
TAKE_KEYS = frozenset({"dilation_rate", "kernel_size", "pool_size", "strides"})
# Parameters that are made tensors, of complex numbers too.
TAKE_COMPLEX = frozenset({"mean", "variance"})
# Parameters for which 0.0 counts as None.
NONE_IF_ZERO = frozenset({"lora_rank", "output_shape"})
NUMBERS = (int, float)
# What stands for no number, name or list; bytes are a tuple of numbers to Keras.
NEVER = (bytes, complex, type(...))
NO_NUMBERS = (str, list, tuple, type(None))


def is_odd(value: Any) -> bool:
    """Whether a list certainly holds something else than numbers: words, None, lists."""
    if not isinstance(value, (list, tuple)) or isinstance(value, Shape):
        return False
    if getattr(value, "blur", None) is not None:
        return False
    if any(kind_of(item) == "layer" for item in value):
        return True
    known = all(isinstance(item, (*NUMBERS, *NO_NUMBERS)) for item in value)
    return known and not all(isinstance(item, NUMBERS) for item in value)


def is_mixed(value: Any) -> bool:
    """Whether a list certainly holds something else beside numbers."""
    return is_odd(value) and any(isinstance(item, NUMBERS) for item in value)


def holds(value: Any, kinds: frozenset[str]) -> bool:
    """Whether it is a list of items that are refused."""
    if not isinstance(value, (list, tuple)):
        return False
    return ("odd" in kinds and is_odd(value)) or ("mixed" in kinds and is_mixed(value))


@cache
def refused_by(layer: str, *, called: bool = False) -> dict[str, frozenset[str]]:
    """By parameter the kinds that a layer refuses, where it is made or where it is called."""
    found: dict[str, frozenset[str]] = {}
    for table in (of_values, of_functions):
        rows = table.REFUSED_WHEN_CALLED if called else table.REFUSED
        for kinds, parameters in rows.items():
            for parameter, layers in parameters.items():
                if layer in layers.split():
                    found[parameter] = found.get(parameter, frozenset()).union(kinds)
    return found


def kind_of(value: Any) -> str:
    """The kind that a value certainly is of, as the tables call them; "" for what is not known."""
    if value is None:
        return "none"
    if isinstance(value, str):
        return "word" if value else ""
    if isinstance(value, (int, float)):
        return "float" if isinstance(value, float) else "number"
    if isinstance(value, Shape) or getattr(value, "blur", None) is not None:
        return ""
    if isinstance(value, dict):
        return "dict"
    if isinstance(value, (list, tuple)):
        return "list"
    if isinstance(value, NEVER):
        return "bytes" if isinstance(value, bytes) else "object"
    if isinstance(getattr(value, "args", None), Args):
        return "layer"
    return "function" if hasattr(value, "code") and hasattr(value, "defaults") else ""


def _is_of_words(value: dict[Any, Any]) -> bool:
    return all(isinstance(key, str) for key in value)


def refused_kind(layer: str, args: Mapping[str, Any], *, called: bool = False) -> str | None:
    """What is wrong with the kind of an argument of a layer, None if nothing is."""
    for parameter, kinds in refused_by(layer, called=called).items():
        if parameter not in args:
            continue
        value = args.get(parameter)
        if isinstance(value, dict) and parameter in TAKE_KEYS and not _is_of_words(value):
            continue
        if isinstance(value, complex) and parameter in TAKE_COMPLEX:
            continue
        kind = kind_of(value)
        if kind == "float" and not value and parameter in NONE_IF_ZERO:
            continue
        if kind in kinds or holds(value, kinds) or (kind == "object" and "layer" in kinds):
            return f"`{parameter}` can't be {shown(value)}"
    for parameter, value in args.get(FRACTIONS, {}).items() if called else ():
        if layer.startswith(REFUSE_FRACTIONS.get(parameter, ())):
            what = "integers" if isinstance(value, (list, tuple)) else "an integer"
            return f"`{parameter}` must be {what}, is {shown(value)}"
    return refused_initializer(layer, args) if called else None
