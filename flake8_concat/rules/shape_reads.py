"""Where code reads the parts of a shape, by the text alone: `x.shape[1:3]`, `K.int_shape(x)[1]`."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from flake8_concat.rules.names import Place, definition, dotted

_ATTRIBUTES = {
    "shape": "shape",
    "size": "picture",
    "output_shape": "named",
    "input_shape": "named",
}
_BUILDERS = ("build", "call", "compute_output_shape", "compute_mask")


@dataclass(frozen=True, slots=True)
class ShapeRead:
    """A stretch of a shape, or one size of it.

    owner:  what it is the shape of: `x`, `cv2.imread(path)`; the parameter `input_shape` itself
    node:   the expression that gives the whole shape
    start:  the axis of the first size that is read; negative counts from the end
    stop:   the axis behind the last one, None for all that follow
    kind:   "shape"; "picture" for `image.size`, which may be PIL's (width, height); "given" for
            the `input_shape` that Keras hands to a layer's `build`, batch included; "named" for
            another name that ends in "shape"
    """

    owner: cst.BaseExpression
    node: cst.BaseExpression
    start: int = 0
    stop: int | None = None
    kind: str = "shape"


def whole_read(value: cst.BaseExpression, scope: Place | None = None) -> ShapeRead | None:
    """A read of a whole shape: `x.shape`, `K.int_shape(x)`, `x.get_shape().as_list()`.

    Also by a name that was assigned one, and `input_shape` in a layer's `build`.
    """
    if isinstance(value, cst.Attribute):
        kind = _ATTRIBUTES.get(value.attr.value)
        return ShapeRead(value.value, value, kind=kind) if kind else None
    if isinstance(value, cst.Name):
        return _named(value, scope)
    if not isinstance(value, cst.Call):
        return None
    name = dotted(value.func) or ""
    last = name.rpartition(".")[2]
    if len(value.args) == 1:
        inner = value.args[0].value
        if last == "int_shape" or (last == "shape" and "." in name):
            return ShapeRead(inner, value)
        if isinstance(value.func, cst.Attribute) and last == "get_output_shape_at":
            return ShapeRead(value.func.value, value, kind="named")
        return whole_read(inner, scope) if last in ("tuple", "list", "unstack") else None
    if len(value.args) == 2 and last == "cast":
        return whole_read(value.args[0].value, scope)
    if isinstance(value.func, cst.Attribute) and not value.args:
        if value.func.attr.value == "get_shape":
            return ShapeRead(value.func.value, value.func)
        if _as_list(value):
            return whole_read(value.func.value, scope)
    return None


def _as_list(value: cst.BaseExpression) -> bool:
    """Whether it is a call `….as_list()`."""
    return (
        isinstance(value, cst.Call)
        and isinstance(value.func, cst.Attribute)
        and value.func.attr.value == "as_list"
        and not value.args
    )


def _named(name: cst.Name, scope: Place | None) -> ShapeRead | None:
    given = scope is not None and name.value in scope.parameters and name.value == "input_shape"
    if given and isinstance(scope.node, cst.FunctionDef):  # type: ignore[union-attr]
        method = scope.node.name.value in _BUILDERS  # type: ignore[union-attr]
        return ShapeRead(name, name, kind="given" if method else "named")
    found = definition(name.value, scope)
    read = whole_read(*found) if found and not isinstance(found[0], cst.Name) else None
    if read is None and name.value.lower().endswith("shape"):
        return ShapeRead(name, name, kind="named")
    return read


def shape_read(value: cst.BaseExpression, scope: Place | None = None) -> ShapeRead | None:
    """What `value` reads the shape of, and from where to where: `x.shape[1:3]` -> x, 1, 3."""
    if _as_list(value):
        return shape_read(value.func.value, scope)  # type: ignore[attr-defined]
    if type(value) is cst.IfExp:
        return _of_either_format(value, scope)
    if type(value) is cst.ListComp:
        return shape_read(value.for_in.iter, scope) if _as_numbers(value) else None
    if type(value) is cst.Call and len(value.args) == 2:
        if (dotted(value.func), dotted(value.args[0].value)) == ("map", "int"):
            return shape_read(value.args[1].value, scope)
    if type(value) is cst.Name:
        found = definition(value.value, scope)  # `size = x.shape[:2]`, then `h, w = size`
        if found is not None and type(found[0]) is cst.Subscript:
            value, scope = found
    if not isinstance(value, cst.Subscript) or len(value.slice) != 1:
        return whole_read(value, scope)
    part = value.slice[0].slice
    if not isinstance(part, cst.Slice) or part.step is not None:
        return None
    start, stop = _bound(part.lower), _bound(part.upper)
    if (part.lower is not None and start is None) or (part.upper is not None and stop is None):
        return None
    read = whole_read(value.value, scope)
    if read is None:
        return None
    return ShapeRead(read.owner, read.node, start or 0, stop, read.kind)


def _as_numbers(value: cst.ListComp) -> bool:
    """Whether it is `[int(size) for size in …]`."""
    each, size = value.for_in, value.elt
    if isinstance(size, cst.Call) and len(size.args) == 1 and dotted(size.func) == "int":
        size = size.args[0].value
    plain = each.inner_for_in is None and not each.ifs and isinstance(size, cst.Name)
    return plain and size.deep_equals(each.target)


def _of_either_format(value: cst.IfExp, scope: Place | None) -> ShapeRead | None:
    """The two sides of a picture whose channels are last or first.

    `shape[:2] if K.image_data_format() == "channels_last" else shape[1:]`
    """
    one, other = shape_read(value.body, scope), shape_read(value.orelse, scope)
    if one is None or other is None or not one.node.deep_equals(other.node):
        return None
    ends = sorted((read.start, read.stop or 3) for read in (one, other))
    return ShapeRead(one.owner, one.node, 0, 2) if ends == [(0, 2), (1, 3)] else None


def size_read(value: cst.BaseExpression, scope: Place | None = None) -> ShapeRead | None:
    """The one size that `x.shape[1]` reads; through `int(…)` and `.value`."""
    # `isinstance` is slow to say no of LibCST's classes, and this is asked of every assignment
    while type(value) is cst.Call and dotted(value.func) == "int" and len(value.args) == 1:
        value = value.args[0].value
    if type(value) is cst.Attribute and value.attr.value == "value":
        value = value.value
    if type(value) is not cst.Subscript or len(value.slice) != 1:
        return None
    part = value.slice[0].slice
    index = _bound(part.value) if isinstance(part, cst.Index) else None
    read = whole_read(value.value, scope) if index is not None else None
    if index is None or read is None:
        return None
    return ShapeRead(read.owner, read.node, index, index + 1, read.kind)


def helper_read(value: cst.BaseExpression) -> ShapeRead | None:
    """What `get_shape(x, 1)` most likely reads: a function of that name, given an axis.

    It is the author's own, so that this may speak for the code, and not against it.
    """
    if not isinstance(value, cst.Call) or len(value.args) != 2:
        return None
    name = (dotted(value.func) or "").rpartition(".")[2].lower()
    index = _bound(value.args[1].value)
    if index is None or not ("shape" in name or "dim" in name):
        return None
    return ShapeRead(value.args[0].value, value.args[0].value, index, index + 1)


def _bound(node: cst.BaseExpression | None) -> int | None:
    if isinstance(node, cst.Integer):
        return int(node.value, 0)  # as Python reads it; `evaluated_value` runs its parser for that
    if isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Minus):
        inner = _bound(node.expression)
        return None if inner is None else -inner
    return None
