"""Where the lines of a docstring stand in the file, and which of them speak of the result."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Range
from flake8_concat.trace.source import Source

_HEADER = late.compiled(r"(?:returns?|outputs?|:returns?|results?)\b", re.IGNORECASE)
_RULE = late.compiled(r"[-=~]+")
_FIELD = late.compiled(
    r":\w|(?:args|arguments|parameters|raises|inputs?|examples?|notes?|yields)\b", re.IGNORECASE
)
_AHEAD = 4  # lines of a section that are read


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


def about_the_result(docstring: str) -> Iterator[str]:
    """The lines of a docstring that speak of what is returned."""
    lines = [line.strip() for line in docstring.splitlines()]
    for at, line in enumerate(lines):
        if line.startswith("->") or _HEADER.match(line):
            yield line
            for below in lines[at + 1 : at + 1 + _AHEAD]:
                if not below or _FIELD.match(below):
                    break
                if not _RULE.fullmatch(below):
                    yield below
