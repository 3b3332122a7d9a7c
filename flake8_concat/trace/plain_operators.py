"""Plain operators on tensors: two of known shapes that fit, or one and a number.

What comes of it here is what comes of it the long way, see `TensorOperators.tensor_binary` and
`Tensors.apply`.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.answers import MAX_ANSWERS, holds_for_all
from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.keras.operators import ARITHMETIC
from flake8_concat.shapes import Known, Shape
from flake8_concat.trace.facts import NOTHING, Site
from flake8_concat.trace.operation import Operator
from flake8_concat.trace.plain_calls import APPLY_COST, AXES_A_STEP
from flake8_concat.trace.values import FAULTS

_NUMBERS = frozenset({int, float})


class PlainOperators:
    """The part of the tracer that carries out plain operators on tensors."""

    broadcasts: dict[tuple[Shape, Shape], Known]

    def operate_plainly(
        self: Any, operation: Operator, a: Any, b: Any, site: Site | None
    ) -> Tensor | None:
        """`a operator b`. None where that has to go the long way."""
        operator = operation.name
        if operator not in ARITHMETIC:
            return None
        inputs = (a, b) if type(a) is Tensor is type(b) else (a,) if type(a) is Tensor else (b,)
        symbolic = inputs[0].symbolic or inputs[-1].symbolic
        if not symbolic and not self.inside:
            return None
        left, right = inputs[0].shape, inputs[-1].shape
        if type(left) is not Shape or type(right) is not Shape:
            return None
        outcome: Known | None
        if len(inputs) == 2:
            outcome = self.broadcasts.get((left, right)) or self._fits(operation, left, right)
        else:
            number = b if type(a) is Tensor else a
            outcome = Known(left) if type(number) in _NUMBERS else None
        if outcome is None:
            return None
        self.step(APPLY_COST + len(outcome.result) // AXES_A_STEP)
        self.count_operator(operator)
        self.accepted = True
        self.built += symbolic
        args = a, b
        node = Node(operation, args, {}, site)
        value = node.outputs = Tensor(outcome.result, node, symbolic=symbolic)
        self.record(
            site, "operator", f"a {operator} b", args, NOTHING, value, NOTHING, inputs, outcome,
            operation,
        )  # fmt: skip
        return value

    def _fits(self: Any, operation: Operator, left: Shape, right: Shape) -> Known | None:
        """What comes of two shapes, if no more than that they give one, by whatever operator."""
        try:
            outcome = operation.outcome((left, right), {})
        except FAULTS:  # in a rule: said the long way
            return None
        if not holds_for_all(outcome, (list, left, right)):
            return None
        if len(self.broadcasts) == MAX_ANSWERS:
            self.broadcasts.clear()
        self.broadcasts[left, right] = outcome
        return outcome
