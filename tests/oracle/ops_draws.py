"""What the tests of operations draw from, and how they hold what they drew against both.

`Symbolic` shapes stand for tensors; a family is a strategy that draws a name and its arguments.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
keras = pytest.importorskip("keras")
pytest.importorskip("hypothesis")

from hypothesis import HealthCheck, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from flake8_concat.keras.registry import OPS, run_op  # noqa: E402
from flake8_concat.shapes import UNKNOWN_SIZE, Known, Mismatch, Shape, Unknown, is_none, symbol  # noqa: E402
from tests.oracle.harness import BAD, MISSED, draws  # noqa: E402

Family = Callable[[], st.SearchStrategy[Any]]


class Symbolic(tuple):  # type: ignore[type-arg]
    """The shape of a tensor argument."""

    __slots__ = ()


def replaced(value: Any, change: Callable[[Symbolic], Any]) -> Any:
    if isinstance(value, Symbolic):
        return change(value)
    if isinstance(value, (list, tuple)):
        return type(value)(replaced(item, change) for item in value)
    return value


def keras_tensor(shape: Symbolic) -> Any:
    return keras.KerasTensor(tuple(shape), dtype="float32")


def names(text: str, module: str = "keras.ops") -> st.SearchStrategy[str]:
    return st.sampled_from([f"{module}.{name}" for name in text.split()])


def call(*args: Any, **kwargs: Any) -> tuple[tuple[Any, ...], dict[str, Any]]:
    return args, kwargs


SIZES = st.sampled_from([None, 1, 2, 3, 4, 6, 8, 12])
flags = st.booleans()


def shapes(least: int = 0, most: int = 5) -> st.SearchStrategy[Symbolic]:
    return st.lists(SIZES, min_size=least, max_size=most).map(Symbolic)


@st.composite
def kin(draw: Any, shape: Symbolic) -> Symbolic:
    """A shape that may well go with another: some sizes 1, None or other, axes dropped or added."""
    dims = list(shape)
    for i, dim in enumerate(dims):
        change = draw(st.sampled_from(["same"] * 8 + ["one", "none", "other"]))
        dims[i] = {"same": dim, "one": 1, "none": None, "other": draw(SIZES)}[change]
    return Symbolic(dims[draw(st.sampled_from([0, 0, 0, 0, 1, 2])) :])


@st.composite
def pairs(draw: Any, least: int = 0, most: int = 4) -> tuple[Symbolic, Symbolic]:
    first = draw(shapes(least, most))
    second = draw(kin(first))
    return (first, second) if draw(flags) else (second, first)


axis = st.integers(-5, 5)
some_axes = st.one_of(st.none(), axis, st.lists(st.integers(-3, 3), max_size=3, unique=True))


@st.composite
def operands(draw: Any, equation: str) -> list[Symbolic]:
    """Shapes for the terms of an equation of einsum, some of them not quite."""
    table = {c: draw(SIZES) for c in "abcdhijkqw"}
    wild = draw(shapes(0, 2))
    found = []
    for term in equation.split("->", maxsplit=1)[0].split(","):
        dims: list[Any] = []
        for piece in term.replace("...", "."):
            dims += wild if piece == "." else [table[piece]]
        found.append(draw(kin(Symbolic(dims))) if draw(st.integers(0, 3)) == 0 else Symbolic(dims))
    return found


def check_agreement(family: Family, examples: int, verdict: Callable[..., Any]) -> None:
    """Draws calls of a family and holds what we say to each against what they say."""

    @settings(
        max_examples=draws(examples),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(family())
    def check(case: Any) -> None:
        name, (args, kwargs) = case
        found = verdict(name, args, kwargs)
        assert found.kind not in BAD, str(found)
        assert found.kind != MISSED, str(found)

    check()


def check_with_less(family: Family, examples: int, ours: Callable[..., Any]) -> None:
    """Holds what we say to calls of which less is known against what we say with all of it.

    `ours` makes our arguments of those that were drawn.
    """

    @settings(
        max_examples=draws(examples),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(family(), st.randoms(use_true_random=False))
    def check(case: Any, random: Any) -> None:
        name, (args, kwargs) = case
        check_blurred(name, *ours(args, kwargs), lambda: random.random() < 0.3)

    check()


def blurred(value: Any, lose: Callable[[], bool]) -> Any:
    """The same with some sizes and arguments unknown. `lose` decides, one by one."""
    if isinstance(value, Shape):
        return Shape(blurred_size(size, lose) for size in value)
    if isinstance(value, (list, tuple)):
        return type(value)(blurred(item, lose) for item in value)
    if type(value) is int and lose():
        return symbol("k", literal=True) if value > 0 and lose() else Unknown("blurred")
    return value


def covers(less: Any, full: Any) -> bool:
    """Whether `full` is a possible case of `less`."""
    if isinstance(full, Shape):
        if not isinstance(less, Shape) or len(less) != len(full):
            return False
        return all(covers_size(a, b) for a, b in zip(less, full, strict=True))
    if isinstance(full, (list, tuple)):
        return len(less) == len(full) and all(map(covers, less, full))
    return True


def covers_size(less: Any, full: Any) -> bool:
    if type(less) is int:
        return bool(less == full)
    if less.literal is None:
        return True
    return is_none(full) if is_none(less) else not is_none(full)


def blurred_size(size: Any, lose: Callable[[], bool]) -> Any:
    if not lose():
        return size
    return symbol("k", literal=True) if type(size) is int and lose() else UNKNOWN_SIZE


def check_blurred(name: str, args: Any, kwargs: dict[str, Any], lose: Callable[[], bool]) -> None:
    """Holds what we say with less knowledge against what we say with all of it."""
    full = run_op(OPS[name], args, kwargs)
    less = blurred(args, lose), {key: blurred(value, lose) for key, value in kwargs.items()}
    found = run_op(OPS[name], *less)
    text = f"{name}{less}: {found}\n  with all known {(args, kwargs)}: {full}"
    if isinstance(found, Mismatch):
        assert isinstance(full, Mismatch), f"alarm without knowing: {text}"
    elif isinstance(found, Known) and isinstance(full, Known):
        assert covers(found.result, full.result), f"says something else: {text}"
