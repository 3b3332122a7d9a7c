"""An image size is given as (width, height) where (height, width) is wanted, or the reverse.

## What it does
Reads what the two numbers of a size are called, back to where the names are defined, in
`Input`, `input_shape=`, `Resizing`, `CenterCrop`, `RandomCrop`, `Reshape`, `UpSampling2D`,
pooling, padding and cropping layers, `tf.image.resize` and its kin,
`image_dataset_from_directory`, `flow_from_directory`, `load_img`, `smart_resize`, reshapes, and
new arrays whose last size is channels, which all want the height first, as does an `input_shape`
that is handed on; and in `cv2.resize`, `PIL.Image.resize` and their kin, which want the width
first, and not the shape of an array. In what `compute_output_shape` returns as well, and in the
one shape that has two names in another order than the others of its function. Also where a
function of the project is called that names its parameters so, or one of the file that hands such
a parameter on to such a call, itself or by a function inside of it.
Numbers are read by the name of both (`TARGET_WH`), or by the comment beside them
(`(240, 320)  # width, height`).

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
Swaps the two, where they are written in the call itself, or as a name of which all readers want
the other order. It changes what the program does, unless both are known to be equal.

## Known limits
Two sizes with names must be named in the same way. Text recognition puts the width first on
purpose, as the time axis: a file that speaks of CTC, turns its images (`transpose`, `rot90`)
or feeds reshaped feature maps to a recurrent layer is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, pairwise

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.names import (
    Outline,
    definitions,
    dotted,
    elements,
    is_parameter,
    label,
    mentions,
    number,
)
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.odd_sides import odd_sides
from flake8_concat.rules.padded_sides import padded_sides
from flake8_concat.rules.shape_reads import shape_read
from flake8_concat.rules.side_words import partners
from flake8_concat.rules.size_arguments import (
    FLAT_INPUT,
    FLAT_PICTURE,
    HEIGHT_FIRST,
    LAYER_INPUT,
    PICTURE_INPUT,
    SHAPE_PARAMETERS,
    WANTS,
    WIDTH_FIRST,
    Want,
    gives_input_shape,
    want_of,
)
from flake8_concat.rules.size_ends import tells_channels
from flake8_concat.rules.size_helpers import Helpers, beside_straight_ones
from flake8_concat.rules.size_sides import (
    innermost,
    measured,
    names_side,
    names_sides,
    offset_sides,
    read_sides,
    sides,
)
from flake8_concat.rules.size_words import Orders, sizes_by_words
from flake8_concat.rules.sliced_sides import sliced_sides
from flake8_concat.rules.swapped_output import output_shapes
from flake8_concat.rules.turned import (
    flat_pictures,
    is_board,
    lays_grid,
    of_volume,
    turned,
    turns_by_name,
)
from flake8_concat.rules.turned_after import resized_before_turning
from flake8_concat.trace.facts import Facts
from flake8_concat.trace.source import Source

CODE = "CAT202"
NAME = "swapped-size"
# `np.zeros((size, size, 1))`
_SQUARES = late.compiled(
    r"\b(?:zeros|ones|full|empty)\(\s*[(\[]\s*([A-Za-z_][\w.]*)\s*,\s*\1\s*[,)\]]"
)
MOST_AXES = 5  # batch, time, a map, channels: more are tiles of a map

# The parts of a sequence, each with the place of its names; whether they are written in the call.
_Parts = tuple[list[tuple[cst.BaseExpression, "Scope | None"]], bool]
# What a call is given: keyword or position, the value, its place, whether it is written there.
_Given = tuple["str | int", cst.BaseExpression, "Scope | None", bool]


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the swapped sizes of the file."""
    source = facts.source
    spoken = names_sides(source) or "cv2" in source.code_words or source.view(Orders).told
    outline = Outline.of(source) if spoken else None
    if outline is None:
        return
    turns = turned(source.text)
    told = [*(_of_turning_file(facts, outline) if turns else _of_file(facts, outline))]
    yield from told
    lines = {finding.at.resolve().line for finding in told}
    for odd in odd_sides(facts, outline):
        if odd.at.resolve().line not in lines:
            yield odd


def _of_turning_file(facts: Facts, outline: Outline) -> Iterator[Finding]:
    """What is said of a file that puts the width first on purpose somewhere."""
    straight = beside_straight_ones(facts, outline)
    for call, scope, want in chain(straight, resized_before_turning(outline)):
        if not _turning(scope):
            yield from _sizes(facts.source, call, scope, want, set())


def _of_file(facts: Facts, outline: Outline) -> Iterator[Finding]:
    source = facts.source
    for scope in outline.places.values():
        yield from _of_parameters(source, scope)
    seen: set[int] = set()  # the sequences that were judged where they are used
    for call, scope in outline.calls:
        want = want_of(call, scope, outline)
        if want is not None and want.pictures and (_turning(scope) or _of_board(call)):
            continue
        if want is not None:
            for finding in _sizes(source, call, scope, want, seen):
                if not _exchanges(source, scope, call):
                    yield finding
            yield from sizes_by_words(source, call, scope, want)
            if want is WANTS["Input"] and flat_pictures(source.text):
                yield from _sizes(source, call, scope, FLAT_PICTURE, seen)
        else:
            yield from _of_helpers(facts, outline, call, scope, seen)
        yield from padded_sides(source, call)
        if want is not WANTS["Input"] and gives_input_shape(call):
            yield from _sizes(source, call, scope, LAYER_INPUT, seen)
            if (outline.full_name(call.func) or "").endswith(("Flatten", "Reshape")):
                yield from _sizes(source, call, scope, FLAT_INPUT, seen)
    yield from _assigned(source, outline, seen)
    yield from sliced_sides(source, outline)
    for name, value, scope in output_shapes(source.words, outline):
        found: _Parts = [(element.value, scope) for element in value.elements], True
        written = partial("{}{}".format, name, describe.short_code(value))
        yield from _in_sequence(source, written, value, found, LAYER_INPUT)


def _of_helpers(
    facts: Facts, outline: Outline, call: cst.Call, scope: Scope, seen: set[int]
) -> Iterator[Finding]:
    """What is wrong with the sizes that a function of the project is given."""
    for want in () if _turning(scope) else Helpers.of(outline, facts).wants_of(call, scope):
        yield from _sizes(facts.source, call, scope, want, seen if want.whole else set())


def _of_board(call: cst.Call) -> bool:
    """Whether it reshapes the state of a game, whose squares may be told by column and row."""
    if not isinstance(call.func, cst.Attribute) or call.func.attr.value != "reshape":
        return False
    names = [call.func.value, *(arg.value for arg in call.args[:1])]
    return any(is_board(name) for node in names if (name := dotted(node)) is not None)


def _turning(scope: Scope) -> bool:
    """Whether a function is there to exchange the sides: `def rotate(image)`."""
    name = scope.node.name.value if isinstance(scope.node, cst.FunctionDef) else ""
    return turns_by_name(name)


_EXCHANGED = late.compiled(
    r"\b(?:transpose|permute_dimensions)\([^\n#]*[(\[]\s*0\s*,\s*2\s*,\s*1\s*,\s*3"
    r"|\bPermute\(\s*\w*=?\s*[(\[]\s*2\s*,\s*1\s*,\s*3|\bswapaxes\([^\n#]*\b1\s*,\s*2\s*\)"
)


def _exchanges(source: Source, scope: Scope, call: cst.Call) -> bool:
    """Whether it reshapes in a function that exchanges height and width on its way."""
    if not describe.code(call.func).lower().endswith("reshape"):
        return False
    text = source.module.code_for_node(scope.node)
    found = _EXCHANGED.search(text)
    return found is not None and not lays_grid(text[: found.start()])


def _of_parameters(source: Source, scope: Scope) -> Iterator[Finding]:
    """`def unet(input_shape=(width, height, 3))`: the default is judged where it is written."""
    params = getattr(scope.node, "params", None)
    if not isinstance(params, cst.Parameters) or scope.outer is None:
        return
    for param in (*params.params, *params.kwonly_params):
        found = None
        if param.default is not None and param.name.value in SHAPE_PARAMETERS:
            found = elements(param.default, scope.outer)
        if found is not None and param.default is not None:
            yield from _in_sequence(
                source, partial(_default, param), param.default, found, LAYER_INPUT
            )


def _default(param: cst.Param) -> str:
    return f"{param.name.value}={describe.short_code(param.default or param.name)}"


_TAKEN_APART = late.compiled(r"\b(?P<name>(?:input|image|img)_shape)(?:\s*\[|\s*$)", re.MULTILINE)


def _assigned(source: Source, outline: Outline, seen: set[int]) -> Iterator[Finding]:
    """`img_shape = (width, height, 3)`, handed on as a whole to what builds a model elsewhere."""
    named = {name for name in SHAPE_PARAMETERS if name in source.words}
    named -= {match["name"] for match in _TAKEN_APART.finditer(source.text)} if named else set()
    wanted = {prefix + name for name in named for prefix in ("", "self.")}
    for assign, scope in outline.assigns:
        target = assign.targets[0].target
        if len(assign.targets) > 1 or dotted(target) not in wanted:
            continue
        found = elements(assign.value, scope)
        if found is not None and found[0] and id(found[0][0][0]) not in seen:
            written = partial(_assignment, assign)
            yield from _in_sequence(source, written, assign.value, found, PICTURE_INPUT)


def _assignment(assign: cst.Assign) -> str:
    return f"{dotted(assign.targets[0].target)} = {describe.short_code(assign.value)}"


def _sizes(
    source: Source, call: cst.Call, scope: Scope, want: Want, seen: set[int]
) -> Iterator[Finding]:
    for arg, position in _positions(call):
        keyword = arg.keyword.value if arg.keyword is not None else None
        if keyword in want.keywords or (keyword is None and position == want.position is not None):
            if want.order == WIDTH_FIRST:
                yield from _size_of_array(source, call, arg, scope)
            sequences = list(_sequences(arg.value, scope, want))
            seen.update(id(part) for parts, _ in sequences for part, _ in parts[:1])
            for found in sequences:
                written = partial(_written, call, arg)
                finding = next(_in_sequence(source, written, arg.value, found, want), None)
                if finding is not None:
                    yield finding
                    break
    if want.apart and not any(arg.star or arg.keyword for arg in call.args):
        apart: _Parts = [(arg.value, scope) for arg in call.args], True
        yield from _in_sequence(source, partial(describe.short_code, call), call, apart, want)
    for pair in want.pairs:
        yield from _in_arguments(source, call, scope, pair, want.order)


def _sequences(node: cst.BaseExpression, scope: Scope, want: Want) -> Iterator[_Parts]:
    """The sequence that an argument is; each one that `input_shape` is assigned in a branch.

    Or either one of `(width, height, 3) if colour else (width, height, 1)`.
    """
    if isinstance(node, cst.IfExp):
        for branch in (node.body, node.orelse):
            if (found := elements(branch, scope)) is not None:
                yield found
        return
    given = isinstance(node, cst.Name) and node.value in SHAPE_PARAMETERS
    if given and is_parameter(node.value, scope):  # type: ignore[attr-defined]
        return  # its default is judged where it is written
    found = elements(node, scope)
    if found is not None:
        yield found
    elif want.whole and isinstance(node, cst.Name):
        for value, place in definitions(node.value, scope):
            either = (value.body, value.orelse) if isinstance(value, cst.IfExp) else (value,)
            for one in either:
                if (found := elements(one, place)) is not None:
                    yield found[0], False


def _positions(call: cst.Call) -> Iterator[tuple[cst.Arg, int]]:
    for position, arg in enumerate(call.args):
        if arg.star:
            return
        yield arg, position


def _spread(call: cst.Call, scope: Scope) -> Iterator[_Given]:
    """The values of a call: `Resizing(*IMG_SIZE)` is given what `IMG_SIZE` is made of."""
    position = 0
    for arg in call.args:
        found: _Parts | None = ([(arg.value, scope)], True)
        if arg.star == "*":
            found = elements(arg.value, scope)
        if found is None or arg.star == "**":
            return
        for value, place in found[0]:
            here = found[1] and not arg.star
            yield arg.keyword.value if arg.keyword else position, value, place, here
            position += 1


def _in_sequence(
    source: Source, written: Callable[[], str], node: cst.CSTNode, found: _Parts, want: Want
) -> Iterator[Finding]:
    """What is wrong with a sequence of sizes, for each pair in it that is.

    `written`: the code that is quoted, asked for where something is wrong: few calls have that.
    """
    parts, here = found
    if len(parts) < (3 if want.whole and not want.pictures else 2):
        return
    if not want.whole and len(parts) != 2 and not _with_channels(parts):
        return
    if len(parts) > MOST_AXES and not _any_in_order(parts, want):
        return  # all of it is width first, as whoever names the tiles has them
    if len(parts) > 3:
        names = [label(part) or "" for part, _ in parts]
        if any("depth" in name.lower() for name in names) or of_volume(source.text, names):
            return  # a volume: those are mostly width first
    # Of masks, grids, boxes, whose last size is no colour's, only what was read from a picture is
    # judged: grids have the width first as often.
    plain = want.pictures and not (tells_channels(parts) and len(parts) > 2)
    sided = [code for part, _ in parts if names_side(code := describe.code(part))]
    if len(set(sided)) < len(sided):
        return  # (height, width, height, width): a row for each place of a map
    for (one, its), (other, others) in pairwise(parts):
        said = sides(one, its, other, others, xy=want.xy) or read_sides(one, other, want)
        given = measured(one, its, other, others)
        if said is None or want.order in (said, given) or (plain and given != said):
            continue
        named = zip(innermost(one, other), (its, others), strict=True)
        if len(sided) > 2 and not partners(*(label(node, place) or "" for node, place in named)):
            continue  # (patch_height, patch_width, rows, cols): the end of one pair, and the next
        text = describe.short_code
        wants = ", ".join(want.order)
        if (want.whole and not plain) or _with_channels(parts):
            wants = f"channels, {wants}" if other is parts[-1][0] else f"{wants}, channels"
        defined = "" if here else ", where it is defined,"
        message = (
            f"{written()}: the size is wanted as "
            f"({wants}), "
            f"but {text(one)}, {text(other)} say{defined} ({', '.join(said)})"
            f"{_harmless(one, its, other, others)}"
        )
        mends = here or _for_this_alone(source, one, want.order)
        fixes = _swap(source, one, its, other, others) if mends else ()
        yield Finding(Place(source, node), message, fixes=fixes)


def _with_channels(parts: list[tuple[cst.BaseExpression, Scope | None]]) -> bool:
    """Whether a size has the channels behind its sides, as scikit-image takes it as well."""
    if len(parts) != 3 or not tells_channels(parts):
        return False
    return "depth" not in (label(parts[-1][0]) or "").lower()  # a volume may be resized


def _any_in_order(parts: list[tuple[cst.BaseExpression, Scope | None]], want: Want) -> bool:
    """Whether one pair of several stands as it is wanted: the others are a slip then."""
    return any(
        sides(one, its, other, others, xy=want.xy) == want.order
        for (one, its), (other, others) in pairwise(parts)
    )


def _for_this_alone(source: Source, one: cst.BaseExpression, order: tuple[str, str]) -> bool:
    """Whether a size is one of a pair with a name of its own, all readers of which want `order`.

    `IMG_SIZE = (WIDTH, HEIGHT)`, for `image_size=IMG_SIZE` and `Input(IMG_SIZE + (3,))`.
    """
    outline = Outline.of(source)
    names = {
        dotted(target.target) or ""
        for assign, _ in outline.assigns
        if isinstance(assign.value, (cst.Tuple, cst.List))
        and any(element.value is one for element in assign.value.elements)
        for target in assign.targets
    }
    if len(names) != 1 or "" in names:
        return False
    (name,) = names
    defined = sum(
        dotted(target.target) == name for assign, _ in outline.assigns for target in assign.targets
    )
    reads = sum(_reads(call, scope, outline, one, order) for call, scope in outline.calls)
    return reads > 0 and mentions(source, name) == reads + defined


def _reads(
    call: cst.Call,
    scope: Scope,
    outline: Outline,
    one: cst.BaseExpression,
    order: tuple[str, str],
) -> int:
    """How many arguments of a call are sizes in this order of which a certain one is a part."""
    wants = [want_of(call, scope, outline), LAYER_INPUT if gives_input_shape(call) else None]
    found = set()
    for want in wants:
        if want is None or want.order != order:
            continue
        for position, arg in enumerate(call.args):
            keyword = arg.keyword.value if arg.keyword is not None else None
            if arg.star == "*" and want.pairs:
                parts = elements(arg.value, scope)
                sequences = [parts] if parts is not None else []
            elif keyword in want.keywords or (keyword is None and position == want.position):
                sequences = list(_sequences(arg.value, scope, want))
            else:
                continue
            if any(part is one for parts, _ in sequences for part, _ in parts):
                found.add(position)
    return len(found)


def _in_arguments(
    source: Source,
    call: cst.Call,
    scope: Scope,
    pair: tuple[int, str, str],
    order: tuple[str, str],
) -> Iterator[Finding]:
    """What is wrong with two arguments of their own, wanted in this order."""
    first, former, latter = pair
    given = {key: (value, place, here) for key, value, place, here in _spread(call, scope)}
    if not (given.keys() & {former, first} and given.keys() & {latter, first + 1}):
        return
    one, its, here = given[former if former in given else first]
    other, others, _ = given[latter if latter in given else first + 1]
    if former.startswith("offset"):
        said = offset_sides(one, its, other, others)
    else:
        said = sides(one, its, other, others, xy=former.endswith("factor"))
    if said != order[::-1] or measured(one, its, other, others) == order:
        return
    text = describe.short_code
    message = (
        f"{_called(call)}() is given {text(one)} as {former} and {text(other)} as {latter}"
        f"{_harmless(one, its, other, others)}"
    )
    mends = here or _for_this_alone(source, one, order)
    fixes = _swap(source, one, its, other, others) if mends else ()
    yield Finding(Place(source, one if here else call), message, fixes=fixes)


def _size_of_array(source: Source, call: cst.Call, arg: cst.Arg, scope: Scope) -> Iterator[Finding]:
    """`cv2.resize(mask, img.shape[:2])`: the shape of an array has the height first."""
    node = arg.value
    read = shape_read(node, scope) if isinstance(node, cst.Subscript) else None
    if read is None or (read.kind, read.start, read.stop) != ("shape", 0, 2):
        return
    if _SQUARES.search(source.text):  # it may be one of those: neither side comes first
        return
    text = describe.short_code
    message = (
        f"{_called(call)}({text(node)}): the size is wanted as ({', '.join(WIDTH_FIRST)}), but the "
        f"shape of an array gives ({', '.join(HEIGHT_FIRST)})"
    )
    turn = source.module.code_for_node(node.value) + "[1::-1]"  # type: ignore[attr-defined]
    fix = Fix(f"Read {turn}", (Edit(source.range_of(node), turn),))
    yield Finding(Place(source, node), message, fixes=(fix,))


def _written(call: cst.Call, arg: cst.Arg) -> str:
    """A call with the argument that is spoken of."""
    keyword = f"{arg.keyword.value}=" if arg.keyword else ""
    return f"{_called(call)}({keyword}{describe.short_code(arg.value)})"


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
