"""One of several values, told apart by tests whose outcome is not known.

    if wide:
        x = Conv2D(64, 3)(x)
    else:
        x = Conv2D(32, 3)(x)

leaves a tensor of one of two shapes. A `Choice` keeps both, and the test between them: a decision
diagram, in which each test is asked once on a path and equal branches are one. So two values that
depend on the same test meet only as they can in the program.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any

from flake8_concat.shapes.outcome import Unknown

MAX_LEAVES = 8
MAX_TESTS = 6  # that values depend on together: there are twice as many cases for each


class Choice(Unknown):
    """`yes` where the test `key` holds, else `no`; either may be a Choice by another test.

    An Unknown for whoever does not ask further.
    """

    __slots__ = ("key", "no", "yes")

    def __init__(self, key: Hashable, yes: Any, no: Any, why: str) -> None:
        super().__init__(why)
        self.key, self.yes, self.no = key, yes, no


def choose(key: Hashable, yes: Any, no: Any, why: str) -> Any:
    """`yes` or `no`, by the test `key`. An Unknown where that would be too many alternatives."""
    yes, no = restrict(yes, key, holds=True), restrict(no, key, holds=False)
    if same(yes, no):
        return yes
    if type(yes) is Unknown or type(no) is Unknown:
        return Unknown(why)
    choice = Choice(key, yes, no, why)
    if sum(1 for _ in leaves(choice)) > MAX_LEAVES:
        return Unknown(why)
    return choice


def restrict(value: Any, key: Hashable, *, holds: bool) -> Any:
    """The value where the test `key` is known to hold, or not to."""
    if type(value) is not Choice:
        return value
    if value.key == key:
        return value.yes if holds else value.no
    yes, no = restrict(value.yes, key, holds=holds), restrict(value.no, key, holds=holds)
    if yes is value.yes and no is value.no:
        return value
    return choose(value.key, yes, no, value.why)


def leaves(value: Any) -> Iterator[Any]:
    """The alternatives of a value: itself, if it is no Choice."""
    if type(value) is Choice:
        yield from leaves(value.yes)
        yield from leaves(value.no)
    else:
        yield value


def tests(value: Any) -> Iterator[Hashable]:
    """The tests on which a value depends; one may come again."""
    if type(value) is Choice:
        yield value.key
        yield from tests(value.yes)
        yield from tests(value.no)


def spread(function: Callable[..., Any], *values: Any) -> Any:
    """`function(*values)` for every combination of alternatives that can occur.

    An Unknown where those are too many.
    """
    choice = next((value for value in values if type(value) is Choice), None)
    if choice is None:
        return function(*values)
    key, why = choice.key, choice.why
    if len({test for value in values for test in tests(value)}) > MAX_TESTS:
        return Unknown(why)
    yes, no = (
        spread(function, *(restrict(value, key, holds=holds) for value in values))
        for holds in (True, False)
    )
    return choose(key, yes, no, why)


def columns(value: Choice) -> list[list[Any]] | None:
    """The sizes that a shape may have on each axis. None if it may be of different ranks."""
    shapes = list(leaves(value))
    if not all(isinstance(shape, tuple) and len(shape) == len(shapes[0]) for shape in shapes):
        return None
    return [list(dict.fromkeys(column)) for column in zip(*shapes, strict=True)]


def same(a: Any, b: Any) -> bool:
    """Whether two alternatives are one: `1` and `True` are not, nor are two objects."""
    if a is b:
        return True
    if type(a) is Choice and type(b) is Choice:
        return a.key == b.key and same(a.yes, b.yes) and same(a.no, b.no)
    if type(a) is not type(b) or isinstance(a, Unknown):
        return False
    if isinstance(a, (list, dict, set)):  # what changes is itself alone
        return False
    if isinstance(a, tuple):
        # a shape may know its elements too
        contents = (getattr(a, "content", None), getattr(b, "content", None))
        return len(a) == len(b) and all(map(same, a, b)) and same(*contents)
    return bool(a == b)
