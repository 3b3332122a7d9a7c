"""Tests around a statement that say what it is meant for."""

from __future__ import annotations

import re

import libcst as cst

from flake8_concat import late
from flake8_concat.trace.facts import Site
from flake8_concat.trace.source import Source, code_children

_FORMAT = late.compiled(r"channels_(?:first|last)|data_format|dim_ordering|\bN(?:CHW|HWC)\b")
_BLOCKS = (cst.BaseCompoundStatement, cst.BaseSuite, cst.Else, cst.ExceptHandler, cst.Finally)


def for_a_format(source: Source, node: cst.CSTNode) -> bool:
    """Whether a node stands in a branch of an `if` that asks for the data format.

    What is written there holds for the one or the other, whichever the trace has met.
    """
    if not _FORMAT.search(source.words):
        return False
    line = source.range_of(node).line
    return line in source.view(_Branches).lines


class _Branches:
    """The lines of the branches of a file that ask for the data format."""

    def __init__(self, source: Source) -> None:
        self.lines: set[int] = set()
        todo: list[cst.CSTNode] = [source.module]
        while todo:
            part = todo.pop()
            if isinstance(part, cst.If) and _FORMAT.search(source.module.code_for_node(part.test)):
                around = source.range_of(part)
                self.lines.update(range(around.line, around.end_line + 1))
            todo += [child for child in code_children(part) if isinstance(child, _BLOCKS)]


# `bn_axis = 1 if K.image_data_format() == "channels_first" else 3`, and the same as a block; or
# -1, and behind it 1 if the channels come first.
# Nothing repeats without end that could end in two places: a line may be as long as a file.
_CHOSEN = late.compiled(
    r"^[ \t]*(?P<name>\w{0,30}axis\w{0,30})\s*=\s*(?:"
    r"1\s+if\s[^\n]{0,200}(?:channels_first|['\"]th['\"])[^\n]{0,200}\selse\s+(?:-1|3)\b"
    r"|(?:-1|3)\s+if\s[^\n]{0,200}(?:channels_last|['\"]tf['\"])[^\n]{0,200}\selse\s+1\b)"
    r"|^[ \t]*if\s[^\n]{0,200}(?:format|ordering)[^\n]{0,200}:\s+"
    r"(?P<by>\w{0,30}axis\w{0,30})\s*=\s*(?:1\s+else:\s+(?P=by)\s*=\s*(?:-1|3)\b"
    r"|(?:-1|3)\s+else:\s+(?:(?P=by)\s*=\s*1\b|raise\b))"
    r"|^[ \t]*(?P<before>\w{0,30}(?:axis|[dD]im)\w{0,30})\s*=\s*(?:-1|3)\b[^\n]*\n"
    r"(?:[^\n]*\n){0,4}?[ \t]*if\s[^\n]{0,200}channels_first[^\n]{0,50}:[^\n]*\n(?:[^\n]*\n){0,3}?"
    r"[ \t]+(?P=before)\s*=\s*1\b",
    re.MULTILINE,
)


def axis_for_formats(site: Site) -> str | None:
    """The name that a function gives the axis of the channels, by the data format that is set.

    Who writes 1 for it in one place of that function has channels last there, and forgot it.
    """
    source, function = site.source, site.function
    if function is None or not _FORMAT.search(source.words):
        return None
    around = source.range_of(function)
    lines = source.view(_Chosen).lines
    names = {name for line, name in lines.items() if around.line <= line <= around.end_line}
    return names.pop() if len(names) == 1 else None


class _Chosen:
    """The names of an axis that is chosen by the data format, by the lines where it is."""

    def __init__(self, source: Source) -> None:
        text = source.text
        self.lines = {
            text.count("\n", 0, match.end()) + 1: match["name"] or match["by"] or match["before"]
            for match in _CHOSEN.finditer(text)
        }
