"""Models as layers (keras/src/models, keras/src/ops/function.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from flake8_concat.keras.graph import (
    Layer,
    Node,
    Tensor,
    first_argument,
    map_tensors,
    run,
    tensors_from,
)
from flake8_concat.keras.registry import LAYERS, Args, BadCall, Op, run_op
from flake8_concat.shapes import (
    Known,
    Lose,
    Mismatch,
    Outcome,
    Refusal,
    Refuse,
    Shape,
    Unknown,
)


@dataclass(frozen=True, slots=True)
class ModelMismatch(Mismatch):
    """A refusal that has to do with a model.

    missing: the tensor of the Input that the outputs need and the model was not given
    layer:   the layer inside that refuses
    """

    missing: Tensor | None = None
    layer: Any = None


# --- structures of tensors


def flatten(value: Any) -> Iterator[Any]:
    """The leaves of a structure; dicts in the order of their keys, as keras.tree.flatten."""
    if isinstance(value, (list, tuple)) and not isinstance(value, Shape):
        for item in value:
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


def _blurred(value: Any) -> Unknown | None:
    """Why a structure is not wholly known, if it isn't."""
    why = getattr(value, "blur", None)
    if isinstance(why, Unknown):
        return why
    items = value.values() if isinstance(value, dict) else value
    if isinstance(value, (list, tuple, dict)):
        for item in items:
            why = _blurred(item)
            if why is not None:
                return why
    return None


def parents(node: Node) -> list[Tensor]:
    """The symbolic tensors that a call was made on, in the order in which Keras keeps them."""
    if len(node.args) == 1 and type(node.args[0]) is Tensor and not node.kwargs:
        return [node.args[0]] if node.args[0].symbolic else []  # so for most layers
    return [
        leaf
        for leaf in flatten([node.args, dict(node.kwargs)])
        if isinstance(leaf, Tensor) and leaf.symbolic
    ]


def unpack(value: Any) -> Any:
    """The tensors of a node as `layer.output` gives them: one, or a flat list."""
    found = list(flatten(value))
    return found[0] if len(found) == 1 else found


def output_of(layer: Any) -> Any:
    """`layer.output`: what its first call returned. None if it was never called."""
    if isinstance(layer, Functional):
        return layer.output
    return unpack(layer.nodes[0].outputs) if layer.nodes else None


def input_of(layer: Any) -> Any:
    """`layer.input`: what it was first called on. None if it was never called."""
    if isinstance(layer, Functional):
        return layer.input
    if not layer.nodes:
        return None
    node = layer.nodes[0]
    return unpack(parents(node)) if parents(node) else unpack(node.outputs)


def shape_of(tensors: Any) -> Any:
    """The shapes of tensors, as `model.output_shape` gives them: of one, or a list."""
    shapes = [tensor.shape for tensor in flatten(tensors)]
    return shapes[0] if len(shapes) == 1 else shapes


# --- calls


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
    if isinstance(operation, Layer) and operation.built is None:
        try:
            shapes = map_tensors(first_argument(node.args, node.kwargs), _shape)
        except (BadCall, Lose):
            return
        operation.built = operation.demands(shapes)


def _shape(tensor: Tensor) -> Shape:
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


# --- the graph of a model


@dataclass
class Graph:
    """What map_graph finds between inputs and outputs.

    starts:   the node of each input, by the tensor's id
    order:    all nodes, each after those it depends on
    before:   the tensors that each of them depends on, by the node's id
    index:    when each operation was first met
    missing:  tensors of Inputs that are needed and not given
    cut:      a tensor on the way whose origin is not certain
    reached:  the ids of all tensors on the way
    """

    starts: dict[int, Node]
    order: list[Node] = field(default_factory=list)
    before: dict[int, list[Tensor]] = field(default_factory=dict)
    index: dict[Any, int] = field(default_factory=dict)
    missing: list[Tensor] = field(default_factory=list)
    cut: Tensor | None = None
    reached: set[int] = field(default_factory=set)

    @cached_property
    def nodes(self) -> list[Node]:
        """The nodes from inputs to outputs, without those of the inputs."""
        firsts = {id(node) for node in self.starts.values()}
        return [node for node in self.order if id(node) not in firsts]

    @cached_property
    def layers(self) -> list[Any]:
        """The layers in the order of `model.layers`."""
        return _by_depth(self)


def map_graph(inputs: list[Tensor], outputs: list[Tensor]) -> Graph:
    """Walks from the outputs back to the inputs. Mirrors keras.src.ops.function.map_graph.

    An input that is not the tensor of an Input gets an InputLayer of its own, as in
    keras.src.models.functional.clone_graph_nodes.
    """
    starts: dict[int, Node] = {}
    for position, tensor in enumerate(inputs):
        starts.setdefault(id(tensor), _start(tensor, position))
    graph = Graph(starts)

    def enter(tensor: Tensor) -> None:
        """Meets a tensor: what its node depends on is walked next, unless it was before."""
        graph.reached.add(id(tensor))
        node = starts.get(id(tensor), tensor.node)
        if node is None or (tensor.merged and id(tensor) not in starts):
            graph.cut = graph.cut or tensor
            return
        if id(node) in graph.before:
            return
        graph.index.setdefault(_key(node), len(graph.index))
        before = graph.before[id(node)] = [] if id(tensor) in starts else parents(node)
        if not before and id(tensor) not in starts:
            graph.missing.append(tensor)
        stack.append((node, iter(before)))

    stack: list[tuple[Node, Iterator[Tensor]]] = []
    for output in outputs:
        enter(output)
        while stack:
            node, before = stack[-1]
            following = next(before, None)
            if following is None:
                graph.order.append(node)
                stack.pop()
            else:
                enter(following)
    return graph


def _start(tensor: Tensor, position: int) -> Node:
    """The node of an input: its own if it is an Input, else one for the InputLayer it gets."""
    node = tensor.node
    if node is not None and not parents(node):
        return node
    clone = make_input(tensor.shape, f"input_{position}CLONE")
    return clone.node  # type: ignore[return-value]  # made with one


def _is_layer(operation: Any) -> bool:
    """Whether it is a layer or a model, which remember their calls, and no function or operator."""
    return hasattr(operation, "nodes")


def _key(node: Node) -> Any:
    """What stands for an operation: Keras makes a new one for each call of a function."""
    return id(node.operation) if _is_layer(node.operation) else id(node)


def _by_depth(graph: Graph) -> list[Any]:
    """The layers by their distance from the outputs, farthest first."""
    order, starts, index = graph.order, graph.starts, dict(graph.index)
    maker: dict[int, Node] = {}
    for node in order:
        for tensor in flatten(node.outputs):
            maker[id(tensor)] = node
    maker.update(starts)
    known = {id(node) for node in order}
    firsts = {id(node) for node in starts.values()}
    depths: dict[int, int] = {}
    operations: dict[Any, int] = {}
    held: dict[Any, Any] = {}
    for node in reversed(order):
        key = _key(node)
        depth = max(depths.get(id(node), 0), operations.get(key, 0))
        operations[key] = depths[id(node)] = depth
        held[key] = node.operation
        if id(node) in firsts:
            continue
        for tensor in graph.before[id(node)]:
            before = maker.get(id(tensor))
            if before is not None and id(before) in known:
                depths[id(before)] = max(depth + 1, depths.get(id(before), 0))
    for node in starts.values():
        if _key(node) not in operations:
            operations[_key(node)], index[_key(node)] = 0, -1
            held[_key(node)] = node.operation
    ordered = sorted(operations, key=lambda key: (-operations[key], index[key]))
    return [held[key] for key in ordered if _is_layer(held[key])]


# --- Functional


class Functional:
    """A model made of its inputs and outputs (keras.src.models.functional.Functional).

    nodes: where it was called as a layer
    """

    def __init__(self, inputs: Any, outputs: Any, name: str) -> None:
        self.input, self._outputs, self.name = inputs, outputs, name
        self.nodes: list[Node] = []
        self._mapped: Graph | None = None

    @property
    def output(self) -> Any:
        """The outputs, in the structure they were given."""
        return self._outputs

    @property
    def inputs(self) -> list[Tensor]:
        """All inputs in one list."""
        return list(flatten(self.input))

    @property
    def outputs(self) -> list[Tensor]:
        """All outputs in one list."""
        return list(flatten(self.output))

    @property
    def input_shape(self) -> Any:
        """The shape of the input, or a list of them."""
        return shape_of(self.inputs)

    @property
    def output_shape(self) -> Any:
        """The shape of the output, or a list of them."""
        return shape_of(self.outputs)

    @property
    def graph(self) -> Graph:
        """What lies between inputs and outputs."""
        if self._mapped is None:
            self._mapped = map_graph(self.inputs, self.outputs)
        return self._mapped

    @property
    def layers(self) -> list[Any] | Unknown:
        """All layers, those of the inputs and models included, in Keras' order."""
        if self.graph.cut is not None:
            return Unknown("a tensor in the model may come from one branch or another")
        return self.graph.layers

    @property
    def unused(self) -> list[Tensor]:
        """Inputs that no output depends on. Keras says nothing to that."""
        if self.graph.cut is not None:
            return []
        return [tensor for tensor in self.inputs if id(tensor) not in self.graph.reached]

    def get_layer(self, name: Any = None, index: Any = None) -> Any:
        """The layer of that name or position; Unknown where Keras raises or nobody knows."""
        return find_layer(self.layers if self.graph.cut is None else self.graph.layers, name, index)

    def outcome(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
        """What Keras says to `model(*args, **kwargs)`, with Shapes in the place of tensors.

        Mirrors Layer.__call__ with the model's input_spec, then Function.compute_output_spec.
        """
        try:
            given = self._fit(first_argument(args, kwargs))
        except BadCall as problem:
            return Unknown(f"{self.name}() {problem}")
        except Lose as lost:
            return lost.unknown
        except Refuse as refused:
            return refused.mismatch
        references = [tensor.shape for tensor in self.inputs]
        if given == references:
            return known(map_tensors(self.output, lambda tensor: tensor.shape))
        outcome = self._replay(given)
        if isinstance(outcome, Mismatch) and any(
            not isinstance(reference, Shape) or len(shape) != len(reference)
            for shape, reference in zip(given, references, strict=True)
        ):
            return Unknown("the model is called on tensors of another rank")
        return outcome

    def _fit(self, inputs: Any) -> list[Shape]:
        """The inputs in the order of the model's, checked as its input_spec does."""
        references = self.inputs
        if isinstance(inputs, dict):
            inputs = self._by_name(inputs)
        given = list(flatten(inputs))
        for shape in given:
            if isinstance(shape, Unknown):
                raise Lose(shape.why)
            if not isinstance(shape, Shape):
                raise Lose("what the model is called on is not a tensor that can be followed")
        if len(given) != len(references):
            raise Refuse(
                Refusal.WRONG_SHAPE, f"expects {len(references)} input(s), received {len(given)}"
            )
        for position, (shape, tensor) in enumerate(zip(given, references, strict=True)):
            if isinstance(tensor.shape, Shape):
                check_input(shape, tensor.shape, position)
        return given

    def _by_name(self, inputs: Mapping[Any, Any]) -> Any:
        """A dict of inputs, which Keras takes in the order of its keys."""
        if isinstance(self.input, dict):
            names = set(self.input)
            if any(not isinstance(value, Tensor) for value in self.input.values()):
                raise Lose("the inputs of the model are nested")
        else:
            names = {getattr(getattr(t.node, "operation", None), "name", None) for t in self.inputs}
        if names == set(inputs):
            if not isinstance(self.input, dict) and len(names) > 1:
                raise Lose("a model of several inputs is called on a dict")
            return dict(inputs)
        absent = sorted(str(name) for name in names - set(inputs))
        if absent and isinstance(self.input, dict):
            raise Refuse(Refusal.WRONG_SHAPE, f"missing data for input {absent[0]!r}")
        raise Lose("the keys of the inputs are not those of the model")

    def _replay(self, given: list[Shape]) -> Outcome:
        """Runs the graph again on other sizes. Mirrors Function._run_through_graph."""
        shapes: dict[int, Any] = {}
        for tensor, shape in zip(self.inputs, given, strict=True):
            shapes[id(tensor)] = shape

        def find(tensor: Tensor) -> Any:
            if not tensor.symbolic:
                return _shape(tensor)
            shape = shapes.get(id(tensor))
            if not isinstance(shape, Shape):
                raise Lose(shape.why if isinstance(shape, Unknown) else "not of this model")
            return shape

        for node in self.graph.nodes:
            outcome = _again(node, find)
            if isinstance(outcome, Mismatch):
                where = getattr(node.operation, "name", "a layer")
                return ModelMismatch(
                    outcome.refusal,
                    f"{where} inside of the model: {outcome.what}",
                    sizes=outcome.sizes,
                    axis=outcome.axis,
                    layer=node.operation,
                )
            results = list(flatten(outcome.result)) if isinstance(outcome, Known) else []
            for position, tensor in enumerate(flatten(node.outputs)):
                if position < len(results):
                    shapes[id(tensor)] = results[position]
                elif isinstance(outcome, Unknown):
                    shapes[id(tensor)] = outcome
        lost = Unknown("a tensor in the model can't be followed")
        return known(map_tensors(self.output, lambda tensor: shapes.get(id(tensor), lost)))


def known(result: Any) -> Outcome:
    """A result in which some may be Unknown: if all are, nothing is known."""
    leaves = list(flatten(result))
    if leaves and all(isinstance(leaf, Unknown) for leaf in leaves):
        return leaves[0]  # type: ignore[no-any-return]
    return Known(result)


def _again(node: Node, find: Callable[[Tensor], Any]) -> Outcome:
    """What Keras says to a call of the graph with other sizes."""
    operation = node.operation
    try:
        args, kwargs = map_tensors(node.args, find), map_tensors(dict(node.kwargs), find)
    except Lose as lost:
        return lost.unknown
    if isinstance(operation, Op):
        return run_op(operation, args, kwargs)
    if isinstance(operation, Layer):
        return operation.computed(args, kwargs)
    if not hasattr(operation, "outcome"):
        return Unknown(f"{getattr(operation, 'name', 'a layer')} can't be run again")
    return operation.outcome(args, kwargs)  # type: ignore[no-any-return]


def check_input(shape: Shape, reference: Shape, position: int) -> None:
    """Mirrors assert_input_compatibility with the InputSpec of a Functional.

    The batch is free, a last axis of 1 may be left out, what has no counterpart is not looked at.
    """
    have, want = _squeezed(shape), _squeezed(reference)
    for axis, (size, expected) in enumerate(zip(have, want, strict=False)):
        if axis and type(size) is int and type(expected) is int and size != expected:
            raise Refuse(
                Refusal.WRONG_SHAPE,
                f"the model takes {reference}, not {shape}",
                axis=axis,
                sizes=(expected, size),
                inputs=(position,),
            )


def _squeezed(shape: Shape) -> tuple[Any, ...]:
    return tuple(shape[:-1]) if shape and shape[-1] == 1 else tuple(shape)


def connect(inputs: Any, outputs: Any, name: str) -> Functional | Mismatch | Unknown:
    """What `keras.Model(inputs, outputs)` gives.

    A ModelMismatch names in `missing` the tensor of the Input that is not given; `inputs` has
    the positions of the outputs (flattened) that need it. `recover` is the model all the same.
    """
    for value in (inputs, outputs):
        blurred = _blurred(value)
        if blurred is not None:
            return blurred
        leaves = list(flatten(value))
        if not leaves:
            return Unknown("a model without inputs or outputs")
        for leaf in leaves:
            if isinstance(leaf, Unknown):
                return leaf
            if not isinstance(leaf, Tensor) or not leaf.symbolic:
                return Unknown("the inputs and outputs of a model must be tensors of layers")
    model = Functional(inputs, outputs, name)
    graph = model.graph
    if not graph.missing or any(tensor.merged for tensor in model.inputs):
        return model
    for tensor in model.inputs:  # its node is passed over: what else it made can't be told
        if tensor.node is not None and len(list(flatten(tensor.node.outputs))) > 1:
            return model
    missing = graph.missing[0]
    needing = tuple(
        position
        for position, output in enumerate(model.outputs)
        if any(found is missing for found in map_graph(model.inputs, [output]).missing)
    )
    return ModelMismatch(
        Refusal.DISCONNECTED,
        "the outputs need an Input that is not among the model's inputs",
        inputs=needing,
        recover=model,
        missing=missing,
    )


def find_layer(layers: Any, name: Any, index: Any) -> Any:
    """Mirrors keras.Model.get_layer. Unknown where Keras raises."""
    if isinstance(layers, Unknown):
        return layers
    for value in (name, index):
        if isinstance(value, Unknown):
            return value
    if index is not None:
        if name is None and isinstance(index, int) and -len(layers) <= index < len(layers):
            return layers[index]
        return Unknown(f"the model has {len(layers)} layers, none at {index}")
    for layer in layers:
        if getattr(layer, "name", None) == name:
            return layer
    return Unknown(f"the model has no layer {name!r}")
