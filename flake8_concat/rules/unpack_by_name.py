"""Sizes that are read by axes with names: `w, h = x.shape[row_axis], x.shape[col_axis]`."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.names import dotted
from flake8_concat.rules.shape_reads import whole_read
from flake8_concat.rules.side_words import side_of
from flake8_concat.rules.size_sides import sides
from flake8_concat.rules.size_words import order_by_name
from flake8_concat.trace.facts import Facts


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
    place, module = facts.source.range_of, facts.source.module
    edits = (
        Edit(place(one), describe.text_of(other, module)),
        Edit(place(other), describe.text_of(one, module)),
    )
    yield Finding(
        Place(facts.source, target),
        f"{text(one)}, {text(other)} = {text(value)}: that is ({', '.join(axes)})",
        fixes=(Fix(f"Swap {text(one)} and {text(other)}", edits),),
    )


def _side(node: cst.BaseExpression) -> str:
    """The side that the axis of a read size says: `x.shape[row_axis]` -> height; "" if none."""
    if not isinstance(node, cst.Subscript) or len(node.slice) != 1:
        return ""
    index = node.slice[0].slice
    if not isinstance(index, cst.Index) or whole_read(node.value) is None:
        return ""
    name = (dotted(index.value) or "").rpartition(".")[2]
    return (side_of(name) or "") if "ax" in name.lower() or "dim" in name.lower() else ""
