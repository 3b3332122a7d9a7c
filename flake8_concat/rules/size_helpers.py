"""Functions of the file that take a size: which of its sides they want first.

A function says so by the names of its parameters (`def crop(image, height, width)`), or by what it
hands a parameter to: `cv2.resize(image, size)`, `Input(shape=size)`.
"""

from __future__ import annotations

from itertools import pairwise

import libcst as cst

from flake8_concat.rules.names import Outline, Place, dotted
from flake8_concat.rules.side_words import pair_sides
from flake8_concat.rules.size_arguments import LAYER_INPUT, WANTS, Want, want_of
from flake8_concat.rules.words import words_of
from flake8_concat.trace.source import code_children

# A function that exchanges the sides, or is handed them exchanged.
_EITHER_WAY = frozenset(
    "rotate rotated rotation rot turn turned transpose transposed swap swapped flip portrait "
    "landscape orientation orient orientated oriented".split()
)


class Helpers:
    """What the functions of a file want, by the name that calls them: `crop`, `self.crop`."""

    def __init__(self, outline: Outline) -> None:
        self.wants: dict[str, list[Want]] = {}
        twice: set[str] = set()
        handed = _handed(outline)
        for place in outline.places.values():
            name = _called(place)
            if name is None:
                continue
            if name in self.wants:
                twice.add(name)  # one of two: nobody knows which
            self.wants[name] = _wants(place, handed.get(id(place.node), {}))
        for name in twice | {name for _, scope in outline.assigns for name in scope.definitions}:
            self.wants.pop(name, None)

    @classmethod
    def of(cls, outline: Outline) -> Helpers:
        """Those of a file, found once."""
        found: Helpers | None = outline.source.views.get(cls)
        if found is None:
            found = outline.source.views[cls] = cls(outline)
        return found

    def wants_of(self, call: cst.Call) -> list[Want]:
        """What a call of a function of the file wants, [] for all other calls."""
        return self.wants.get(dotted(call.func) or "", [])


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
    found = []
    for at, (one, other) in enumerate(pairwise(names)):
        order = pair_sides(one, other)
        if order is not None:
            found.append(Want(pairs=((at, one, other),), order=order))
    for name, wants in handed.items():
        # All that the function does with it is to hand it on, always in one order.
        if name in names and len({want.order for want in wants}) == 1:
            whole = all(want.whole for want in wants)
            # what is given as `input_shape=` is judged by that
            keywords = () if whole and name in LAYER_INPUT.keywords else (name,)
            found.append(Want(names.index(name), keywords, order=wants[0].order, whole=whole))
    return found


def _handed(outline: Outline) -> dict[int, dict[str, list[Want]]]:
    """By function: the parameters that are given as they are to a call that wants a size of two.

    Or to an Input: what else is done with such a one, it is the shape of an image.
    """
    found: dict[int, dict[str, list[Want]]] = {}
    for call, scope in outline.calls:
        if not scope.parameters or not isinstance(scope.node, cst.FunctionDef):
            continue
        want = want_of(call, scope, outline)
        if want is None or want.pairs or (want.whole and want is not WANTS["Input"]):
            continue
        for position, arg in enumerate(call.args):
            keyword = arg.keyword.value if arg.keyword is not None else None
            here = keyword in want.keywords or (keyword is None and position == want.position)
            if not here or not isinstance(arg.value, cst.Name):
                continue
            name = arg.value.value
            if name in scope.parameters and name not in scope.definitions:
                found.setdefault(id(scope.node), {}).setdefault(name, []).append(want)
    return {
        key: {
            name: wants
            for name, wants in handed.items()
            if all(want.whole for want in wants) or _times(outline.places[key], name) == len(wants)
        }
        for key, handed in found.items()
    }


def _times(place: Place, name: str) -> int:
    """How often a function's body has a name."""
    assert isinstance(place.node, cst.FunctionDef)
    count = 0
    todo: list[cst.CSTNode] = [place.node.body]
    while todo:
        node = todo.pop()
        count += isinstance(node, cst.Name) and node.value == name
        todo += code_children(node)
    return count
