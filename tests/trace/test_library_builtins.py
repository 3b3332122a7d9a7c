"""Builtins and methods against Python itself, and what they say of what is not known."""

from __future__ import annotations

import builtins
import math
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from library_harness import TRACER, do, run
from pace import within
from test_library_arithmetic import DRAWS, agree, ours, plain, pythons, small

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import BATCH, Shape, Unknown, symbol
from flake8_concat.trace.library.objects import Endless, Iterator
from flake8_concat.trace.library.plain import from_python
from flake8_concat.trace.values import Dict, External, Free, List, Raised, Set

FUNCTIONS = (
    "len abs all any ascii bin bool bytes chr complex dict divmod float format frozenset hex int "
    "list max min oct ord pow range repr round set slice sorted str sum tuple"
).split()
ITERATORS = "enumerate reversed iter zip".split()


def called(name: str, *args: Any) -> Any:
    value = run(f"builtins.{name}", *args)
    return value.items(TRACER) if isinstance(value, (Iterator, Endless)) else value


def check(found: Any, expected: Any) -> None:
    """Ours may be unknown; else it is Python's, containers and frozen sets alike."""
    assert agree(found, expected)


@settings(max_examples=3 * DRAWS, deadline=None)
@given(st.sampled_from(FUNCTIONS), st.lists(small, max_size=2))
def test_builtin_is_pythons(name: str, args: list[Any]) -> None:
    expected = pythons(getattr(builtins, name), *args)
    found = ours(lambda: called(name, *map(from_python, args)))
    if found is not None:
        check(found, expected)


@settings(max_examples=DRAWS, deadline=None)
@given(
    st.sampled_from(ITERATORS),
    st.lists(st.one_of(st.lists(small, max_size=3), st.text(max_size=3)), max_size=2),
)
def test_iterators_give_what_pythons_do(name: str, args: list[Any]) -> None:
    expected = pythons(lambda: list(getattr(builtins, name)(*args)))

    def listed() -> Any:
        items = called(name, *map(from_python, args))
        return List(items) if isinstance(items, list) else items

    found = ours(listed)
    if expected != ("raises", "TypeError"):  # which the caller makes of wrong arguments
        check(found, expected)


LIST_METHODS = "append extend insert pop remove clear reverse sort copy index count".split()
DICT_METHODS = "get setdefault pop popitem update clear copy".split()
SET_METHODS = (
    "add discard remove update union intersection difference symmetric_difference issubset "
    "issuperset isdisjoint copy clear"
).split()


def methods_agree(value: Any, name: str, args: list[Any]) -> None:
    copied = from_python(value)
    expected = pythons(lambda: getattr(value, name)(*args))
    if expected == ("raises", "TypeError"):
        return
    found = ours(lambda: do(copied, name, *map(from_python, args)))
    check(found, expected)
    after = ours(lambda: copied)
    assert after is None or agree(after, ("gives", value))


@settings(max_examples=2 * DRAWS, deadline=None)
@given(st.lists(small, max_size=4), st.sampled_from(LIST_METHODS), st.lists(small, max_size=2))
def test_list_methods(value: Any, name: str, args: list[Any]) -> None:
    methods_agree(value, name, args)


@settings(max_examples=2 * DRAWS, deadline=None)
@given(
    st.dictionaries(st.one_of(st.text(max_size=1), st.integers(0, 3)), plain, max_size=4),
    st.sampled_from(DICT_METHODS),
    st.lists(st.one_of(st.text(max_size=1), st.integers(0, 3), plain), max_size=2),
)
def test_dict_methods(value: Any, name: str, args: list[Any]) -> None:
    methods_agree(value, name, args)


@settings(max_examples=2 * DRAWS, deadline=None)
@given(
    st.sets(st.integers(0, 5), max_size=4),
    st.sampled_from(SET_METHODS),
    st.lists(
        st.one_of(st.integers(0, 5), st.sets(st.integers(0, 5)), st.lists(st.integers(0, 5))),
        max_size=1,
    ),
)
def test_set_methods(value: Any, name: str, args: list[Any]) -> None:
    methods_agree(value, name, args)


STRING_METHODS = (
    "capitalize casefold center count encode endswith expandtabs find index isalnum isalpha "
    "isdigit islower join ljust lower lstrip partition removeprefix replace rfind rjust rsplit "
    "rstrip split splitlines startswith strip swapcase title upper zfill"
).split()


@settings(max_examples=3 * DRAWS, deadline=None)
@given(
    st.text("ab _1\n", max_size=8),
    st.sampled_from(STRING_METHODS),
    st.lists(
        st.one_of(st.text("ab_", max_size=2), st.integers(-3, 12), st.lists(st.text("ab"))),
        max_size=2,
    ),
)
def test_string_methods(value: Any, name: str, args: list[Any]) -> None:
    methods_agree(value, name, args)


@settings(max_examples=DRAWS, deadline=None)
@given(
    st.sampled_from(
        ["{}", "{}_{}", "{0}{0}", "{1}", "{:03d}", "{:.2f}", "{!r}", "{{}}", "{", "{x}", "a{:>4}b"]
    ),
    st.lists(small, max_size=2),
)
def test_str_format(template: str, args: list[Any]) -> None:
    expected = pythons(template.format, *args)
    found = ours(lambda: do(template, "format", *map(from_python, args)))
    check(found, expected)


def test_format_reads_only_what_it_names() -> None:
    assert do("{a}", "format", a=1, b=Unknown("b")) == "1"
    assert isinstance(do("{b}", "format", a=1, b=Unknown("b")), Unknown)
    assert isinstance(do("{0.__class__}", "format", 1), Unknown)


BOMBS: list[Any] = [
    lambda: run("builtins.list", range(10**9)),
    lambda: run("builtins.sum", range(10**9)),
    lambda: run("builtins.sorted", range(10**9)),
    lambda: run("builtins.int", "9" * 10**6),
    lambda: run("builtins.bytes", 10**10),
    lambda: run("builtins.pow", 10, 10**8),
    lambda: run("builtins.pow", 3, -1, 10**4000),
    lambda: run("math.factorial", 10**7),
    lambda: run("math.comb", 10**7, 10**6),
    lambda: run("itertools.product", range(1000), range(1000)),
    lambda: run("itertools.product", List([0, 1]), repeat=10**9),
    lambda: run("itertools.permutations", range(50)),
    lambda: run("itertools.combinations", range(1000), 10),
    lambda: run("itertools.repeat", 0, 10**9),
    lambda: run("builtins.list", run("itertools.count")),
    lambda: run("numpy.random.rand"),
    lambda: do("a", "ljust", 10**10),
    lambda: do("a", "zfill", 10**10),
    lambda: do("a" * 10**5, "replace", "a", "b" * 10**5),
    lambda: do("a\t", "expandtabs", 10**10),
    lambda: do("x" * 10**5, "join", List(["a"] * 10**5)),
    lambda: do("{:999999999d}", "format", 1),
    lambda: do("{:{}}", "format", 1, 999999999),
]


@pytest.mark.parametrize("bomb", BOMBS, ids=range(len(BOMBS)))
def test_nothing_grows_out_of_bounds(bomb: Any) -> None:
    with within(1):
        assert isinstance(bomb(), Unknown)


def test_pow_of_a_large_exponent_is_quick() -> None:
    assert run("builtins.pow", 3, 10**100, 7) == pow(3, 10**100, 7)


H, W = symbol("h", literal=True), symbol("w", literal=True)


def test_unknown_parts_stay_unknown_precisely() -> None:
    u = Unknown("a parameter")
    assert run("builtins.len", List([u, u])) == 2
    assert isinstance(run("builtins.len", u), Unknown)
    assert isinstance(do(List([u, 1]), "index", 2), Unknown)
    assert do(List([1, u]), "index", 1) == 0
    assert isinstance(do(List([u, 1]), "index", 1), Unknown)
    assert run("builtins.sum", List([H, 1, 2])) == H + 3
    assert isinstance(run("builtins.max", List([H, W])), Unknown)
    assert run("builtins.max", List([3, 7, 5])) == 7
    assert run("builtins.any", List([u, 1])) is True
    assert isinstance(run("builtins.all", List([u, 1])), Unknown)
    assert run("builtins.all", List([u, 0])) is False


def test_sizes_become_whole_numbers() -> None:
    half = TRACER.binary("/", H, 2)
    assert run("builtins.int", H) == H
    assert run("builtins.int", half) == H // 2
    assert run("math.ceil", half) == -(-H // 2)
    assert run("math.floor", half) == H // 2
    assert run("builtins.int", run("numpy.ceil", half)) == -(-H // 2)
    assert run("builtins.int", run("builtins.float", H)) == H
    with pytest.raises(Raised):
        run("builtins.int", BATCH)
    free = Free("n", "nobody says")
    assert run("builtins.int", free) is run("builtins.int", free)


def test_blurred_containers() -> None:
    blurred = List([1, 2])
    blurred.blur = Unknown("a loop")
    assert isinstance(run("builtins.len", blurred), Unknown)
    assert isinstance(do(blurred, "pop"), Unknown)
    do(blurred, "append", 3)
    assert blurred.blur.why == "a loop"
    assert do(blurred, "copy").blur is blurred.blur
    assert run("builtins.list", blurred).blur is blurred.blur
    mapping = Dict(a=1)
    do(mapping, "update", Unknown("a file"))
    assert mapping.blur is not None
    assert do(mapping, "keys").blur is mapping.blur
    items = List([1])
    do(items, "extend", Unknown("a file"))
    assert items.blur is not None
    assert items.blur.why == "a file"
    popped = List([1, 2])
    assert isinstance(do(popped, "pop", Unknown("i")), Unknown)
    assert popped.blur is not None
    do(popped, "clear")
    assert popped.blur is None


def kind(name: str) -> External:
    return External(f"builtins.{name}")


def test_isinstance() -> None:
    def known(value: Any, of: Any) -> Any:
        found = run("builtins.isinstance", value, of)
        return None if isinstance(found, Unknown) else found

    assert known(1, kind("int")) is True
    assert known(True, kind("int")) is True
    assert known(1, (kind("str"), kind("float"))) is False
    assert known(1, (kind("str"), Unknown("x"))) is None
    assert known("a", External("collections.abc.Iterable")) is True
    assert known(List(), kind("list")) is True
    assert known(List(), (kind("tuple"), kind("list"))) is True
    assert known(None, kind("str")) is False
    assert known(H, kind("int")) is True
    assert known(BATCH, kind("int")) is False
    assert known(Unknown("x"), kind("int")) is None
    assert known(Tensor(Shape((BATCH, 3)), None), kind("list")) is False
    assert known(Tensor(Shape((BATCH, 3)), None), External("tf.Tensor")) is None
    assert known(3, External("numpy.ndarray")) is False
    assert known(0.5, External("numpy.float64")) is None
    assert run("builtins.type", 1).name == "builtins.int"
    assert run("builtins.type", True).name == "builtins.bool"


def test_exceptions_are_values() -> None:
    error = run("builtins.ValueError", "no")
    assert error.kind == "builtins.ValueError"
    assert run("builtins.isinstance", error, kind("Exception")) is True
    assert run("builtins.isinstance", error, kind("KeyError")) is False
    assert run("builtins.str", error) == "no"


def test_iterators_are_used_up() -> None:
    pairs = run("builtins.zip", List([1, 2]), "ab")
    assert run("builtins.next", pairs) == (1, "a")
    assert run("builtins.list", pairs) == [(2, "b")]
    assert run("builtins.list", pairs) == []
    with pytest.raises(Raised, match="StopIteration"):
        run("builtins.next", pairs)
    assert run("builtins.next", pairs, None) is None
    endless = run("itertools.count", 5)
    assert run("builtins.list", run("builtins.zip", endless, "ab")) == [(5, "a"), (6, "b")]


def test_functions_as_arguments() -> None:
    assert run("builtins.list", run("builtins.map", lambda x: x * 2, List([1, 2]))) == [2, 4]
    assert run("builtins.list", run("builtins.map", kind("int"), ("1", "2"))) == [1, 2]
    assert run("builtins.sorted", List(["bb", "a"]), key=kind("len")) == ["a", "bb"]
    assert run("builtins.max", List(["bb", "a"]), key=kind("len")) == "bb"
    assert run("builtins.list", run("builtins.filter", None, List([0, 1]))) == [1]
    assert math.isclose(run("math.log2", 8), 3)
    assert sorted(run("builtins.set", List([1, 1, 2]))) == [1, 2]
    assert run("builtins.sorted", Set({"b", "a"})) == ["a", "b"]
