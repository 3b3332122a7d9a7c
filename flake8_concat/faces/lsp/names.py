"""Where the names of a file stand: each `Name` node with its place.

Names are found in the text and in the tree; both have them in the same order, so that no position
has to be computed, which LibCST does at twenty times the cost of its parse.
"""

from __future__ import annotations

import keyword
import re
from functools import cached_property

import libcst as cst

from flake8_concat import syntax
from flake8_concat.diagnostics import Range
from flake8_concat.trace.source import Source, code_children

_LEXEMES = re.compile(
    rf"(?:[rRbBuUfF]{{1,2}})?(?:{syntax.STRING})"
    r"|\#[^\n\r]*|\d[\w.]*|(?P<name>[^\W\d]\w*)",
    re.DOTALL | re.VERBOSE,
)
_KEYWORDS = frozenset(keyword.kwlist) - {"None", "True", "False"}


class Names:
    """The names of a file. `Names.of(source)` keeps them."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @classmethod
    def of(cls, source: Source) -> Names:
        """The names of a file, found once."""
        return source.view(cls)

    @cached_property
    def places(self) -> dict[cst.Name, Range]:
        """The place of each name in the code, f-strings left out."""
        here = _in_tree(self.source.module)
        there = _in_text(self.source.lines)
        if len(here) == len(there) and all(
            node.value == text for node, (text, _) in zip(here, there, strict=True)
        ):
            return {node: place for node, (_, place) in zip(here, there, strict=True)}
        return {node: self.source.range_of(node) for node in here}

    @cached_property
    def _by_line(self) -> dict[int, list[tuple[Range, cst.Name]]]:
        found: dict[int, list[tuple[Range, cst.Name]]] = {}
        for node, place in self.places.items():
            found.setdefault(place.line, []).append((place, node))
        return found

    def at(self, line: int, col: int) -> tuple[cst.Name, Range] | None:
        """The name at a place, or right before it."""
        best = None
        for place, node in self._by_line.get(line, ()):
            if place.col <= col < place.end_col:
                return node, place
            if col == place.end_col:
                best = node, place
        return best

    def place_of(self, node: cst.CSTNode) -> Range:
        """The place of a name or of an attribute of a name (`self.x`: that of `x`)."""
        name = node.attr if isinstance(node, cst.Attribute) else node
        found = self.places.get(name) if isinstance(name, cst.Name) else None
        return found if found is not None else self.source.range_of(node)


def _in_text(lines: list[str]) -> list[tuple[str, Range]]:
    text = "\n".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    found, number = [], 0
    for match in _LEXEMES.finditer(text):
        word = match["name"]
        if word is None or word in _KEYWORDS:
            continue
        start = match.start()
        while starts[number + 1] <= start:
            number += 1
        col = start - starts[number] + 1
        found.append((word, Range(number + 1, col, number + 1, col + len(word))))
    return found


def _in_tree(module: cst.Module) -> list[cst.Name]:
    found: list[cst.Name] = []
    todo: list[cst.CSTNode] = [module]
    while todo:
        node = todo.pop()
        if isinstance(node, cst.Name):
            found.append(node)
        elif not isinstance(node, cst.FormattedString):
            todo.extend(reversed(code_children(node)))
    return found
