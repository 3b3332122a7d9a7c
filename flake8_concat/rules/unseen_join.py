"""Joins of a map with what nobody gives: a decoder's skip connection, in a file of blocks.

Only one of the two is known, so nothing is certain by the shapes. But where the file joins along
the channels elsewhere, `axis=1` beside a map that was just enlarged is the one that was forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from flake8_concat import late
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.axes import CHANNELS_FIRST, data_format_of, operation_name, past
from flake8_concat.rules.concat_batch_axis import JOINS
from flake8_concat.rules.lineage import is_map_layer
from flake8_concat.shapes import Shape, Unknown
from flake8_concat.trace.facts import Event, Facts

_OTHER_FORMAT = late.compiled(
    r"channels_first|image_dim_ordering|data_format(?!\s*[=(]\s*['\"]channels_last)"
)
_ENLARGING = ("Conv2DTranspose", "UpSampling2D", "Conv3DTranspose", "UpSampling3D")
_AS_IT_IS = frozenset(
    "Activation ReLU LeakyReLU PReLU ELU BatchNormalization Dropout SpatialDropout2D Conv2D".split()
)
_SIDES = {4: (1, 2), 5: (1, 2, 3)}
_NAMES = {4: ("height", "width"), 5: ("depth", "height", "width")}


def unseen_joins(facts: Facts) -> Iterator[tuple[Event, str]]:
    """The joins of an enlarged map with a parameter along one of its sides, with that side."""
    text = facts.source.text
    if not any(word in text for word in _ENLARGING) or _OTHER_FORMAT.search(text):
        return
    found: dict[int, tuple[Event, str]] = {}
    seen: set[int] = set()  # by calls that give both
    by_channels = False
    for event in facts.calls(*JOINS):
        if event.site.source is not facts.source:
            continue
        if len(event.inputs) > 1:
            seen.add(id(event.site))
        axis, rank = event.bound.get("axis"), _rank_of_maps(event)
        if rank and type(axis) is int and axis % rank == rank - 1:
            by_channels = True
        elif rank and axis in _SIDES[rank] and _with_a_parameter(event):
            found.setdefault(id(event.site), (event, _NAMES[rank][axis - 1]))
    if by_channels:
        yield from (what for site, what in found.items() if site not in seen)


def _rank_of_maps(event: Event) -> int:
    """How many axes the maps have that are joined, 0 where no layer of maps made them."""
    for tensor in event.inputs:
        made = isinstance(tensor.shape, Shape) and len(tensor.shape) in _SIDES
        if made and any(is_map_layer(node) for node in past(tensor)):
            return len(tensor.shape)  # type: ignore[arg-type]
    return 0


def _with_a_parameter(event: Event) -> bool:
    """Whether it joins one map that was enlarged with one that the function is given."""
    items = [*event.args[0]] if event.args and isinstance(event.args[0], (list, tuple)) else []
    known = [item for item in items if isinstance(item, Tensor)]
    written = event.site.node.args[0].value if isinstance(event.site.node, cst.Call) else None
    if len(items) != 2 or len(known) != 1 or not isinstance(written, (cst.List, cst.Tuple)):
        return False
    other = next((at for at, item in enumerate(items) if item is not known[0]), 0)
    elements = written.elements
    if len(elements) != len(items) or not isinstance(items[other], Unknown):
        return False
    return _is_given(elements[other].value, event) and _enlarged(known[0])


def _is_given(node: cst.BaseExpression, event: Event) -> bool:
    """Whether a tensor is a parameter of the function, or a part of one: `skips[0]`."""
    while isinstance(node, cst.Subscript):
        node = node.value
    function = event.site.function
    names = [param.name.value for param in function.params.params] if function else []
    return isinstance(node, cst.Name) and node.value in names


def _enlarged(tensor: Tensor) -> bool:
    """Whether a map was enlarged, and only activated, normalised or convolved since."""
    for node in past(tensor):
        if data_format_of(node) == CHANNELS_FIRST:
            return False
        if operation_name(node) in _ENLARGING:
            return True
        if operation_name(node) not in _AS_IT_IS:
            return False
    return False
