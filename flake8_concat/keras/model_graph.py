"""The graph between the inputs and the outputs of a model (keras/src/ops/function.py)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.keras.nodes import flatten, make_input, parents


@dataclass
class Graph:
    """What map_graph finds between inputs and outputs.

    starts:   the node of each input
    before:   the tensors that each node depends on, the nodes in the order in which they were met
    order:    all nodes, each after those it depends on
    missing:  tensors of Inputs that are needed and not given
    cut:      a tensor on the way whose origin is not certain
    reached:  all tensors on the way
    """

    starts: dict[Tensor, Node]
    before: dict[Node, list[Tensor]] = field(default_factory=dict)
    order: list[Node] = field(default_factory=list)
    missing: list[Tensor] = field(default_factory=list)
    cut: Tensor | None = None
    reached: set[Tensor] = field(default_factory=set)

    @cached_property
    def nodes(self) -> list[Node]:
        """The nodes from inputs to outputs, without those of the inputs."""
        firsts = set(self.starts.values())
        return [node for node in self.order if node not in firsts]

    @property
    def operations(self) -> Iterator[Any]:
        """What was called in each of the nodes, and what made the inputs."""
        return (node.operation for node in chain(self.order, self.starts.values()))

    @cached_property
    def layers(self) -> list[Any]:
        """The layers in the order of `model.layers`."""
        return _by_depth(self)


def map_graph(inputs: list[Tensor], outputs: list[Tensor]) -> Graph:
    """Walks from the outputs back to the inputs. Mirrors keras.src.ops.function.map_graph.

    An input that is not the tensor of an Input gets an InputLayer of its own, as in
    keras.src.models.functional.clone_graph_nodes.
    """
    starts: dict[Tensor, Node] = {}
    for position, tensor in enumerate(inputs):
        if tensor not in starts:
            starts[tensor] = _start(tensor, position)
    graph = Graph(starts)
    before, reached = graph.before, graph.reached
    # The way from an output to where the walk is: each node with what is left of its tensors.
    way: list[tuple[Node | None, Iterator[Tensor]]] = []
    node, rest = None, iter(outputs)
    while True:
        for tensor in rest:
            reached.add(tensor)
            start = starts.get(tensor)
            made = start or tensor.node
            if made is None or (start is None and tensor.merged):
                graph.cut = graph.cut or tensor
            elif made not in before:
                before[made] = needed = parents(made) if start is None else []
                if not needed and start is None:
                    graph.missing.append(tensor)
                way.append((node, rest))
                node, rest = made, iter(needed)
                break
        else:
            if node is None:
                return graph
            graph.order.append(node)
            node, rest = way.pop()


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
    index: dict[Any, int] = {}  # when each operation was first met
    for node in graph.before:
        index.setdefault(_key(node), len(index))
    maker: dict[Tensor, Node] = {}
    for node in graph.order:
        maker.update((leaf, node) for leaf in flatten(node.outputs) if isinstance(leaf, Tensor))
    maker.update(graph.starts)
    firsts = set(graph.starts.values())
    depths: dict[Node, int] = {}
    operations: dict[Any, int] = {}
    held: dict[Any, Any] = {}
    for node in reversed(graph.order):
        key = _key(node)
        depth = max(depths.get(node, 0), operations.get(key, 0))
        operations[key] = depths[node] = depth
        held[key] = node.operation
        if node in firsts:
            continue
        for tensor in graph.before[node]:
            before = maker.get(tensor)
            if before is not None and before in graph.before:
                depths[before] = max(depth + 1, depths.get(before, 0))
    for node in graph.starts.values():
        if _key(node) not in operations:
            operations[_key(node)], index[_key(node)] = 0, -1
            held[_key(node)] = node.operation
    ordered = sorted(operations, key=lambda key: (-operations[key], index[key]))
    return [held[key] for key in ordered if _is_layer(held[key])]
