"""Joins that fit only some sizes: what CAT403 and CAT407 share.

Conditions that joins put on sizes nobody knows yet are decided here, and those of one model put
together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from flake8_concat.keras.graph import Tensor, tensors_in
from flake8_concat.rules import describe
from flake8_concat.rules.axes import axis_name, operation_name
from flake8_concat.rules.provenance import history
from flake8_concat.shapes import (
    BATCH,
    Condition,
    Known,
    Never,
    Shape,
    Size,
    Sometimes,
    Symbol,
    agreement,
)
from flake8_concat.shapes.periodic import ALL, Sizes, TooLong, positive
from flake8_concat.shapes.rounding import Rounding, Step, first_rounding
from flake8_concat.trace.facts import Event, Facts

# What people think of first; the first of them that does not fit is the example.
EXAMPLES = (300, 500, 250, 225, 150, 100, 75, 50, 33, 30, 25, 15, 10, 7, 5, 3, 2, 1)

_SPOKEN = {"steps": "length"}  # "the input steps is" is no English

_STRINGS = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_GUARD = re.compile(r"^[ \t]*(?:assert\b|(?:el)?if\b)[^\n]*(?:%|\bmod\()[^\n]*", re.MULTILINE)
_WORDS = re.compile(r"[A-Za-z_]+")
_OF_SIZES = re.compile(
    r"shape|size|height|width|length|dim|img|image|input|steps|rows|cols|^[hwxnlt]$", re.IGNORECASE
)


@dataclass(slots=True)
class Join:
    """A condition on one symbol, and the call that makes it."""

    event: Event
    condition: Condition
    symbol: Symbol
    sizes: Sizes


@dataclass(slots=True)
class Demand:
    """What the joins of a model demand of one symbol."""

    symbol: Symbol
    joins: list[Join] = field(default_factory=list)
    possible: Sizes = ALL  # where all tensors have sizes of at least 1
    sizes: Sizes = ALL

    def example(self) -> int | None:
        """A size that a user may come up with and that does not fit."""
        wrong = (n for n in EXAMPLES if n in self.possible and n not in self.sizes)
        return next(wrong, None) or next((n for n in EXAMPLES if n not in self.sizes), None)

    def failing(self, n: int) -> Join:
        """The first join that this size breaks."""
        return next((join for join in self.joins if n not in join.sizes), self.joins[0])


def open_conditions(facts: Facts) -> Iterator[tuple[Event, Condition]]:
    """The conditions on sizes that are not known, of all calls that are certain."""
    for event in facts.events:
        if type(event.outcome) is Known and event.outcome.conditions and event.certain:
            for condition in event.outcome.conditions:
                if is_open(condition.left) or is_open(condition.right):
                    yield event, condition


def is_open(size: object) -> bool:
    """Whether a size is an expression over symbols other than the batch."""
    return isinstance(size, Size) and bool(size.symbols) and BATCH not in size.symbols


def demands(facts: Facts) -> list[Demand]:
    """What each symbol must be so that all joins fit, in the order in which they are met.

    Symbols of which a single join already fits nothing are left out; see `impossible`.
    """
    found: dict[Symbol, Demand] = {}
    hopeless: set[Symbol] = set()
    for event, condition in open_conditions(facts):
        verdict = agreement(condition.left, condition.right)
        if isinstance(verdict, Never):
            for size in (condition.left, condition.right):
                hopeless |= size.symbols if isinstance(size, Size) else set()
        if isinstance(verdict, Sometimes) and not _pinned(condition, verdict.sizes):
            demand = found.setdefault(verdict.symbol, Demand(verdict.symbol))
            demand.joins.append(Join(event, condition, verdict.symbol, verdict.sizes))
    if not found:
        return []
    sizes = _sizes_by_symbol(facts)
    return [
        demand
        for symbol, demand in found.items()
        if symbol not in hopeless and _settle(demand, sizes.get(symbol, ()))
    ]


def _pinned(condition: Condition, sizes: Sizes) -> bool:
    """Whether a number stands beside it: the author knows the one size that the images have."""
    numbers = isinstance(condition.left, int) or isinstance(condition.right, int)
    return numbers and not sizes.residues


def _settle(demand: Demand, sizes: Iterable[Size]) -> bool:
    """Puts the conditions of the joins together; whether sizes are left that fit."""
    try:
        demand.possible = positive(sizes, demand.symbol)
        demand.sizes = demand.possible
        for join in demand.joins:
            demand.sizes = demand.sizes & join.sizes
    except TooLong:
        return False
    return not demand.sizes.empty


def _sizes_by_symbol(facts: Facts) -> dict[Symbol, dict[Size, None]]:
    """The sizes of all tensors, by the only symbol in them."""
    found: dict[Symbol, dict[Size, None]] = {}
    for event in facts.events:
        if not event.certain:
            continue
        for item in tensors_in(event.value):
            for size in item.shape if isinstance(item.shape, Shape) else ():
                if isinstance(size, Size) and len(size.symbols) == 1:
                    (symbol,) = size.symbols
                    found.setdefault(symbol, {})[size] = None
    return found


def impossible(facts: Facts) -> Iterator[tuple[Event, Condition]]:
    """The conditions that hold for no size at all."""
    for event, condition in open_conditions(facts):
        if isinstance(agreement(condition.left, condition.right), Never):
            yield event, condition


def input_of(symbol: Symbol, items: Iterable[Tensor]) -> tuple[Tensor, int] | None:
    """The input of the model that has the symbol as a size, and on which axis.

    Found by going back from these tensors.
    """
    todo, seen = list(items), set[int]()
    while todo:
        item = todo.pop()
        node = item.node
        if node is None or id(item) in seen:
            continue
        seen.add(id(item))
        inputs = node.inputs
        if not inputs and isinstance(item.shape, Shape) and symbol in item.shape:
            return item, item.shape.index(symbol)
        todo.extend(inputs)
    return None


def name_of(facts: Facts, symbol: Symbol, event: Event, condition: Condition) -> str | None:
    """What a message calls the symbol: "the input height", or a parameter's name."""
    if symbol.literal and symbol.name is not None:
        return symbol.name
    found = input_of(symbol, event.inputs)
    if found is None:
        return None
    item, axis = found
    join = event.inputs[condition.inputs[0]] if condition.inputs else None
    named = None
    if join is not None and condition.axis == axis:
        named = axis_name(join, axis, facts.image_data_format)
    named = named or axis_name(item, axis, facts.image_data_format)
    return f"the input {_SPOKEN.get(named, named)}" if named else f"axis {axis} of the input"


def rounding(facts: Facts, join: Join, n: int) -> Rounding | None:
    """The step on the way to one side of a join, and not to the other, that first rounds."""
    axis = join.condition.axis
    positions = [p for p in join.condition.inputs if p < len(join.event.inputs)]
    if axis is None or len(positions) != 2:
        return None
    ways = [list(history(join.event.inputs[p], axis))[::-1] for p in positions]
    for own, other in (ways, ways[::-1]):
        shared = {id(step.node) for step in other}
        steps = []
        for step in own:
            if step.before is not None and id(step.node) not in shared:
                line = describe.where(step.node.site, facts.source)
                label = operation_name(step.node) + (f" on {line}" if line else "")
                steps.append(Step(step.before, step.after, label))
        found = first_rounding(steps, {join.symbol: n})
        if found is not None:
            return found
    return None


def first_cause(facts: Facts, demand: Demand, n: int) -> Rounding | None:
    """Of the roundings that break joins for this size, the first on the way down."""
    found = [rounding(facts, join, n) for join in demand.joins if n not in join.sizes]
    return max(filter(None, found), key=lambda step: step.size_in, default=None)


def guarded(facts: Facts, symbol: Symbol) -> bool:
    """Whether the code itself checks by a remainder what sizes it is given.

    `assert height % 16 == 0`, `if size % 32: raise …`
    """
    text = facts.source.text
    own = set(_WORDS.findall(symbol.name or ""))
    for match in _GUARD.finditer(text):
        test = _STRINGS.sub("", match[0])
        if "%" not in test and "mod(" not in test:
            continue
        names = set(_WORDS.findall(test))
        if names & own or any(
            _OF_SIZES.search(part) for name in names for part in (name, *name.split("_"))
        ):
            return True
    return False
