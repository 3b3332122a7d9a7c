"""Joins that fit only some sizes: what CAT403 and CAT407 share.

Conditions that joins put on sizes nobody knows yet are decided here, and those of one model put
together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from flake8_concat.keras.graph import Tensor, tensors_in
from flake8_concat.rules import describe
from flake8_concat.rules.axes import axis_name, operation_name
from flake8_concat.rules.lineage import ancestors
from flake8_concat.rules.provenance import apart
from flake8_concat.rules.replay import fits_from
from flake8_concat.shapes import (
    BATCH,
    Condition,
    Dim,
    Known,
    Never,
    Shape,
    Size,
    Sometimes,
    Symbol,
    agreement,
    substitute,
)
from flake8_concat.shapes.periodic import ALL, NONE, Sizes, TooLong, positive, where
from flake8_concat.shapes.printing import Forms
from flake8_concat.shapes.rounding import Rounding, first_rounding
from flake8_concat.trace.facts import Event, Facts

# What people think of first; the first of them that does not fit is the example.
EXAMPLES = (300, 500, 250, 225, 150, 100, 75, 50, 33, 30, 25, 15, 10, 7, 5, 3, 2, 1)

MAX_REPEATED = 256  # sizes for which a merge repeats a 1

_SPOKEN = {"steps": "length"}  # "the input steps is" is no English


@dataclass(slots=True)
class Join:
    """A condition on one symbol, and the call that makes it.

    sizes:     for which values of the symbol the two sides are equal
    repeated:  for which others one of them is 1 and is repeated, where the operation does that
    index:     the place of the event among the facts
    """

    event: Event
    condition: Condition
    symbol: Symbol
    sizes: Sizes
    repeated: tuple[int, ...] = ()
    index: int = 0


@dataclass(slots=True)
class Demand:
    """What the joins of a model demand of one symbol.

    possible:  where all tensors have sizes of at least 1
    sizes:     where all joins fit
    """

    symbol: Symbol
    joins: list[Join] = field(default_factory=list)
    possible: Sizes = ALL
    sizes: Sizes = ALL

    def example(self) -> int:
        """A size that a user may come up with and that does not fit."""
        wrong = [n for n in EXAMPLES if n not in self.sizes]
        likely = next((n for n in wrong if n in self.possible), None)
        return likely or next(iter(wrong), None) or (ALL - self.sizes).first(1)[0]

    def failing(self, n: int) -> Join:
        """The first join that this size breaks."""
        return next((join for join in self.joins if n not in join.sizes), self.joins[0])

    def hopeless(self, join: Join) -> bool:
        """Whether nothing fits a join, even alone."""
        return (join.sizes & self.possible).empty

    def last_straw(self) -> Join:
        """For a demand that nothing meets: the join after which nothing was left."""
        left = self.possible
        for join in self.joins:
            left = left & join.sizes
            if left.empty:
                return join
        return self.joins[-1]


def is_open(size: object) -> bool:
    """Whether a size is an expression over symbols other than the batch."""
    return isinstance(size, Size) and bool(size.symbols) and BATCH not in size.symbols


def joins(facts: Facts) -> Iterator[Join]:
    """The conditions that depend on one symbol, in the order in which they are met."""
    for index, event, outcome in facts.conditional:
        for condition in outcome.conditions:
            if is_open(condition.left) or is_open(condition.right):
                join = _join(index, event, condition)
                if join is not None:
                    yield join
        for amount in outcome.amounts:
            yield from _not_negative(index, event, amount)


def _join(index: int, event: Event, condition: Condition) -> Join | None:
    symbols = _symbols(condition)
    if len(symbols) != 1:
        return None
    (symbol,) = symbols
    verdict = agreement(condition.left, condition.right)
    if isinstance(verdict, Never):
        sizes = NONE
    elif isinstance(verdict, Sometimes) and not _pinned(condition, verdict.sizes):
        sizes = verdict.sizes
    else:
        return None
    repeated = _repeated(condition, symbol) if condition.broadcast else ()
    if repeated is None:
        return None
    return Join(event, condition, symbol, sizes, repeated, index)


def _not_negative(index: int, event: Event, amount: Size) -> Iterator[Join]:
    """What is cropped or padded is negative again and again, not for small images only."""
    if is_open(amount) and len(amount.symbols) == 1:
        (symbol,) = amount.symbols
        try:
            sizes = where(amount, symbol, lambda value: value >= 0)
            if (ALL - sizes).residues:
                yield Join(event, Condition(amount, 0, inputs=(0,)), symbol, sizes, (), index)
        except TooLong:
            return


def _pinned(condition: Condition, sizes: Sizes) -> bool:
    """Whether a number stands beside it: the author knows the one size that the images have."""
    numbers = isinstance(condition.left, int) or isinstance(condition.right, int)
    return numbers and not sizes.residues


def _symbols(condition: Condition) -> frozenset[Symbol]:
    """On what it depends whether the two sides are equal."""
    difference = condition.left - condition.right
    if isinstance(difference, Size):
        return difference.symbols
    sides = (side.symbols for side in _sides(condition) if isinstance(side, Size))
    return frozenset[Symbol]().union(*sides)


def _repeated(condition: Condition, symbol: Symbol) -> tuple[int, ...] | None:
    """For which values a side is 1 and the other is not; None if that can't be listed."""
    try:
        ones = [
            where(side - 1, symbol, lambda value: value == 0)
            for side in _sides(condition)
            if isinstance(side, int) or side.symbols == {symbol}
        ]
        if len(ones) < 2:
            return None
        unlike = where(condition.left - condition.right, symbol, lambda value: value != 0)
        found = (ones[0] | ones[1]) & unlike
    except TooLong:
        return None
    return None if found.residues or len(found.small) > MAX_REPEATED else found.small


def _sides(condition: Condition) -> tuple[Dim, Dim]:
    return condition.left, condition.right


@lru_cache(maxsize=1)  # several rules ask, and the faces
def demands(facts: Facts) -> list[Demand]:
    """What each symbol must be so that all joins fit, in the order in which they are met."""
    found: dict[Symbol, Demand] = {}
    for join in joins(facts):
        found.setdefault(join.symbol, Demand(join.symbol)).joins.append(join)
    if not found:
        return []
    sizes = _sizes_by_symbol(facts)
    return [
        demand for symbol, demand in found.items() if _settle(facts, demand, sizes.get(symbol, {}))
    ]


def forms(facts: Facts) -> Forms:
    """Of which form each symbol is if the joins fit, where that is one form: "16k + 12"."""
    return {
        demand.symbol: (demand.sizes.period, demand.sizes.residues[0])
        for demand in demands(facts)
        if len(demand.sizes.residues) == 1
    }


def _settle(facts: Facts, demand: Demand, sizes: Mapping[Size, int]) -> bool:
    """Puts the conditions of the joins together; whether that can be done."""
    try:
        demand.possible = positive(sizes, demand.symbol)
        demand.sizes = demand.possible
        for join in demand.joins:
            demand.sizes = demand.sizes & join.sizes
        demand.sizes = demand.sizes | _of(_fitting_repeated(facts, demand, sizes))
    except TooLong:
        return False
    return True


def _fitting_repeated(facts: Facts, demand: Demand, sizes: Mapping[Size, int]) -> list[int]:
    """The values for which a join repeats a size of 1 and all goes well."""
    first: dict[int, int] = {}
    for join in demand.joins:
        for n in join.repeated:
            first.setdefault(n, join.index)
    return [
        n
        for n, start in first.items()
        if all(n in join.sizes for join in demand.joins if join.index < start)
        and all(
            _positive_at(size, demand.symbol, n) for size, index in sizes.items() if index < start
        )
        and fits_from(facts, start, demand.symbol, n)
    ]


def _positive_at(size: Size, symbol: Symbol, n: int) -> bool:
    value = substitute(size, {symbol: n})
    return isinstance(value, int) and value > 0


def _of(numbers: Iterable[int]) -> Sizes:
    """The set of these sizes."""
    some = set(numbers)
    last = max(some, default=0)
    return Sizes.of(last + 1, 1, [n in some for n in range(last + 2)])


def _sizes_by_symbol(facts: Facts) -> dict[Symbol, dict[Size, int]]:
    """What must be at least 1, by the only symbol in it, and where that is first so."""
    found: dict[Symbol, dict[Size, int]] = {}
    for index, event in enumerate(facts.events):
        if not event.certain:
            continue
        for size in _must_be_positive(event):
            if isinstance(size, Size) and len(size.symbols) == 1:
                (symbol,) = size.symbols
                found.setdefault(symbol, {}).setdefault(size, index)
    return found


def _must_be_positive(event: Event) -> Iterator[Dim]:
    for item in tensors_in(event.value):
        if isinstance(item.shape, Shape):
            yield from item.shape
    if type(event.outcome) is Known:
        for amount in event.outcome.amounts:
            yield amount + 1


def impossible(facts: Facts) -> Iterator[tuple[Event, Condition]]:
    """The conditions between several symbols that hold for no sizes at all."""
    for _, event, outcome in facts.conditional:
        for condition in outcome.conditions:
            if (
                (is_open(condition.left) or is_open(condition.right))
                and len(_symbols(condition)) > 1
                and not condition.broadcast
                and isinstance(agreement(condition.left, condition.right), Never)
            ):
                yield event, condition


def leads_to(join: Join, other: Join) -> bool:
    """Whether the tensors of another join come from this one."""
    made = {id(item.node) for item in tensors_in(join.event.value)}
    return any(id(node) in made for node in ancestors(*other.event.inputs))


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
    one, other = (join.event.inputs[p] for p in positions)
    for own in apart(one, other, axis):
        for step in reversed(own):
            if step.before is None:
                continue
            found = first_rounding([(step.before, step.after, "")], {join.symbol: n})
            if found is not None:
                line = describe.where(step.node.site, facts.source)
                label = operation_name(step.node) + (f" on {line}" if line else "")
                return replace(found, label=label)
    return None


def first_cause(facts: Facts, demand: Demand, n: int) -> Rounding | None:
    """Of the roundings that break joins for this size, the first on the way down."""
    found = [rounding(facts, join, n) for join in demand.joins if n not in join.sizes]
    return max(filter(None, found), key=lambda step: step.size_in, default=None)
