"""Columns in the units that the client counts in, and lines as the protocol splits them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lsprotocol import types

from flake8_concat.diagnostics import Range

_LINE_END = re.compile(r"\r\n|\r|\n")


def split_lines(text: str) -> list[str]:
    """The lines without their ends; at least one. A form feed ends no line, unlike in Python."""
    return _LINE_END.split(text)


class Units:
    """What one step of `Position.character` is: a UTF-16 unit, a UTF-8 byte or a character."""

    def __init__(self, encoding: str = "utf-16") -> None:
        self.encoding = encoding

    def from_column(self, line: str, column: int) -> int:
        """The client's count for the first `column` characters of a line."""
        before = line[: max(column, 0)]
        if self.encoding == "utf-32" or before.isascii():
            return len(before)
        if self.encoding == "utf-8":
            return len(before.encode("utf-8", "surrogatepass"))
        return len(before.encode("utf-16-le", "surrogatepass")) // 2

    def to_column(self, line: str, units: int) -> int:
        """The number of characters in the client's first `units`; never beyond the line's end."""
        if self.encoding == "utf-32" or line.isascii():
            return min(max(units, 0), len(line))
        count = 0
        for column, char in enumerate(line):
            if count >= units:
                return column
            if self.encoding == "utf-8":
                count += len(char.encode("utf-8", "surrogatepass"))
            else:
                count += 1 + (ord(char) > 0xFFFF)
        return len(line)

    def position(self, lines: Sequence[str], line: int, col: int) -> types.Position:
        """The client's position of a line and column that count from 1."""
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        return types.Position(max(line - 1, 0), self.from_column(text, col - 1))

    def range(self, lines: Sequence[str], place: Range) -> types.Range:
        """The client's range of a stretch of text."""
        return types.Range(
            self.position(lines, place.line, place.col),
            self.position(lines, place.end_line, place.end_col),
        )


def changed(text: str, change: types.TextDocumentContentChangeEvent, units: Units) -> str:
    """A text after one change by the client, of the whole or of a part."""
    if not isinstance(change, types.TextDocumentContentChangePartial):
        return change.text
    start = _offset(text, change.range.start, units)
    end = _offset(text, change.range.end, units)
    return text[:start] + change.text + text[max(start, end) :]


def _offset(text: str, position: types.Position, units: Units) -> int:
    """Where a position is in a text; beyond the end of a line it means that end."""
    start = 0
    for _ in range(position.line):
        match = _LINE_END.search(text, start)
        if match is None:
            return len(text)
        start = match.end()
    match = _LINE_END.search(text, start)
    line = text[start : match.start() if match else len(text)]
    return start + units.to_column(line, position.character)
