"""The shapes as a table, for people."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.analysis import Report
from flake8_concat.diagnostics import harmless
from flake8_concat.rows import ShapeRow

_HEADS = ("line", "name", "call", "shape")
_WIDTHS = (6, 24, 44, 60)  # at most; more is cut off


def shapes(report: Report) -> Iterator[str]:
    """A heading with the path, then a line a row. Nothing for a file without tensors."""
    if not report.shapes or report.facts is None:
        return
    lines = report.facts.source.lines
    rows = [_HEADS, *(_cells(row, lines) for row in report.shapes)]
    widths = [min(most, max(len(row[i]) for row in rows)) for i, most in enumerate(_WIDTHS)]
    yield harmless(report.path)
    for row in rows:
        cells = (_cut(text, width).ljust(width) for text, width in zip(row, widths, strict=True))
        yield harmless("  " + "  ".join(cells)).rstrip()


def _cells(row: ShapeRow, lines: list[str]) -> tuple[str, str, str, str]:
    place = row.range
    end = place.end_col - 1 if place.end_line == place.line else None
    call = lines[place.line - 1][place.col - 1 : end] + ("" if end is not None else " …")
    shape = row.text if row.reason is None else f"{row.text}  ({row.reason})"
    return str(place.line), row.name or "", call, shape


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
