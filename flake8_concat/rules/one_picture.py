"""Whether maps that are joined are branches of one picture, and no tiles of it."""

from __future__ import annotations

from flake8_concat.keras.graph import Node
from flake8_concat.keras.layer import Layer
from flake8_concat.rules.axes import (
    CHANNELS_FIRST,
    CHANNELS_LAST,
    data_format_of,
    first_input,
    operation_name,
)
from flake8_concat.rules.lineage import (
    ancestors,
    is_map_layer,
    looks_channels_first,
    makes_maps,
)
from flake8_concat.rules.written_past import CROPS
from flake8_concat.shapes import Size, Unknown
from flake8_concat.trace.facts import Event

_TILES = frozenset(
    "Cropping2D Cropping3D CenterCrop RandomCrop [] split unstack slice strided_slice crop "
    "Permute transpose Reshape reshape Lambda permute_dimensions swapaxes moveaxis flip reverse "
    "reduce_mean reduce_max mean max expand_dims space_to_depth depth_to_space".split()
)
# What may give the axes another meaning, for all branches, or gives several parts at once.
_RESHAPED = frozenset(
    "Permute transpose Reshape reshape permute_dimensions swapaxes moveaxis expand_dims split "
    "unstack".split()
)


_SIDES = {1, 2}
_LAST = (-1, 3)
_REDUCTIONS = ("reduce_mean", "reduce_max", "mean", "max")


def _is_whole(node: Node) -> bool:
    """Whether it gives one value of the whole picture for each channel, or a size of it.

    So the branch of an atrous pyramid begins that is resized to the others afterwards.
    """
    name, before = operation_name(node), first_input(node)
    if name == "[]":
        return before is not None and operation_name(before) == "shape"
    if name == "Reshape" and isinstance(node.operation, Layer):
        target = node.operation.args.get("target_shape")
        return isinstance(target, (list, tuple)) and tuple(target[:-1]) == (1, 1)
    if name not in _REDUCTIONS:
        return False
    axes = node.kwargs.get("axis", node.args[1] if len(node.args) > 1 else None)
    return isinstance(axes, (list, tuple)) and set(axes) == _SIDES


def _parts_channels(node: Node) -> bool:
    """Whether it gives some of the channels of the whole picture: half of them go through a block.

    Where nothing is made of them they may be joined on purpose.
    """
    if operation_name(node) != "split":
        return False
    return node.kwargs.get("axis", node.args[2] if len(node.args) > 2 else None) in _LAST


def _may_be_one(node: Node) -> bool:
    """Whether a layer may leave nothing of a side, its window being as long: words in a text."""
    args = node.operation.args if isinstance(node.operation, Layer) else {}
    window = args.get("pool_size", args.get("kernel_size"))
    sizes = window if isinstance(window, (list, tuple)) else (window,)
    told = all(not isinstance(size, (Unknown, Size)) for size in sizes)
    return not told and args.get("padding") != "same"


_ENLARGING = ("Conv2DTranspose", "UpSampling2D", "Convolution2DTranspose")


def _but_cropped_skips(event: Event, tiles: list[Node]) -> list[Node]:
    """Without what cuts off the edges of a skip connection, where the other map was enlarged."""
    sides = [list(ancestors(tensor)) for tensor in event.inputs]
    for skip, other in (sides, sides[::-1]):
        own = {id(node) for node in skip} - {id(node) for node in other}
        enlarged = any(
            operation_name(node) in _ENLARGING and id(node) not in {id(one) for one in skip}
            for node in other
        )
        if enlarged:
            tiles = [n for n in tiles if id(n) not in own or operation_name(n) not in CROPS]
    return tiles


def one_picture(event: Event, *, rooted: bool = False, first: bool = False) -> bool:
    """Whether the inputs are branches of one tensor, made by channels_last layers of maps.

    rooted: that they come of one tensor is shown by other means
    first:  made by layers none of which is told that its channels are last
    """
    if len({id(tensor) for tensor in event.inputs}) < len(event.inputs):
        return False
    if not first and looks_channels_first(*event.inputs):
        return False
    lines: list[set[int]] = []
    tiles: list[Node] = []  # before the branches part they are the same for all
    made = 0  # by layers of maps; one may be what goes into the others, as it is
    for tensor in event.inputs:
        nodes = list(ancestors(tensor))
        last = next((node for node in nodes if is_map_layer(node)), None)
        if last is not None and _may_be_one(last):
            return False
        made += any(makes_maps(node) for node in nodes)
        other = CHANNELS_LAST if first else CHANNELS_FIRST
        if any(data_format_of(node) == other for node in nodes):
            return False
        given = {id(one) for node in nodes for one in node.inputs if one.node is None}
        lines.append({id(node) for node in nodes} | given)
        apart = (node for node in nodes if operation_name(node) in _TILES and not _is_whole(node))
        tiles += [node for node in apart if node is tensor.node or not _parts_channels(node)]
    if len(lines) == 2:
        tiles = _but_cropped_skips(event, tiles)
    common = set.intersection(*lines)
    if rooted and not common:
        return made == len(lines) and not tiles
    if any(operation_name(node) in _RESHAPED or id(node) not in common for node in tiles):
        return False
    return made >= max(1, len(lines) - 1) and bool(common)
