"""An image size is given as (width, height) where (height, width) is wanted, or the reverse.

## What it does
Reads what the two numbers of a size are called, back to where the names are defined, in
`Input`, `input_shape=`, `Resizing`, `CenterCrop`, `RandomCrop`, `Reshape`, `UpSampling2D`,
pooling, padding and cropping layers, `tf.image.resize` and its kin,
`image_dataset_from_directory`, `flow_from_directory`, `load_img`, `smart_resize`, which all
want the height first; and in `cv2.resize`, `PIL.Image.resize` and their kin, which want the
width first.

## Why is this bad
Nothing raises. The model is built for images that lie on their side, and the pictures are
squeezed into it. As long as both sizes are equal it is harmless, until one of them changes.

## Example
```python
import keras

img_width, img_height = 320, 240
inputs = keras.Input(shape=(img_width, img_height, 3))
```

## Use instead
```python
import keras

img_width, img_height = 320, 240
inputs = keras.Input(shape=(img_height, img_width, 3))
```

## Fix
Swaps the two, where they are written in the call itself. It changes what the program does,
unless both are known to be equal.

## Known limits
Both sizes must be named, by the same kind of name. Text recognition puts the width first on
purpose, as the time axis: a file that speaks of CTC, turns its images (`transpose`, `rot90`)
or feeds reshaped feature maps to a recurrent layer is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import libcst as cst

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.names import (
    Outline,
    definition,
    definitions,
    dotted,
    elements,
    label,
    number,
    unpacked_from,
)
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.turned import turned
from flake8_concat.rules.words import pair_sides, side_of, words_of
from flake8_concat.trace.facts import Facts
from flake8_concat.trace.source import Source

CODE = "CAT202"
NAME = "swapped-size"

HEIGHT_FIRST, WIDTH_FIRST = ("height", "width"), ("width", "height")


# The parts of a sequence, each with the place of its names; whether they are written in the call.
_Parts = tuple[list[tuple[cst.BaseExpression, "Scope | None"]], bool]


@dataclass(frozen=True, slots=True)
class Want:
    """Where a function takes a size, and in which order.

    position, keywords: of the argument that holds the size
    pairs:    positions and keywords of two arguments of their own, (height, width)
    order:    which comes first
    whole:    it is the shape of an image, with its channels: three sizes at least
    xy:       `sx`, `sy` name the two sides here
    """

    position: int | None = None
    keywords: tuple[str, ...] = ()
    pairs: tuple[tuple[int, str, str], ...] = ()
    order: tuple[str, str] = HEIGHT_FIRST
    whole: bool = False
    xy: bool = False


_SHAPE = Want(0, ("shape", "batch_shape", "batch_input_shape", "input_shape"), whole=True)
_TWO = Want(pairs=((0, "height", "width"),))
_IMAGE = Want(1, ("size",))
_BOX = Want(pairs=((1, "offset_height", "offset_width"), (3, "target_height", "target_width")))
_PADDED = Want(pairs=((1, "target_height", "target_width"),))
_POOL = Want(0, ("pool_size", "strides"), xy=True)
_CONV = Want(1, ("kernel_size", "strides", "dilation_rate"), xy=True)
_PIXELS = Want(None, ("target_size",))

# the last part of the callee's name -> what it wants
WANTS: dict[str, Want] = {
    "Input": _SHAPE,
    "InputLayer": _SHAPE,
    "Resizing": _TWO,
    "CenterCrop": _TWO,
    "RandomCrop": _TWO,
    "Reshape": Want(0, ("target_shape",), whole=True),
    "UpSampling2D": Want(0, ("size",), xy=True),
    "ZeroPadding2D": Want(0, ("padding",), xy=True),
    "Cropping2D": Want(0, ("cropping",), xy=True),
    "MaxPooling2D": _POOL,
    "MaxPool2D": _POOL,
    "AveragePooling2D": _POOL,
    "AvgPool2D": _POOL,
    "Conv2D": _CONV,
    "Conv2DTranspose": _CONV,
    "SeparableConv2D": _CONV,
    "DepthwiseConv2D": Want(0, ("kernel_size", "strides"), xy=True),
    "image.resize": _IMAGE,
    "image.resize_images": _IMAGE,
    "image.resize_bilinear": _IMAGE,
    "image.resize_nearest_neighbor": _IMAGE,
    "smart_resize": _IMAGE,
    "image.resize_with_pad": _PADDED,
    "image.resize_with_crop_or_pad": _PADDED,
    "image.resize_image_with_crop_or_pad": _PADDED,
    "image.crop_to_bounding_box": _BOX,
    "image.pad_to_bounding_box": _BOX,
    "image.random_crop": Want(1, ("size",), whole=True),
    "image_dataset_from_directory": Want(None, ("image_size",)),
    "flow_from_directory": Want(1, ("target_size",)),
    "flow_from_dataframe": _PIXELS,
    "load_img": _PIXELS,
    "cv2.resize": Want(1, ("dsize",), order=WIDTH_FIRST),
    "cv2.warpAffine": Want(2, ("dsize",), order=WIDTH_FIRST),
    "cv2.warpPerspective": Want(2, ("dsize",), order=WIDTH_FIRST),
    "cv2.VideoWriter": Want(3, ("frameSize",), order=WIDTH_FIRST),
    "PIL.Image.new": Want(1, ("size",), order=WIDTH_FIRST),
    "skimage.transform.resize": Want(1, ("output_shape",)),
}
_OFFSET = re.compile(r"offset_?|_offset", re.IGNORECASE)
_MADE_BY = 12  # steps back to what made an image
_PIL_RESIZE = Want(0, ("size",), order=WIDTH_FIRST)
_LAYER_INPUT = Want(None, ("input_shape", "batch_input_shape"), whole=True)

_WIDE = re.compile(
    r"[wW]idth|WIDTH|[cC]ols?(?![a-z])|COLS?|[cC]olumns|(?<![a-zA-Z])[a-z]?[wW](?![a-zA-Z])|[a-z]W\b"
)
_HIGH = re.compile(
    r"[hH]eight|HEIGHT|[rR]ows?(?![a-z])|ROWS?|(?<![a-zA-Z])[a-z]?[hH](?![a-zA-Z])|[a-z]H\b"
)


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the swapped sizes of the file."""
    source = facts.source
    if not names_sides(source.words) or turned(source.text):
        return
    outline = Outline.of(source)
    for call, scope in outline.calls:
        want = _want(call, scope, outline)
        if want is not None:
            yield from _sizes(source, call, scope, want)
        if want is not _SHAPE and _gives_input_shape(call):
            yield from _sizes(source, call, scope, _LAYER_INPUT)


def names_sides(words: str) -> bool:
    """Whether among the words of a file are names for widths and for heights: a quick look."""
    return bool(_WIDE.search(words) and _HIGH.search(words)) or _names_twins(words)


def names_side(words: str) -> bool:
    """Whether among the words of a file is a name for a width or a height: a quick look."""
    return bool(_WIDE.search(words) or _HIGH.search(words))


def _names_twins(words: str) -> bool:
    """Whether two names differ in their last letter alone, `sx` and `sy`."""
    names = set(words.lower().split("\n"))
    return any(f"{name[:-1]}y" in names for name in names if name[-1:] == "x")


def _want(call: cst.Call, scope: Scope, outline: Outline) -> Want | None:
    func = call.func
    name = outline.full_name(func)
    if name is None:
        if isinstance(func, cst.Attribute) and func.attr.value == "resize":
            return _PIL_RESIZE if _is_pil(call, scope, outline) else None
        return WANTS.get(func.attr.value) if isinstance(func, cst.Attribute) else None
    parts = name.split(".")
    for key in (".".join(parts[-3:]), ".".join(parts[-2:]), parts[-1]):
        if key in WANTS and _of_keras(key, parts):
            return WANTS[key]
    if parts[-1] == "resize" and isinstance(func, cst.Attribute) and _is_pil(call, scope, outline):
        return _PIL_RESIZE
    return None


def _gives_input_shape(call: cst.Call) -> bool:
    return any(
        arg.keyword is not None and arg.keyword.value in _LAYER_INPUT.keywords for arg in call.args
    )


def _of_keras(key: str, parts: list[str]) -> bool:
    """Whether the name can be Keras' (or what the key says): not one of another library."""
    if key.startswith("image."):  # tf.image, keras.ops.image; not a variable of that name
        return len(parts) > 2 or parts[0] in ("tf", "tensorflow", "keras")
    return "." in key or parts[0] not in (
        "torch",
        "torchvision",
        "np",
        "numpy",
        "jax",
        "flax",
        "mxnet",
    )


def _is_pil(call: cst.Call, scope: Scope, outline: Outline) -> bool:
    """Whether `x.resize(…)` is that of an image of PIL."""
    if "PIL.Image" not in outline.imports.values() and "PIL" not in outline.imports.values():
        return False
    for arg in call.args[1:]:
        if arg.keyword is not None and arg.keyword.value in ("resample", "reducing_gap"):
            return True
        if (outline.full_name(arg.value) or "").startswith("PIL.Image."):
            return True
    todo: list[tuple[cst.BaseExpression, Scope | None]] = [(call.func.value, scope)]  # type: ignore[attr-defined]
    for node, where in todo:
        if (outline.full_name(node) or "").startswith("PIL.Image"):
            return True
        if len(todo) > _MADE_BY:
            return False
        if isinstance(node, cst.Call):
            todo.append((node.func, where))
        elif isinstance(node, cst.Attribute):
            todo.append((node.value, where))
        elif isinstance(node, cst.Name):
            todo.extend(definitions(node.value, where))
    return False


def _sizes(source: Source, call: cst.Call, scope: Scope, want: Want) -> Iterator[Finding]:
    for arg, position in _positions(call):
        keyword = arg.keyword.value if arg.keyword is not None else None
        if keyword in want.keywords or (keyword is None and position == want.position is not None):
            for found in _sequences(arg.value, scope, want):
                finding = next(_in_sequence(source, call, arg, found, want), None)
                if finding is not None:
                    yield finding
                    break
    for first, height, width in want.pairs:
        yield from _in_arguments(source, call, scope, (first, height, width))


def _sequences(node: cst.BaseExpression, scope: Scope, want: Want) -> Iterator[_Parts]:
    """The sequence that an argument is; each one that `input_shape` is assigned in a branch."""
    found = elements(node, scope)
    if found is not None:
        yield found
    elif want.whole and isinstance(node, cst.Name):
        for value, place in definitions(node.value, scope):
            found = elements(value, place)
            if found is not None:
                yield found[0], False


def _positions(call: cst.Call) -> Iterator[tuple[cst.Arg, int]]:
    for position, arg in enumerate(call.args):
        if arg.star:
            return
        yield arg, position


def _in_sequence(
    source: Source,
    call: cst.Call,
    arg: cst.Arg,
    found: _Parts,
    want: Want,
) -> Iterator[Finding]:
    parts, here = found
    if want.whole and len(parts) < 3:
        return
    if not want.whole and len(parts) != 2:
        return
    if len(parts) > 3 and any("depth" in (label(part) or "").lower() for part, _ in parts):
        return  # a volume: those are mostly width first
    for (one, its), (other, others) in pairwise(parts):
        said = sides(one, its, other, others, xy=want.xy)
        if said is None or said == want.order or _measured(one, its, other, others):
            continue
        text = describe.short_code
        written = (
            f"{_called(call)}({f'{arg.keyword.value}=' if arg.keyword else ''}{text(arg.value)})"
        )
        wants = ", ".join(want.order)
        defined = "" if here else ", where it is defined,"
        message = (
            f"{written}: the size is wanted as ({wants}{', channels' if want.whole else ''}), "
            f"but {text(one)}, {text(other)} say{defined} ({', '.join(said)})"
            f"{_harmless(one, its, other, others)}"
        )
        fixes = _swap(source, one, its, other, others) if here else ()
        yield Finding(Place(source, arg.value), message, fixes=fixes)


def _in_arguments(
    source: Source, call: cst.Call, scope: Scope, pair: tuple[int, str, str]
) -> Iterator[Finding]:
    first, height, width = pair
    values: dict[str, cst.BaseExpression] = {}
    for arg, position in _positions(call):
        keyword = arg.keyword.value if arg.keyword is not None else None
        if keyword == height or (keyword is None and position == first):
            values["height"] = arg.value
        elif keyword == width or (keyword is None and position == first + 1):
            values["width"] = arg.value
    if len(values) < 2:
        return
    one, other = values["height"], values["width"]
    judge = _offset_sides if height.startswith("offset") else sides
    said = judge(one, scope, other, scope)
    if said != WIDTH_FIRST or _measured(one, scope, other, scope):
        return
    text = describe.short_code
    message = (
        f"{_called(call)}() is given {text(one)} as {height} and {text(other)} as {width}"
        f"{_harmless(one, scope, other, scope)}"
    )
    yield Finding(Place(source, one), message, fixes=_swap(source, one, scope, other, scope))


def sides(
    one: cst.BaseExpression,
    its: Scope | None,
    other: cst.BaseExpression,
    others: Scope | None,
    *,
    xy: bool = False,
) -> tuple[str, str] | None:
    """What two sizes are called, ("width", "height") or the reverse; None if nothing certain."""
    first, second = _label(one, its), _label(other, others)
    if first is None or second is None:
        return None
    said = pair_sides(first, second)
    if said is None and xy:
        return _xy(first, second)
    return said


def _offset_sides(
    one: cst.BaseExpression,
    its: Scope | None,
    other: cst.BaseExpression,
    others: Scope | None,
) -> tuple[str, str] | None:
    """The same where `offset_width` is wanted, which elsewhere is the name of no size."""
    first, second = label(one, its), label(other, others)
    if first is None or second is None:
        return None
    return pair_sides(_OFFSET.sub("", first), _OFFSET.sub("", second))


def _label(node: cst.BaseExpression, scope: Scope | None) -> str | None:
    """The name that says which side a size is: its own, else that of its definition."""
    name = label(node, scope)
    for _ in range(4):
        if name is None or side_of(name) is not None:
            return name
        origin = definition(dotted(node) or "", scope)
        inner = label(origin[0], origin[1]) if origin is not None else None
        if inner is None or origin is None:
            return name
        name, (node, scope) = inner, origin
    return name


def _xy(one: str, other: str) -> tuple[str, str] | None:
    """`sx`, `sy`; `scale_x`, `scale_y`."""
    a, b = one.lower(), other.lower()
    axes = {"x": "width", "y": "height"}
    if (
        len(a) == len(b)
        and a[-1:] in axes
        and b[-1:] in axes
        and a[-1] != b[-1]
        and a[:-1] == b[:-1]
    ):
        glued = len(words_of(one)[-1]) > 2 if words_of(one) else True
        return None if glued else (axes[a[-1]], axes[b[-1]])
    return None


def _measured(
    one: cst.BaseExpression,
    its: Scope | None,
    other: cst.BaseExpression,
    others: Scope | None,
) -> bool:
    """Whether the two were read from a shape (or PIL size) in this very order."""
    first = unpacked_from(label(one, its) or "", its)
    second = unpacked_from(label(other, others) or "", others)
    if first is None or second is None or first[0] is not second[0]:
        return False
    return first[1] < second[1] and bool(_READ.search(dotted_text(first[0])))


_READ = re.compile(r"shape|\.size$")


def dotted_text(node: cst.BaseExpression) -> str:
    """The names in an expression such as `K.int_shape(x)[1:3]`, for a look at its last parts."""
    while isinstance(node, (cst.Subscript, cst.Call)):
        node = node.value if isinstance(node, cst.Subscript) else node.func
    return dotted(node) or (f".{node.attr.value}" if isinstance(node, cst.Attribute) else "")


def _called(call: cst.Call) -> str:
    func = call.func
    return dotted(func) or (func.attr.value if isinstance(func, cst.Attribute) else "call")


def _harmless(
    one: cst.BaseExpression, its: Scope | None, other: cst.BaseExpression, others: Scope | None
) -> str:
    first, second = number(one, its), number(other, others)
    return f"; harmless while both are {first}" if first and first == second else ""


def _swap(
    source: Source,
    one: cst.BaseExpression,
    its: Scope | None,
    other: cst.BaseExpression,
    others: Scope | None,
) -> tuple[Fix, ...]:
    text = source.module.code_for_node
    first, second = number(one, its), number(other, others)
    edits = (
        Edit(source.range_of(one), text(other)),
        Edit(source.range_of(other), text(one)),
    )
    safe = bool(first) and first == second
    title = f"Swap {describe.short_code(one)} and {describe.short_code(other)}"
    return (Fix(title, edits, safe=safe),)
