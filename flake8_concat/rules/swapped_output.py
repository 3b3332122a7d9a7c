"""The shapes that layers of the program say they give: `return (batch, width, height, filters)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeGuard

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.side_words import side_of
from flake8_concat.trace.source import code_children

_METHODS = ("compute_output_shape", "get_output_shape_for")
_OF_MAPS = 4
_CHANNELS = late.compiled(r"chan|filter|depth|feat|dim|^(?:c|ch|nc)$", re.IGNORECASE)

Given = tuple[str, cst.Tuple | cst.List, Scope]


def output_shapes(words: str, outline: Outline) -> Iterator[Given]:
    """What is returned as the shape of a batch of maps, or named `output_shape`, with its code."""
    if "output_shape" in words:
        for assign, scope in outline.assigns:
            name = dotted(assign.targets[0].target) or ""
            if name.rpartition(".")[2] == "output_shape" and _is_of_maps(assign.value):
                yield f"{name} = ", assign.value, scope
    if any(name in words for name in _METHODS):
        for scope in outline.places.values():
            if isinstance(scope.node, cst.FunctionDef) and scope.node.name.value in _METHODS:
                for value in _returned(scope.node):
                    if _is_of_maps(value):
                        yield "return ", value, scope


def _is_of_maps(value: cst.BaseExpression | None) -> TypeGuard[cst.Tuple | cst.List]:
    """Whether it is a batch, two sides and channels: four sizes, two of them named as sides.

    A box is none: `(x, y, width, height)`.
    """
    if not isinstance(value, (cst.Tuple, cst.List)) or len(value.elements) != _OF_MAPS:
        return False
    names = [(dotted(element.value) or "").rpartition(".")[2] for element in value.elements]
    sided = [at for at, name in enumerate(names) if side_of(name)]
    return sided == [1, 2] or (sided == [2, 3] and bool(_CHANNELS.search(names[1])))


def _returned(function: cst.FunctionDef) -> Iterator[cst.BaseExpression | None]:
    todo: list[cst.CSTNode] = [function.body]
    while todo:
        node = todo.pop()
        if isinstance(node, cst.Return):
            yield node.value
        elif not isinstance(node, (cst.FunctionDef, cst.ClassDef)):
            todo += code_children(node)
