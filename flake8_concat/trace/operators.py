"""Operators on values of any kind: `a + b`, `a < b`, `not a`, `x[i]`.

Plain data goes to `library.arithmetic`, which is Python with bounds; sizes to `shapes`; tensors
to `keras.operators`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.shapes import (
    Choice,
    Lose,
    Never,
    Size,
    Unknown,
    Valued,
    agreement,
    is_none,
    spread,
)
from flake8_concat.shapes import compare as compare_sizes
from flake8_concat.trace.library import arithmetic, comparing
from flake8_concat.trace.library.quotient import Quotient
from flake8_concat.trace.values import (
    CONSTANTS,
    NESTING,
    Class,
    Dict,
    External,
    Free,
    Function,
    Instance,
    List,
    Module,
    Perhaps,
    Raised,
    Set,
    Test,
    as_dim,
    is_small,
    perhaps_absent,
)

OF_A_TENSOR = "a test of what a tensor holds"


def binary(operator: str, a: Any, b: Any) -> Any:
    """`a operator b` for values that are not tensors. Raises Lose, Raised."""
    if type(a) is Choice or type(b) is Choice:
        return spread(lambda a, b: _attempt(binary, operator, a, b), a, b)
    if isinstance(a, Free):
        a = _as_number(a, b)
    if isinstance(b, Free):
        b = _as_number(b, a)
    for value in (a, b):
        if isinstance(value, Unknown) and not isinstance(value, Quotient):
            raise Lose(value.why)
        blur = getattr(value, "blur", None)
        if blur is not None:
            raise Lose(blur.why)
    if operator == "|" and _kinds(a) and _kinds(b):
        return _kinds(a) + _kinds(b)
    return arithmetic.binary(operator, a, b)


def _kinds(value: Any) -> tuple[Any, ...]:
    """The classes of `int | None`, which is to `isinstance` what a tuple of them is."""
    if value is None or isinstance(value, Class):
        return (value,)
    if isinstance(value, External):
        return (value,) if value.name.startswith("builtins.") else ()
    return value if isinstance(value, tuple) and all(map(_kinds, value)) else ()


def _as_number(value: Free, other: Any) -> Any:
    """An unknown that is calculated with is a size, if what it meets is one."""
    return value.size if isinstance(other, (int, float, Size, Free, Quotient)) else value


def unary(operator: str, a: Any) -> Any:
    """`-a`, `+a`, `~a` for values that are not tensors."""
    if type(a) is Choice:
        return spread(lambda a: _attempt(unary, operator, a), a)
    if isinstance(a, Free):
        a = a.size
    if isinstance(a, Unknown) and not isinstance(a, Quotient):
        raise Lose(a.why)
    return arithmetic.unary(operator, a)


def _attempt(operate: Callable[..., Any], *args: Any) -> Any:
    """One of several alternatives: what is lost or raised there is not known."""
    try:
        return operate(*args)
    except Lose as lost:
        return lost.unknown
    except Raised as raised:
        return Unknown(f"`{args[0]}` raises {raised.kind}")


NEGATED = {"!=": "==", "not in": "in", "is not": "is"}


def compare(operator: str, a: Any, b: Any) -> Any:
    """True, False, or an Unknown; equal unknown tests have equal keys."""
    if type(a) is Choice or type(b) is Choice:
        return spread(lambda a, b: compare(operator, a, b), a, b)
    for value in (a, b):
        if type(value) in NESTING and operator != "is" and not is_small(value):
            return Unknown("a structure too large to follow")
    positive = NEGATED.get(operator)
    if positive is not None:
        found = compare(positive, a, b)
        if isinstance(found, bool):
            return not found
        if isinstance(found, Test):
            return Test(("not", found.key), found.why)
        return found
    if operator == "is":
        return _identical(a, b)
    if operator == "==":
        return equal(a, b)
    if operator == "in":
        return _contains(b, a)
    if isinstance(a, (Size, Free)) or isinstance(b, (Size, Free)):
        return _ordered_sizes(operator, a, b)
    for value in (a, b):
        if isinstance(value, Unknown):
            return Test((operator, _key(a), _key(b)), value.why)
    try:
        return arithmetic.compare(operator, a, b)
    except Lose as lost:
        return lost.unknown


def _ordered_sizes(operator: str, a: Any, b: Any) -> Any:
    if any(isinstance(v, Unknown) and not isinstance(v, Free) for v in (a, b)):
        return Unknown("compared with something that is not known")
    if not all(isinstance(v, (int, Size, Free)) for v in (a, b)):
        return Unknown("a size that is not known is compared")
    found = compare_sizes(operator, as_dim(a), as_dim(b))
    if found is not None:
        return found
    return Test((operator, _key(a), _key(b)), "depends on a size that is not known")


def _key(value: Any) -> Any:
    """What stands for a value in the key of a test."""
    if isinstance(value, Test):
        return value.key
    if isinstance(value, Unknown):
        return ("unknown", id(value), value)  # keeps it alive, so that the id stays its own
    if isinstance(value, (*CONSTANTS, Size)):
        return value
    if type(value) is tuple:
        return tuple(map(_key, value))
    return ("object", id(value), _Keep(value))


class _Keep:
    """Holds a value alive; all are equal, the id beside it tells them apart."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Keep)

    def __hash__(self) -> int:
        return 0


OBJECTS = (Tensor, Layer, Function, Class, Instance, Module, External)


def _identical(a: Any, b: Any) -> Any:
    if a is b and not isinstance(a, Size):
        return True
    if b is None or a is None:
        other = a if b is None else b
        if other is None:
            return True
        if isinstance(other, Size):
            if is_none(other):
                return True
            return False if other.literal else Unknown("a size that is not known")
        if isinstance(other, Unknown):
            return Test(("is None", _key(other)), other.why)
        return False
    for value in (a, b):
        if isinstance(value, Unknown):
            return Test(("is", _key(a), _key(b)), value.why)
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if a is not b and all(getattr(value, "kin", None) is not None for value in (a, b)):
        return Unknown("two lists or dicts that are perhaps the same")
    if isinstance(a, OBJECTS) or isinstance(b, OBJECTS):
        if isinstance(a, External) and isinstance(b, External):
            return a.name == b.name
        return False
    if type(a) is not type(b):
        return False
    return equal(a, b) if isinstance(a, CONSTANTS) else False


def equal(a: Any, b: Any) -> Any:
    """`a == b`: True, False, or an Unknown."""
    if isinstance(a, CONSTANTS) and isinstance(b, CONSTANTS):
        return a == b
    if isinstance(a, Size) or isinstance(b, Size):
        if isinstance(a, Size) and isinstance(b, Size) and a == b and a.literal is not None:
            return True
        if isinstance(a, (str, type(None))) or isinstance(b, (str, type(None))):
            return _identical(a, b) if a is None or b is None else False
        if any(isinstance(v, Size) and is_none(v) for v in (a, b)):
            # Keras sees None there, which equals no number
            numbers = [v for v in (a, b) if isinstance(v, int)]
            if numbers:
                return False
        if all(isinstance(v, Size) and v.literal for v in (a, b)):
            if isinstance(agreement(a, b), Never):  # n and 2n: equal for 0, which is no size
                return False
        return Test(("==", _key(a), _key(b)), "depends on a size that is not known")
    for value in (a, b):
        if isinstance(value, Unknown):
            return Test(("==", _key(a), _key(b)), value.why)
        blur = getattr(value, "blur", None)
        if blur is not None:
            return blur
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        if isinstance(a, list) is not isinstance(b, list) or len(a) != len(b):
            return False
        undecided: Any = None
        for x, y in zip(a, b, strict=True):
            same = equal(x, y)
            if same is False:
                return False
            if same is not True:
                undecided = same
        return True if undecided is None else undecided
    if isinstance(a, External) and isinstance(b, External):
        return a.name == b.name
    answer = comparing.equal(a, b)
    return Unknown("objects are compared") if answer is None else answer


def _contains(container: Any, item: Any) -> Any:
    if hasattr(container, "blur_out"):  # an iterator, that goes on to where it is found
        container.blur_out("how far an iterator was searched is not known")
    if isinstance(container, Unknown):
        return Test(("in", _key(item), _key(container)), container.why)
    blur = getattr(container, "blur", None)
    if blur is not None:
        return blur
    if isinstance(container, str):
        if isinstance(item, str):
            return item in container
        return Test(("in", _key(item), container), "the text looked for is not known")
    if isinstance(container, (dict, set, frozenset)) and isinstance(item, CONSTANTS):
        there: Any = item in container
        if not there and not all(isinstance(one, CONSTANTS) for one in container):
            return _among(container, item)
        if there and isinstance(container, dict) and type(container[item]) is Perhaps:
            return Test(("in", item, _key(container[item])), container[item].why)
        return there
    if isinstance(container, range) and isinstance(item, int):
        return item in container
    if isinstance(container, (list, tuple, set, dict)):
        return _among(container, item)
    return Unknown("whether it is in there is not known")


def _among(items: Iterable[Any], item: Any) -> Any:
    """Whether one of some things equals a value."""
    undecided: Any = None
    for one in items:
        same = equal(one, item)
        if same is True:
            return True
        if same is not False:
            undecided = same
    if undecided is None:
        return False
    if isinstance(item, Unknown):
        key = (_key(item), tuple(map(_key, items)))
        return Test(("in", *key), "what is looked for is not known")
    return undecided


def number_of(value: Any) -> float | None:
    """The number that a value is, or that an array of no axes holds; None for anything else."""
    if type(value) is Tensor:
        if value.symbolic or type(value.shape) is not Valued or len(value.shape):
            return None
        value = value.shape.content
    return value if type(value) in (int, float, bool) else None


def truth(value: Any) -> bool | None:
    """The truth of a value; None where it is not known."""
    if value is True or value is False:
        return value
    if isinstance(value, CONSTANTS):
        return bool(value)
    if isinstance(value, Size):
        return False if is_none(value) else compare_sizes("!=", value, 0)
    if isinstance(value, Dict) and perhaps_absent(value) is not None:
        return None if all(type(item) is Perhaps for item in value.values()) else True
    if isinstance(value, (List, Dict, Set)):
        return bool(value) if value.blur is None else None
    if isinstance(value, (tuple, range, frozenset)):
        return bool(value)
    if isinstance(value, (Function, Class, Module, Layer)):
        return True
    return None


def plain_truth_key(value: Any) -> Any:
    """What stands for an unknown test, so that the same test goes the same way."""
    if isinstance(value, Size):
        return ("not", ("==", value, 0))
    if isinstance(value, Test):
        return value.key
    if type(value) is Choice:
        yes, no = truth(value.yes), truth(value.no)
        if yes is not None and no is (not yes):
            return value.key if yes else ("not", value.key)
    return ("truth", _key(value))


def mentions_size(key: Any) -> bool:
    """Whether a test compares a size with something."""
    return isinstance(key, Size) or (
        isinstance(key, tuple) and key[:1] != ("unknown",) and any(map(mentions_size, key))
    )
