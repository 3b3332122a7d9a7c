"""For people: each finding with its line of the source and a mark under the place."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.analysis import Report
from flake8_concat.diagnostics import Diagnostic

_INDENT = "    "


def findings(report: Report) -> Iterator[str]:
    """Two or three lines a finding."""
    lines = report.facts.source.lines if report.facts is not None else []
    for item in report.diagnostics:
        yield f"{report.path}:{item.range.line}:{item.range.col}: {item.code} {item.message}"
        if item.range.line <= len(lines):
            yield from _marked(item, lines[item.range.line - 1])


def _marked(item: Diagnostic, line: str) -> Iterator[str]:
    start = item.range.col - 1
    end = item.range.end_col - 1 if item.range.end_line == item.range.line else len(line)
    text = line.rstrip()
    kept = text.lstrip()
    cut = len(text) - len(kept)
    if not kept or start < cut:
        return
    # Tabs stay, so that the mark stands under the place however wide they are shown.
    margin = "".join(char if char == "\t" else " " for char in line[cut:start])
    yield _INDENT + kept
    yield _INDENT + margin + "^" * max(1, min(end, len(text)) - start)
