"""Which comments stand where, and at which statement.

Comments are found in the text, statements by the lines that `ast` gives them
(`Source.statements`), which is far cheaper than LibCST's positions.
"""

from __future__ import annotations

import ast
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import libcst as cst

from flake8_concat import late, syntax
from flake8_concat.diagnostics import Range
from flake8_concat.rules.clauses import claim_of
from flake8_concat.rules.placement import speaks_of_places
from flake8_concat.rules.words import counted_axis, mentions_axis, numbers_axes
from flake8_concat.trace.source import Source


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: `text` from its `#` to the end of the line; line and column from 1.

    own_line: nothing stands before it
    """

    line: int
    col: int
    text: str
    own_line: bool

    @property
    def of_code(self) -> bool:
        """Whether it is a line of code that was taken out, with a comment of its own."""
        code, beside, _ = self.text[1:].partition("#")
        code = code.strip().rstrip(",")
        return bool(self.own_line and beside and code[-1:] == ")" and _CALL.match(code))

    def range(self, start: int, end: int) -> Range:
        """The place of text[start:end]."""
        return Range(self.line, self.col + start, self.line, self.col + end)


@dataclass(frozen=True, slots=True)
class Span:
    """The lines of a statement; of a compound one, those of its header."""

    first: int
    last: int
    node: cst.CSTNode

    @property
    def part(self) -> cst.BaseSmallStatement | None:
        """The one small statement of a line, None of a compound one, and where there are more."""
        body = self.node.body if isinstance(self.node, cst.SimpleStatementLine) else ()
        return body[0] if len(body) == 1 else None

    @property
    def is_string(self) -> bool:
        """Whether it is a string alone, as a docstring is."""
        body = self.node.body if isinstance(self.node, cst.SimpleStatementLine) else ()
        value = body[0].value if body and isinstance(body[0], cst.Expr) else None
        return isinstance(value, cst.BaseString)


def targets_of(span: Span) -> list[cst.BaseExpression]:
    """What a simple statement gives values to."""
    found: list[cst.BaseExpression] = []
    for part in span.node.body if isinstance(span.node, cst.SimpleStatementLine) else ():
        if isinstance(part, cst.Assign):
            found += [one.target for one in part.targets]
        elif isinstance(part, (cst.AugAssign, cst.AnnAssign)):
            found.append(part.target)
    return found


_TABLE_HEAD = late.compiled(r"Layer \(type\)|Output Shape|Param #")
_CALL = late.compiled(r"(?:[\w.\[\], ]+=\s*)?[A-Za-z_][\w.]*\(")
# Strings, so that a `#` in them is none; then comments.
MANY = 300  # comments, which no quick look is taken at together
_LEXEMES = late.compiled(rf"{syntax.STRING}|\#[^\n]*", re.DOTALL | re.VERBOSE)


class Layout:
    """The comments and statements of a file by their lines. `Layout.of(source)` keeps it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._claimed: dict[str, bool] = {}  # by kind of operation

    @classmethod
    def of(cls, source: Source) -> Layout:
        """The layout of a file, made once."""
        return source.view(cls)

    @cached_property
    def comments(self) -> dict[int, Comment]:
        """All comments by line."""
        found = {}
        for number, line, start in _comment_starts(self.source.lines):
            text = line[start:].rstrip()
            found[number] = Comment(number, start + 1, text, not line[:start].strip())
        return found

    def claims(self, kind: str) -> bool:
        """Whether any comment claims an axis for a `kind` of operation: none needs a look, else."""
        found = self._claimed.get(kind)
        if found is None:
            found = len(self._about_axes) > MANY or any(
                numbers_axes(text)
                or counted_axis(text, kind) is not None
                or claim_of(text, kind) is not None
                for text in self._about_axes
            )
            self._claimed[kind] = found
        return found

    @cached_property
    def _about_axes(self) -> list[str]:
        """The comments and blocks of comments with a word for an axis."""
        alone = [
            text
            for text in (comment.text for comment in self.comments.values())
            if mentions_axis(text) or "axis" in text or "dim" in text or speaks_of_places(text)
        ]
        if not alone:
            return []
        lines = (range(first, last + 1) for first, last in set(self.blocks.values()))
        return alone + [joined(self.comments[line] for line in block) for block in lines]

    @cached_property
    def tables(self) -> set[tuple[int, int]]:
        """The blocks of comments that have a head of what `model.summary()` prints."""
        found = (c.line for c in self.comments.values() if _TABLE_HEAD.search(c.text))
        return {self.blocks[line] for line in found if line in self.blocks}

    @cached_property
    def spans(self) -> list[Span]:
        """All statements in the order of their lines; [] if the two trees differ."""
        return [
            Span(mine[0].lineno, _last_line(mine[-1]), node)
            for node, mine in self.source.statements
        ]

    @cached_property
    def _by_node(self) -> dict[int, Span]:
        return {id(span.node): span for span in self.spans}

    @cached_property
    def _firsts(self) -> list[int]:
        return [span.first for span in self.spans]

    def span_of(self, statement: cst.CSTNode | None) -> Span | None:
        """The lines of a statement node of this file."""
        return self._by_node.get(id(statement))

    def at(self, line: int) -> Span | None:
        """The innermost statement that has this line."""
        for i in range(bisect_right(self._firsts, line) - 1, -1, -1):
            span = self.spans[i]
            if span.first <= line <= span.last:
                return span
            if span.last < line and line - span.first > 400:
                return None
        return None

    def next_after(self, line: int) -> Span | None:
        """The first statement that begins after a line."""
        at = bisect_right(self._firsts, line)
        return self.spans[at] if at < len(self.spans) else None

    def before(self, line: int) -> Span | None:
        """The last statement that begins before a line."""
        at = bisect_left(self._firsts, line)
        return self.spans[at - 1] if at else None

    def indent(self, span: Span) -> int:
        """How far a statement is indented."""
        line = self.source.lines[span.first - 1]
        return len(line) - len(line.lstrip())

    def code_of(self, span: Span) -> str:
        """The code of a statement's lines in one line, without their comments."""
        lines = self.source.lines[span.first - 1 : span.last]
        return " ".join(line.partition("#")[0].strip() for line in lines)

    def beside(self, span: Span) -> Iterator[Comment]:
        """The comments at the ends of a statement's lines."""
        for line in range(span.first, span.last + 1):
            comment = self.comments.get(line)
            if comment is not None:
                yield comment

    @cached_property
    def blocks(self) -> dict[int, tuple[int, int]]:
        """The first and last of the comment lines that follow each other, for each of these."""
        found: dict[int, tuple[int, int]] = {}
        lines = [line for line, comment in self.comments.items() if comment.own_line]
        for _, group in groupby(enumerate(lines), lambda pair: pair[1] - pair[0]):
            block = [line for _, line in group]
            found.update(dict.fromkeys(block, (block[0], block[-1])))
        return found

    def above(self, span: Span) -> list[Comment]:
        """The comment lines right above a statement, from top to bottom."""
        found = []
        line = span.first - 1
        while (comment := self.comments.get(line)) is not None and comment.own_line:
            found.append(comment)
            line -= 1
        return found[::-1]


def joined(comments: Iterable[Comment]) -> str:
    """What comments say that follow each other, as one text."""
    return " ".join(comment.text.lstrip("# ") for comment in comments)


def _comment_starts(lines: list[str]) -> Iterator[tuple[int, str, int]]:
    text = "\n".join(lines)
    if "#" not in text:
        return
    number, here = 1, 0
    for match in _LEXEMES.finditer(text):
        start = match.start()
        if text[start] != "#":
            continue
        number += text.count("\n", here, start)
        here = start
        line_start = text.rfind("\n", 0, start) + 1
        yield number, lines[number - 1], start - line_start


def _last_line(statement: ast.stmt) -> int:
    body = getattr(statement, "body", None) or getattr(statement, "cases", None)
    if not body:
        return statement.end_lineno or statement.lineno
    first: int = getattr(body[0], "lineno", None) or body[0].pattern.lineno
    decorators = getattr(body[0], "decorator_list", ())
    if decorators:
        first = min(first, decorators[0].lineno)
    return max(statement.lineno, first - 1)
