"""Tensors and how they came about: the graph that a functional model is.

A `Tensor` knows its past: the `Node` that made it holds the operation, its arguments (with the
tensors in them) and the place in the source. Messages, hovers, models and `get_layer` read that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol, runtime_checkable

from flake8_concat.keras.registry import Op, run_op
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Choice,
    Lose,
    Outcome,
    Shape,
    Unknown,
    is_none,
)


@runtime_checkable
class Operation(Protocol):
    """Whatever can be called on tensors: a layer, a function, a model."""

    @property
    def name(self) -> str:
        """What messages call it."""
        ...

    def outcome(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
        """What Keras says, with Shapes in the place of tensors."""
        ...


class Node:
    """One call that made tensors. `site` is where (the tracer's own object).

    `told` and `before` are for those who read the graph when it is whole: what they found out of
    the way that leads here, and the nodes that made the inputs. `inside` is there for a layer of
    the program alone: the tensors that its body made, with their own past.
    """

    __slots__ = ("args", "before", "inside", "kwargs", "operation", "outputs", "site", "told")
    before: tuple[Node, ...]
    inside: list[Tensor]
    told: Any

    def __init__(
        self, operation: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any], site: Any
    ) -> None:
        self.operation, self.args, self.kwargs, self.site = operation, args, kwargs, site
        self.outputs: Any = ()

    @property
    def inputs(self) -> list[Tensor]:
        """All tensors among the arguments, in order."""
        if len(self.args) == 1 and type(self.args[0]) is Tensor and not self.kwargs:
            return [self.args[0]]  # so for most layers
        return [*tensors_in(self.args), *tensors_in(self.kwargs)]


class Tensor:
    """A tensor of the model being built, or (`symbolic=False`) one with values of its own.

    shape:   its Shape, or an Unknown if not even the rank is known
    node:    what made it
    merged:  it may be another tensor of the same shape (two branches were joined)
    holds:   what is known of its dtype, see keras/dtypes.py: a kind of numbers, or the tensor that
             it has it from; None as long as nobody asked the node
    """

    __slots__ = ("holds", "merged", "node", "shape", "symbolic")

    def __init__(
        self,
        shape: Shape | Unknown,
        node: Node | None,
        *,
        symbolic: bool = True,
        merged: bool = False,
    ) -> None:
        self.shape, self.node, self.symbolic, self.merged = shape, node, symbolic, merged
        self.holds: Any = None

    def __repr__(self) -> str:
        return f"Tensor{self.shape}"


MAX_ITEMS = 100_000  # of a structure that is searched for tensors
_TENSORS = frozenset({Tensor})
_WITHOUT = frozenset({int, str, float, bool, type(None), Shape})  # what holds no tensor


def tensors_in(value: Any) -> Iterator[Tensor]:
    """The tensors in a structure of lists, tuples and dicts, depth first.

    Goes into no more collections after MAX_ITEMS items: a list may hold itself, or one list twice
    on fifty levels.
    """
    if type(value) is Tensor:
        return iter((value,))
    if isinstance(value, (list, tuple)) and len(value) == 1 and not isinstance(value, Shape):
        value = value[0]  # the arguments of most calls
        if type(value) is Tensor:
            return iter((value,))
        if isinstance(value, list) and len(value) < MAX_ITEMS:
            if _TENSORS.issuperset(map(type, value)):
                return iter([*value])
    todo, found, count = [value], [], 0
    while todo:
        item = todo.pop()
        kind = type(item)
        if kind is Tensor:
            found.append(item)
        elif kind in _WITHOUT:  # so for most
            continue
        elif isinstance(item, (list, tuple, dict)):
            items = item.values() if isinstance(item, dict) else item
            count += len(items)
            if count > MAX_ITEMS:
                continue
            if _TENSORS.issuperset(map(type, items)):  # at once: lists of tensors are many
                found += items
            else:
                todo.extend(reversed(items))
    return iter(found)


def search_tensor(value: Any, most: int) -> tuple[bool, int]:
    """Whether a structure holds a tensor, and how many items were looked at to tell.

    Goes into no more collections after `most` items.
    """
    todo, searched = [value], 0
    while todo:
        item = todo.pop()
        if type(item) is Tensor:
            return True, searched
        if type(item) in _WITHOUT:
            continue
        if isinstance(item, (list, tuple, dict)):
            searched += len(item)
            if searched <= most:
                todo.extend(reversed(item.values() if isinstance(item, dict) else item))
    return False, searched


def map_tensors(value: Any, change: Callable[[Tensor], Any]) -> Any:
    """The same structure with every tensor changed. Leaves all else as it is."""
    kind = type(value)
    if kind is Tensor:
        return change(value)
    if kind in _WITHOUT or isinstance(value, Shape):
        return value
    if kind is tuple:
        return tuple([map_tensors(item, change) for item in value])
    if isinstance(value, (list, tuple)):
        items = [map_tensors(item, change) for item in value]
        return items if isinstance(value, list) else _tuple_like(kind, items)
    if isinstance(value, dict):
        return {key: map_tensors(item, change) for key, item in value.items()}
    return value


def _tuple_like(kind: type, items: list[Any]) -> Any:
    return kind(*items) if hasattr(kind, "_fields") else tuple(items)


def shapes_of(value: Any) -> Any:
    """The structure with Shapes in the place of tensors. Raises Lose if one has none."""

    def shape(tensor: Tensor) -> Shape:
        if isinstance(tensor.shape, Unknown):
            raise Lose(tensor.shape.why)
        return tensor.shape

    return map_tensors(value, shape)


def run(operation: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
    """What Keras says to an operation called with these arguments, tensors in them."""
    if len(args) == 1 and not kwargs and type(args[0]) is Tensor:  # so for most layers
        shape = args[0].shape
        if isinstance(shape, Unknown):
            return Unknown(shape.why)
        args = (shape,)
    else:
        try:
            args, kwargs = shapes_of(args), shapes_of(dict(kwargs)) if kwargs else {}
        except Lose as lost:
            return lost.unknown
    if isinstance(operation, Op):
        return run_op(operation, args, kwargs)
    return operation.outcome(args, kwargs)  # type: ignore[no-any-return]


def of_array(shape: Shape) -> Shape:
    """The shape of a tensor with values, where no size is None: what Keras can't say is unknown."""
    if not any(is_none(size) for size in shape if type(size) is not int):
        return shape
    return Shape(UNKNOWN_SIZE if is_none(size) else size for size in shape)


def tensors_from(result: Any, node: Node, *, symbolic: bool = True, running: bool = False) -> Any:
    """The result of a rule with a new Tensor for every Shape in it. Sets `node.outputs`.

    running: a layer's body is; there the None of an Input is a size that arrays can have
    """

    def make(value: Any) -> Any:
        if isinstance(value, Shape):
            shape = value if symbolic or running else of_array(value)
            return Tensor(shape, node, symbolic=symbolic)
        if type(value) is Choice:
            return Tensor(value, node, symbolic=symbolic, merged=True)
        if isinstance(value, list):
            return [make(item) for item in value]
        if type(value) is tuple:
            return tuple(make(item) for item in value)
        if isinstance(value, dict):
            return {key: make(item) for key, item in value.items()}
        return value

    if type(result) is Shape and symbolic:  # so for most layers
        node.outputs = Tensor(result, node)
    else:
        node.outputs = make(result)
    return node.outputs
