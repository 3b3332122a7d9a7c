"""Operators, comparisons and formats against Python itself, and what would grow out of bounds."""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pace import within

from flake8_concat.shapes import BATCH, Lose, Unknown, symbol
from flake8_concat.trace.library import arithmetic
from flake8_concat.trace.library.plain import from_python, to_python
from flake8_concat.trace.library.quotient import Quotient
from flake8_concat.trace.values import Dict, List, Raised, Set

DRAWS = int(float(os.environ.get("FLAKE8_CONCAT_DRAWS", "1")) * 200)

numbers = st.one_of(
    st.integers(-50, 50),
    st.integers(),
    st.booleans(),
    st.floats(allow_nan=False, width=32),
    st.sampled_from([0, 1, -1, 0.5, 2, 1j]),
)
scalars = st.one_of(numbers, st.text(max_size=5), st.none(), st.binary(max_size=3))
plain = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.tuples(inner, inner),
        st.tuples(inner),
        st.dictionaries(st.one_of(st.text(max_size=3), st.integers(0, 5)), inner, max_size=3),
        st.sets(st.integers(0, 9), max_size=3),
    ),
    max_leaves=8,
)


def ours(run: Any, *args: Any) -> Any:
    """The result as Python data, or the name of the error; None if it is not known."""
    try:
        return ("gives", to_python(run(*args)))
    except Raised as error:
        return ("raises", error.kind)
    except Lose:
        return None


def pythons(run: Any, *args: Any) -> Any:
    try:
        return ("gives", run(*args))
    except Exception as error:
        return ("raises", type(error).__name__)


def agree(found: Any, expected: Any) -> bool:
    """Ours may be unknown; else it is Python's, to the type. Sets may tell their items otherwise."""
    if found is None:
        return True
    if isinstance(found[1], (set, frozenset)):
        return found == expected and type(found[1]) is type(expected[1])
    return repr(found) == repr(expected) and type(found[1]) is type(expected[1])


small = st.one_of(st.integers(-30, 30), st.booleans(), st.floats(-9, 9), st.text(max_size=4), plain)


@settings(max_examples=DRAWS, deadline=None)
@given(st.sampled_from(sorted(arithmetic.OPERATORS)), small, small)
def test_binary_is_pythons(op: str, a: Any, b: Any) -> None:
    expected = pythons(arithmetic.OPERATORS[op], a, b)
    assert agree(ours(arithmetic.binary, op, from_python(a), from_python(b)), expected)


@settings(max_examples=DRAWS, deadline=None)
@given(st.sampled_from("+ - * / // %".split()), st.integers(-99, 99), st.integers(-99, 99))
def test_arithmetic_of_small_numbers_is_known(op: str, a: int, b: int) -> None:
    assert ours(arithmetic.binary, op, a, b) == pythons(arithmetic.OPERATORS[op], a, b)


COMPARISONS: dict[str, Any] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "in": lambda a, b: a in b,
    "not in": lambda a, b: a not in b,
}


@settings(max_examples=2 * DRAWS, deadline=None)
@given(st.sampled_from(sorted(COMPARISONS)), small, small)
def test_comparison_is_pythons(op: str, a: Any, b: Any) -> None:
    expected = pythons(COMPARISONS[op], a, b)
    assert agree(ours(arithmetic.compare, op, from_python(a), from_python(b)), expected)


@settings(max_examples=DRAWS, deadline=None)
@given(plain)
def test_what_equals_itself(a: Any) -> None:
    assert arithmetic.compare("==", from_python(a), from_python(a)) is True


@settings(max_examples=DRAWS, deadline=None)
@given(
    st.sampled_from(
        ["%s", "%d", "%5.2f", "a%sb%s", "%(x)s", "%x", "%%", "%", "%c", "%-4s|", "%r", "%i/%i"]
    ),
    small,
)
def test_percent_is_pythons(template: str, values: Any) -> None:
    expected = pythons(lambda: template % values)
    assert agree(ours(arithmetic.binary, "%", template, from_python(values)), expected)


@settings(max_examples=DRAWS, deadline=None)
@given(small, st.sampled_from(["", "d", ".2f", "03d", ">5", "x", "s", ",", "e", "5", "!"]))
def test_format_is_pythons(value: Any, spec: str) -> None:
    assert agree(
        ours(arithmetic.format_value, from_python(value), None, spec), pythons(format, value, spec)
    )


def nested(levels: int) -> List:
    twice = List([1])
    for _ in range(levels):
        twice = List([twice, twice])
    return twice


def endless() -> List:
    loop = List([1])
    loop.append(loop)
    return loop


def deep() -> List:
    value = List()
    for _ in range(5000):
        value = List([value])
    return value


BOMBS: list[tuple[Any, ...]] = [
    (arithmetic.binary, "**", 2, 10**8),
    (arithmetic.binary, "**", 10, 10**8),
    (arithmetic.binary, "**", -3, 10**9),
    (arithmetic.binary, "*", "a", 10**10),
    (arithmetic.binary, "*", 10**10, b"ab"),
    (arithmetic.binary, "*", List([0]), 10**9),
    (arithmetic.binary, "*", 10**9, (0,)),
    (arithmetic.binary, "<<", 1, 10**9),
    (arithmetic.binary, "*", 1 << 4000, 1 << 4095),
    (arithmetic.binary, "%", "%0999999999d", 1),
    (arithmetic.binary, "%", "%.999999999f", 1.0),
    (arithmetic.binary, "%", "%*d", (10**9, 1)),
    (arithmetic.binary, "%", "%.*f", (10**9, 1.0)),
    (arithmetic.binary, "%", "%9999d" * 9999, (1,) * 9999),
    (arithmetic.binary, "%", "%s" * 9999, ("x" * 10000,) * 9999),
    (arithmetic.binary, "%", "%(a)s" * 99999, Dict(a="x" * 10000)),
    (arithmetic.binary, "%", "%s", nested(60)),
    (arithmetic.format_value, 1, None, "999999999d"),
    (arithmetic.format_value, 1.5, None, ".999999999f"),
    (arithmetic.format_value, "a", None, ">9999999999"),
    (arithmetic.format_value, nested(60), "r", ""),
    (arithmetic.format_value, endless(), None, ""),
    (arithmetic.compare, "==", nested(60), nested(60)),
    (arithmetic.compare, "<", nested(60), nested(60)),
    (arithmetic.compare, "in", nested(60), List([nested(60)])),
    (arithmetic.compare, "==", endless(), endless()),
    (arithmetic.compare, "==", deep(), deep()),
]


@pytest.mark.parametrize("bomb", BOMBS, ids=range(len(BOMBS)))
def test_nothing_grows_out_of_bounds(bomb: tuple[Any, ...]) -> None:
    with within(1), pytest.raises(Lose):
        bomb[0](*bomb[1:])


def test_sums_of_blurred_lists_are_blurred() -> None:
    blurred = List([1])
    blurred.blur = Unknown("a loop")
    assert arithmetic.binary("+", blurred, List([2])).blur is blurred.blur
    assert arithmetic.binary("*", blurred, 2).blur is blurred.blur


def test_items_may_be_unknown() -> None:
    unknown = Unknown("a parameter")
    assert arithmetic.binary("+", List([unknown]), List([1])) == [unknown, 1]
    assert arithmetic.binary("*", (unknown,), 2) == (unknown, unknown)
    assert arithmetic.compare("in", 1, List([unknown, 1])) is True
    assert arithmetic.compare("==", List([unknown, 1]), List([3, 2])) is False
    with pytest.raises(Lose):
        arithmetic.compare("in", 2, List([unknown, 1]))
    with pytest.raises(Lose, match="a parameter"):
        arithmetic.binary("+", 1, unknown)


def test_sizes() -> None:
    h = symbol("h", literal=True)
    half = arithmetic.binary("/", h, 2)
    assert isinstance(half, Quotient)
    assert half.floor() == h // 2
    assert half.ceil() == -(-h // 2)
    assert arithmetic.binary("*", h, 0.5).floor() == h // 2
    assert arithmetic.binary("*", half, 4).floor() == h * 2
    assert arithmetic.binary("-", half, 1).floor() == (h - 2) // 2
    assert arithmetic.binary("+", h, 1) == h + 1
    with pytest.raises(Lose):
        arithmetic.binary("*", h, 0.1)


def test_none_sizes() -> None:
    assert arithmetic.compare("is", BATCH, None) is True
    assert arithmetic.compare("==", BATCH, None) is True
    assert arithmetic.compare("==", BATCH, 3) is False
    h = symbol("h", literal=True)
    assert arithmetic.compare("is", h, None) is False
    assert arithmetic.compare("==", h, h) is True
    with pytest.raises(Lose):
        arithmetic.compare("==", h, 3)


def test_text_of_sets_of_strings_has_no_order() -> None:
    with pytest.raises(Lose):
        arithmetic.format_value(Set({"a", "b"}))
    assert arithmetic.format_value(Set({"a"})) == "{'a'}"
