"""The graph between the inputs and the outputs of a model (keras/src/ops/function.py)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.keras.nodes import flatten, make_input, parents


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
