"""Applying fixes: edits of the text, byte for byte identical everywhere else.

Nothing is written that does not parse; what is written goes to a temporary file first, which then
takes the place of the old one.
"""

from __future__ import annotations

import difflib
import io
import os
import shutil
import tempfile
import tokenize
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flake8_concat import syntax
from flake8_concat.diagnostics import Diagnostic, Edit, Fix, Range

_ROUNDS = 10  # a fix can make room for another one; more rounds than that is a circle


@dataclass(frozen=True, slots=True)
class Fixed:
    """What came of fixing a text: the new text, and how many findings were mended."""

    text: str
    count: int


def choose(diagnostics: Iterable[Diagnostic], *, unsafe: bool = False) -> list[Fix]:
    """The fix to apply for each finding that has one: the first that is allowed."""
    found = []
    for diagnostic in diagnostics:
        allowed = [fix for fix in diagnostic.fixes if fix.safe or unsafe]
        if allowed:
            found.append(allowed[0])
    return found


def apply(text: str, fixes: Sequence[Fix]) -> Fixed:
    """The text with the fixes applied that do not get in each other's way, in order of place.

    All edits of a fix are applied, or none. The text is returned as it was if the result would
    not parse.
    """
    starts = _line_starts(text)
    newline = _newline(text)
    taken: dict[tuple[int, int], str] = {}
    count = 0
    for fix in sorted(fixes, key=_place):
        spans = _spans(fix, starts, len(text))
        if spans is None or not _fits(spans, taken):
            continue
        for span, new in spans.items():
            taken[span] = new.replace("\n", newline) if newline != "\n" else new
        count += 1
    if not taken:
        return Fixed(text, 0)
    parts, here = [], 0
    for (start, end), new in sorted(taken.items()):
        parts += [text[here:start], new]
        here = end
    result = "".join([*parts, text[here:]])
    return Fixed(result, count) if _parses(result) else Fixed(text, 0)


def _place(fix: Fix) -> tuple[Range, int]:
    return min((edit.range for edit in fix.edits), default=Range(0, 0, 0, 0)), len(fix.edits)


def _spans(fix: Fix, starts: list[int], end: int) -> dict[tuple[int, int], str] | None:
    """The edits as offsets; None if one lies outside the text or two of them overlap."""
    found: dict[tuple[int, int], str] = {}
    for edit in fix.edits:
        span = _span(edit, starts, end)
        if span is None or found.get(span, edit.text) != edit.text:
            return None
        found[span] = edit.text
    if any(one[1] > other[0] for one, other in pairwise(sorted(found))):
        return None
    return found or None


def _span(edit: Edit, starts: list[int], end: int) -> tuple[int, int] | None:
    place = edit.range
    if not (1 <= place.line <= place.end_line < len(starts)):
        return None
    first = starts[place.line - 1] + place.col - 1
    last = starts[place.end_line - 1] + place.end_col - 1
    inside = first <= starts[place.line] and last <= starts[place.end_line] and last <= end
    return (first, last) if place.col >= 1 and first <= last and inside else None


def _fits(spans: dict[tuple[int, int], str], taken: dict[tuple[int, int], str]) -> bool:
    """Whether edits leave those alone that were accepted before. The very same edit is no harm."""
    for (start, end), new in spans.items():
        for (a, b), other in taken.items():
            if (start, end) == (a, b) and new == other:
                continue
            if start < b and a < end:
                return False
            if (start == end and a <= start <= b) or (a == b and start <= a <= end):
                return False
    return True


def _line_starts(text: str) -> list[int]:
    """The offset at which each line begins, and that of the end of the text."""
    starts, at = [0], 0
    while at < len(text):
        char = text[at]
        at += 1
        if char == "\r" and text[at : at + 1] == "\n":
            at += 1
        if char in "\r\n":
            starts.append(at)
    starts.append(len(text))
    return starts


def _newline(text: str) -> str:
    for at, char in enumerate(text):
        if char == "\n":
            return "\n"
        if char == "\r":
            return "\r\n" if text[at + 1 : at + 2] == "\n" else "\r"
    return "\n"


def _parses(text: str) -> bool:
    try:
        syntax.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def fix_text(
    text: str, analyze: Callable[[str], Iterable[Diagnostic]], *, unsafe: bool = False
) -> Fixed:
    """Fix a text until nothing is left to fix. `analyze` says what is found in a text."""
    count = 0
    for _ in range(_ROUNDS):
        fixed = apply(text, choose(analyze(text), unsafe=unsafe))
        if not fixed.count or fixed.text == text:
            break
        text, count = fixed.text, count + fixed.count
    return Fixed(text, count)


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and its encoding, line ends as they are.

    Raises SyntaxError for an unknown encoding, UnicodeDecodeError (a ValueError) for bytes that
    are none.
    """
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    return data.decode(encoding), encoding


def fix_bytes(
    data: bytes, analyze: Callable[[str], Iterable[Diagnostic]], *, unsafe: bool = False
) -> tuple[bytes, int]:
    """A file's bytes with the fixes applied, and how many; the same bytes if that is not safe."""
    try:
        text, encoding = decode(data)
        if text.encode(encoding) != data:
            return data, 0
        fixed = fix_text(text, analyze, unsafe=unsafe)
        return (fixed.text.encode(encoding), fixed.count) if fixed.count else (data, 0)
    except (SyntaxError, ValueError, LookupError):
        return data, 0


def fix_file(
    path: str, analyze: Callable[[str], Iterable[Diagnostic]], *, unsafe: bool = False
) -> int:
    """Fix a file in place; the number of findings mended. Raises OSError."""
    with open(path, "rb") as file:
        data = file.read()
    new, count = fix_bytes(data, analyze, unsafe=unsafe)
    if new != data:
        replace(path, new)
    return count


def replace(path: str, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, with its permissions. Raises OSError."""
    target = os.path.realpath(path)
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".flake8-concat-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, temporary)
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def diff(path: str, old: bytes, new: bytes) -> str:
    """The change as a unified diff, "" for none."""
    try:
        before, after = decode(old)[0], decode(new)[0]
    except (SyntaxError, ValueError):
        return ""
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    unended = "\n\\ No newline at end of file\n"
    return "".join(line if line.endswith("\n") else f"{line}{unended}" for line in lines)


def _lines(text: str) -> list[str]:
    return io.StringIO(text, newline="\n").readlines()
