"""Where the lines of a docstring stand in the file."""

from __future__ import annotations

import libcst as cst

from flake8_concat.diagnostics import Range
from flake8_concat.trace.source import Source


def docstring_range(
    source: Source, owner: cst.FunctionDef | cst.ClassDef, line: str, start: int, end: int
) -> Range | None:
    """The place of `line[start:end]` in the file, None where the line stands there twice.

    `line` is one of the docstring, without the blanks around it.
    """
    node = _docstring(owner)
    if node is None:
        return None
    place = source.range_of(node)
    lines = source.lines[place.line - 1 : place.end_line]
    first = node.prefix + node.quote
    found = [
        (place.line + at, text.index(line))
        for at, text in enumerate(lines)
        if text.count(line) == 1 and text.strip().removeprefix(first).strip("\"' ") == line
    ]
    if len(found) != 1:
        return None
    number, col = found[0]
    return Range(number, col + start + 1, number, col + end + 1)


def _docstring(owner: cst.FunctionDef | cst.ClassDef) -> cst.SimpleString | None:
    body = owner.body.body
    first = body[0] if body else None
    if isinstance(first, cst.SimpleStatementLine):
        first = first.body[0]
    if isinstance(first, cst.Expr) and isinstance(first.value, cst.SimpleString):
        return first.value
    return None
