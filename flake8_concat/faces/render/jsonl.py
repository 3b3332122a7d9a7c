"""One JSON object a line, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from flake8_concat.analysis import Report
from flake8_concat.diagnostics import Range


def findings(report: Report) -> Iterator[str]:
    """One object a finding."""
    for item in report.diagnostics:
        yield json.dumps(
            {
                **_place(report.path, item.range),
                "code": item.code,
                "rule": item.rule,
                "severity": item.severity,
                "message": item.message,
                "related": [
                    {**_place(other.path, other.range), "message": other.message}
                    for other in item.related
                ],
            },
            ensure_ascii=False,
        )


def shapes(report: Report) -> Iterator[str]:
    """One object a row of the shapes."""
    for row in report.shapes:
        yield json.dumps(
            {
                **_place(row.path, row.range),
                "name": row.name,
                "shape": row.shape,
                "reason": row.reason,
            },
            ensure_ascii=False,
        )


def _place(path: str, where: Range) -> dict[str, Any]:
    return {
        "path": path,
        "line": where.line,
        "col": where.col,
        "end_line": where.end_line,
        "end_col": where.end_col,
    }
