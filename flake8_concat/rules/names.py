"""Names traced back to what defines them, by the text alone.

For rules that ask what someone calls a thing: `IMG_SIZE = (WIDTH, HEIGHT)` behind `size=IMG_SIZE`.
A name counts as defined where its function, or else the module, assigns it once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import libcst as cst

from flake8_concat import late
from flake8_concat.trace.source import BRANCHES, Source, code_children

_DEPTH = 8
_COMMENT = late.compiled(r"#[^\n]*")
_WORD = late.compiled(r"\w+")


@dataclass(slots=True, eq=False)
class Place:
    """A function's body (or the module's): its own assignments, and the place around it.

    parameters: the names that a call decides
    unpacked:   names that one of several values is given to: the value unpacked, and which
    """

    node: cst.CSTNode
    outer: Place | None
    parameters: frozenset[str] = frozenset()
    definitions: dict[str, list[cst.BaseExpression | None]] = field(default_factory=dict)
    unpacked: dict[str, tuple[cst.BaseExpression, int]] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Outline:
    """All calls and assignments of a file, each with its place, in one walk.

    calls:     in the order of the text
    assigns:   the targets and the value of each assignment
    imports:   local name -> full name
    places:    by their functions' ids
    """

    source: Source
    calls: list[tuple[cst.Call, Place]] = field(default_factory=list)
    assigns: list[tuple[cst.Assign, Place]] = field(default_factory=list)
    imports: dict[str, str] = field(default_factory=dict)
    stars: list[str] = field(default_factory=list)
    places: dict[int, Place] = field(default_factory=dict)

    @classmethod
    def of(cls, source: Source) -> Outline:
        """The outline of a file, made once."""
        found: Outline | None = source.views.get(cls)
        if found is None:
            found = source.views[cls] = cls(source)
            module = found.places[id(None)] = Place(source.module, None)
            found._walk(source.module, module)
        return found

    def _walk(self, start: cst.CSTNode, place: Place) -> None:
        """Looks at all below a node that is a place, and at the places in it."""
        todo = code_children(start, BRANCHES)[::-1]
        while todo:
            node = todo.pop()
            kind = type(node)
            while kind in _AROUND:  # half of all nodes
                node = node.value  # type: ignore[attr-defined]
                kind = type(node)
            if kind not in BRANCHES:
                continue
            if kind in _NOTED:
                if kind in _PLACES:
                    self._walk(node, self._place(node, place))
                    continue
                self._note(node, place)
            inner = code_children(node, BRANCHES)
            inner.reverse()
            todo += inner

    def _place(self, node: cst.CSTNode, outer: Place) -> Place:
        if isinstance(node, cst.ClassDef):
            return Place(node, outer)
        made = Place(node, outer, frozenset(_parameters(node.params)))  # type: ignore[attr-defined]
        self.places[id(node)] = made
        return made

    def _note(self, node: Any, place: Place) -> None:
        kind = type(node)
        if kind is cst.Call:
            self.calls.append((node, place))
        elif kind is cst.Assign:
            self.assigns.append((node, place))
            for target in node.targets:
                _define(place, target.target, node.value)
        elif kind is cst.AnnAssign:
            _define(place, node.target, node.value)
        elif kind in _BINDINGS:
            _define(place, node.target, None)
        else:
            self._import(node)

    def _import(self, node: cst.CSTNode) -> None:
        if isinstance(node, cst.Import):
            for alias in node.names:
                full = dotted(alias.name) or ""
                if alias.asname is not None:
                    self.imports[dotted(alias.asname.name) or ""] = full
                else:
                    top = full.partition(".")[0]
                    self.imports.setdefault(top, top)
        elif isinstance(node, cst.ImportFrom):
            module = ("." * len(node.relative)) + (dotted(node.module) or "" if node.module else "")
            if isinstance(node.names, cst.ImportStar):
                self.stars.append(module)
                return
            for alias in node.names:
                name = dotted(alias.name) or ""
                local = dotted(alias.asname.name) if alias.asname else name
                self.imports[local or ""] = f"{module}.{name}"

    def place_of(self, function: cst.FunctionDef | None) -> Place | None:
        """The place that a function's body is; the module's for None."""
        return self.places.get(id(function))

    def full_name(self, func: cst.BaseExpression) -> str | None:
        """A callee's dotted name with its imports resolved: `L.Input` -> keras.layers.Input."""
        name = dotted(func)
        if name is None:
            return None
        first, _, rest = name.partition(".")
        found = self.imports.get(first, first)
        return f"{found}.{rest}" if rest else found


_PLACES = frozenset({cst.FunctionDef, cst.Lambda, cst.ClassDef})
_BINDINGS = frozenset({cst.AugAssign, cst.NamedExpr, cst.For, cst.CompFor})
_AROUND = frozenset({cst.Arg, cst.Attribute, cst.Element, cst.Expr, cst.Index})  # one value
_NOTED = _PLACES | _BINDINGS | {cst.Call, cst.Assign, cst.AnnAssign, cst.Import, cst.ImportFrom}


def dotted(node: cst.BaseExpression | None) -> str | None:
    """`a.b.c` as text, None for anything else."""
    parts: list[str] = []
    while type(node) is cst.Attribute:
        parts.append(node.attr.value)
        node = node.value
    if type(node) is not cst.Name:
        return None
    parts.append(node.value)
    return ".".join(reversed(parts))


def _parameters(params: cst.Parameters) -> Iterator[str]:
    for param in (*params.posonly_params, *params.params, *params.kwonly_params):
        yield param.name.value
    for star in (params.star_arg, params.star_kwarg):
        if isinstance(star, cst.Param):
            yield star.name.value


def _define(place: Place, target: cst.BaseExpression, value: cst.BaseExpression | None) -> None:
    if isinstance(target, cst.Name):
        place.definitions.setdefault(target.value, []).append(value)
    elif isinstance(target, cst.Attribute):
        name = dotted(target)
        if name is not None:
            home = place
            while (
                name.startswith("self.") and home.outer and not isinstance(home.node, cst.ClassDef)
            ):
                home = home.outer
            home.definitions.setdefault(name, []).append(value)
    elif isinstance(target, (cst.Tuple, cst.List)):
        values: list[cst.BaseExpression | None] = [None] * len(target.elements)
        if isinstance(value, (cst.Tuple, cst.List)) and len(value.elements) == len(values):
            if not any(
                isinstance(e, cst.StarredElement) for e in (*value.elements, *target.elements)
            ):
                values = [element.value for element in value.elements]
        for at, (element, part) in enumerate(zip(target.elements, values, strict=True)):
            _define(place, element.value, part)
            if part is None and value is not None and isinstance(element.value, cst.Name):
                place.unpacked[element.value.value] = value, at


def definition(name: str, place: Place | None) -> tuple[cst.BaseExpression, Place] | None:
    """The one expression that a name is assigned, and where; None if a call decides, or many."""
    while place is not None:
        if name in place.parameters:
            return None
        found = place.definitions.get(name)
        if found is not None:
            if len(found) != 1 or found[0] is None:
                return None
            return found[0], place
        place = place.outer
    return None


def definitions(name: str, place: Place | None) -> list[tuple[cst.BaseExpression, Place]]:
    """All that a name is assigned where it is assigned first; [] where a call decides."""
    while place is not None and name not in place.parameters:
        if name in place.definitions:
            return [(value, place) for value in place.definitions[name] if value is not None]
        place = place.outer
    return []


def default(name: str, place: Place | None) -> tuple[cst.BaseExpression, Place] | None:
    """What a name is as a parameter that no call gives: its default, read outside the function."""
    while place is not None and name not in place.definitions:
        if name in place.parameters:
            params = place.node.params  # type: ignore[attr-defined]
            for param in (*params.posonly_params, *params.params, *params.kwonly_params):
                if param.name.value == name and param.default is not None and place.outer:
                    return param.default, place.outer
            return None
        place = place.outer
    return None


def unpacked_from(name: str, place: Place | None) -> tuple[cst.BaseExpression, int] | None:
    """The value that a name was unpacked from, and as which part of it."""
    while place is not None and name not in place.parameters:
        if name in place.definitions:
            return place.unpacked.get(name)
        place = place.outer
    return None


def mentions(source: Source, name: str) -> int:
    """How often a name stands in the text of a file, comments left out."""
    code, words = _code(source.text)
    if name.isidentifier():
        return words[name]
    return len(re.findall(rf"\b{re.escape(name)}\b", code))


@lru_cache(maxsize=8)  # each finding of a file asks
def _code(text: str) -> tuple[str, Counter[str]]:
    """A text without its comments, and how often each word stands in it."""
    code = _COMMENT.sub("", text)
    return code, Counter(_WORD.findall(code))


def is_parameter(name: str, place: Place | None) -> bool:
    """Whether a function's call decides a name."""
    while place is not None:
        if name in place.parameters:
            return True
        if name in place.definitions:
            return False
        place = place.outer
    return False


# What these make of a sequence has the same parts in the same order.
_AS_THEY_ARE = frozenset(
    "tuple list np.array np.asarray tf.constant tf.stack tf.convert_to_tensor".split()
)


def elements(
    node: cst.BaseExpression, place: Place | None, depth: int = 0
) -> tuple[list[tuple[cst.BaseExpression, Place | None]], bool] | None:
    """The parts of a tuple or list, through names, `+` and `*`; and whether it is written here.

    A parameter is its default. `(*IMG_SIZE, 3)`, `IMG_SIZE + (3,)` with `IMG_SIZE = (W, H)` -> W,
    H, 3. None if not a sequence whose parts stand somewhere.
    """
    if depth > _DEPTH:
        return None
    if isinstance(node, (cst.Tuple, cst.List)):
        found: list[tuple[cst.BaseExpression, Place | None]] = []
        here = True
        for element in node.elements:
            if isinstance(element, cst.StarredElement):
                inner = elements(element.value, place, depth + 1)
                if inner is None:
                    return None
                found.extend(inner[0])
                here = False
            else:
                part = _part_of(element.value, place, depth)
                here = here and part is None
                found.append(part or (element.value, place))
        return found, here
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add):
        left = elements(node.left, place, depth + 1)
        right = elements(node.right, place, depth + 1)
        if left is None or right is None:
            return None
        return [*left[0], *right[0]], left[1] and right[1]
    if isinstance(node, cst.Call) and dotted(node.func) in _AS_THEY_ARE and len(node.args) == 1:
        return elements(node.args[0].value, place, depth + 1)
    name = dotted(node)
    if name is not None:
        origin = definition(name, place) or default(name, place)
        if origin is not None:
            inner = elements(origin[0], origin[1], depth + 1)
            return (inner[0], False) if inner is not None else None
    return None


def _part_of(
    node: cst.BaseExpression, place: Place | None, depth: int
) -> tuple[cst.BaseExpression, Place | None] | None:
    """What `IMG_SIZE[0]` is where the parts of `IMG_SIZE` are known."""
    if type(node) is not cst.Subscript or len(node.slice) != 1 or dotted(node.value) is None:
        return None
    index = node.slice[0].slice
    if not isinstance(index, cst.Index) or not isinstance(index.value, cst.Integer):
        return None
    whole, at = elements(node.value, place, depth + 1), index.value.evaluated_value
    return whole[0][at] if whole is not None and at < len(whole[0]) else None


def label(node: cst.BaseExpression, place: Place | None = None, depth: int = 0) -> str | None:
    """The name that says what a size is: of `img_width // 4` img_width, of `cfg["width"]` width."""
    if isinstance(node, cst.Name):
        return node.value
    if isinstance(node, cst.Attribute):
        return node.attr.value
    if isinstance(node, cst.Subscript) and len(node.slice) == 1:
        index = node.slice[0].slice
        if isinstance(index, cst.Index) and isinstance(index.value, cst.SimpleString):
            value = index.value.evaluated_value
            return value if isinstance(value, str) else None
        return None
    if depth > _DEPTH:
        return None
    if isinstance(node, cst.BinaryOperation):
        left, right = label(node.left, place, depth + 1), label(node.right, place, depth + 1)
        if isinstance(node.right, (cst.Integer, cst.Float)):
            return left
        if isinstance(node.left, (cst.Integer, cst.Float)):
            return right
        return None
    if isinstance(node, cst.Call) and dotted(node.func) in (
        "int",
        "round",
        "math.ceil",
        "math.floor",
    ):
        return label(node.args[0].value, place, depth + 1) if len(node.args) >= 1 else None
    return None


def number(node: cst.BaseExpression, place: Place | None, depth: int = 0) -> int | None:
    """The number that an expression is, through names; None if not known by the text alone."""
    if isinstance(node, cst.Integer):
        return node.evaluated_value
    if depth > _DEPTH:
        return None
    name = dotted(node)
    if name is None:
        return None
    origin = definition(name, place)
    return number(origin[0], origin[1], depth + 1) if origin else None
