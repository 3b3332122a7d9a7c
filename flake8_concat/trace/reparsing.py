"""Parsing the text of one file again and again, for editors: what did not change is taken over.

LibCST's parse is more than half of a check. A text is cut between statements of the outermost
level; pieces that were there before are not parsed again.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cached_property
from zlib import crc32

import libcst as cst

from flake8_concat import late, syntax
from flake8_concat.diagnostics import Range
from flake8_concat.trace.source import Parsed, Tree, read_by_python, split_lines

_CHUNK = 30_000  # characters of a long text that are parsed together, at least
_ONE_OF = 8  # plain statements begin a piece, so that a piece is small and none is tiny
# Strings and comments are passed over, so that only a line of code can begin a piece.
_STARTS = late.compiled(
    rf"{syntax.STRING}|\#[^\n]*"
    r"|^(?!(?:else|elif|except|finally)\b)(?P<start>@|[^\W\d]\w*)",
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)


class Parser:
    """Parses the texts of one file, one after the other."""

    def __init__(self) -> None:
        self._known: dict[str, list[Parsed]] = {}

    def parse(self, text: str) -> Tree:
        """The tree of `libcst.parse_module`, with nodes of the last text where it did not change.

        No node stands in the tree twice. Raises what `parse_module` raises.
        """
        known: dict[str, list[Parsed]] = {}
        found: list[Parsed] = []
        start = 0
        for piece in pieces(text):
            ready = self._known.get(piece)
            try:
                parsed = ready.pop() if ready else Parsed(piece)
            except cst.ParserSyntaxError:  # cut at a wrong place, or no Python
                self._keep(known)
                found.append(_rest(text, start))
                break
            found.append(parsed)
            known.setdefault(piece, []).append(parsed)
            start += len(piece)
        else:
            self._known = known
        return _tree(text, found)

    def _keep(self, known: dict[str, list[Parsed]]) -> None:
        """Puts pieces back beside those that a text was not read up to: it will be mended soon."""
        for piece, parsed in known.items():
            self._known.setdefault(piece, []).extend(parsed)


def in_chunks(text: str) -> Tree:
    """The tree of a long text. Raises what `libcst.parse_module` raises.

    LibCST's time for a line grows with the text, by half from a thousand lines to thirty thousand.
    """
    chunks, start, end = [], 0, 0
    for piece in pieces(text):
        if end - start >= _CHUNK:
            chunks.append(text[start:end])
            start = end
        end += len(piece)
    try:
        return _tree(text, [Parsed(chunk) for chunk in (*chunks, text[start:])])
    except cst.ParserSyntaxError:  # cut at a wrong place, or no Python
        return Parsed(text)


def _tree(text: str, parts: list[Parsed]) -> Tree:
    """The tree of a text whose parts are parsed; parsed anew where they don't go together."""
    if not all(parsed.faithful for parsed in parts):
        return Parsed(text)
    modules = [parsed.module for parsed in parts]
    newlines = {module.default_newline for module in modules}
    indents = {module.default_indent for module in modules if _is_indented(module)}
    if len(newlines) > 1 or len(indents) > 1:
        return Parsed(text)
    indent = indents.pop() if indents else " " * 4
    return Joined(parts, _joined(modules).with_changes(default_indent=indent))


class Joined:
    """The tree of a text that was parsed in pieces; these keep where their calls stand."""

    def __init__(self, parts: list[Parsed], module: cst.Module) -> None:
        self.parts = parts
        self.module = module

    @cached_property
    def python(self) -> ast.Module | None:
        """The tree of Python's own parser, None if it does not read the text."""
        return read_by_python("".join(part.text for part in self.parts))

    @cached_property
    def calls(self) -> dict[cst.CSTNode, Range]:
        """The places of the calls of all pieces, without those of pieces that can't tell them."""
        found: dict[cst.CSTNode, Range] = {}
        above = 0
        for part in self.parts:
            for node, at in part.calls.items():
                found[node] = Range(above + at.line, at.col, above + at.end_line, at.end_col)
            above += len(part.lines) - 1
        return found


def _rest(text: str, start: int) -> Parsed:
    """A text from the piece on that can't be read alone. What is wrong is told as of the whole."""
    try:
        return Parsed(text[start:])
    except cst.ParserSyntaxError as error:
        if error.message.startswith("tokenizer error"):  # told of line 1 always
            raise
        above = len(split_lines(text[:start])) - 1
        raise cst.ParserSyntaxError(
            error.message,
            lines=split_lines(text),
            raw_line=above + error.raw_line,
            raw_column=error.raw_column,
        ) from None


def _is_indented(module: cst.Module) -> bool:
    """Whether a statement of a piece has a block, and the piece so an indentation of its own."""
    return any(isinstance(item, cst.BaseCompoundStatement) for item in module.body)


def pieces(text: str) -> Iterator[str]:
    """A text cut before statements of the outermost level; decorators stay with what follows.

    Whether a line begins a piece depends on that line alone: so a change moves no other cut.
    """
    begin, decorated = 0, False
    for match in _STARTS.finditer(text):
        word = match["start"]
        if word is None:
            continue
        start = match.start()
        if not decorated and start > begin and _begins(word, text, start):
            yield text[begin:start]
            begin = start
        decorated = word == "@"
    yield text[begin:]


def _begins(word: str, text: str, start: int) -> bool:
    if word in ("@", "def", "class", "async"):
        return True
    end = text.find("\n", start)
    return crc32(text[start : end if end >= 0 else None].encode("utf-8", "replace")) % _ONE_OF == 0


def _joined(modules: list[cst.Module]) -> cst.Module:
    """One module of several: comments and empty lines between them belong to what follows."""
    body: list[cst.SimpleStatementLine | cst.BaseCompoundStatement] = []
    between: list[cst.EmptyLine] = []
    for module in modules:
        statements = list(module.body)
        lines = [*between, *(module.header if module is not modules[0] else ())]
        if not statements:
            between = [*lines, *module.footer]
            continue
        if lines:
            first = statements[0]
            statements[0] = first.with_changes(leading_lines=[*lines, *first.leading_lines])
        body += statements
        between = list(module.footer)
    last = modules[-1]
    return modules[0].with_changes(
        body=body, footer=between, has_trailing_newline=last.has_trailing_newline
    )
