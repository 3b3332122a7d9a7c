"""Inlay hints: the shape after each name that is given a tensor."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from flake8_concat.diagnostics import Range
from flake8_concat.faces.lsp.checking import Checked
from flake8_concat.faces.lsp.shown import Shown
from flake8_concat.rules.comments import Layout
from flake8_concat.trace.facts import Assignment


def hints(checked: Checked, uri: str, within: types.Range) -> list[types.InlayHint]:
    """The hints in a range of one text of a program."""
    shown = checked.shown
    if shown is None or checked.program.part(uri) is None:
        return []
    first, last = checked.program.lines_of(uri, within)
    return [
        _hint(checked, shown, assignment, place)
        for assignment, place in told(shown)
        if first <= place.line <= last
    ]


def told(shown: Shown) -> Iterator[tuple[Assignment, Range]]:
    """The assignments whose line does not show the shape already."""
    for assignment, place in shown.assignments:
        if not _on_line(shown, assignment, place):
            yield assignment, place


def _on_line(shown: Shown, assignment: Assignment, place: Range) -> bool:
    """Whether the shape is written in the lines of the statement, in code or in a comment."""
    span = Layout.of(shown.source).span_of(assignment.statement)
    first, last = (span.first, span.last) if span is not None else (place.line, place.line)
    text = "".join("".join(shown.source.lines[first - 1 : last]).split())
    return "".join(shown.shape_text(assignment.value).split()) in text


def _hint(checked: Checked, shown: Shown, assignment: Assignment, place: Range) -> types.InlayHint:
    _, there = checked.program.range(place)
    return types.InlayHint(
        position=there.end,
        label=f": {shown.shape_text(assignment.value)}",
        kind=types.InlayHintKind.Type,
        tooltip=_tooltip(shown, assignment) or None,
    )


def _tooltip(shown: Shown, assignment: Assignment) -> str:
    notes = shown.why_unknown(assignment.value)
    way = shown.called_from(assignment.caller)
    count = shown.evaluations(assignment)
    if way:
        notes.append(f"{way}, the last of {count} calls" if count > 1 else way)
    return "\n".join(notes)
