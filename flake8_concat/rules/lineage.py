"""Where tensors come from, through all inputs: what rules ask before they doubt an axis."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import libcst as cst

from flake8_concat import late
from flake8_concat.keras.graph import Node, Tensor, tensors_in
from flake8_concat.keras.layer import Layer
from flake8_concat.rules.axes import (
    CHANNELS_FIRST,
    data_format_of,
    inside,
    keeps_shape,
    newest,
    operation_name,
    past,
    rearranges,
    told_format,
)
from flake8_concat.rules.names import label
from flake8_concat.rules.side_words import pair_sides
from flake8_concat.rules.turned import turned
from flake8_concat.shapes import Mismatch, Refusal, Shape
from flake8_concat.trace.facts import Event, Facts, Site

_FAR = 600  # nodes looked at
_TURNING = frozenset(
    "Permute transpose permute_dimensions swapaxes moveaxis rearrange einsum EinsumDense "
    "Lambda".split()
)
_ORDERED = {"Permute": "dims", "transpose": "axes", "permute_dimensions": "pattern"}
# Orders that bring the channels to the other end and leave the picture upright.
_UPRIGHT = ((0, 3, 1, 2), (0, 2, 3, 1), (0, 4, 1, 2, 3), (0, 2, 3, 4, 1))
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
        if not until or operation_name(node) not in until:
            todo.extend(_before(node))


def _before(node: Node) -> tuple[Node, ...]:
    """The nodes that made its inputs. Kept: the same way back is gone for many a tensor."""
    if not hasattr(node, "before"):
        node.before = tuple([tensor.node for tensor in node.inputs if tensor.node is not None])
    return node.before


def is_input(node: Node) -> bool:
    """Whether a node is an Input."""
    return operation_name(node) in ("Input", "InputLayer")


def input_shapes(*tensors: Tensor) -> Iterator[tuple[Node, Shape]]:
    """The Inputs that led to tensors, with their shapes."""
    for node in ancestors(*tensors):
        if (
            not _before(node)  # which is known already; `inputs` looks through the arguments
            and not node.inputs
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
        and shape[1] != shape[2]  # a map of 4 x 4 with 256 channels; noise as (1, 1, 100)
        for _, shape in input_shapes(*tensors)
    )


def ends_in_colours(*tensors: Tensor) -> bool:
    """Whether images go in as (224, 224, 3), whatever the layers are told."""
    return any(
        len(shape) == 4 and shape[-1] in _COLOURS and shape[1] not in _COLOURS
        for _, shape in input_shapes(*tensors)
    )


def behind_refusal(facts: Facts, *tensors: Tensor) -> bool:
    """Whether tensors come from a call that Keras refuses: their shapes are then a guess."""
    refused = facts.source.views.get(_Refused)
    if refused is None or refused.events is not facts.events:
        refused = facts.source.views[_Refused] = _Refused(facts.events)
    return bool(refused.nodes) and any(id(node) in refused.nodes for node in ancestors(*tensors))


class _Refused:
    """The nodes of the calls that Keras refuses, looked for once in a trace.

    What a function of TensorFlow gives is known, and is what its author has under Keras 2.
    """

    def __init__(self, events: list[Event]) -> None:
        self.events = events
        self.nodes = {
            id(tensor.node)
            for event in events
            if type(event.outcome) is Mismatch
            and event.outcome.refusal is not Refusal.TENSORFLOW_FUNCTION
            for tensor in tensors_in(event.value)
        }


def turns(*tensors: Tensor) -> bool:
    """Whether something between the Inputs and the tensors may exchange height and width."""
    return any(_turns(node) for node in ancestors(*tensors))


def convolved_since(*tensors: Tensor) -> bool:
    """Whether one of the tensors that have the same axes has its channels last for sure.

    A convolution made it, whatever was turned before that.
    """
    return any(newest(tensor.node, _ends_in_channels, {}) for tensor in tensors)


def _ends_in_channels(node: Node) -> bool | None:
    """Whether what a layer gives has its channels last; None for what leaves the axes."""
    if "Conv" in operation_name(node) and is_map_layer(node):
        return data_format_of(node) != CHANNELS_FIRST
    return False if _turns(node) or rearranges(node) or inside(node) else None


def _turns(node: Node) -> bool:
    within = inside(node)
    if within:
        # one look into it: what stands in a body is no way back of its own
        return not keeps_shape(node) and any(_turns_maps(step) for step in ancestors(*within))
    return _turns_maps(node)


def _turns_maps(node: Node) -> bool:
    name = operation_name(node)
    if name in ("Reshape", "reshape"):
        return _reshapes_maps(node)
    return name in _TURNING and _order_of(node) not in _UPRIGHT


def _reshapes_maps(node: Node) -> bool:
    """Whether a reshape takes maps: what it makes of their axes is its author's affair.

    What is flat, tokens in a row, or the mean of each channel, gets the axes of the new shape; one
    that only adds axes of size 1, or makes tokens of a map, keeps the order.
    """
    shape = node.inputs[0].shape if node.inputs else None
    if not isinstance(shape, Shape):
        return True
    sizes = [size for size in shape[1:] if size != 1]
    made = node.outputs.shape if isinstance(node.outputs, Tensor) else None
    if isinstance(made, Shape) and sizes == [size for size in made[1:] if size != 1]:
        return False
    ranks = len(shape), len(made) if isinstance(made, Shape) else 0
    tokens = 3 in ranks and isinstance(made, Shape) and made[-1] == shape[-1]
    return len(sizes) > 1 and not tokens


def _order_of(node: Node) -> tuple[object, ...] | None:
    """The order of axes that a transposition is given, counted with the batch; None if unknown."""
    keyword = _ORDERED.get(operation_name(node))
    if keyword is None:
        return None
    if isinstance(node.operation, Layer):
        dims = node.operation.args.get(keyword)
        return (0, *dims) if isinstance(dims, (list, tuple)) else None
    found = node.kwargs.get(keyword, node.kwargs.get("perm"))
    if found is None and len(node.args) > 1:
        found = node.args[1]
    return tuple(found) if isinstance(found, (list, tuple)) else None


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


_SEQUENCE_LAYERS = late.compiled(
    r"^(?:LSTM|GRU|SimpleRNN|CuDNNLSTM|CuDNNGRU|Bidirectional|Embedding|TimeDistributed|"
    r"(?:Separable|Depthwise)?Conv(?:olution)?1D|(?:Max|Average|Avg)Pool(?:ing)?1D)$"
)
_KEEPING = frozenset(
    "Activation ReLU LeakyReLU PReLU ELU BatchNormalization LayerNormalization Dropout "
    "SpatialDropout1D GaussianNoise relu tanh gelu".split()
)


_MERGES = frozenset("Concatenate Add Average Maximum concatenate add average maximum".split())


def of_sequences(tensor: Tensor) -> bool:
    """Whether a layer of sequences made it, whose axes are steps and features for sure."""
    for node in past(tensor):
        if operation_name(node) not in _KEEPING | _MERGES:
            return bool(_SEQUENCE_LAYERS.match(operation_name(node)))
    return False


_CONV_NAMES = late.compiled(
    r"(?:Conv|Pool|Deconvolution)\w*[123]D|Convolution[123]D|UpSampling[123]D"
)


def is_map_layer(node: Node) -> bool:
    """Whether a node is a convolution, pooling or upsampling of maps."""
    name = operation_name(node)
    return bool(_CONV_NAMES.search(name)) and not name.startswith("Global")


def makes_maps(node: Node) -> bool:
    """Whether a node is such a layer, or a model or a block of the program that has one."""
    if is_map_layer(node):
        return True
    if any(_CONV_NAMES.search(name) and "Global" not in name for name in stacked(node)):
        return True
    return any(is_map_layer(step) for tensor in inside(node)[:1] for step in past(tensor))


def stacked(node: Node) -> list[str]:
    """The layers of a stack that was called on what nobody knows: none of them was traced."""
    layers = getattr(node.operation, "layers", None) if not inside(node) else None
    if not isinstance(layers, list):
        return []
    return [layer.type.name for layer in layers if isinstance(layer, Layer)]
