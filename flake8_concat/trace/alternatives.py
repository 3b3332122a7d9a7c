"""Calls on what may be one of several values (`shapes.Choice`): each is tried.

Where branches of an unknown test left tensors of different shapes, or other numbers for a layer,
Keras is asked for every combination that can occur. What it refuses in all of them it refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from flake8_concat.keras.create import create
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.shapes import (
    Choice,
    Known,
    Mismatch,
    Outcome,
    Shape,
    Unknown,
    choose,
    leaves,
    restrict,
    spread,
)
from flake8_concat.shapes.choice import MAX_TESTS, tests
from flake8_concat.trace.values import LEAVES, count_nested

CONTAINERS = (list, tuple, dict)
MAX_ITEMS = 10_000  # that are searched
MOST_SETTLED = 2_000  # values in the arguments of a call that is tried for each alternative
SETTLED_A_STEP = 4
CALL_EACH = 10  # what it costs to go both ways of a call, in steps
# What gives the same for the same arguments and changes nothing.
PURE = ("math.", "numpy.", "operator.")
PURE_BUILTINS = frozenset(
    f"builtins.{name}"
    for name in ("abs", "bool", "float", "int", "isinstance", "len", "max", "min", "pow", "range",
                 "round", "str", "sum", "tuple")
)  # fmt: skip


class Alternatives:
    """The part of the tracer that tries one alternative after the other."""

    muted = 0  # > 0 while only one of several alternatives is looked at: nothing is written down

    def ask_each(
        self: Any, operation: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any], lost: Outcome
    ) -> tuple[Outcome, tuple[Any, ...], Mapping[str, Any]]:
        """What Keras says to every alternative of a call, and the arguments it says it to.

        lost:  what it said to the call as it is: nothing known
        """
        variants = self.variants.get(id(operation), operation)
        choice = find_choice((variants, args, kwargs))
        if choice is None or not self.few((variants, args, kwargs)):
            return lost, args, kwargs
        key = choice.key
        assumed = self.assumed(key)
        answers = []
        for holds in (True, False):
            if assumed is not None and holds is not assumed:
                continue
            settled = tuple(settle(value, key, holds=holds) for value in args)
            named = {name: settle(value, key, holds=holds) for name, value in kwargs.items()}
            chosen = settle(variants, key, holds=holds)
            self.muted += assumed is None
            try:
                outcome = lost if type(chosen) is Choice else self.ask(chosen, settled, named)
                if type(outcome) is Unknown:
                    outcome, settled, named = self.ask_each(chosen, settled, named, outcome)
            finally:
                self.muted -= assumed is None
            answers.append((outcome, settled, named))
        if len(answers) == 1:
            return answers[0]
        (yes, yes_args, yes_kwargs), (no, _, _) = answers
        if isinstance(yes, Mismatch) and isinstance(no, Mismatch):
            return yes, yes_args, yes_kwargs
        return self.either_outcome(choice, yes, no), args, kwargs

    def few(self: Any, value: Any) -> bool:
        """Whether a structure of arguments can be tried in all ways; counts what that costs."""
        count = count_nested(value)
        self.step(1 + (count or 0) // SETTLED_A_STEP)
        return count is not None and count < MOST_SETTLED and not too_many(value)

    def either_outcome(self: Any, choice: Choice, yes: Outcome, no: Outcome) -> Outcome:
        """What is known after a call that Keras accepts in one of two cases at least."""
        if isinstance(yes, Known) and isinstance(no, Known):
            result = either_result(choice, yes.result, no.result)
            return Known(result, yes.conditions if yes.conditions == no.conditions else ())
        for refused, other in ((yes, no), (no, yes)):
            # the program goes on only where Keras has not raised
            if isinstance(refused, Mismatch) and isinstance(other, Known):
                if not self.caught("ValueError"):
                    if not self.muted and not self.repeating and not self.doubts:
                        self.assume(callee_test(choice), other is yes)
                    return Known(other.result)
        return Unknown(choice.why)

    def variants_of(
        self: Any, layer: Layer, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]
    ) -> Any:
        """A layer for every alternative of its arguments; Unknown where one can't be made."""
        choice = find_choice((args, kwargs))
        if choice is None:
            plain_args, plain_kwargs = self.layer_arguments(name, args, dict(kwargs))
            made = create(name, plain_args, plain_kwargs, self.facts.image_data_format, layer.name)
            if isinstance(made, Layer):
                return made
            return Unknown(f"{name}() is not known for one of several arguments")
        if not self.few((args, kwargs)):
            return Unknown(choice.why)
        yes, no = (
            self.variants_of(
                layer,
                name,
                tuple(settle(value, choice.key, holds=holds) for value in args),
                {n: settle(value, choice.key, holds=holds) for n, value in kwargs.items()},
            )
            for holds in (True, False)
        )
        return choose(choice.key, yes, no, choice.why)

    def call_each(self: Any, callee: Choice, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """A call of one of several functions, layers, classes."""
        self.step(CALL_EACH)
        return self.either(
            callee_test(callee),
            lambda: self.call(callee.yes, args, dict(kwargs)),
            lambda: self.call(callee.no, args, dict(kwargs)),
        )

    def boolean_each(self: Any, stops: bool, value: Choice, right: Callable[[], Any]) -> Any:
        """`value or …` (`stops` is True) and `value and …`, for each alternative of the value."""
        decided = spread(self.truth, value)
        if any(truth is None for truth in leaves(decided)):
            self.maybe(right)
            return Unknown(value.why)
        other = self.maybe(right)
        return spread(lambda one, rest: one if self.truth(one) is stops else rest, value, other)

    def read_each(self: Any, read: Callable[..., Any], *values: Any) -> Any:
        """What an attribute or an item is for each alternative; no reading is written down."""
        self.muted += 1
        try:
            return spread(read, *values)
        finally:
            self.muted -= 1


def callee_test(choice: Choice) -> Choice:
    """The test between two alternatives, as a value."""
    return Choice(choice.key, True, False, choice.why)


def pure(name: str) -> bool:
    """Whether a function of the library changes nothing, so that it can be called twice."""
    return name in PURE_BUILTINS or name.startswith(PURE)


def find_choice(value: Any) -> Choice | None:
    """The first Choice in a structure of arguments: a shape of a tensor, or a value."""
    return next(choices_in(value), None)


def choices_in(value: Any) -> Iterator[Choice]:
    """Each Choice in a structure of arguments, in order."""
    todo, count = [value], 0
    while todo:
        item = todo.pop()
        if type(item) is Choice:
            yield item
        elif type(item) is Tensor:
            if type(item.shape) is Choice:
                yield item.shape
        elif type(item) in LEAVES:
            continue
        elif isinstance(item, CONTAINERS):
            count += len(item)
            if count > MAX_ITEMS:
                return
            todo.extend(reversed(item.values() if isinstance(item, dict) else item))


def too_many(value: Any) -> bool:
    """Whether a structure of arguments depends on more tests than are tried in all ways."""
    return len({test for choice in choices_in(value) for test in tests(choice)}) > MAX_TESTS


def settle(value: Any, key: Any, *, holds: bool) -> Any:
    """The structure where the test `key` is known to hold, or not to."""
    if type(value) is Choice:
        return restrict(value, key, holds=holds)
    if type(value) is Tensor:
        shape = restrict(value.shape, key, holds=holds)
        if shape is value.shape:
            return value
        return Tensor(shape, value.node, symbolic=value.symbolic, merged=True)
    if isinstance(value, Shape) or find_choice(value) is None:
        return value
    if isinstance(value, dict):
        return type(value)((name, settle(item, key, holds=holds)) for name, item in value.items())
    items = [settle(item, key, holds=holds) for item in value]
    return type(value)(items) if isinstance(value, list) else tuple(items)


def either_result(choice: Choice, yes: Any, no: Any) -> Any:
    """The shapes of two outcomes, each alternative in its place in the structure."""
    both = (yes, no)
    if all(type(value) in (list, tuple) for value in both) and len(yes) == len(no):
        if type(yes) is type(no):
            return type(yes)(either_result(choice, a, b) for a, b in zip(yes, no, strict=True))
    return choose(choice.key, yes, no, choice.why)


def holds_choice(value: Any) -> bool:
    """Whether the shapes of an outcome are not all decided."""
    return type(value) is Choice or (
        type(value) in (list, tuple) and any(holds_choice(item) for item in value)
    )
