"""A shape is unpacked into names in the wrong order, or a size is read from the wrong axis.

## What it does
Compares the names that receive the parts of `x.shape`, `K.int_shape(x)`, `tf.shape(x)`,
`image.shape[:2]`, of a layer's `input_shape` with what those parts are: height before width. And
those that receive `image.size` of PIL, where the width comes first. All at once, by index
(`w, h = x.shape[1], x.shape[2]`, `w, h = x.shape[row_axis], x.shape[col_axis]`) or by a name
(`shape = x.shape`); a size whose name says its order (`w, h = TARGET_HW`); two sizes that are
computed alike, each from the axis that the other one says (`stride_width = a[ROW_AXIS] //
b[ROW_AXIS]`); both sides from one axis (`h = x.shape[2]` beside `w = x.shape[2]`), or one side from
another axis than in all the rest of the file. And what is stored by the name of the other side,
`w, h = config["height"], config["width"]`. Where the tensor is traced, its data format decides, and
names for the channels count as well.

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
Swaps the names where they stand side by side. It changes what the program does.

## Known limits
Arrays that are no images (volumes of nibabel are width first), and files that turn their
images on purpose, are left alone, as are tensors that were transposed or reshaped. A size read by
an index alone (`width = x.shape[1]`) is judged only where the tensor is traced, or where its
partner is read too. Electrodes are called channels as well: such names count only where images in
colour go in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.channel_words import named_channels
from flake8_concat.rules.crossed_sides import crossed_sides
from flake8_concat.rules.format_tests import for_a_format
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.shape_owners import of_a_file, of_an_input
from flake8_concat.rules.shape_reads import ShapeRead, shape_read, size_read
from flake8_concat.rules.side_words import side_of
from flake8_concat.rules.size_arguments import HEIGHT_FIRST, WIDTH_FIRST
from flake8_concat.rules.size_sides import Named, innermost, sides
from flake8_concat.rules.size_words import Orders
from flake8_concat.rules.traced_sizes import Part, Traced
from flake8_concat.rules.turned import TURNS, UPRIGHT, of_volume, reads_sequences, turned
from flake8_concat.rules.unpack_beside import unpacked_beside
from flake8_concat.rules.unpack_by_name import apart_by_named_axes, by_named_axes
from flake8_concat.rules.unpack_twins import by_owner, of_another_axis, of_neither, of_one_axis
from flake8_concat.rules.words import SIDES, words_of
from flake8_concat.rules.written_past import called
from flake8_concat.trace.facts import Facts

CODE = "CAT203"
NAME = "swapped-unpack"
_OF_COLOURS = 3  # axes of an image
MOST_READS = 100  # of one shape in one function, each of which is held against the others

# Both begin with letters: a text is searched for those far faster than for one thing or another.
_SHAPE_READ = late.compiled(
    r"shape(?:(?<=\.shape)\b|(?<=input_shape)\b|(?<=output_shape)\b|(?<=int_shape)|(?<=get_shape)"
    r"|(?<![a-z]shape)(?<=.shape)\()",
    re.DOTALL,
)
_SIZE_READ = late.compiled(r"\.size\b")
_OTHERS_READ = late.compiled(r"(?i:channels?|steps|seq_?len(?:gth)?|sequence_length)(?:$|\n)")
_PICTURES = frozenset("img image im frame photo picture pic thumbnail logo icon screenshot".split())
_IMAGES = _PICTURES | frozenset(
    "images mask gray grey rgb bgr crop src canvas feature features fmap feat map".split()
)
_PLANES = _PICTURES | frozenset({"mask", "gray", "grey"})
# What the last size of a map is called beside its channels, or where nobody wants it.
_LAST = frozenset("d filters _ c_ dim intensity".split())
# `h, w = input_shape[:2]`
_OF_PICTURES = late.compiled(r"(?:\w+\.)*(?:input|img|image|in)_shape")
# What the maps of a layer are counted by: `height, width, number = maps.shape[1:]`
_COUNTS = frozenset("n num number nb k maps features feature kernels".split())
_BATCH = frozenset(
    "b bs batch batch_size n m bsz nb num batchsize _ samples num_samples nindex num_images "
    "n_images n_imgs num_imgs nimgs count".split()
)
_SHORT = frozenset("hwc")
_MAP_AXES = frozenset({*SIDES, "channels"})


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the shapes unpacked in the wrong order."""
    yield from apart_by_named_axes(facts)
    yield from crossed_sides(facts)
    source = facts.source
    named = source.view(Named)
    spoken = named.wide or named.high or _OTHERS_READ.search(source.code_words)
    whole = source.text
    if spoken and not turned(whole):
        yield from unpacked_beside(facts)
    reads = _SHAPE_READ.search(whole) or _SIZE_READ.search(whole) or source.view(Orders).named
    if not (spoken and reads):
        return
    if turned(whole):
        yield from _one_of_many(facts)
        for parts in by_owner(Outline.of(source), _parts):
            yield from of_neither(facts, parts)
        return
    traced = Traced(facts)
    text = source.module.code_for_node
    alone: dict[tuple[int, str], list[Part]] = {}
    places: dict[tuple[int, str], Scope] = {}
    together: list[Part] = []
    outline = Outline.of(source)
    around = _Turned()
    for assign, scope in outline.assigns:
        around.note(assign, scope)
        if len(assign.targets) != 1:
            continue
        target = assign.targets[0].target
        parts = _parts(target, assign.value, scope)
        if parts and around.has(parts[0].read, scope):
            continue
        if type(target) is cst.Tuple or type(target) is cst.List:
            told = parts and (len(parts) == _OF_COLOURS or parts[0].read.kind == "picture")
            order = of_a_file(parts[0].read, scope, outline) if told else None
            yield from _together(facts, assign, parts, traced, order)
            together += parts
            if not parts:
                yield from by_named_axes(facts, target, assign.value)
        elif parts:
            key = id(scope), text(parts[0].read.node)
            alone.setdefault(key, []).append(parts[0])
            places[key] = scope
    for key, found in alone.items():
        order = of_a_file(found[0].read, places[key], outline)
        yield from _one_by_one(facts, found, traced, order)
        known = [*of_one_axis(facts, found, traced)]
        yield from known or of_neither(facts, found)
    lone = ((places[key], found) for key, found in alone.items())
    yield from of_another_axis(facts, lone, together, traced)


_TURNING = frozenset(
    "transpose swapaxes permute permute_dimensions Permute rot90 rotate moveaxis rollaxis einsum "
    "rearrange".split()
)


class _Turned:
    """The names that were given something turned, in the order of the text.

    `x = ops.transpose(x, …)`: what is read of it from then on is the other way round.
    """

    def __init__(self) -> None:
        self.names: set[tuple[int, str]] = set()

    def note(self, assign: cst.Assign, scope: Scope) -> None:
        """Looks at the next assignment."""
        target = assign.targets[0].target
        value = assign.value
        turns = isinstance(value, cst.Call) and called(value) in _TURNING
        turns = turns or (isinstance(value, cst.Attribute) and value.attr.value == "T")
        if turns and isinstance(target, cst.Name) and not UPRIGHT.search(describe.text_of(value)):
            self.names.add((id(scope), target.value))

    def has(self, read: ShapeRead, scope: Scope) -> bool:
        """Whether what is read there was turned before."""
        place: Scope | None = scope
        name = read.owner.value if isinstance(read.owner, cst.Name) else ""
        while place is not None and name:
            if (id(place), name) in self.names:
                return True
            if name in place.definitions or name in place.parameters:
                return False
            place = place.outer
        return False


_HABIT = 3  # so many others unpack the height first


def _one_of_many(facts: Facts) -> Iterator[Finding]:
    """The one that unpacks the width first of all shapes of pictures in a file that turns some.

    The function that it stands in turns none. And sizes of axes with names, whatever is turned.
    """
    found: list[tuple[cst.BaseExpression, cst.BaseExpression, Part, Part, Scope]] = []
    others, around = 0, _Turned()
    for assign, scope in Outline.of(facts.source).assigns:
        around.note(assign, scope)
        target = assign.targets[0].target
        if len(assign.targets) != 1 or not isinstance(target, (cst.Tuple, cst.List)):
            continue
        yield from by_named_axes(facts, target, assign.value)
        parts = _parts(target, assign.value, scope)
        if len(parts) != 4 or parts[0].axis or around.has(parts[0].read, scope):
            continue
        one, other = parts[1:3]
        said = sides(one.target, None, other.target, None)
        if said is None or _order_of(one, other, parts) != HEIGHT_FIRST:
            continue
        if said == HEIGHT_FIRST:
            others += 1
        else:
            found.append((target, assign.value, one, other, scope))
    if len(found) != 1 or others < _HABIT:
        return
    names, value, one, other, scope = found[0]
    if scope.outer is not None and TURNS.search(facts.source.module.code_for_node(scope.node)):
        return
    message = (
        f"{describe.short_code(names)} = {_code(value)}: a shape gives the height before the "
        f"width, as all others of this file have it"
    )
    yield Finding(Place(facts.source, names), message, fixes=(_swap(facts, one, other),))


def _parts(
    target: cst.BaseExpression, value: cst.BaseExpression, scope: Scope | None
) -> list[Part]:
    """What the names on the left are given, [] if not all of it is read from one shape."""
    if not (type(target) is cst.Tuple or type(target) is cst.List):
        read = size_read(value, scope)
        return [Part(target, value, read, read.start)] if read is not None else []
    names = [element.value for element in target.elements]
    if any(isinstance(element, cst.StarredElement) for element in target.elements):
        return []
    if not isinstance(value, (cst.Tuple, cst.List)):
        read = shape_read(value, scope)
        if read is None:
            return []
        start = read.start if read.start >= 0 or read.stop is not None else -len(names)
        return [Part(name, value, read, start + at) for at, name in enumerate(names)]
    if len(value.elements) != len(names):
        return []
    sizes = [element.value for element in value.elements]
    if len(sizes) == 2:
        sizes = list(innermost(*sizes))  # `h, w = x.shape[1] // 2, x.shape[2] // 2`
    reads = [size_read(size, scope) for size in sizes]
    parts = [
        Part(name, size, read, read.start)
        for name, size, read in zip(names, sizes, reads, strict=True)
        if read is not None
    ]
    whole = {describe.text_of(part.read.node) for part in parts}
    others = [n for n, read in zip(names, reads, strict=True) if read is None]
    sided = any(side_of(dotted(name) or "") for name in others)  # read from elsewhere
    return parts if len(whole) == 1 and not sided and len(parts) > bool(others) else []


def _together(
    facts: Facts,
    assign: cst.Assign,
    parts: list[Part],
    traced: Traced,
    known: tuple[str, str] | None,
) -> Iterator[Finding]:
    """`batch, width, height, channels = x.shape`, `w, h = x.shape[1], x.shape[2]`.

    known: which side comes first in what is read from an image file
    """
    target, value = assign.targets[0].target, assign.value
    if traced.rearranged(parts):
        return
    meanings = [traced.meaning(part) for part in parts]
    if any(meanings):
        claims = traced.claims(parts)
        yield from _against_trace(
            facts, target, value, parts, list(zip(claims, meanings, strict=True))
        )
        return
    if traced.width_first or of_volume(facts.source.text, [part.name for part in parts]):
        return
    written = sorted(parts, key=lambda part: part.axis)
    for one, other in pairwise(written):
        said = sides(one.target, None, other.target, None)
        if said is None:
            continue
        order = _order_of(one, other, parts) or of_an_input(facts.source.text, one, other)
        order = order or (known if one is parts[0] and not one.axis else None)
        if _of_series(facts.source.text, parts):
            return
        if order is not None and said != order:
            what = f"{_code(value)}: {_owner(order)} gives the {order[0]} before the {order[1]}"
            message = f"{', '.join(_code(part.target) for part in parts)} = {what}"
            yield Finding(Place(facts.source, target), message, fixes=(_swap(facts, one, other),))
        return


def _against_trace(
    facts: Facts,
    target: cst.BaseExpression,
    value: cst.BaseExpression,
    parts: list[Part],
    axes: list[tuple[str | None, str | None]],
) -> Iterator[Finding]:
    """The names of several sizes of a traced tensor, where two of them at least are confused.

    `axes` has for each name the axis that it says and the one that it is given.
    """
    wrong = [
        (part, said, given)
        for part, (said, given) in zip(parts, axes, strict=True)
        if said and given and given not in (said, "batch")
    ]
    rightful = {said: part.target for part, said, _ in wrong}
    if len(wrong) < 2 or set(rightful) != {given for _, _, given in wrong}:
        return
    if "channels" in rightful and for_a_format(facts.source, target):
        return
    edits = tuple(
        Edit(
            facts.source.range_of(part.target),
            describe.text_of(rightful[given], facts.source.module),
        )
        for part, _, given in wrong
    )
    told = ", ".join(f"axis {part.axis} is the {given}" for part, _, given in wrong)
    written = ", ".join(_code(part.target) for part in parts)
    title = f"Swap {' and '.join(_code(part.target) for part, _, _ in wrong)}"
    yield Finding(
        Place(facts.source, target),
        f"{written} = {_code(value)}: {told}",
        fixes=(Fix(title, edits),),
    )


def _one_by_one(
    facts: Facts, parts: list[Part], traced: Traced, order: tuple[str, str] | None
) -> Iterator[Finding]:
    """`width = x.shape[1]`: by itself where the tensor is traced, else beside its partner.

    By itself too where it is read from an image file; `order`: which side comes first there.
    """
    if len(parts) > MOST_READS or traced.rearranged(parts):
        return
    axes: dict[str, set[int]] = {}
    for part in parts:
        axes.setdefault(part.name, set()).add(part.axis)
    for part in parts:
        if len(axes[part.name]) > 1:
            continue  # read from another axis in another branch: for the other data format
        meaning = traced.meaning(part)
        if meaning is not None:
            channels = "channels" in (meaning, traced.claim(part))
            if _confused(part, meaning, parts, traced) and not (
                channels and for_a_format(facts.source, part.value)
            ):
                yield Finding(
                    Place(facts.source, part.value),
                    f"{part.name} is read from axis {part.axis} of the shape, which is the "
                    f"{meaning}",
                    fixes=_exchanged(facts, part, meaning, parts, traced),
                )
            continue
        if traced.width_first or of_volume(facts.source.text, axes):
            continue
        if part.axis == 0 and max(other.axis for other in parts) > 2:
            continue  # a grid of images, or a batch
        partner = next((other for other in parts if other.axis == part.axis + 1), None)
        both = _order_of(part, partner, [part, partner]) if partner is not None else None
        if partner is not None and both is not None:
            if sides(part.target, None, partner.target, None) == both[::-1]:
                order = None  # said of both
                yield Finding(
                    Place(facts.source, part.value),
                    f"{part.name} = {_code(part.value)}, {partner.name} = {_code(partner.value)}: "
                    f"{_owner(both)} gives the {both[0]} before the {both[1]}",
                    fixes=(_swap(facts, part, partner),),
                )
        if order is not None and part.axis in (0, 1) and part.name.lower() not in _SHORT:
            said = side_of(part.name)
            if said is not None and said != order[part.axis]:
                yield Finding(
                    Place(facts.source, part.value),
                    f"{part.name} = {_code(part.value)}: {_owner(order)} gives the {order[0]} "
                    f"before the {order[1]}",
                )


def _exchanged(
    facts: Facts, part: Part, meaning: str, parts: list[Part], traced: Traced
) -> tuple[Fix, ...]:
    """The fix of two names that are each given the axis that the other one says."""
    said = traced.claim(part)
    twins = [
        other
        for other in parts
        if other is not part and traced.claim(other) == meaning and traced.meaning(other) == said
    ]
    alone = len(twins) == 1 and [p.name for p in parts].count(twins[0].name) == 1
    return (_swap(facts, *sorted((part, twins[0]), key=lambda p: p.axis)),) if alone else ()


def _confused(part: Part, meaning: str, others: list[Part], traced: Traced) -> bool:
    """Whether a name certainly claims another axis than the one that it is read from.

    A letter may stand for much; beside its partner it is a side.
    """
    said = traced.claim(part)
    if said is None or said == meaning:
        return False
    if said == "batch" or (said, meaning) == ("steps", "features"):
        return True
    if said not in _MAP_AXES or meaning not in _MAP_AXES:
        return False
    if meaning == "channels" and not any(traced.claim(o) in SIDES for o in others if o is not part):
        return False  # the width of a network is how many channels it has
    return part.name.lower() not in _SHORT or any(
        traced.claim(other) == meaning for other in others
    )


def _code(node: cst.BaseExpression) -> str:
    return describe.short_code(node)


def _swap(facts: Facts, one: Part, other: Part) -> Fix:
    place, module = facts.source.range_of, facts.source.module
    edits = (
        Edit(place(one.target), describe.text_of(other.target, module)),
        Edit(place(other.target), describe.text_of(one.target, module)),
    )
    return Fix(f"Swap {_code(one.target)} and {_code(other.target)}", edits)


def _owner(order: tuple[str, str]) -> str:
    return "the size of a PIL image" if order[0] == "width" else "a shape"


def _order_of(one: Part, other: Part, parts: list[Part]) -> tuple[str, str] | None:
    """Which side two sizes that follow each other are, by what stands around; None if not certain.

    Rank and data format are not known here: the other names, and what is read, must tell.
    """
    if other.axis != one.axis + 1:
        return None
    axes = one.axis, other.axis
    read, names = one.read, [part.name.lower() for part in parts]
    if {"x", "y"}.issubset(names):  # a grid of pictures, laid out the width first as they are
        return None
    if read.kind == "picture":
        pil = axes == (0, 1) and len(parts) == 2 and _image_like(read.owner, _PICTURES)
        return WIDTH_FIRST if pil else None
    if len(parts) == 4 and parts[0].axis == 0:
        last = axes == (1, 2) and (_is_batch(names[0]) or _is_channels(names[3]))
        first = axes == (2, 3) and _is_batch(names[0]) and _is_channels(names[1])
        return HEIGHT_FIRST if last or first else None
    if len(parts) == 3:
        if one is not parts[0]:
            known = names[0] in _BATCH or _is_channels(names[0])
            return HEIGHT_FIRST if axes == (1, 2) and known else None
        sure = axes == (1, 2) or (axes == (0, 1) and _is_picture(read, names[2]))
        counted = axes == (1, 2) and not _COUNTS.isdisjoint(words_of(names[2]))
        return HEIGHT_FIRST if sure and (counted or _is_channels(names[2])) else None
    if read.kind == "named":
        whole = (read.start, read.stop, axes) == (0, 2, (0, 1))  # the channels are left out
        return HEIGHT_FIRST if whole and _OF_PICTURES.fullmatch(dotted(read.node) or "") else None
    if axes == (0, 1) and read.kind == "shape":
        cut = read.stop is not None
        return HEIGHT_FIRST if cut or _image_like(read.owner, _PLANES) else None
    return HEIGHT_FIRST if axes in ((1, 2), (-3, -2), (2, 3)) else None


def _of_series(text: str, parts: list[Part]) -> bool:
    """`width, height = x.shape[1:]` where series are plotted: the steps are the width there."""
    one, *others = parts
    whole = len(others) == 1 and all(part.read is one.read for part in others)
    return whole and one.axis == 1 and one.read.stop is None and reads_sequences(text)


def _is_picture(read: ShapeRead, third: str) -> bool:
    """Whether three sizes are those of an image: by its name, or by that of the third.

    The third size of a volume is its depth.
    """
    return third not in ("d", "depth", "dim") or _image_like(read.owner, _IMAGES)


def _is_batch(name: str) -> bool:
    return name in _BATCH or name.startswith("batch_size")


def _is_channels(name: str) -> bool:
    if name.startswith("filters_"):
        return True
    return name in _LAST or named_channels(name)


def _image_like(node: cst.BaseExpression, words: frozenset[str]) -> bool:
    """Whether what is read is an image by its name or by what makes it."""
    if isinstance(node, cst.Call):
        name = dotted(node.func) or ""
        return name.endswith(("imread", "Image.open", "imdecode", "img_to_array", "load_img"))
    if isinstance(node, cst.Subscript):
        return _image_like(node.value, frozenset(w + "s" for w in _PICTURES) | words)
    said = dotted(node)
    return said is not None and not words.isdisjoint(words_of(said.rpartition(".")[2]))
