"""Which side of an image a size is: by what it is called, and by what it was read from."""

from __future__ import annotations

import re

import libcst as cst

from flake8_concat import late
from flake8_concat.rules import describe
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.names import definition, dotted, label, unpacked_from
from flake8_concat.rules.shape_reads import helper_read, size_read, whole_read
from flake8_concat.rules.side_words import pair_sides, side_of
from flake8_concat.rules.size_arguments import HEIGHT_FIRST, WIDTH_FIRST, Want
from flake8_concat.rules.words import words_of
from flake8_concat.trace.source import Source

_OFFSET = late.compiled(r"offset_?|_offset", re.IGNORECASE)
_SCALE = late.compiled(r"(?:scale|factor|ratio|up)_?|_(?:scale|factor|ratio)", re.IGNORECASE)
# A letter just read stands for a side: by itself, or behind one other (`w`, `img_w`, `iw`).
_ALONE = r"(?![a-zA-Z])(?:(?<![a-zA-Z].)|(?<=[a-z].)(?<![a-zA-Z]..))"
# The letters that one can begin with come first: to look for those takes a tenth of the time that
# it takes to try each of the ways at each place.
_WIDE = late.compiled(
    r"[wWcC](?:(?<=[wW])idth|(?<=W)IDTH|(?<=[cC])ols?(?![a-z])|(?<=C)OLS?|(?<=[cC])olumns"
    rf"|(?<=[wW]){_ALONE}|(?<=[a-z]W)\b)"
)
_HIGH = late.compiled(
    r"[hHrR](?:(?<=[hH])eight|(?<=H)EIGHT|(?<=[rR])ows?(?![a-z])|(?<=R)OWS?"
    rf"|(?<=[hH]){_ALONE}|(?<=[a-z]H)\b)"
)
# `x` and `y` as a pair of sizes, not the arguments of a call.
_PAIR = late.compiled(r"[(\[](?<![\w)\]].)\s*(?:x\s*,\s*y|y\s*,\s*x)\b", re.IGNORECASE)


class Named:
    """Whether among the words of a file are names for widths, for heights: a quick look."""

    def __init__(self, source: Source) -> None:
        words = source.code_words
        self.wide = _WIDE.search(words) is not None
        self.high = _HIGH.search(words) is not None


def names_sides(source: Source) -> bool:
    """Whether a file may have names for widths and for heights."""
    named = source.view(Named)
    return (named.wide and named.high) or _names_twins(source) or _names_ends(source)


def names_side(words: str) -> bool:
    """Whether among some words is a name for a width or a height."""
    return bool(_WIDE.search(words) or _HIGH.search(words))


def _names_ends(source: Source) -> bool:
    """Whether a file has names for what is left and on top, and may pad by them or cut them off."""
    text, words = source.text, source.code_words
    return "left" in words and "top" in words and ("pad(" in text or "2D(" in text)


def _names_twins(source: Source) -> bool:
    """Whether two names differ in their last letter alone, `sx` and `sy`.

    `x` and `y` are in most files, for what goes into a model and what comes of it.
    """
    names = set(source.code_words.lower().split("\n"))
    twins = [name for name in names if name[-1:] == "x" and f"{name[:-1]}y" in names]
    return len(twins) > 1 or (
        bool(twins) and (twins != ["x"] or _PAIR.search(source.text) is not None)
    )


def sides(
    one: cst.BaseExpression,
    its: Scope | None,
    other: cst.BaseExpression,
    others: Scope | None,
    *,
    xy: bool = False,
) -> tuple[str, str] | None:
    """What two sizes are called, ("width", "height") or the reverse; None if nothing certain."""
    one, other = innermost(one, other)
    first, second = _label(one, its), _label(other, others)
    if first is None or second is None:
        return None
    said = pair_sides(first, second)
    if said is None and xy:
        return _xy(first, second) or pair_sides(_SCALE.sub("", first), _SCALE.sub("", second))
    return said


_ROUNDING = frozenset("int round float floor ceil rint int32".split())


def innermost(
    one: cst.BaseExpression, other: cst.BaseExpression
) -> tuple[cst.BaseExpression, cst.BaseExpression]:
    """Two sizes without what is done with both: `2 * height + pad`, `2 * width + pad`."""
    alike = _inner(one, other)
    return (one, other) if alike is None else innermost(*alike)


def _inner(
    one: cst.BaseExpression, other: cst.BaseExpression
) -> tuple[cst.BaseExpression, cst.BaseExpression] | None:
    """What the same is done with in two sizes: `width * scale`, `height * scale`; `int(…)`."""
    if isinstance(one, cst.Call) and isinstance(other, cst.Call):
        func = (dotted(one.func) or "").rpartition(".")[2]
        same = func in _ROUNDING and one.func.deep_equals(other.func)
        alone = len(one.args) == len(other.args) == 1
        return (one.args[0].value, other.args[0].value) if same and alone else None
    if not (isinstance(one, cst.BinaryOperation) and isinstance(other, cst.BinaryOperation)):
        return None
    if type(one.operator) is not type(other.operator):
        return None
    if one.right.deep_equals(other.right):
        return one.left, other.left
    if one.left.deep_equals(other.left):
        return one.right, other.right
    return (one.left, other.left) if _tiled(one, other) is not None else None


def _tiled(one: cst.BaseExpression, other: cst.BaseExpression) -> tuple[str, str] | None:
    """The sides of the tiles in `rows * shape[0]`, `cols * shape[1]`: so many below each other."""
    if not (isinstance(one, cst.BinaryOperation) and isinstance(other, cst.BinaryOperation)):
        return None
    if not isinstance(one.operator, cst.Multiply) or not isinstance(other.operator, cst.Multiply):
        return None
    return _order_in(one.right, other.right)


def read_sides(
    one: cst.BaseExpression, other: cst.BaseExpression, want: Want
) -> tuple[str, str] | None:
    """What two sizes are that are read from an array: `img.shape[0], img.shape[1]`."""
    if want.order != WIDTH_FIRST:
        return None
    first, second = size_read(one), size_read(other)
    if first is None or second is None or {first.kind, second.kind} != {"shape"}:
        return None
    same = describe.short_code(first.owner) == describe.short_code(second.owner)
    return HEIGHT_FIRST if same and (first.start, second.start) == (0, 1) else None


def offset_sides(
    one: cst.BaseExpression,
    its: Scope | None,
    other: cst.BaseExpression,
    others: Scope | None,
) -> tuple[str, str] | None:
    """The same where `offset_width` is wanted, which elsewhere is the name of no size."""
    first, second = label(one, its), label(other, others)
    if first is None or second is None:
        return None
    return pair_sides(_OFFSET.sub("", first), _OFFSET.sub("", second)) or _xy(first, second)


def _label(node: cst.BaseExpression, scope: Scope | None) -> str | None:
    """The name that says which side a size is: its own, else that of its definition.

    One letter is short for the name that defines it: `w = self.window, h = self.head_dim`.
    """
    name = label(node, scope)
    for _ in range(4):
        if name is None or (len(name) > 1 and side_of(name) is not None):
            return name
        origin = definition(dotted(node) or "", scope)
        inner = label(origin[0], origin[1]) if origin is not None else None
        if inner is None or origin is None:
            return name
        name, (node, scope) = inner, origin
    return name


# The two of a kernel are called so in either order, and are equal nearly always.
_KERNEL = late.compiled(r"_?(?:k|f|kernel|filter|ksize|kernel_size|filter_size|pool|win|window)_?")


def _xy(one: str, other: str) -> tuple[str, str] | None:
    """`sx`, `sy`; `scale_x`, `scale_y`."""
    a, b = one.lower(), other.lower()
    if _KERNEL.fullmatch(a[:-1]):
        return None
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


def measured(
    one: cst.BaseExpression,
    its: Scope | None,
    other: cst.BaseExpression,
    others: Scope | None,
) -> tuple[str, str] | None:
    """Which sides two sizes are, whatever they are called, by what they were unpacked from.

    The shape of an array has the height first, the size of a PIL image the width.
    """
    tiles = _tiled(one, other)
    if tiles is not None:
        return tiles
    alike = _inner(one, other)
    if alike is not None:
        return measured(alike[0], its, alike[1], others)
    first = unpacked_from(label(one, its) or "", its)
    second = unpacked_from(label(other, others) or "", others)
    if first is None and second is None:
        return _read_apart(one, its, other, others)
    if first is None or second is None or first[0] is not second[0] or first[1] == second[1]:
        return None
    read = _READ.search(dotted_text(first[0]))
    if read is None or _of_unknown_order(first[0], its):
        return None
    picture = read.group() == ".size" and isinstance(first[0], cst.Attribute)
    order = WIDTH_FIRST if picture else HEIGHT_FIRST
    return order if first[1] < second[1] else order[::-1]


def _read_apart(
    one: cst.BaseExpression,
    its: Scope | None,
    other: cst.BaseExpression,
    others: Scope | None,
) -> tuple[str, str] | None:
    """The same for `w = x.shape[1]`, `h = x.shape[2]`: the names are swapped, not the sizes."""
    found = definition(label(one, its) or "", its), definition(label(other, others) or "", others)
    first, second = (
        size_read(*origin) or helper_read(origin[0]) if origin is not None else None
        for origin in found
    )
    if first is None or second is None:
        return _in_branches(one, other, its) or _of_box(found) or _calculated(found)
    if {first.kind, second.kind} == {"picture"}:
        return None
    if first.start == second.start or not first.node.deep_equals(second.node):
        return None
    return HEIGHT_FIRST if first.start < second.start else WIDTH_FIRST


def _in_branches(
    one: cst.BaseExpression, other: cst.BaseExpression, place: Scope | None
) -> tuple[str, str] | None:
    """The same where each branch reads both, `w, h` as axes 2 and 3 or as 1 and 2 of a shape."""
    names = dotted(one) or "", dotted(other) or ""
    while place is not None and not any(name in place.definitions for name in names):
        place = place.outer
    if place is None:
        return None
    first, second = (place.definitions.get(name, []) for name in names)
    pairs = list(zip(first, second, strict=False))
    if len(pairs) < 2 or len(first) != len(second):
        return None
    orders = {_order_in(*pair) for pair in pairs}
    return orders.pop() if len(orders) == 1 else None


def _order_in(
    first: cst.BaseExpression | None, second: cst.BaseExpression | None
) -> tuple[str, str] | None:
    """Which sides `shape[1]`, `shape[2]` are, or what is calculated of each; None if of no one."""
    if first is None or second is None:
        return None
    one, other = (
        {(match["of"], int(match["at"])) for match in _INDEX.finditer(describe.code(node))}
        for node in (first, second)
    )
    if len(one) != 1 or len(other) != 1:
        return None
    (of, at), (of_other, at_other) = one.pop(), other.pop()
    if of != of_other or at == at_other:
        return None
    return HEIGHT_FIRST if at < at_other else WIDTH_FIRST


# `scale[0] * input_shape[1]` is of the shape
_INDEX = late.compiled(r"(?P<of>[\w.()]*(?:shape|size)[\w.()]*)\[(?P<at>-?\d)\]")


def _calculated(
    found: tuple[tuple[cst.BaseExpression, Scope] | None, tuple[cst.BaseExpression, Scope] | None],
) -> tuple[str, str] | None:
    """The same for `stride_width = shape[ROW_AXIS] // 2`: each is calculated from one side."""
    said = [
        {side for name in _WORD.findall(describe.code(origin[0])) if (side := side_of(name))}
        for origin in found
        if origin is not None
    ]
    if len(said) < 2 or any(len(one) != 1 for one in said) or said[0] == said[1]:
        return None
    return said[0].pop(), said[1].pop()


_BOX = late.compiled(
    r"(?:int|float|round)?\(?(?P<of>[\w.]*(?:bounds|bbox|box|rect))\[(?P<at>[23])\]\)?"
)


def _of_box(
    found: tuple[tuple[cst.BaseExpression, Scope] | None, tuple[cst.BaseExpression, Scope] | None],
) -> tuple[str, str] | None:
    """The same for `width = figure.bbox.bounds[3]`: a box is (x, y, width, height)."""
    parts = [_BOX.fullmatch(describe.code(origin[0])) for origin in found if origin is not None]
    if len(parts) < 2 or parts[0] is None or parts[1] is None or parts[0]["of"] != parts[1]["of"]:
        return None
    at = parts[0]["at"], parts[1]["at"]
    return {("2", "3"): WIDTH_FIRST, ("3", "2"): HEIGHT_FIRST}.get(at)


_WORD = late.compiled(r"[A-Za-z_]\w*")
_READ = late.compiled(r"shape|\.size$")


def _of_unknown_order(node: cst.BaseExpression, place: Scope | None) -> bool:
    """Whether two sizes are a pair that its author named: `width, height = cfg.input_shape`.

    Nobody knows which comes first in there, but what the names of the two say.
    """
    read = whole_read(node, place)
    if read is None or read.kind != "named" or not dotted_text(node).endswith("_shape"):
        return False
    while place is not None:
        parts = [index for value, index in place.unpacked.values() if value is node]
        if parts:
            return sorted(parts) == [0, 1]
        place = place.outer
    return False


def dotted_text(node: cst.BaseExpression) -> str:
    """The names in an expression such as `K.int_shape(x)[1:3]`, for a look at its last parts."""
    while isinstance(node, (cst.Subscript, cst.Call)):
        node = node.value if isinstance(node, cst.Subscript) else node.func
        if isinstance(node, cst.Attribute) and node.attr.value == "as_list":
            node = node.value
    return dotted(node) or (f".{node.attr.value}" if isinstance(node, cst.Attribute) else "")
