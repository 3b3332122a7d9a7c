"""Python's operators on known values: numbers, strings, containers, and symbolic sizes.

All that could grow is bounded before it is calculated. Each function raises Lose where the result
is not known (or too large to follow), and Raised where Python certainly raises.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from flake8_concat.shapes import Lose, OfNumpy, Size, Unknown, of_numpy
from flake8_concat.trace.library.plain import (
    INT_BITS,
    ITEMS,
    STRING_LENGTH,
    bounded,
    contents,
    to_python,
    weigh,
    why_unknown,
)
from flake8_concat.trace.library.quotient import Quotient, size_binary
from flake8_concat.trace.values import Dict, List, Raised, Set

OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
    "<<": operator.lshift,
    ">>": operator.rshift,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "@": operator.matmul,
}


def _invert(a: Any) -> Any:
    """`~a`. Python 3.12 warns of `~True`, which a user's program may say, and ours is not to."""
    return operator.invert(int(a) if type(a) is bool else a)


UNARY: dict[str, Callable[[Any], Any]] = {
    "-": operator.neg,
    "+": operator.pos,
    "~": _invert,
    "not": operator.not_,
}
SEQUENCES = (str, bytes, list, tuple)
NUMBERS = frozenset({int, float, complex, bool})
PYTHON_ERRORS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


def guarded(run: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """What Python gives on known data, small enough to be calculated. Raises Raised, Lose."""
    try:
        return run(*args, **kwargs)
    except PYTHON_ERRORS as error:
        raise Raised(type(error).__name__) from None
    except (RecursionError, MemoryError):
        raise Lose("too deep to follow") from None


def binary(op: str, a: Any, b: Any) -> Any:
    """`a op b`. The items of containers may be any values."""
    if type(a) in NUMBERS and type(b) in NUMBERS:
        _check_numbers(op, a, b)
        return bounded(guarded(OPERATORS[op], a, b))
    if isinstance(a, (Size, Quotient)) or isinstance(b, (Size, Quotient)):
        return size_binary(op, a, b)
    for value in (a, b):
        if isinstance(value, Unknown):
            raise Lose(value.why)
    if op == "%" and isinstance(a, (str, bytes)):
        from flake8_concat.trace.library.formatting import percent

        return percent(a, b)
    if op == "+" and isinstance(a, SEQUENCES):
        return _concatenate(a, b)
    if op == "*" and isinstance(a, SEQUENCES) and isinstance(b, int):
        return _repeat(a, b)
    if op == "*" and isinstance(b, SEQUENCES) and isinstance(a, int):
        return _repeat(b, a)
    if isinstance(a, (set, frozenset)) and isinstance(b, (set, frozenset)):
        return _combine_sets(op, a, b)
    if op == "|" and isinstance(a, dict) and isinstance(b, dict):
        return _first(blurred(Dict, a, b), lambda: bounded(Dict({**a, **b})))
    x, y = to_python(a), to_python(b)  # Lose for what is not plain
    if type(x) in NUMBERS and type(y) in NUMBERS:  # members of an IntEnum, numbers of numpy
        if isinstance(a, OfNumpy) or isinstance(b, OfNumpy):
            return _as_numpy(op, x, y, a, b)
        return binary(op, x, y)
    raise Raised("TypeError")


def _as_numpy(op: str, x: Any, y: Any, *operands: Any) -> Any:
    """What numpy makes of two numbers; where Python raises, it gives inf, nan or 0."""
    try:
        return of_numpy(binary(op, x, y), *operands)
    except Raised as raised:
        raise Lose(f"what numpy gives for a {raised.kind} is not followed") from None


def _check_numbers(op: str, a: Any, b: Any) -> None:
    """Raises Lose where an integer would grow out of bounds."""
    if not (isinstance(a, int) and isinstance(b, int)):
        return
    bits = a.bit_length()
    if op == "*":
        bits += b.bit_length()
    elif op == "**":
        bits = bits * b if abs(a) > 1 and b > 0 else 1
    elif op == "<<":
        bits = bits + b if a else 0
    if bits > 2 * INT_BITS:
        raise Lose("a number too large to follow")


def blurred(kind: Callable[[], Any], *containers: Any) -> Any:
    """An empty, blurred container if any of these is blurred, else None."""
    for container in containers:
        blur = getattr(container, "blur", None)
        if blur is not None:
            made = kind()
            made.blur = blur
            return made
    return None


def _first(hidden: Any, make: Callable[[], Any]) -> Any:
    return make() if hidden is None else hidden


def _sequence_kind(value: Any) -> Any:
    return next(kind for kind in SEQUENCES if isinstance(value, kind))


def _concatenate(a: Any, b: Any) -> Any:
    kind = _sequence_kind(a)
    if not isinstance(b, kind):
        weigh(b)
        if isinstance(b, OfNumpy):  # which makes an array
            raise Lose("an array is made of a list and a number")
        if isinstance(b, (*SEQUENCES, *NUMBERS, dict, set, type(None))):
            raise Raised("TypeError")
        raise Lose(why_unknown(b))
    _check_length(kind, len(a) + len(b))
    if kind is list:
        return _first(blurred(List, a, b), lambda: List([*a, *b]))
    return kind((*a, *b)) if kind is tuple else a + b


def _repeat(sequence: Any, times: int) -> Any:
    kind = _sequence_kind(sequence)
    times = max(times, 0)  # Python can't take minus a million digits
    _check_length(kind, len(sequence) * times)
    if not sequence:
        times = 0
    if kind is list:
        return _first(blurred(List, sequence), lambda: List(list(sequence) * times))
    return tuple(sequence) * times if kind is tuple else sequence * times


def _check_length(kind: Any, length: int) -> None:
    if length > (STRING_LENGTH if kind in (str, bytes) else ITEMS):
        raise Lose("a sequence too long to follow")


def _combine_sets(op: str, a: Any, b: Any) -> Any:
    if op not in "&|^-":
        raise Raised("TypeError")
    kind = frozenset if isinstance(a, frozenset) else Set
    hidden = blurred(Set, a, b)
    if hidden is not None:
        return hidden
    uncertain = next((item for item in (*a, *b) if isinstance(item, (Unknown, Size))), None)
    if uncertain is not None and not (op == "|" and a is b):
        raise Lose(why_unknown(uncertain))
    return bounded(kind(OPERATORS[op](frozenset(a), frozenset(b))))


def unary(op: str, a: Any) -> Any:
    """`op a` for "-", "+", "~" and "not"."""
    if op == "not":
        return not truth(a)
    if isinstance(a, (Size, Quotient)):
        return size_binary("*", a, {"-": -1, "+": 1}.get(op))
    found = bounded(guarded(UNARY[op], to_python(a)))
    return of_numpy(found, a) if isinstance(a, OfNumpy) else found


def truth(value: Any) -> bool:
    """`bool(value)`. Raises Lose where it is not known."""
    if isinstance(value, Unknown):
        raise Lose(value.why)
    if isinstance(value, (list, dict, set)):
        return len(contents(value)) > 0
    if isinstance(value, (tuple, frozenset)):
        return len(value) > 0
    return bool(to_python(value))


from flake8_concat.trace.library.comparing import compare, equal  # noqa: E402
from flake8_concat.trace.library.formatting import format_value  # noqa: E402

__all__ = [
    "binary",
    "blurred",
    "compare",
    "equal",
    "format_value",
    "guarded",
    "truth",
    "unary",
]
