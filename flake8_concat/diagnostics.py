"""What is found, as plain frozen data: the same for every face."""

from __future__ import annotations

from dataclasses import dataclass, field

from flake8_concat import late

SEVERITIES = {"CAT0": "information", "CAT1": "error"}  # all other families are warnings
LONGEST = 1000  # characters of a message; names and texts of any length may be quoted in it
# What steers a terminal, or turns around what is shown. A tab is harmless.
_STEERS = late.compiled("[\0-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


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


def harmless(text: str) -> str:
    """What a file says, without the signs that steer a terminal, sign for sign."""
    return _STEERS.sub("\ufffd", text)


def one_line(text: str) -> str:
    """A message, whatever is quoted in it."""
    return harmless(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")
