"""Calls as nodes of a graph, and the structures of tensors that they take and give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flake8_concat.keras.graph import Node, Tensor, map_tensors, run, tensors_from
from flake8_concat.keras.layer import Layer, first_argument
from flake8_concat.keras.registry import LAYERS, Args, BadCall, Op, parse_signature
from flake8_concat.shapes import Lose, Mismatch, Shape, Unknown


def flatten(value: Any) -> Iterator[Any]:
    """The leaves of a structure; dicts in the order of their keys, as keras.tree.flatten."""
    if type(value) is Tensor:  # so for most
        yield value
    elif isinstance(value, (list, tuple)) and not isinstance(value, Shape):
        for item in value:
            if type(item) is Tensor:
                yield item
            else:
                yield from flatten(item)
    elif isinstance(value, dict):
        for key in _ordered(value):
            yield from flatten(value[key])
    else:
        yield value


def _ordered(value: Mapping[Any, Any]) -> list[Any]:
    try:
        return sorted(value)
    except TypeError:
        return list(value)


# Tensors that a function keeps as a setting: they are no part of the graph, and no model misses
# them (tests/oracle/test_ops_in_graphs.py).
SETTINGS: dict[str, tuple[str, ...]] = {
    "keras.ops.clip": ("x_min", "x_max"),
    "keras.ops.image.scale_and_translate": ("spatial_dims",),
    "keras.ops.squareplus": ("b",),
    "keras.ops.threshold": ("threshold", "default_value"),
    "keras.ops.trapezoid": ("x",),
}


_FLAT = frozenset({Tensor, int, float})


def parents(node: Node) -> list[Tensor]:
    """The symbolic tensors that a call was made on, in the order in which Keras keeps them."""
    args: Sequence[Any] = node.args
    if not node.kwargs and not isinstance(node.operation, Op):
        if len(args) == 1:
            only = args[0]
            if type(only) is Tensor:  # so for most layers
                return [only] if only.symbolic else []
            if isinstance(only, list):
                args = only
        if _FLAT.issuperset(map(type, args)):  # of joins and operators
            return [tensor for tensor in args if type(tensor) is Tensor and tensor.symbolic]
    return [leaf for leaf in flatten(_in_graph(node)) if isinstance(leaf, Tensor) and leaf.symbolic]


def _in_graph(node: Node) -> Any:
    """The arguments that Keras makes the graph of."""
    operation = node.operation
    settings = SETTINGS.get(operation.name, ()) if isinstance(operation, Op) else ()
    if settings:
        try:
            bound = operation.signature.bind(node.args, node.kwargs)
        except BadCall:
            return []
        return [bound[name] for name in operation.signature.names if name not in settings]
    return [node.args, dict(node.kwargs)]


def unpack(value: Any) -> Any:
    """The tensors of a node as `layer.output` gives them: one, or a flat list."""
    found = list(flatten(value))
    return found[0] if len(found) == 1 else found


def shape_of(tensors: Any) -> Any:
    """The shapes of tensors, as `model.output_shape` gives them: of one, or a list."""
    shapes = [tensor.shape for tensor in flatten(tensors)]
    return shapes[0] if len(shapes) == 1 else shapes


def apply(
    operation: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any], site: Any = None
) -> Any:
    """Calls a layer, a model or a function on tensors, and writes it down as a Node.

    Gives its tensors, or the Mismatch. Where nothing is known of the result, a Tensor without a
    shape.
    """
    outcome = run(operation, args, kwargs)
    if isinstance(outcome, Mismatch):
        return outcome
    node = Node(operation, args, kwargs, site)
    if isinstance(outcome, Unknown):
        node.outputs = Tensor(outcome, node)
    else:
        tensors_from(outcome.result, node)
    note(operation, node)
    return node.outputs


def note(operation: Any, node: Node) -> None:
    """Adds a call to what its layer remembers: its nodes, and what it was built for."""
    if isinstance(operation, Op):
        return
    operation.nodes.append(node)
    gave = getattr(operation, "gave", None)
    if gave:
        node.inside = [*gave]
    if isinstance(operation, Layer) and operation.built is None:
        try:
            shapes = map_tensors(first_argument(node.args, node.kwargs), known_shape)
        except (BadCall, Lose):
            return
        operation.built = operation.demands(shapes)


def known_shape(tensor: Tensor) -> Shape:
    """The shape of a tensor.

    Raises Lose if it is not known.
    """
    if isinstance(tensor.shape, Unknown):
        raise Lose(tensor.shape.why)
    return tensor.shape


def make_input(
    shape: Shape | Unknown, name: str, args: Args | None = None, site: Any = None
) -> Tensor:
    """The tensor of a new InputLayer."""
    layer = Layer(LAYERS["InputLayer"], Args() if args is None else args, name)
    node = Node(layer, (), {}, site)
    node.outputs = tensor = Tensor(shape, node)
    layer.nodes.append(node)
    return tensor


# What `keras.KerasTensor(…)` makes: a tensor of no layer.
PLACEHOLDER = Op(
    "keras.KerasTensor",
    lambda shape, **_options: shape,
    parse_signature(
        "shape, dtype='float32', sparse=False, ragged=False, record_history=True, name=None"
    ),
)


def make_placeholder(shape: Shape | Unknown, site: Any = None) -> Tensor:
    """The tensor of a `keras.KerasTensor(…)`."""
    node = Node(PLACEHOLDER, (), {}, site)
    node.outputs = tensor = Tensor(shape, node)
    return tensor


def is_placeholder(tensor: Tensor) -> bool:
    """Whether it is of no layer, so that no model can be made of it."""
    return tensor.node is not None and tensor.node.operation is PLACEHOLDER
