"""Functions of the project that take a size: which of its sides they want first.

A function says so by the names of its parameters (`def crop(image, height, width)`), a class by
those of its `__init__`; one of the file also by what it hands a parameter to:
`cv2.resize(image, size)`, `cv2.resize(image, (size[1], size[0]))`, `Input(shape=size)`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import libcst as cst

from flake8_concat import late
from flake8_concat.rules import describe
from flake8_concat.rules.names import Outline, Place, dotted, elements, label, number
from flake8_concat.rules.side_words import pair_sides
from flake8_concat.rules.size_arguments import LAYER_INPUT, WANTS, Want, want_of
from flake8_concat.rules.words import words_of
from flake8_concat.rules.written_past import called
from flake8_concat.trace.facts import Facts
from flake8_concat.trace.source import code_children
from flake8_concat.trace.values import Class, Function, Module

# A function that exchanges the sides, or is handed them exchanged.
_EITHER_WAY = frozenset(
    "rotate rotated rotation rot turn turned transpose transposed swap swapped flip portrait "
    "landscape orientation orient orientated oriented".split()
)


# What is given is turned on its side, or its axes are exchanged: the sides go along with it.
_TURNED = late.compiled(
    r"\b(?:permute_dimensions|transpose|swapaxes|moveaxis|Permute|rot90|rotate)\(|\.T\b"
)


class Helpers:
    """What the functions of a project want, by the name that calls them: `crop`, `self.crop`."""

    def __init__(self, outline: Outline, facts: Facts) -> None:
        self.wants: dict[str, list[Want]] = {}
        self._brought = facts.module_scope
        twice: set[str] = set()
        handed = _handed(outline)
        for place in outline.places.values():
            name = _called(place)
            if name is None:
                continue
            if name in self.wants:
                twice.add(name)  # one of two: nobody knows which
            self.wants[name] = _wants(place, handed.get(id(place.node), {}))
        scopes = {id(scope): scope for _, scope in outline.assigns}  # each once
        for name in twice.union(*(scope.definitions for scope in scopes.values())):
            self.wants[name] = []

    @classmethod
    def of(cls, outline: Outline, facts: Facts) -> Helpers:
        """Those of a file, found once."""
        found: Helpers | None = outline.source.views.get(cls)
        if found is None:
            found = outline.source.views[cls] = cls(outline, facts)
        return found

    def wants_of(self, call: cst.Call, scope: Place) -> list[Want]:
        """What a call of a function of the project wants, [] for all other calls.

        And where it is given what is turned on its side.
        """
        name = dotted(call.func)
        if name is None or _is_bound(name.partition(".")[0], scope):
            return []
        if name not in self.wants:
            self.wants[name] = self._of_brought(name)
        wants = self.wants[name]
        if wants and any(_TURNED.search(describe.code(arg.value)) for arg in call.args):
            return []
        return wants

    def _of_brought(self, name: str) -> list[Want]:
        """What a class wants, or a function of another file, by the names of its parameters."""
        first, *rest = name.split(".")
        value = self._brought.get(first)
        for part in rest:
            value = value.scope.get(part) if isinstance(value, Module) else None
        if isinstance(value, Class):
            makers = (base.attributes.get("__init__") for base in value.own)
            value = next((one for one in makers if one is not None), None)
        if not isinstance(value, Function) or not isinstance(value.code.node, cst.FunctionDef):
            return []
        node = value.code.node
        if node.decorators or not _EITHER_WAY.isdisjoint(words_of(name)):
            return []
        return _pairs(_parameters(node))


def beside_straight_ones(facts: Facts, outline: Outline) -> Iterator[tuple[cst.Call, Place, Want]]:
    """The calls with two sides each given as the other, by the parameters' own names.

    Beside one that has them straight: the file turns its images for a reason, which is none for
    one call out of several.
    """
    helpers, straight, odd = Helpers.of(outline, facts), set(), []
    for call, scope in outline.calls:
        for want in helpers.wants_of(call, scope):
            said = _exchanged(call, want) if want.pairs else None
            if said is False:
                straight.add(dotted(call.func))
            elif said:
                odd.append((call, scope, want))
    yield from (one for one in odd if dotted(one[0].func) in straight)


def _exchanged(call: cst.Call, want: Want) -> bool | None:
    """Whether two arguments have each the name of the other one's parameter; False for their own.

    None where they have other names.
    """
    ((first, former, latter),) = want.pairs
    given = {
        arg.keyword.value if arg.keyword else position: label(arg.value)
        for position, arg in enumerate(call.args)
    }
    names = [given.get(first, given.get(former)), given.get(first + 1, given.get(latter))]
    if any(arg.star for arg in call.args) or sorted([former, latter]) != sorted(map(str, names)):
        return None
    return names == [latter, former]


def _is_bound(name: str, scope: Place) -> bool:
    """Whether a function has a name of its own that stands for something else."""
    place: Place | None = scope
    while place is not None and place.outer is not None:
        if name != "self" and (name in place.parameters or name in place.definitions):
            return True
        place = place.outer
    return False


def _called(place: Place) -> str | None:
    """By which name a function is called, None where that is not certain."""
    node, outer = place.node, place.outer
    if not isinstance(node, cst.FunctionDef) or outer is None:
        return None
    name = node.name.value
    if node.decorators or not _EITHER_WAY.isdisjoint(words_of(name)):
        return None
    if isinstance(outer.node, cst.Module):
        return name
    return f"self.{name}" if isinstance(outer.node, cst.ClassDef) and _self_first(node) else None


def _self_first(node: cst.FunctionDef) -> bool:
    return bool(node.params.params) and node.params.params[0].name.value == "self"


def _parameters(node: cst.FunctionDef) -> list[str]:
    """The names of the arguments by position, without `self`."""
    names = [param.name.value for param in (*node.params.posonly_params, *node.params.params)]
    return names[1:] if names[:1] == ["self"] else names


def _wants(place: Place, handed: dict[str, list[Want]]) -> list[Want]:
    assert isinstance(place.node, cst.FunctionDef)
    names = _parameters(place.node)
    found = _pairs(names)
    for name, wants in handed.items():
        # All that the function does with it is to hand it on, always in one order.
        if name in names and len({want.order for want in wants}) == 1:
            whole = all(want.whole for want in wants)
            # what is given as `input_shape=` is judged by that
            keywords = () if whole and name in LAYER_INPUT.keywords else (name,)
            found.append(Want(names.index(name), keywords, order=wants[0].order, whole=whole))
    return found


def _pairs(names: list[str]) -> list[Want]:
    """The two sides that follow each other as parameters."""
    found = []
    for at, (one, other) in enumerate(pairwise(names)):
        order = pair_sides(one, other)
        if order is not None:
            found.append(Want(pairs=((at, one, other),), order=order))
    return found


_Handed = dict[int, dict[str, list[Want]]]
_ROUNDS = 2  # a function that hands it to one that hands it on


def _handed(outline: Outline) -> _Handed:
    """By function: the parameters that are given as they are to a call that wants a size of two.

    Or both parts of one. Or to an Input: what else is done with such a one, it is the shape of an
    image. Also where a function inside of it gives it there, or another one of the file.
    """
    handed: _Handed = {}
    aside: Counter[tuple[int, str]] = Counter()
    direct: list[tuple[cst.Call, Place, Want]] = []
    others: list[tuple[cst.Call, Place]] = []  # of functions by a name
    for call, scope in outline.calls:
        if scope.outer is None:
            continue
        want = want_of(call, scope, outline)
        if want is None and isinstance(call.func, cst.Name) and call.args:
            others.append((call, scope))
        elif want is not None and not want.pairs and (not want.whole or want is WANTS["Input"]):
            direct.append((call, scope, want))
        if called(call) == "Lambda":
            aside.update(_shapes_of_results(call, scope))
    for _ in range(_ROUNDS):
        found: _Handed = {}
        for call, scope, want in direct:
            _hand(call, scope, want, found)
        helpers = _by_name(outline, handed) if handed else {}
        for call, scope in others if helpers else ():
            for want in _wants_within(call, scope, helpers):
                _hand(call, scope, want, found)
        new = {
            key: {
                name: wants
                for name, wants in one.items()
                if all(want.whole for want in wants)
                or _times(outline.places[key], name) == len(wants) + aside[key, name]
            }
            for key, one in found.items()
        }
        if new == handed or not any(new.values()):
            return new
        handed = new
    return handed


def _hand(call: cst.Call, scope: Place, want: Want, found: _Handed) -> None:
    """Notes which parameters a call is given where it wants a size."""
    for position, arg in enumerate(call.args):
        keyword = arg.keyword.value if arg.keyword is not None else None
        here = keyword in want.keywords or (keyword is None and position == want.position)
        name, order = _both_parts(arg.value, scope) if here else (None, 1)
        owner = _owner(name, scope) if name is not None else None
        if name is not None and owner is not None:
            one = want if order == 1 else replace(want, order=(want.order[1], want.order[0]))
            wants = found.setdefault(id(owner.node), {}).setdefault(name, [])
            wants += [one] if isinstance(arg.value, cst.Name) else [one, one]  # as often


def _by_name(outline: Outline, handed: _Handed) -> dict[str, list[tuple[Place, list[Want]]]]:
    """What the functions of a file want that hand a parameter on, by their names."""
    found: dict[str, list[tuple[Place, list[Want]]]] = {}
    for place in outline.places.values():
        if not isinstance(place.node, cst.FunctionDef):
            continue
        names = _parameters(place.node)
        wants = [
            replace(want, position=names.index(name), keywords=(name,))
            for name, wants in handed.get(id(place.node), {}).items()
            if name in names and len({want.order for want in wants}) == 1
            for want in wants[:1]
            if not want.whole
        ]
        if not place.node.decorators:
            found.setdefault(place.node.name.value, []).append((place, wants))
    return found


def _wants_within(
    call: cst.Call, scope: Place, helpers: dict[str, list[tuple[Place, list[Want]]]]
) -> list[Want]:
    """What a call of a function of the file wants that hands a size on, by its name there."""
    known = helpers.get(call.func.value, []) if isinstance(call.func, cst.Name) else []
    if len(known) != 1 or not known[0][1]:
        return []
    place: Place | None = scope
    while place is not None and place is not known[0][0].outer:
        place = place.outer
    inside = place is not None and not isinstance(place.node, cst.ClassDef)
    return known[0][1] if inside else []


def _owner(name: str, scope: Place) -> Place | None:
    """The function that a name is a parameter of, also for what stands inside of it."""
    place: Place | None = scope
    while place is not None and not isinstance(place.node, cst.ClassDef):
        if name in place.definitions:
            return None
        if name in place.parameters:
            return place if isinstance(place.node, cst.FunctionDef) else None
        place = place.outer
    return None


def _shapes_of_results(call: cst.Call, scope: Place) -> Iterator[tuple[int, str]]:
    """The parameters that a Lambda is given as its `output_shape`, which is of no use today."""
    for arg in call.args:
        if arg.keyword is not None and arg.keyword.value == "output_shape":
            name = dotted(arg.value) or ""
            owner = _owner(name, scope)
            if owner is not None:
                yield id(owner.node), name


def _both_parts(node: cst.BaseExpression, scope: Place) -> tuple[str | None, int]:
    """The name that is given as a size, or both its parts; 1, or -1 where those are exchanged."""
    if isinstance(node, cst.Name):
        return node.value, 1
    parts = elements(node, scope) if isinstance(node, (cst.Tuple, cst.List)) else None
    found = [_part(part) for part, _ in parts[0]] if parts is not None else []
    if len(found) != 2 or None in found:
        return None, 1
    (one, first), (other, second) = found  # type: ignore[misc]
    if one != other or {first, second} != {0, 1}:
        return None, 1
    return one, 1 if first == 0 else -1


def _part(node: cst.BaseExpression) -> tuple[str, int] | None:
    """`size[1]` as ("size", 1)."""
    if not isinstance(node, cst.Subscript) or len(node.slice) != 1:
        return None
    index = node.slice[0].slice
    at = number(index.value, None) if isinstance(index, cst.Index) else None
    name = node.value.value if isinstance(node.value, cst.Name) else None
    return (name, at) if name is not None and at is not None else None


def _times(place: Place, name: str) -> int:
    """How often a function's body has a name, but for what has a parameter that is called so."""
    assert isinstance(place.node, cst.FunctionDef)
    count = 0
    todo: list[cst.CSTNode] = [place.node.body]
    while todo:
        node = todo.pop()
        count += isinstance(node, cst.Name) and node.value == name
        if isinstance(node, (cst.FunctionDef, cst.Lambda)):
            params = (*node.params.posonly_params, *node.params.params, *node.params.kwonly_params)
            if any(param.name.value == name for param in params):
                continue
        # the keyword of `resize(size=size)` is no other use of it, nor an attribute of that name
        inner = isinstance(node, (cst.Arg, cst.Attribute))
        todo += [node.value] if inner else code_children(node)  # type: ignore[attr-defined]
    return count
