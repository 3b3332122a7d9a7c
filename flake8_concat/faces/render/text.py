"""For people: each finding with its line of the source and a mark under the place."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.analysis import Report
from flake8_concat.diagnostics import Diagnostic, harmless

_INDENT = "    "
_WIDEST = 400  # characters of a line; of a longer one the part around the place is shown
_BEFORE = 100


def findings(report: Report) -> Iterator[str]:
    """Two or three lines a finding."""
    lines = report.facts.source.lines if report.facts is not None else []
    for item in report.diagnostics:
        place = f"{harmless(report.path)}:{item.range.line}:{item.range.col}"
        yield f"{place}: {item.code} {item.message}"
        if item.range.line <= len(lines):
            yield from _marked(item, harmless(lines[item.range.line - 1]))


def _marked(item: Diagnostic, line: str) -> Iterator[str]:
    start = item.range.col - 1
    end = item.range.end_col - 1 if item.range.end_line == item.range.line else len(line)
    text = line.rstrip()
    kept = text.lstrip()
    cut = len(text) - len(kept)
    if not kept or start < cut:
        return
    if len(kept) > _WIDEST:
        cut = max(cut, start - _BEFORE)
        kept = text[cut : cut + _WIDEST]
    # Tabs stay, so that the mark stands under the place however wide they are shown.
    margin = "".join(char if char == "\t" else " " for char in line[cut:start])
    yield _INDENT + kept
    yield _INDENT + margin + "^" * max(1, min(end, len(text), cut + len(kept)) - start)
