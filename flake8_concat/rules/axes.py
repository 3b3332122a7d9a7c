"""What each axis of a tensor means: "height", "channels", … by rank, data format and past."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import Functional
from flake8_concat.keras.sequential import Sequential
from flake8_concat.rules.said_axes import said_names
from flake8_concat.shapes import Choice, Shape, leaves

CHANNELS_LAST, CHANNELS_FIRST = "channels_last", "channels_first"

# (rank, data format) -> the axes' names
AXES: dict[tuple[int, str], tuple[str, ...]] = {
    (2, CHANNELS_LAST): ("batch", "features"),
    (2, CHANNELS_FIRST): ("batch", "features"),
    (3, CHANNELS_LAST): ("batch", "steps", "features"),
    (3, CHANNELS_FIRST): ("batch", "features", "steps"),
    (4, CHANNELS_LAST): ("batch", "height", "width", "channels"),
    (4, CHANNELS_FIRST): ("batch", "channels", "height", "width"),
    (5, CHANNELS_LAST): ("batch", "depth", "height", "width", "channels"),
    (5, CHANNELS_FIRST): ("batch", "channels", "depth", "height", "width"),
}

# Rank 5 with time in the place of depth: what ConvLSTM2D takes.
VIDEO: dict[str, tuple[str, ...]] = {
    CHANNELS_LAST: ("batch", "time", "height", "width", "channels"),
    CHANNELS_FIRST: ("batch", "time", "channels", "height", "width"),
}

# Behind these the axes mean what the author wants them to mean.
REARRANGE = (
    "Reshape", "Permute", "RepeatVector", "MultiHeadAttention", "GroupQueryAttention", "Lambda",
    "EinsumDense", "Dot",
)  # fmt: skip
_REARRANGE_OPS = (
    "reshape", "transpose", "expand_dims", "stack", "moveaxis", "swapaxes", "einsum", "matmul",
    "squeeze", "permute_dimensions", "dot", "batch_dot", "tensordot", "meshgrid", "rearrange",
)  # fmt: skip
_REORDER = ("Permute", "transpose", "moveaxis", "swapaxes", "permute_dimensions", "rearrange")
_TIME = ("ConvLSTM2D", "TimeDistributed")
_FAR = 2000  # steps back at most
MODELS = (Functional, Sequential)


def names(rank: int, data_format: str = CHANNELS_LAST, *, video: bool = False) -> tuple[str, ...]:
    """The names of the axes of a tensor, () where the rank says nothing."""
    if rank == 5 and video:
        return VIDEO[data_format]
    return AXES.get((rank, data_format), ())


def axis_names(tensor: Tensor, default: str = CHANNELS_LAST) -> tuple[str, ...]:
    """The names of a tensor's axes as its past tells them, () where that can't be said.

    `default` is the data format where no layer on the way says one
    (`Facts.image_data_format`).
    """
    if not isinstance(tensor.shape, Shape):
        return ()
    said = said_names(tensor.shape)
    if said:
        return said
    told = _told(tensor.node)
    if told is None:
        return ()
    rank = len(tensor.shape)
    if rank < 4:  # sequences are steps before features, whatever images are
        default = CHANNELS_LAST
    return names(rank, told.data_format or default, video=told.video)


def alternatives(tensor: Tensor) -> list[Tensor]:
    """A tensor with each of the shapes that it may have: `Conv2D(64 if wide else 32, 3)(x)`."""
    if type(tensor.shape) is not Choice:
        return [tensor]
    return [Tensor(one, tensor.node, symbolic=tensor.symbolic) for one in leaves(tensor.shape)]


def of_one_rank(tensor: Tensor) -> Tensor:
    """A tensor as it is, or with one of the shapes that it may have, if those have one rank."""
    found = alternatives(tensor)
    ranks = {len(one.shape) if isinstance(one.shape, Shape) else None for one in found}
    return found[0] if len(ranks) == 1 else tensor


def told_format(tensor: Tensor) -> str | None:
    """The data format that a layer on a tensor's way was told, None if none was."""
    told = _told(tensor.node)
    return told.data_format if told is not None else None


class _Told(NamedTuple):
    """What a tensor's past tells of its axes; None in its place where they mean something else."""

    data_format: str | None = None
    video: bool = False


_DEEPEST = 40  # models and layers in each other that are looked into


def _told(node: Node | None, depth: int = 0) -> _Told | None:
    """By the newest node that tells anything, going back through the first inputs.

    Each node keeps what it tells: joins in a row would go all the way back again and again.
    """
    way: list[Node] = []
    told: _Told | None = _Told()
    while node is not None:
        if hasattr(node, "told"):
            told = node.told
            break
        way.append(node)
        node = first_input(node)
    for node in reversed(way):
        found = data_format_of(node)
        video = operation_name(node) in _TIME
        if found is not None:
            told = _Told(found, video)
        elif rearranges(node):
            told = told if _keeps_axes(node, told) else _spread(node)
        elif depth < _DEEPEST and (inner := inside(node)):
            told = _through(node, told, _told(inner[0].node, depth + 1))
        elif video and told is not None:
            told = _Told(told.data_format, video=True)
        node.told = told
    return told


def inside(node: Node) -> list[Tensor]:
    """What the body of a layer of the program, or the graph of a model, gives back."""
    if isinstance(node.operation, MODELS):
        made = node.operation.outputs
        return made if isinstance(made, list) else []
    return getattr(node, "inside", [])


def keeps_shape(node: Node) -> bool:
    """Whether an operation gives back one tensor that is shaped like the one it takes."""
    made, given = node.outputs, node.inputs
    if type(made) is not Tensor or not given or not isinstance(made.shape, Shape):
        return False
    return made.shape == given[0].shape


def _through(node: Node, before: _Told | None, within: _Told | None) -> _Told | None:
    """What a model or a layer of the program tells, by what led to it and what is in it.

    A block that reshapes what it takes, and gives it back as it came, has put the axes back.
    """
    if within is None:
        return before if keeps_shape(node) and not _ends_transposed(node) else None
    if within.data_format is not None:
        return within
    if before is not None and within.video:
        return _Told(before.data_format, video=True)
    return before


def _ends_transposed(node: Node) -> bool:
    """Whether the last thing in it that gives axes another meaning only changes their order."""
    found = next((step for step in past(inside(node)[0]) if rearranges(step)), None)
    return found is None or operation_name(found) in _REORDER


def _keeps_axes(node: Node, before: _Told | None) -> bool:
    """Whether the axes are still as those of all tensors of their number, though it may rearrange.

    So they are of the tokens that a map is made, a row of them with the channels as their features;
    and behind attention, which gives a sequence as long as the one that asks.
    """
    if before is None or before.data_format == CHANNELS_FIRST or not node.inputs:
        return False
    given, made = node.inputs[0].shape, getattr(node.outputs, "shape", None)
    if not isinstance(given, Shape) or not isinstance(made, Shape) or len(made) != 3:
        return False
    if operation_name(node) == "MultiHeadAttention":
        return keeps_shape(node)
    reshapes = operation_name(node) in ("Reshape", "reshape") and len(given) == 4
    return reshapes and type(given[-1]) is int and given[-1] == made[-1]


def _spread(node: Node) -> _Told | None:
    """What is told by a reshape that makes maps of what was flat, or of tokens in a row.

    Those have the axes that all maps have; the channels of tokens are the last.
    """
    made = node.outputs
    if operation_name(node) not in ("Reshape", "reshape") or type(made) is not Tensor:
        return None
    flat = node.inputs[0].shape if node.inputs else None
    if not isinstance(flat, Shape) or not isinstance(made.shape, Shape) or len(made.shape) < 4:
        return None
    if len(flat) == 2:
        return _Told()
    tokens = len(flat) == 3 and len(made.shape) == 4 and made.shape[-1] == flat[-1]
    return _Told(CHANNELS_LAST) if tokens else None


def axis_name(tensor: Tensor, axis: int, default: str = CHANNELS_LAST) -> str | None:
    """The name of one axis (negative counts from the end), None where it can't be said."""
    known = axis_names(tensor, default)
    return known[axis] if -len(known) <= axis < len(known) else None


def past(tensor: Tensor) -> Iterator[Node]:
    """The nodes that led to a tensor, newest first, always through the first input."""
    node = tensor.node
    for _ in range(_FAR):
        if node is None:
            return
        yield node
        node = first_input(node)


Found = TypeVar("Found")


def newest(
    node: Node | None, tell: Callable[[Node], Found | None], known: dict[int, Found | None]
) -> Found | None:
    """What the newest node tells that tells anything (no None), back through the first inputs.

    `known` keeps it by the ids of nodes: layers in a row would go all the way back again and again.
    """
    way: list[int] = []
    found: Found | None = None
    while node is not None and found is None:
        if id(node) in known:
            found = known[id(node)]
            break
        way.append(id(node))
        found = tell(node)
        node = first_input(node)
    known.update(dict.fromkeys(way, found))
    return found


def first_input(node: Node) -> Node | None:
    """What made the first tensor that an operation takes."""
    if node.args and type(node.args[0]) is Tensor:
        return node.args[0].node  # so for most layers
    inputs = node.inputs
    return inputs[0].node if inputs else None


def operation_name(node: Node) -> str:
    """The last part of an operation's name: "Conv2D" for a layer, "reshape" for tf.reshape."""
    operation = node.operation
    if isinstance(operation, Layer):
        return operation.type.name
    return str(getattr(operation, "name", "")).rpartition(".")[2]


def data_format_of(node: Node) -> str | None:
    """The data format that a layer was made with, if it has one; of several the last one's."""
    return _format_of(node.operation)


def _format_of(operation: object) -> str | None:
    if not isinstance(operation, Layer):
        return None
    value = operation.args.get("data_format")
    if value is None and operation.type.name == "Pipeline":
        layers = operation.args.get("layers")
        layers = layers[::-1] if isinstance(layers, (list, tuple)) else ()
        return next((told for layer in layers if (told := _format_of(layer))), None)
    return value if value in (CHANNELS_LAST, CHANNELS_FIRST) else None


def rearranges(node: Node) -> bool:
    """Whether an operation gives the axes another meaning."""
    if isinstance(node.operation, Layer):
        return operation_name(node) in REARRANGE
    return operation_name(node) in _REARRANGE_OPS
