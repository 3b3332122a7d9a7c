"""What becomes of the axes of an array by the text alone: `expand_dims`, `transpose`, a sum.

Whatever the sizes are, `tf.transpose(x, [0, 2, 1, 3])` brings the third of four axes to the second
place. What a comment says of x tells what the next one has to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.describe import code
from flake8_concat.rules.names import Outline, Place, definition, dotted, number
from flake8_concat.rules.written_past import called

_LEAST = 3  # sizes of what is compared with a comment

Size = int | str | None
Sizes = tuple[Size, ...]

_REDUCES = frozenset(
    f"{before}{name}"
    for before in ("", "reduce_")
    for name in "sum mean max min prod any all std var logsumexp".split()
) | frozenset("argmax argmin median".split())
_KEEPS = frozenset(
    "softmax log_softmax relu tanh sigmoid gelu elu selu softplus swish leaky_relu dropout cast "
    "astype identity stop_gradient zeros_like ones_like l2_normalize abs exp log square sqrt "
    "clip_by_value".split()
)
_TRANSPOSES = frozenset("transpose permute_dimensions".split())
# What makes an array of a shape: where that stands, and by what name.
_MAKES: dict[str, tuple[int, str]] = {
    **dict.fromkeys(("zeros", "ones", "empty", "full"), (0, "shape")),
    **dict.fromkeys(("random", "random_sample", "truncated_normal"), (0, "size")),
    **dict.fromkeys(("normal", "uniform"), (0, "shape")),
    "reshape": (1, "shape"),
    "broadcast_to": (1, "shape"),
}
_EACH = ("rand", "randn")  # np.random.rand(8, 32, 32, 3)
_MODULES = late.compiled(r"(?:tf|tensorflow|K|keras|np|numpy|ops|jnp)\b")
# A quick look: whether a file has any of them.
MOVES = late.compiled(
    r"expand_dims|squeeze|Flatten\(|transpose\(|permute_dimensions|newaxis|softmax\(|matmul\("
    r"|(?:reduce_|\.)(?:sum|mean|max|min)\(|reshape\(|zeros\(|ones\(|empty\(|full\("
    r"|rand(?:om|n)?\b|normal\(|uniform\(|(?i:shape|size|dims?) = \("
)


@dataclass(frozen=True, slots=True)
class Move:
    """What a line does to the axes of one name, or of two.

    takes:    the names of what goes in
    gives:    what their sizes become; None where that is not known
    numbers:  the same in numbers, where the line itself has them
    """

    takes: tuple[str, ...]
    gives: Callable[..., Sizes | None]
    numbers: Sizes = ()


def move_of(value: cst.BaseExpression, outline: Outline, place: Place | None) -> Move | None:
    """What an expression does to the axes of the names that it takes."""
    written = _written(value)
    if written is not None:
        names = tuple(map(_size, written))
        numbers: Sizes = tuple(number(size, place) for size in written)
        if called(value) == "reshape":  # what goes in may have more where one is left
            names, numbers = _but_ones(names), _but_ones(numbers)
        return Move((), lambda: names, numbers)
    if isinstance(value, cst.Subscript):
        return _indexed(value)
    if isinstance(value, cst.BinaryOperation):
        return _of_two(value)
    if isinstance(value, cst.Call) and _flattens(value.func, place):
        taken = dotted(value.args[0].value) if len(value.args) == 1 else None
        return Move((taken,), _flat) if taken is not None else None
    found = _call(value, outline)
    taken = dotted(found[1][0]) if found is not None else None
    if found is None or taken is None:
        return None
    name, given, named = found
    return _of_call(name, taken, given[1:], named)


def _flattens(layer: cst.BaseExpression, place: Place | None) -> bool:
    """Whether a layer is a Flatten: made where it is called, or given a name once."""
    if not isinstance(layer, cst.Call):
        found = definition(dotted(layer) or "", place)
        layer = found[0] if found is not None else layer
    return isinstance(layer, cst.Call) and called(layer) == "Flatten" and not layer.args


def _flat(sizes: Sizes) -> Sizes | None:
    whole = 1
    for size in sizes[1:]:
        if type(size) is not int:
            return None
        whole *= size
    return (sizes[0], whole) if len(sizes) > 1 else None


def new_axes(value: cst.BaseExpression, outline: Outline) -> tuple[int, ...]:
    """Which axes of what a line gives are of size 1, whatever it takes."""
    found = _call(value, outline)
    if found is None:
        return ()
    name, given, named = found
    axis = _numbers(named.get("axis", given[1] if len(given) > 1 else None))
    kept = named.get("keepdims", named.get("keep_dims"))
    if name == "expand_dims" or (name in _REDUCES and kept is not None and code(kept) == "True"):
        return axis or ()
    return ()


_Given = tuple[str, list[cst.BaseExpression], dict[str, cst.BaseExpression]]


def _call(value: cst.BaseExpression, outline: Outline) -> _Given | None:
    """The name of a call, what it is given, first what it works on, and what by name."""
    if not isinstance(value, cst.Call) or any(arg.star for arg in value.args):
        return None
    func = value.func
    if not isinstance(func, (cst.Attribute, cst.Name)):
        return None
    name = func.attr.value if isinstance(func, cst.Attribute) else func.value
    given = [arg.value for arg in value.args if arg.keyword is None]
    named = {arg.keyword.value: arg.value for arg in value.args if arg.keyword is not None}
    if isinstance(func, cst.Attribute) and not _MODULES.match(outline.full_name(func) or ""):
        given.insert(0, func.value)  # a method: `x.transpose(0, 2, 1)`
    if not given:
        given = [named.pop(key) for key in ("x", "input", "a", "inputs") if key in named][:1]
    return (name, given, named) if given else None


def _of_call(
    name: str, taken: str, given: list[cst.BaseExpression], named: dict[str, cst.BaseExpression]
) -> Move | None:
    axis = named.get("axis", given[0] if given else None)
    if name == "expand_dims":
        at = _numbers(axis)
        return Move((taken,), _with_one(at[0])) if at is not None and len(at) == 1 else None
    if name == "squeeze":
        at = _numbers(axis)
        return Move((taken,), _without(at)) if at is not None else None
    if name in _REDUCES:
        at = _numbers(axis)
        kept = {"keepdims", "keep_dims"} & named.keys() or len(given) > 1
        return Move((taken,), _without(at)) if at is not None and not kept else None
    if name in _TRANSPOSES:
        order = named.get("perm", named.get("axes", named.get("pattern")))
        numbers = _numbers(order) if order is not None else _numbers(*given)
        return Move((taken,), _in_order(numbers)) if numbers is not None else None
    if name == "matmul" and given and (other := dotted(given[0])) is not None:
        if named.keys() <= {"transpose_b", "name"} and len(given) == 1:
            turned = code(named["transpose_b"]) if "transpose_b" in named else "False"
            if turned in ("True", "False"):
                return Move((taken, other), _product(turned=turned == "True"))
        return None
    return Move((taken,), lambda sizes: sizes) if name in _KEEPS else None


def _written(value: cst.BaseExpression) -> list[cst.BaseExpression] | None:
    """The sizes that an array is made with, as they stand there: `np.zeros((n, 64, 64, 3))`."""
    if isinstance(value, cst.Tuple):
        parts: list[cst.BaseExpression] | None = [element.value for element in value.elements]
    elif isinstance(value, cst.Call) and isinstance(value.func, cst.Attribute):
        parts = _made(value, value.func)
    else:
        return None
    if parts is None or len(parts) < _LEAST or not all(map(_is_size, parts)):
        return None
    return parts


def _but_ones(sizes: Sizes) -> Sizes:
    return tuple(None if size == 1 else size for size in sizes)


def _made(call: cst.Call, func: cst.Attribute) -> list[cst.BaseExpression] | None:
    name = func.attr.value
    given = [arg.value for arg in call.args if arg.keyword is None and not arg.star]
    named = {arg.keyword.value: arg.value for arg in call.args if arg.keyword is not None}
    if any(arg.star for arg in call.args):
        return None
    if name in _EACH:
        return given
    if name not in _MAKES:
        return None
    at, keyword = _MAKES[name]
    shape = named.get(keyword, named.get("size", named.get("newshape")))
    if shape is None and name == "reshape" and not _MODULES.match(dotted(func.value) or ""):
        if len(given) > 1:
            return given  # a method: `x.reshape(-1, 28, 28, 1)`
        at = 0
    if shape is None and name in ("normal", "uniform") and len(given) > 1:
        return None  # of numpy, where the mean comes first
    shape = given[at] if shape is None and len(given) > at else shape
    if not isinstance(shape, (cst.Tuple, cst.List)):
        return None
    return [element.value for element in shape.elements]


def _is_size(node: cst.BaseExpression) -> bool:
    if isinstance(node, cst.UnaryOperation):
        return code(node) == "-1"
    sizes = (cst.Integer, cst.Name, cst.Attribute, cst.BinaryOperation, cst.Subscript)
    return isinstance(node, sizes)


def _size(node: cst.BaseExpression) -> Size:
    """A size as it is written, in the one way in which names are compared."""
    if isinstance(node, cst.Integer):
        return node.evaluated_value
    if isinstance(node, (cst.UnaryOperation, cst.Subscript)):
        return None
    name = dotted(node)
    return plain_name(name.rpartition(".")[2] if name is not None else code(node))


_OF_BATCH = frozenset("b bs batch batch_size batchsize bsz".split())


def plain_name(name: str) -> str:
    """A name of a size in one way of writing: `hidden size` and `Hidden_Size`, `H // 2`, `B`."""
    small = name.lower()
    if not small.replace(" ", "").replace("_", "").isalnum():
        return small.replace(" ", "")
    small = small.strip().replace(" ", "_")
    return "batch" if small in _OF_BATCH else small


def _numbers(*nodes: cst.BaseExpression | None) -> tuple[int, ...] | None:
    """The numbers that axes are written with, one or several; None if they are others."""
    if len(nodes) == 1 and isinstance(nodes[0], (cst.Tuple, cst.List)):
        nodes = tuple(element.value for element in nodes[0].elements)
    found = []
    for node in nodes:
        negative = isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Minus)
        number = node.expression if isinstance(node, cst.UnaryOperation) and negative else node
        if not isinstance(number, cst.Integer):
            return None
        found.append(-number.evaluated_value if negative else number.evaluated_value)
    return tuple(found) or None


def _with_one(axis: int) -> Callable[[Sizes], Sizes | None]:
    def gives(sizes: Sizes) -> Sizes | None:
        at = axis if axis >= 0 else len(sizes) + 1 + axis
        return (*sizes[:at], 1, *sizes[at:]) if 0 <= at <= len(sizes) else None

    return gives


def _without(axes: Sequence[int]) -> Callable[[Sizes], Sizes | None]:
    def gives(sizes: Sizes) -> Sizes | None:
        gone = {axis % len(sizes) for axis in axes if -len(sizes) <= axis < len(sizes)}
        if len(gone) != len(axes):
            return None
        return tuple(size for at, size in enumerate(sizes) if at not in gone)

    return gives


def _in_order(order: Sequence[int]) -> Callable[[Sizes], Sizes | None]:
    def gives(sizes: Sizes) -> Sizes | None:
        return tuple(sizes[at] for at in order) if sorted(order) == [*range(len(sizes))] else None

    return gives


def _product(*, turned: bool) -> Callable[[Sizes, Sizes], Sizes | None]:
    def gives(one: Sizes, other: Sizes) -> Sizes | None:
        if len(one) != len(other) or len(one) < 2 or one[:-2] != other[:-2]:
            return None
        return (*one[:-1], other[-2] if turned else other[-1])

    return gives


def _indexed(node: cst.Subscript) -> Move | None:
    """`x[:, tf.newaxis]`, `x[None, ...]`: axes of size 1 among those that stay."""
    taken = dotted(node.value)
    if taken is None:
        return None
    parts: list[str] = []
    for element in node.slice:
        written = code(element.slice)
        new = written == "None" or written.endswith("newaxis")
        parts.append("new" if new else written.strip())
    if "new" not in parts or any(part not in ("new", ":", "...") for part in parts):
        return None
    if parts.count("...") > 1:
        return None

    def gives(sizes: Sizes) -> Sizes | None:
        whole = parts if "..." in parts else [*parts, "..."]
        rest = len(sizes) - whole.count(":")
        if rest < 0:
            return None
        left = list(sizes)
        made: list[Size] = []
        for part in whole:
            count = rest if part == "..." else 1
            made += [1] if part == "new" else left[:count]
            left = left if part == "new" else left[count:]
        return tuple(made)

    return Move((taken,), gives)


def _of_two(node: cst.BinaryOperation) -> Move | None:
    """`weights * values`, `x / 255`: element by element, an axis of size 1 as often as it takes."""
    if not isinstance(node.operator, (cst.Add, cst.Subtract, cst.Multiply, cst.Divide)):
        return None
    one, other = dotted(node.left), dotted(node.right)
    if one is not None and isinstance(node.right, (cst.Integer, cst.Float)):
        return Move((one,), lambda sizes: sizes)
    if one is None or other is None:
        return None
    return Move((one, other), _stretched)


def _stretched(one: Sizes, other: Sizes) -> Sizes | None:
    if len(one) != len(other):
        return None
    return tuple(b if a == 1 else a for a, b in zip(one, other, strict=True))
