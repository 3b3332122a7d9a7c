"""What tensors hold: truth values, whole numbers, floats, complex numbers.

Of the dtypes of Keras this tells the kind only, which is what functions refuse: `BOOLS`, `INTS`,
`FLOATS`, `COMPLEXES`, and None for what is not certain. Nothing is written down while a model is
traced: `holds` reads it from the graph when a function is called that looks at it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flake8_concat.keras.dtypes_table import (
    CERTAIN_FROM,
    FIRST,
    GIVES,
    IN_TENSORFLOW,
    OPERATORS_GIVE,
    RANDOM_GIVES,
    TOGETHER,
)
from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.registry import BadCall, Op
from flake8_concat.shapes import Size, Valued, is_none

BOOLS, INTS, FLOATS, COMPLEXES = "bools", "ints", "floats", "complexes"
# Each goes into all that come after it: a whole number and a float together are floats.
# Mirrors keras.src.backend.common.dtypes.result_type, by kinds.
ORDER = (BOOLS, INTS, FLOATS, COMPLEXES)
NOT_KNOWN = "not known"

BY_BEGINNING = {
    "bool": BOOLS,
    "int": INTS,
    "uint": INTS,
    "float": FLOATS,
    "bfloat": FLOATS,
    "half": FLOATS,
    "double": FLOATS,
    "complex": COMPLEXES,
}
MAX_STEPS = 100  # back through the graph, for one question


def kind_of_dtype(dtype: Any) -> str | None:
    """The kind of a dtype: of "int32", or of `np.int32` by its full name."""
    name = dtype if isinstance(dtype, str) else getattr(dtype, "name", None)
    if not isinstance(name, str):
        return None
    return BY_BEGINNING.get(name.rpartition(".")[2].rstrip("0123456789_"))


def together(kinds: Iterable[str | None]) -> str | None:
    """The kind of what several make together; None if one is not known, or there is none."""
    found = list(kinds)
    if not found or any(kind is None for kind in found):
        return None
    return max(found, key=ORDER.index)


def at_least(least: str, kind: str | None) -> str | None:
    """The kind, or `least` if it goes into that."""
    return None if kind is None else together((least, kind))


def holds(value: Any) -> str | None:
    """What a tensor, an array, a number or a list of them certainly holds."""
    return _Question().ask(value)


def of_numbers(value: Any) -> str | None:
    """The kind of numbers in nested lists or tuples, or of one number."""
    if isinstance(value, bool):
        return BOOLS
    if isinstance(value, int) or (isinstance(value, Size) and not is_none(value)):
        return INTS
    if isinstance(value, float):
        return FLOATS
    if isinstance(value, complex):
        return COMPLEXES
    if isinstance(value, (list, tuple)) and getattr(value, "blur", None) is None:
        return together(map(of_numbers, value))
    return None


class _Question:
    """One question, which goes only so far back."""

    __slots__ = ("steps",)

    def __init__(self) -> None:
        self.steps = MAX_STEPS

    def ask(self, value: Any) -> str | None:
        if isinstance(value, Tensor):
            return self.of_tensor(value)
        if isinstance(value, (list, tuple)) and not isinstance(value, Valued):
            if getattr(value, "blur", None) is not None or len(value) > MAX_STEPS:
                return None
            return together(map(self.ask, value))
        return of_numbers(value)

    def of_tensor(self, tensor: Tensor) -> str | None:
        self.steps -= 1
        if tensor.merged or self.steps < 0:
            return None
        known = tensor.holds
        if isinstance(known, Tensor):
            known = self.of_tensor(known) or NOT_KNOWN
        elif known is None:
            known = NOT_KNOWN if tensor.node is None else self.of_node(tensor.node) or NOT_KNOWN
        if self.steps >= 0:
            tensor.holds = known
        return None if known == NOT_KNOWN else known

    def of_node(self, node: Node) -> str | None:
        operation = node.operation
        if isinstance(operation, Layer):
            return self.of_layer(operation)
        if isinstance(operation, Op):
            return self.of_function(operation, node)
        rule = OPERATORS_GIVE.get(getattr(operation, "name", ""))
        return None if rule is None else self.by_rule(rule, node.args[:2])

    def of_layer(self, layer: Layer) -> str | None:
        """What an Input holds; of other layers it is not known."""
        if layer.type.name != "InputLayer":
            return None
        dtype = layer.args.get("dtype")
        return FLOATS if dtype is None else kind_of_dtype(dtype)

    def of_function(self, operation: Op, node: Node) -> str | None:
        """What a function gives. Where it is told a dtype, that."""
        module, _, short = operation.name.rpartition(".")
        if operation.name.startswith("keras.ops."):
            rule = GIVES.get(operation.name.removeprefix("keras.ops."))
        elif module == "keras.random":
            rule = RANDOM_GIVES.get(short)
        else:
            rule = GIVES[short] if short in IN_TENSORFLOW else None
        if rule is None:
            return None
        try:
            bound = operation.signature.bind(node.args, node.kwargs)
        except BadCall:
            return None
        if bound.get("dtype") is not None:
            return kind_of_dtype(bound.get("dtype"))
        names = operation.signature.names
        leading = names[: 1 if rule[0] == FIRST else 3 if "step" in names else 2]
        values = [bound[name] for name in leading if bound.get(name) is not None]
        if short in CERTAIN_FROM:
            given = self.by_rule((rule[0], BOOLS), values)
            if given is None or ORDER.index(given) < ORDER.index(CERTAIN_FROM[short]):
                return None
        return self.by_rule(rule, values)

    def by_rule(self, rule: tuple[str, str], values: Iterable[Any]) -> str | None:
        of, least = rule
        if of == FIRST:
            return at_least(least, self.ask(next(iter(values), None)))
        if of == TOGETHER:
            return at_least(least, together(map(self.ask, values)))
        return least
