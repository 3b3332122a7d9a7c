"""What Keras says to names in a model: two alike, or one that no layer has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from flake8_concat.keras.layer import Layer
from flake8_concat.keras.naming import to_snake_case
from flake8_concat.shapes import Mismatch, Refusal, Unknown

OF_MODELS = ("functional", "model", "sequential")  # what their names begin with
MOST_NAMED = 6  # layers that a message lists


def own_name(layer: Any) -> str | None:
    """The name that the program gives a layer of Keras; None if it has one that Keras counts."""
    given = layer.args.get("name") if type(layer) is Layer else None
    return given if type(given) is str and given == layer.name else None


def used_twice(layers: Iterable[Any]) -> str | None:
    """A name that two layers were given, None if there is none.

    Mirrors Sequential._is_layer_name_unique and keras.src.ops.function.map_graph.
    """
    seen: dict[str, Any] = {}
    for layer in layers:
        name = own_name(layer)
        if name is not None and seen.setdefault(name, layer) is not layer:
            return name
    return None


def refused_lookup(layers: Any, name: Any, index: Any) -> Mismatch | None:
    """The refusal of `model.get_layer(name, index)`, None if there may be such a layer.

    Mirrors keras.Model.get_layer. The names that Keras counts (`conv2d_3`) depend on all that was
    made before, so that a name like one of theirs is never refused.
    """
    if not isinstance(layers, list) or isinstance(name, Unknown) or isinstance(index, Unknown):
        return None
    if index is not None and name is not None:
        return _refusal("takes a name or an index, not both")
    if index is not None:
        if type(index) is not int or -len(layers) <= index < len(layers):
            return None
        return _refusal(f"the model has {len(layers)} layers, none at {index}")
    if name is None:
        return _refusal("needs a name or an index")
    if not isinstance(name, str) or not all(map(_certain, layers)):
        return None
    stem = re.sub(r"_\d+$", "", name)
    if any(stem in _stems(layer) or layer.name == name for layer in layers):
        return None
    named = [own for layer in layers if (own := own_name(layer)) is not None]
    return _refusal(f"the model has no layer {name!r}", _nearest(name, named))


def _certain(layer: Any) -> bool:
    """Whether the name of a layer is known, or that Keras makes one of its class."""
    if not isinstance(layer, Layer):
        return _is_model(layer)
    given = layer.args.get("name")
    return given is None or given == layer.name


def _is_model(layer: Any) -> bool:
    return hasattr(layer, "nodes") and getattr(layer, "no_cell", None) is True


def _stems(layer: Any) -> tuple[str, ...]:
    """What the names begin with that Keras makes for a layer, in Keras 3 and before it."""
    if _is_model(layer):
        return (re.sub(r"_\d+$", "", layer.name), *OF_MODELS)
    if own_name(layer) is not None:
        return ()
    made = to_snake_case(layer.type.name)
    return (made, "input") if layer.type.name == "InputLayer" else (made, layer.name)


def _nearest(name: str, names: list[str]) -> str | None:
    """The name that was perhaps meant, or all where they are few."""
    from difflib import get_close_matches

    found = get_close_matches(name, names, 1)
    if found:
        return f"there is {found[0]!r}"
    return f"there are {', '.join(map(repr, names))}" if 0 < len(names) <= MOST_NAMED else None


def _refusal(what: str, remedy: str | None = None) -> Mismatch:
    return Mismatch(Refusal.WRONG_SHAPE, what, remedy=remedy)
