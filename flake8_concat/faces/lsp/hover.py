"""Hover: the shape, how it came about, and the rule where there is a finding."""

from __future__ import annotations

import re
from typing import Any

from lsprotocol import types

from flake8_concat.diagnostics import Diagnostic, Range
from flake8_concat.faces.lsp.checking import Checked
from flake8_concat.faces.lsp.shown import Shown, chain, main_input
from flake8_concat.keras.graph import Node, Tensor, tensors_in
from flake8_concat.rules import load

_FIRST, _LAST = 3, 9  # steps of a long past that are shown
_RULER = "---"
_MARKUP = re.compile(rf"`|^{_RULER}\n+|^\*\*(?=CAT)|(?<=[a-z])\*\*(?=:)", re.MULTILINE)


def hover(checked: Checked, uri: str, position: types.Position) -> types.Hover | None:
    """What to show at a place, None if nothing is known there."""
    shown = checked.shown
    line, col = checked.program.at(uri, position)
    if shown is None or not line:
        return None
    paragraphs, place = _tensor(shown, line, col)
    for item in checked.report.diagnostics:
        if _holds(item.range, line, col):
            paragraphs.append(_finding(item))
            place = place or item.range
    if not paragraphs or place is None:
        return None
    text = types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(paragraphs))
    return types.Hover(text, checked.program.range(place)[1])


def plain(found: types.Hover) -> types.Hover:
    """The same for a client that shows no Markdown."""
    assert isinstance(found.contents, types.MarkupContent)
    text = _MARKUP.sub("", found.contents.value)
    return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, text), found.range)


def _tensor(shown: Shown, line: int, col: int) -> tuple[list[str], Range | None]:
    """The paragraphs about the tensor at a place, and what it is that stands there."""
    found = shown.name_at(line, col)
    if found is not None:
        name, place, value = found
        return _paragraphs(shown, name, value), place
    called = shown.call_at(line, col)
    if called is None:
        return [], None
    event, place = called
    name = event.callee.rpartition(".")[2] or event.callee
    return _paragraphs(shown, name, event.value), place


def _paragraphs(shown: Shown, name: str, value: Any) -> list[str]:
    found = [f"`{name}: {shown.shape_text(value)}`"]
    found += [f"`?`: {why}" for why in shown.why_unknown(value)]
    tensors = list(tensors_in(value))
    if len(tensors) == 1:
        found.append(_past(shown, tensors[0]))
    return [text for text in found if text]


def _past(shown: Shown, tensor: Tensor) -> str:
    """The calls from the Input to a tensor, one a line, each with its place and shape."""
    past = reversed([(item, item.node) for item in chain(tensor)])
    steps = [_step(shown, item, node) for item, node in past if node is not None]
    if len(steps) > _FIRST + _LAST + 1:
        steps[_FIRST:-_LAST] = [f"- … {len(steps) - _FIRST - _LAST} more"]
    return "\n".join(steps)


def _step(shown: Shown, tensor: Tensor, node: Node) -> str:
    text = f"- {shown.line_text(node.site) or '?'}: `{shown.call_text(node)}` → "
    text += f"`{shown.shape_text(tensor)}`"
    change = shown.change(tensor)
    if change:
        text += f", {change}"
    first = main_input(node)
    others = [item for item in node.inputs if item is not first]
    if others:
        told = ", ".join(_other(shown, item) for item in others[:3])
        text += f", with {told}" + (", …" if len(others) > 3 else "")
    return text


def _other(shown: Shown, tensor: Tensor) -> str:
    line = shown.line_text(tensor.node.site) if tensor.node is not None else ""
    return f"`{shown.shape_text(tensor)}`" + (f" of {line}" if line else "")


def _finding(item: Diagnostic) -> str:
    about = (load(item.code).__doc__ or "").strip().split("\n\n")[0]
    head = f"**{item.code} {item.rule}**: {item.message}"
    return f"{_RULER}\n\n{head}\n\n{' '.join(about.split())}"


def _holds(place: Range, line: int, col: int) -> bool:
    return (place.line, place.col) <= (line, col) <= (place.end_line, place.end_col)
