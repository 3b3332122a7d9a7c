"""Tests around a statement that say what it is meant for."""

from __future__ import annotations

import libcst as cst

from flake8_concat import late
from flake8_concat.trace.source import Source

_FORMAT = late.compiled(r"channels_(?:first|last)|data_format|dim_ordering|\bN(?:CHW|HWC)\b")
_BLOCKS = (cst.BaseCompoundStatement, cst.BaseSuite, cst.Else, cst.ExceptHandler, cst.Finally)


def for_a_format(source: Source, node: cst.CSTNode) -> bool:
    """Whether a node stands in a branch of an `if` that asks for the data format.

    What is written there holds for the one or the other, whichever the trace has met.
    """
    if not _FORMAT.search(source.text):
        return False
    line = source.range_of(node).line
    todo: list[cst.CSTNode] = [source.module]
    while todo:
        part = todo.pop()
        if isinstance(part, cst.If):
            around = source.range_of(part)
            if around.line <= line <= around.end_line and _FORMAT.search(
                source.module.code_for_node(part.test)
            ):
                return True
        todo += [child for child in part.children if isinstance(child, _BLOCKS)]
    return False
