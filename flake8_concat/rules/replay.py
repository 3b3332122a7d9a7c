"""A part of a model run again with a number in the place of a symbol.

Sizes are followed as expressions, and what a merge gives is taken to have the size that both its
inputs have. Where one of them is 1 for some image, and is repeated, that is not so, and what comes
after must be asked again for that image.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flake8_concat.keras.graph import Tensor, map_tensors, run, tensors_in
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.registry import Args
from flake8_concat.shapes import Condition, Known, Shape, Size, Symbol, Unknown, substitute
from flake8_concat.shapes.periodic import TooLong
from flake8_concat.trace.facts import Event, Facts
from flake8_concat.trace.tracer import OutOfBudget

_RUN = ("call", "op", "operator")


def fits_from(facts: Facts, start: int, symbol: Symbol, n: int) -> bool:
    """Whether Keras takes all calls from the event at `start` on where the symbol is n.

    Raises TooLong where bodies of the program take more steps than the trace has left.
    """
    replay = _Replay({symbol: n})
    try:
        return all(replay.fits(event) for event in facts.events[start:] if event.certain)
    except OutOfBudget:
        raise TooLong from None


class _Replay:
    """The tensors whose shapes are others than those that follow from the expressions."""

    def __init__(self, values: Mapping[Symbol, int]) -> None:
        self.values = values
        self.changed: dict[int, Tensor] = {}

    def fits(self, event: Event) -> bool:
        """Whether a call is taken; keeps what it gives."""
        touched = bool(self.changed) and any(id(item) in self.changed for item in event.inputs)
        if event.kind not in _RUN:
            return not touched or event.kind != "shape"  # what it was read for is not followed
        if type(event.outcome) is not Known:
            return not touched
        if not touched:
            unequal = [c for c in event.outcome.conditions if not self._equal(c)]
            if not unequal:
                return self._positive(event.value)
            if not all(condition.broadcast for condition in unequal):
                return False
        return self._run(event)

    def _equal(self, condition: Condition) -> bool:
        difference = self._number(condition.left - condition.right)
        return isinstance(difference, Size) or difference == 0

    def _positive(self, value: Any) -> bool:
        sizes = [
            self._number(size)
            for item in tensors_in(value)
            for size in (item.shape if isinstance(item.shape, Shape) else ())
        ]
        return all(not isinstance(size, int) or size > 0 for size in sizes)

    def _run(self, event: Event) -> bool:
        operation = event.operation
        if isinstance(operation, Layer):  # as new: some things are checked on the first call only
            operation = Layer(operation.type, Args(self._in(operation.args)), operation.name)
        try:
            outcome = run(operation, self._in(event.args), self._in(dict(event.kwargs)))
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            return False
        if type(outcome) is not Known:
            return False
        old, new = list(tensors_in(event.value)), list(_shapes_in(outcome.result))
        if len(old) != len(new):
            return False
        for item, shape in zip(old, new, strict=True):
            self.changed[id(item)] = Tensor(shape, None)
        return self._positive(list(map(self._tensor, old)))

    def _in(self, value: Any) -> Any:
        """Arguments with numbers for the symbol, and the tensors of this run."""
        if isinstance(value, Size):
            return self._number(value)
        if isinstance(value, (tuple, list)) and not isinstance(value, Shape):
            return type(value)(self._in(item) for item in value)
        if isinstance(value, dict):
            return {key: self._in(item) for key, item in value.items()}
        return map_tensors(value, self._tensor)

    def _tensor(self, tensor: Tensor) -> Tensor:
        if id(tensor) in self.changed:
            return self.changed[id(tensor)]
        if isinstance(tensor.shape, Unknown):
            return tensor
        return Tensor(Shape(map(self._number, tensor.shape)), None, symbolic=tensor.symbolic)

    def _number(self, size: Any) -> Any:
        return substitute(size, self.values) if isinstance(size, Size) else size


def _shapes_in(value: Any) -> list[Shape]:
    """The shapes in a result, depth first."""
    if isinstance(value, Shape):
        return [value]
    items = value.values() if isinstance(value, dict) else value
    return [shape for item in items for shape in _shapes_in(item)] if _nested(value) else []


def _nested(value: Any) -> bool:
    return isinstance(value, (list, tuple, dict))
