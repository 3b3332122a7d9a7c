"""What `fit`, `evaluate` and `predict` of a model do not take, whatever the shapes are.

Mirrors keras.src.trainers. tests/oracle/programs/trained_on_nothing.py asks Keras.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flake8_concat.keras.arguments import shown
from flake8_concat.keras.calling import NoTensor
from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Mismatch, Refusal, Shape, Size

PLAIN = (int, float, str)
DATA = ("x", "y", "sample_weight")


def refused_arguments(name: str, given: Mapping[str, Any]) -> Mismatch | None:
    """The refusal of an argument that certainly is of no kind that a method takes."""
    if "x" not in given:
        return refused_as("is given nothing to run on")
    for parameter in DATA:
        if parameter in given and not (given[parameter] is None and parameter != "x"):
            what = no_data(given[parameter])
            if what is not None and not (name.endswith("_on_batch") and what.endswith("numbers")):
                return refused_as(f"`{parameter}` must be arrays, is {what}")
    for parameter, refuses in NUMBERS.items():
        if parameter in given and refuses(given[parameter]):
            value = given[parameter]
            what = value.what if isinstance(value, NoTensor) else shown(value)
            return refused_as(f"`{parameter}` can't be {what}")
    callbacks = given.get("callbacks")
    if callbacks is not None and (wrong := _no_callback(callbacks)) is not None:
        return refused_as(f"`callbacks` must be callbacks, is given {wrong}")
    weights = given.get("class_weight")
    plain = isinstance(weights, (*PLAIN, list, tuple)) and not isinstance(weights, Shape)
    if plain or (isinstance(weights, Tensor) and not weights.symbolic):
        return refused_as("`class_weight` must be a dict", "a dict from classes to weights")
    return None


def no_data(value: Any) -> str | None:
    """What stands where arrays should and certainly is none that a model is trained on."""
    if value is None or isinstance(value, (bool, *PLAIN, NoTensor)):
        return shown(value) if not isinstance(value, NoTensor) else value.what
    if hasattr(value, "outcome") and hasattr(value, "name"):
        return f"{value.name!r}"
    if not isinstance(value, (list, tuple)) or isinstance(value, Shape):
        return None
    if getattr(value, "blur", None) is not None:
        return None
    if not value:
        return "empty"
    if all(_is_plain(item) for item in value):
        return f"a {'tuple' if type(value) is tuple else 'list'} of words or numbers"
    return None


def _is_plain(value: Any) -> bool:
    """Whether a value is a number or a word, or lists of nothing else."""
    if isinstance(value, Size):
        return True
    if isinstance(value, (list, tuple)) and not isinstance(value, Shape):
        blurred = getattr(value, "blur", None) is not None
        return bool(value) and not blurred and all(map(_is_plain, value))
    return isinstance(value, PLAIN)


def _no_count(value: Any) -> bool:
    return value is None or _no_number(value) or isinstance(value, float)


def _no_number(value: Any) -> bool:
    if isinstance(value, Shape) or getattr(value, "blur", None) is not None:
        return False
    return isinstance(value, (str, list, tuple, NoTensor))


def _no_batch(value: Any) -> bool:
    return value is not None and (_no_count(value) or (type(value) is int and value < 0))


# By parameter whether a value is refused.
NUMBERS: dict[str, Callable[[Any], bool]] = {
    "epochs": _no_count,
    "batch_size": _no_batch,
    "validation_split": lambda value: _no_number(value) or value == 1,
    "initial_epoch": _no_count,
    "steps_per_epoch": lambda value: value is not None and _no_count(value),
    "steps": lambda value: value is not None and _no_count(value),
}


def _no_callback(value: Any) -> str | None:
    """What is no callback among those that are given, None if there is no such thing."""
    if isinstance(value, (list, tuple)):
        if getattr(value, "blur", None) is not None:
            return None
        found = (_no_callback(item) if item is not None else "None" for item in value)
        return next((one for one in found if one is not None), None)
    if isinstance(value, NoTensor):
        return value.what
    return shown(value) if isinstance(value, PLAIN) and value else None


def refused_as(what: str, remedy: str | None = None) -> Mismatch:
    """The refusal of what is given to a method of a model."""
    return Mismatch(Refusal.WRONG_SHAPE, what, remedy=remedy)
