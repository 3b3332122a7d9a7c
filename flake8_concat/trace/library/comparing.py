"""Comparisons of values of which not all is known: True, False, or None for "can't be told"."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Lose, Size, Unknown, is_none, is_number
from flake8_concat.trace.library.plain import contents, to_python, weigh, why_unknown
from flake8_concat.trace.library.quotient import Quotient
from flake8_concat.trace.values import (
    CONSTANTS,
    Builtin,
    Class,
    Dict,
    External,
    Function,
    Instance,
    List,
    Method,
    Module,
    Raised,
    Set,
)

ORDER: dict[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
ALIASES = {"builtins.IOError": "builtins.OSError", "builtins.EnvironmentError": "builtins.OSError"}
SMALL_INTS = range(-5, 257)  # of these Python has one object each
OBJECTS = (Builtin, Class, External, Function, Instance, Method, Module)
_FAMILIES = (
    List,
    Dict,
    (Set, frozenset),
    tuple,
    (str,),
    (bytes,),
    (int, float, complex),
    range,
    slice,
)


def compare(op: str, a: Any, b: Any) -> bool:
    """`a op b` for "==", "!=", "<", "<=", ">", ">=", "in", "not in", "is", "is not".

    Raises Lose where it is not known, Raised where Python raises.
    """
    if op in ORDER:
        answer = _ordered(op, a, b)
    elif op in ("==", "!="):
        answer = equal(a, b)
    elif op in ("in", "not in"):
        answer = contains(b, a)
    else:
        answer = same(a, b)
    if answer is None:
        unknown = a if isinstance(a, Unknown) else b
        raise Lose(
            why_unknown(unknown) if isinstance(unknown, (Unknown, Size)) else "not comparable here"
        )
    return not answer if op in ("!=", "not in", "is not") else answer


def equal(a: Any, b: Any) -> bool | None:
    """`a == b`."""
    if isinstance(a, CONSTANTS) and isinstance(b, CONSTANTS):
        return bool(a == b)
    weigh(a), weigh(b)
    return _equal(a, b)


def _equal(a: Any, b: Any) -> bool | None:
    if isinstance(a, CONSTANTS) and isinstance(b, CONSTANTS):
        return bool(a == b)
    if isinstance(a, (Unknown, Tensor, Quotient)) or isinstance(b, (Unknown, Tensor, Quotient)):
        return None
    if isinstance(a, Size) or isinstance(b, Size):
        return _equal_sizes(a, b)
    if isinstance(a, External) and isinstance(b, External):
        return _equal_names(a.name, b.name)
    if isinstance(a, OBJECTS) or isinstance(b, OBJECTS):
        return _equal_objects(a, b)
    if getattr(a, "by_identity", False) or getattr(b, "by_identity", False):
        return a is b
    for family in _FAMILIES:
        if isinstance(a, family) != isinstance(b, family):
            return False
    if isinstance(a, (list, tuple)):
        return _equal_sequences(a, b)
    if isinstance(a, dict):
        return _equal_dicts(a, b)
    if isinstance(a, (set, frozenset)):
        return _equal_sets(a, b)
    if isinstance(a, (range, slice)):
        return bool(a == b)
    return True if a is b else None


def _equal_sizes(a: Any, b: Any) -> bool | None:
    """Where Keras sees None, `shape[1] == None` holds, whatever the symbol."""
    nothing = [value is None or (isinstance(value, Size) and is_none(value)) for value in (a, b)]
    if all(nothing):
        return True
    numbers = [
        isinstance(value, (int, float, Size)) and not hidden
        for value, hidden in zip((a, b), nothing, strict=True)
    ]
    if any(nothing):
        other = b if nothing[0] else a
        return False if not isinstance(other, Size) or is_number(other) else None
    if not all(numbers):
        return (
            None
            if (isinstance(a, Size) and a.literal is None)
            or (isinstance(b, Size) and b.literal is None)
            else False
        )
    return True if a == b and getattr(a, "literal", None) is True else None


def _equal_names(a: str, b: str) -> bool | None:
    a, b = ALIASES.get(a, a), ALIASES.get(b, b)
    if a == b:
        return True
    return False if a.startswith("builtins.") and b.startswith("builtins.") else None


def _equal_objects(a: Any, b: Any) -> bool | None:
    """Functions, classes and instances are equal to themselves alone, unless they say how."""
    for value in (a, b):
        if isinstance(value, External) and not value.name.startswith("builtins."):
            return None
        if isinstance(value, Instance) and (value.cls.find("__eq__") or value.cls.external):
            return None
    if isinstance(a, Method) and isinstance(b, Method):
        return a.function is b.function and a.instance is b.instance
    return a is b


def _all(answers: Any) -> bool | None:
    result: bool | None = True
    for answer in answers:
        if answer is False:
            return False
        if answer is None:
            result = None
    return result


def _item_equal(a: Any, b: Any) -> bool | None:
    """As containers compare their items: the same object is equal to itself."""
    return True if a is b else _equal(a, b)


def _hidden(*containers: Any) -> bool:
    return any(getattr(container, "blur", None) is not None for container in containers)


def _equal_sequences(a: Any, b: Any) -> bool | None:
    if _hidden(a, b):
        return None
    if len(a) != len(b):
        return False
    return _all(_item_equal(x, y) for x, y in zip(a, b, strict=True))


def _equal_dicts(a: Any, b: Any) -> bool | None:
    if _hidden(a, b) or not all(isinstance(key, CONSTANTS) for key in (*a, *b)):
        return None
    if a.keys() != b.keys():
        return False
    return _all(_item_equal(a[key], b[key]) for key in a)


def _equal_sets(a: Any, b: Any) -> bool | None:
    if _hidden(a, b):
        return None
    try:
        return set(to_python(a)) == set(to_python(b))
    except Lose:
        return None


def contains(container: Any, item: Any) -> bool | None:
    """`item in container`."""
    if isinstance(container, (str, bytes)):
        if isinstance(item, (type(container), int if isinstance(container, bytes) else str)):
            return bool(item in container)  # type: ignore[operator]
        if isinstance(item, CONSTANTS):
            raise Raised("TypeError")
        return None
    if isinstance(container, range):
        return item in container if isinstance(item, CONSTANTS) else None
    if isinstance(container, (int, float, complex, type(None))):
        raise Raised("TypeError")
    if not isinstance(container, (list, tuple, set, frozenset, dict)) or _hidden(container):
        return None
    if (
        isinstance(container, (dict, set, frozenset))
        and isinstance(item, (str, int))
        and item in container
    ):
        return True
    weigh(container), weigh(item)
    if isinstance(container, (dict, set, frozenset)) and _unhashable(
        item, inside=isinstance(container, dict)
    ):
        raise Raised("TypeError")
    result: bool | None = False
    for each in contents(container):
        answer = _item_equal(each, item)
        if answer:
            return True
        if answer is None:
            result = None
    return result


def _unhashable(item: Any, *, inside: bool) -> bool:
    """Whether an item can't be a key. A set looked for in a set is taken as a frozenset."""
    if isinstance(item, tuple):
        return any(_unhashable(part, inside=True) for part in item)
    return isinstance(item, (list, dict)) or (inside and isinstance(item, set))


def same(a: Any, b: Any) -> bool | None:
    """`a is b`."""
    singles = (None, True, False, ...)
    if isinstance(a, Unknown) or isinstance(b, Unknown):
        return True if a is b else None
    if isinstance(a, Size) or isinstance(b, Size):
        return _equal_sizes(a, b) if a is None or b is None else None
    if any(a is single or b is single for single in singles):
        return a is b
    if isinstance(a, CONSTANTS) and isinstance(b, CONSTANTS):
        if type(a) is not type(b) or a != b:
            return False
        return True if type(a) is int and a in SMALL_INTS else None
    if isinstance(a, External) and isinstance(b, External):
        return _equal_names(a.name, b.name)
    if isinstance(a, External) or isinstance(b, External):
        name = (a if isinstance(a, External) else b).name
        return False if name.startswith("builtins.") else None
    return a is b


def _ordered(op: str, a: Any, b: Any) -> bool | None:
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return _ordered_sequences(op, a, b)
    if isinstance(a, (Unknown, Size, Quotient, Tensor)) or isinstance(
        b, (Unknown, Size, Quotient, Tensor)
    ):
        return None
    try:
        return bool(ORDER[op](to_python(a), to_python(b)))
    except TypeError:
        raise Raised("TypeError") from None


def _ordered_sequences(op: str, a: Any, b: Any) -> bool | None:
    """By the first items that differ."""
    if isinstance(a, list) != isinstance(b, list):
        raise Raised("TypeError")
    if _hidden(a, b):
        return None
    weigh(a), weigh(b)
    for x, y in zip(a, b, strict=False):
        answer = _item_equal(x, y)
        if answer is None:
            return None
        if not answer:
            return _ordered(op, x, y)
    return bool(ORDER[op](len(a), len(b)))
