"""Tests around a statement that say what it is meant for."""

from __future__ import annotations

import libcst as cst

from flake8_concat import late
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
