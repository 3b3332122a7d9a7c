"""What is found, as plain frozen data: the same for every face."""

from __future__ import annotations

from dataclasses import dataclass, field

SEVERITIES = {"CAT0": "information", "CAT1": "error"}  # all other families are warnings


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """A stretch of text: lines and columns from 1, columns in characters, the end exclusive."""

    line: int
    col: int
    end_line: int
    end_col: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that bears on a finding, perhaps in another file."""

    path: str
    range: Range
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The text of `range` is to become `text`."""

    range: Range
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding. `safe`: what the program does stays the same."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `code` is "CAT101", `rule` its short name "concat-shape-mismatch"."""

    code: str
    rule: str
    range: Range
    message: str
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = field(default=())

    @property
    def severity(self) -> str:
        """By family: "error", "warning" or "information"."""
        return SEVERITIES.get(self.code[:4], "warning")
