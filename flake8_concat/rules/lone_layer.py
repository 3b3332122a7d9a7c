"""A shape beside a layer of which nothing is known but the channels that it is told to make.

The layers of a model that is a class are made in `__init__`, and often nothing in the file calls
them. `Dense(128)  # output (None, 2048)` is wrong whatever goes in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import libcst as cst

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Comment, Span
from flake8_concat.rules.names import Outline
from flake8_concat.rules.shape_text import ShapeText
from flake8_concat.trace.source import Source

# layer -> where its channels stand, by what name, and how many sizes it gives (None: any number)
_CHANNELS: dict[str, tuple[int, str, int | None]] = {
    "Dense": (0, "units", None),
    **{
        f"{kind}{n}D{turn}": (0, "filters", n + 2)
        for n in (1, 2, 3)
        for kind in ("Conv", "Convolution", "SeparableConv")
        for turn in ("", "Transpose")
    },
}


_VOUCHED = 2  # comments that say the channels of their layers, beside one that does not


@dataclass(frozen=True, slots=True)
class LoneLayer:
    """A comment beside a layer by itself.

    call:      makes the layer
    channels:  that it gives
    """

    comment: Comment
    said: ShapeText
    call: cst.Call
    channels: int

    @property
    def agrees(self) -> bool:
        """Whether the comment has the channels that the layer gives."""
        return any(dim.value == self.channels for dim in self.said.dims[1:])


def lone_layer(
    source: Source, span: Span | None, comment: Comment, said: ShapeText
) -> LoneLayer | None:
    """The layer whose outermost call ends on the line of a comment that has as many sizes."""
    if span is None or comment.own_line or not said.with_batch or len(said.dims) < 2:
        return None
    for node in _values(source, span, comment.line):
        found = _layer(node, Outline.of(source))
        if found is not None and found[2] in (None, len(said.dims)):
            return LoneLayer(comment, said, found[0], found[1])
    return None


def lone_findings(source: Source, layers: Sequence[LoneLayer]) -> Iterator[Finding]:
    """The comments that say other channels: those of an output, or where others are right."""
    vouched = sum(layer.agrees for layer in layers) >= _VOUCHED
    for layer in layers:
        last = layer.said.dims[-1]
        if layer.agrees or type(last.value) is not int or not (layer.said.result or vouched):
            continue
        comment, said = layer.comment, layer.said
        edit = Edit(comment.range(last.start, last.end), str(layer.channels))
        yield Finding(
            Place(source, range=comment.range(said.start, said.end)),
            f"the comment says {comment.text[said.start : said.end]}, "
            f"{describe.short_code(layer.call)} gives {layer.channels} channels, not {last.value}",
            fixes=(Fix(f"Write {layer.channels}", (edit,), safe=True),),
        )


def _values(source: Source, span: Span, line: int) -> list[cst.BaseExpression]:
    """The values that end on a line: of an assignment, of `model.add(…)`, in a list of layers."""
    if not isinstance(span.node, cst.SimpleStatementLine) or len(span.node.body) != 1:
        return []
    value = getattr(span.node.body[0], "value", None)
    todo = [value] if isinstance(value, cst.BaseExpression) else []
    for node in todo:
        if isinstance(node, (cst.List, cst.Tuple)):
            todo += [element.value for element in node.elements]
        elif isinstance(node, cst.Call) and _name(node.func) in ("Sequential", "add"):
            todo += [arg.value for arg in node.args]
    return [node for node in todo[1:] or todo if source.range_of(node).end_line == line]


def _name(func: cst.BaseExpression) -> str:
    return func.attr.value if isinstance(func, cst.Attribute) else getattr(func, "value", "")


def _layer(node: cst.BaseExpression, outline: Outline) -> tuple[cst.Call, int, int | None] | None:
    """The call that makes a layer, its channels and rank: of `Dense(10)`, of `Dense(10)(x)`."""
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Call):
        node = node.func
    if not isinstance(node, cst.Call):
        return None
    name = outline.full_name(node.func) or ""
    known = _CHANNELS.get(name.rpartition(".")[2])
    ours = "keras" in name or name.startswith("tensorflow.")
    starred = "." not in name and any("keras" in star for star in outline.stars)
    if known is None or not (ours or starred):
        return None
    position, keyword, rank = known
    channels = None
    for at, arg in enumerate(node.args):
        if arg.star or (arg.keyword is not None and arg.keyword.value == "data_format"):
            return None
        if arg.keyword.value == keyword if arg.keyword is not None else at == position:
            channels = arg.value
    if not isinstance(channels, cst.Integer):
        return None
    return node, channels.evaluated_value, rank
