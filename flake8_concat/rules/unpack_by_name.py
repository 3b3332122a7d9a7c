"""Sizes that are read by axes with names: `w, h = x.shape[row_axis], x.shape[col_axis]`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.rules.shape_reads import whole_read
from flake8_concat.rules.side_words import side_of
from flake8_concat.rules.size_sides import sides
from flake8_concat.rules.size_words import order_by_name
from flake8_concat.trace.facts import Facts

_LONGEST = 200  # characters of what is computed


def by_named_axes(
    facts: Facts, target: cst.Tuple | cst.List, value: cst.BaseExpression
) -> Iterator[Finding]:
    """Two names that are each given the size of the axis that the other one says.

    Or of the side, as the name of both has it: `w, h = TARGET_HW`.
    """
    if len(target.elements) != 2:
        return
    if isinstance(value, (cst.Tuple, cst.List)):
        axes = [_side(element.value) for element in value.elements]
    else:
        axes = list(order_by_name(value) or ())
    one, other = (element.value for element in target.elements)
    said = sides(one, None, other, None) if len(axes) == 2 else None
    if said is None or axes != [said[1], said[0]]:
        return
    text = describe.short_code
    yield Finding(
        Place(facts.source, target),
        f"{text(one)}, {text(other)} = {text(value)}: that is ({', '.join(axes)})",
        fixes=(_swap(facts, one, other),),
    )


def _swap(facts: Facts, one: cst.CSTNode, other: cst.CSTNode) -> Fix:
    text, place, module = describe.short_code, facts.source.range_of, facts.source.module
    edits = (
        Edit(place(one), describe.text_of(other, module)),
        Edit(place(other), describe.text_of(one, module)),
    )
    return Fix(f"Swap {text(one)} and {text(other)}", edits)


_AXIS_READ = late.compiled(
    r"shape\[(?:[\w.]*\.)?\w*(?i:row|col|width|height|[hw])[a-zA-Z]*_?(?i:axis|dim)\w*\]"
)


def apart_by_named_axes(facts: Facts) -> Iterator[Finding]:
    """`stride_width = a[ROW_AXIS] // b[ROW_AXIS]`, and below it the height by `COL_AXIS`.

    The same is done for both, so that nothing but the names can be exchanged.
    """
    if not _AXIS_READ.search(facts.source.text):
        return
    for (one, place), (other, others) in pairwise(Outline.of(facts.source).assigns):
        if place is not others or len(one.targets) != 1 or len(other.targets) != 1:
            continue
        said = sides(one.targets[0].target, None, other.targets[0].target, None)
        written, second = (describe.code(assign.value) for assign in (one, other))
        if said is None or len(written) > _LONGEST or len(second) > _LONGEST:
            continue
        read = [{_word_side(name) for name in _AXIS_READ.findall(w)} for w in (written, second)]
        plain = _AXIS_READ.sub("", written) == _AXIS_READ.sub("", second)
        if plain and read == [{said[1]}, {said[0]}]:
            names = [describe.short_code(assign.targets[0].target) for assign in (one, other)]
            yield Finding(
                Place(facts.source, one.targets[0].target),
                f"{names[0]} is computed from the {said[1]}, and {names[1]} from the {said[0]}, "
                "as the names of the axes have it",
            )


def _word_side(read: str) -> str | None:
    """The side that `shape[ROW_AXIS]` is."""
    return side_of(read.rpartition("[")[2].rpartition(".")[2].rstrip("]"))


def _side(node: cst.BaseExpression) -> str:
    """The side that the axis of a read size says: `x.shape[row_axis]` -> height; "" if none."""
    if not isinstance(node, cst.Subscript) or len(node.slice) != 1:
        return ""
    index = node.slice[0].slice
    if not isinstance(index, cst.Index) or whole_read(node.value) is None:
        return ""
    name = (dotted(index.value) or "").rpartition(".")[2]
    return (side_of(name) or "") if "ax" in name.lower() or "dim" in name.lower() else ""
