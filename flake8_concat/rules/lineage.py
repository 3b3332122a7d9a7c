"""Where tensors come from, through all inputs: what rules ask before they doubt an axis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import libcst as cst

from flake8_concat.keras.graph import Node, Tensor, tensors_in
from flake8_concat.rules.axes import CHANNELS_FIRST, operation_name, told_format
from flake8_concat.rules.names import label
from flake8_concat.rules.turned import turned
from flake8_concat.rules.words import pair_sides
from flake8_concat.shapes import Mismatch, Shape
from flake8_concat.trace.facts import Facts, Site

_FAR = 600  # nodes looked at
_TURNING = frozenset(
    "Permute transpose permute_dimensions swapaxes moveaxis rearrange einsum EinsumDense Lambda "
    "Reshape reshape".split()
)
_COLOURS = (1, 2, 3, 4)


def ancestors(*tensors: Tensor, until: frozenset[str] = frozenset()) -> Iterator[Node]:
    """The nodes that led to tensors, nearest first, each once; not beyond operations `until`."""
    seen: set[int] = set()
    todo = [tensor.node for tensor in tensors if tensor.node is not None]
    for node in todo:
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if len(seen) > _FAR:
            return
        if operation_name(node) not in until:
            todo.extend(tensor.node for tensor in node.inputs if tensor.node is not None)


def is_input(node: Node) -> bool:
    """Whether a node is an Input."""
    return operation_name(node) in ("Input", "InputLayer")


def input_shapes(*tensors: Tensor) -> Iterator[tuple[Node, Shape]]:
    """The Inputs that led to tensors, with their shapes."""
    for node in ancestors(*tensors):
        if (
            not node.inputs
            and isinstance(node.outputs, Tensor)
            and isinstance(node.outputs.shape, Shape)
        ):
            yield node, node.outputs.shape


def looks_channels_first(*tensors: Tensor) -> bool:
    """Whether images go in as (3, 224, 224) and no layer is told so.

    Such code runs under a Keras that is configured for it elsewhere.
    """
    tensors = tuple(tensor for tensor in tensors if told_format(tensor) != CHANNELS_FIRST)
    return any(
        len(shape) in (4, 5)
        and shape[1] in _COLOURS
        and not (type(shape[-1]) is int and shape[-1] in _COLOURS)
        for _, shape in input_shapes(*tensors)
    )


def behind_refusal(facts: Facts, *tensors: Tensor) -> bool:
    """Whether tensors come from a call that Keras refuses: their shapes are then a guess."""
    refused = {
        id(tensor.node)
        for event in facts.events
        if type(event.outcome) is Mismatch
        for tensor in tensors_in(event.value)
    }
    return bool(refused) and any(id(node) in refused for node in ancestors(*tensors))


def turns(*tensors: Tensor) -> bool:
    """Whether a transposition or reshape stands between the Inputs and the tensors."""
    return any(operation_name(node) in _TURNING for node in ancestors(*tensors))


def width_first(facts: Facts, *tensors: Tensor) -> bool:
    """Whether the author puts the width first: by the names in an Input, or throughout the file."""
    if turned(facts.source.text):
        return True
    return any(_names_width_first(node.site) for node, _ in input_shapes(*tensors))


def _names_width_first(site: object) -> bool:
    node = site.node if isinstance(site, Site) else None
    if not isinstance(node, cst.Call):
        return False
    for arg in node.args:
        if isinstance(arg.value, (cst.Tuple, cst.List)):
            names = [label(element.value) or "" for element in arg.value.elements]
            if any(pair_sides(a, b) == ("width", "height") for a, b in pairwise(names)):
                return True
    return False


_CONV_NAMES = re.compile(r"(?:Conv|Pool|Deconvolution)\w*[123]D|Convolution[123]D|UpSampling[123]D")


def is_map_layer(node: Node) -> bool:
    """Whether a node is a convolution, pooling or upsampling of maps."""
    name = operation_name(node)
    return bool(_CONV_NAMES.search(name)) and not name.startswith("Global")
