"""A shape is unpacked into names in the wrong order, or a size is read from the wrong axis.

## What it does
Compares the names that receive the parts of `x.shape`, `K.int_shape(x)`, `tf.shape(x)`,
`image.shape[:2]` with what those parts are: height before width. And those that receive
`image.size` of PIL, where the width comes first.

## Why is this bad
Nothing raises. Whatever is computed from the names afterwards (a reshape, a resize, a grid of
positions) is transposed, and right by chance as long as the images are square.

## Example
```python
import keras

x = keras.Input((240, 320, 3))
batch, width, height, channels = x.shape
```

## Use instead
```python
import keras

x = keras.Input((240, 320, 3))
batch, height, width, channels = x.shape
```

## Fix
Swaps the two names. It changes what the program does.

## Known limits
Arrays that are no images (volumes of nibabel are width first), and files that turn their
images on purpose, are left alone. A size read by an index alone (`width = x.shape[1]`) is judged
only where the tensor is traced, or where its partner is read too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import libcst as cst

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules import describe
from flake8_concat.rules.axes import axis_names
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.rules.swapped_size import names_side, sides, turned
from flake8_concat.rules.words import SIDES, side_of, words_of
from flake8_concat.trace.facts import Event, Facts
from flake8_concat.trace.source import Source

CODE = "CAT203"
NAME = "swapped-unpack"

_SPOKEN = re.compile(r"\.shape\b|int_shape|get_shape|\.size\b|[^a-z]shape\(")
_IMAGE_WORDS = frozenset(
    "img image images im frame photo picture pic mask gray grey rgb bgr crop thumbnail "
    "src canvas screenshot feature features fmap feat x inputs input tensor map".split()
)
_PICTURES = frozenset("img image im frame photo picture pic thumbnail logo icon screenshot".split())
_CHANNELS = frozenset("c ch chan channel channels d depth chs filters nc _ c_ dim".split())
_BATCH = frozenset("b bs batch batch_size n m bsz nb num batchsize _ samples num_samples".split())


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the shapes unpacked in the wrong order."""
    source = facts.source
    if not (_SPOKEN.search(source.text) and names_side(source.text)) or turned(source.text):
        return
    outline = Outline.of(source)
    traced = _traced_reads(facts)
    for assign, _ in outline.assigns:
        if len(assign.targets) != 1:
            continue
        target = assign.targets[0].target
        if isinstance(target, (cst.Tuple, cst.List)):
            yield from _unpacked(source, assign, target)
        else:
            yield from _indexed(facts, assign, target, traced)
    yield from _pairs(source, outline)


def _unpacked(
    source: Source, assign: cst.Assign, target: cst.Tuple | cst.List
) -> Iterator[Finding]:
    names = [element.value for element in target.elements]
    if any(isinstance(element, cst.StarredElement) for element in target.elements):
        return
    for at, (one, other) in enumerate(pairwise(names)):
        said = sides(one, None, other, None)
        if said is None:
            continue
        order = _order_of(assign.value, names, at)
        if order is None or said == order:
            return
        text = source.module.code_for_node
        read = describe.short_code(assign.value)
        message = (
            f"{text(one)}, {text(other)} = {read}: "
            f"{_owner(order)} gives the {order[0]} before the {order[1]}"
        )
        edits = (Edit(source.range_of(one), text(other)), Edit(source.range_of(other), text(one)))
        fix = Fix(f"Swap {text(one)} and {text(other)}", edits)
        yield Finding(Place(source, target), message, fixes=(fix,))
        return


def _owner(order: tuple[str, str]) -> str:
    return "the size of a PIL image" if order[0] == "width" else "a shape"


def _order_of(
    value: cst.BaseExpression, names: list[cst.BaseExpression], at: int
) -> tuple[str, str] | None:
    """Which side the value gives first, as parts `at` and `at + 1`; None if not certain."""
    if isinstance(value, cst.Attribute) and value.attr.value == "size" and len(names) == 2:
        return ("width", "height") if _image_like(value.value, _PICTURES) else None
    read = shape_read(value)
    if read is None:
        return None
    owner, start, stop = read
    others = [_word(name) for name in names]
    if start is None:
        start = 0
    if len(names) == 4 and start == 0:
        last = at == 1 and others[0] in _BATCH and others[3] in _CHANNELS
        first = at == 2 and others[0] in _BATCH and others[1] in _CHANNELS
        return ("height", "width") if last or first else None
    if len(names) == 3 and start == 0 and at == 0 and others[2] in _CHANNELS:
        return ("height", "width") if _image_like(owner, _IMAGE_WORDS) else None
    if len(names) == 3 and start == 1 and (at == 0 and others[2] in _CHANNELS):
        return ("height", "width")
    if len(names) == 2 and (start, stop) == (0, 2):
        return ("height", "width") if _image_like(owner, _IMAGE_WORDS) else None
    if len(names) == 2 and (start, stop) in ((1, 3), (-3, -1)):
        return ("height", "width")
    return None


def _word(node: cst.BaseExpression) -> str:
    return node.value.lower() if isinstance(node, cst.Name) else ""


def _image_like(node: cst.BaseExpression, words: frozenset[str]) -> bool:
    """Whether what is read is an image by its name or by what makes it."""
    if isinstance(node, cst.Call):
        name = dotted(node.func) or ""
        return name.endswith(("imread", "Image.open", "imdecode", "img_to_array", "load_img"))
    if isinstance(node, cst.Subscript):
        return _image_like(node.value, frozenset(w + "s" for w in _PICTURES) | words)
    said = dotted(node)
    return said is not None and not words.isdisjoint(words_of(said.rpartition(".")[2]))


def shape_read(
    value: cst.BaseExpression,
) -> tuple[cst.BaseExpression, int | None, int | None] | None:
    """What `value` reads the shape of, and from where to where: `x.shape[1:3]` -> x, 1, 3."""
    start: int | None = None
    stop: int | None = None
    if isinstance(value, cst.Subscript) and len(value.slice) == 1:
        part = value.slice[0].slice
        if not isinstance(part, cst.Slice) or part.step is not None:
            return None
        start, stop = _bound(part.lower), _bound(part.upper)
        if (part.lower is not None and start is None) or (part.upper is not None and stop is None):
            return None
        start = start or 0
        value = value.value
    owner = shape_owner(value)
    return None if owner is None else (owner, start, stop)


def shape_owner(value: cst.BaseExpression) -> cst.BaseExpression | None:
    """What a whole shape is read of: `x.shape`, `K.int_shape(x)`, `x.get_shape().as_list()`."""
    if isinstance(value, cst.Attribute) and value.attr.value == "shape":
        return value.value
    if not isinstance(value, cst.Call):
        return None
    name = dotted(value.func) or ""
    if name.rpartition(".")[2] in ("int_shape", "shape") and "." in name and len(value.args) == 1:
        return value.args[0].value
    if name in ("int_shape", "tuple", "list") and len(value.args) == 1:
        inner = value.args[0].value
        return inner if name == "int_shape" else shape_owner(inner)
    if isinstance(value.func, cst.Attribute) and not value.args:
        if value.func.attr.value == "get_shape":
            return value.func.value
        if value.func.attr.value == "as_list":
            return shape_owner(value.func.value)
    return None


def _bound(node: cst.BaseExpression | None) -> int | None:
    if isinstance(node, cst.Integer):
        return node.evaluated_value
    if isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Minus):
        inner = _bound(node.expression)
        return None if inner is None else -inner
    return None


def _index_read(value: cst.BaseExpression) -> tuple[cst.BaseExpression, int] | None:
    """`x.shape[1]` -> the node of `x.shape`, 1; through `int(…)` and `.value`."""
    while isinstance(value, cst.Call) and dotted(value.func) == "int" and len(value.args) == 1:
        value = value.args[0].value
    if isinstance(value, cst.Attribute) and value.attr.value == "value":
        value = value.value
    if not isinstance(value, cst.Subscript) or len(value.slice) != 1:
        return None
    part = value.slice[0].slice
    index = _bound(part.value) if isinstance(part, cst.Index) else None
    return None if index is None else (value.value, index)


def _traced_reads(facts: Facts) -> dict[int, list[Event]]:
    """The reads of tensors' shapes by their nodes."""
    found: dict[int, list[Event]] = {}
    for event in facts.events:
        if event.kind == "shape" and event.site.source is facts.source and event.inputs:
            found.setdefault(id(event.site.node), []).append(event)
    return found


def _indexed(
    facts: Facts,
    assign: cst.Assign,
    target: cst.BaseExpression,
    traced: dict[int, list[Event]],
) -> Iterator[Finding]:
    """`width = x.shape[1]` of a traced tensor."""
    name = target.value if isinstance(target, cst.Name) else None
    read = _index_read(assign.value)
    side = side_of(name) if name else None
    if name is None or read is None or side is None or name.lower() in ("h", "w", "c"):
        return
    meanings = {
        meaning if event.certain else None
        for event in traced.get(id(read[0]), ())
        for tensor in event.inputs[:1]
        if (meaning := _meaning(tensor, read[1], facts.image_data_format)) is not None
    }
    found = meanings.pop() if len(meanings) == 1 else None
    if found in SIDES and side != found:
        yield Finding(
            Place(facts.source, assign.value),
            f"{name} is read from axis {read[1]} of the shape, which is the {found}",
        )


def _meaning(tensor: Tensor, axis: int, data_format: str) -> str | None:
    names = axis_names(tensor, data_format)
    return names[axis] if -len(names) <= axis < len(names) and len(names) == 4 else None


def _pairs(source: Source, outline: Outline) -> Iterator[Finding]:
    """`w = img.shape[0]` beside `h = img.shape[1]`: both of a pair, of the same image."""
    reads: dict[tuple[int, str], dict[int, tuple[cst.Assign, cst.Name]]] = {}
    text = source.module.code_for_node
    for assign, scope in outline.assigns:
        target = assign.targets[0].target
        read = _index_read(assign.value)
        if read is None or len(assign.targets) != 1 or not isinstance(target, cst.Name):
            continue
        if side_of(target.value) is None:
            continue
        reads.setdefault((id(scope), text(read[0]).strip()), {})[read[1]] = (assign, target)
    for (_, owner), found in reads.items():
        if set(found) == {0, 1} and owner.endswith(".shape"):
            order, low, high = ("height", "width"), 0, 1
            node = found[0][0].value
            image = _image_like(shape_owner_of_index(node), _IMAGE_WORDS - {"x"})
        elif set(found) == {0, 1} and owner.endswith(".size"):
            order, low, high = ("width", "height"), 0, 1
            image = True
        elif set(found) == {1, 2} and (owner.endswith(".shape") or "int_shape(" in owner):
            order, low, high, image = ("height", "width"), 1, 2, True
        else:
            continue
        one, other = found[low][1], found[high][1]
        if not image or sides(one, None, other, None) != (order[1], order[0]):
            continue
        message = (
            f"{one.value} = {owner}[{low}], {other.value} = {owner}[{high}]: "
            f"{_owner(order)} gives the {order[0]} before the {order[1]}"
        )
        edits = (
            Edit(source.range_of(one), other.value),
            Edit(source.range_of(other), one.value),
        )
        fix = Fix(f"Swap {one.value} and {other.value}", edits)
        yield Finding(Place(source, found[low][0]), message, fixes=(fix,))


def shape_owner_of_index(value: cst.BaseExpression) -> cst.BaseExpression:
    """The tensor or array in `x.shape[1]`."""
    read = _index_read(value)
    owner = shape_owner(read[0]) if read is not None else None
    return owner if owner is not None else value
