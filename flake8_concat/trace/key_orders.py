"""The order of the keys of dicts that go into the body of a layer, or come out of it.

JAX takes what goes through apart and puts it together again with the keys sorted; TensorFlow leaves
them as they stand. Where the two orders differ, what is read one after the other is one of two.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.trace.state import Either, join
from flake8_concat.trace.values import NESTING, Dict, is_small

SORTED = Either("JAX sorts the keys of a dict that goes through the body of a layer", "sorted keys")


def passed_through(value: Any) -> Any:
    """A structure that goes through the body of a layer: its dicts know of their other order."""
    if type(value) not in NESTING or not is_small(value) or getattr(value, "blur", None):
        return value
    return _passed_through(value)


def _passed_through(value: Any) -> Any:
    if isinstance(value, dict):
        items = {key: _passed_through(item) for key, item in value.items()}
        keys = _sorted(items)
        if keys == tuple(items) and all(items[key] is value[key] for key in items):
            return value
        made = Dict(items)
        made.otherwise = None if keys == tuple(items) else keys
        return made
    if isinstance(value, (list, tuple)):
        parts = [_passed_through(item) for item in value]
        if all(a is b for a, b in zip(parts, value, strict=True)):
            return value
        return type(value)(parts) if isinstance(value, list) else tuple(parts)
    return value


def _sorted(items: dict[Any, Any]) -> tuple[Any, ...]:
    try:
        return tuple(sorted(items))
    except TypeError:  # JAX refuses keys of several kinds
        return tuple(items)


def pairs_of(value: dict[Any, Any]) -> list[tuple[Any, Any]]:
    """The keys and values of a dict as they come, one after the other."""
    pairs, keys = list(value.items()), getattr(value, "otherwise", None)
    if keys is None:
        return pairs
    first = [(key, value[key]) for key in keys if key in value]
    others = [(key, item) for key, item in pairs if key not in keys]  # were put there since
    return [join(a, b, SORTED) for a, b in zip([*first, *others], pairs, strict=True)]


def follow(made: Dict, given: Any) -> None:
    """To be called before a dict takes over what another has, in whichever order that is."""
    keys = getattr(given, "otherwise", None)
    if keys is not None:
        made.otherwise = tuple(dict.fromkeys((*(made.otherwise or made), *keys, *given)))
