"""Parsing the text of one file again and again, for editors: what did not change is taken over.

LibCST's parse is more than half of a check. A text is cut between statements of the outermost
level; pieces that were there before are not parsed again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

_LEAST = 600  # characters of a piece
# Strings and comments are passed over, so that only a line of code can begin a piece.
_STARTS = re.compile(
    r"""(?msx)'{3}(?:\\.|[^\\])*?'{3}|\"{3}(?:\\.|[^\\])*?\"{3}
    |'(?:\\.|[^\\'\n])*'|\"(?:\\.|[^\\\"\n])*\"|\#[^\n]*
    |^(?!(?:else|elif|except|finally)\b)(?P<start>@|[^\W\d]\w*)"""
)


class Parser:
    """Parses the texts of one file, one after the other."""

    def __init__(self) -> None:
        self._known: dict[str, list[cst.Module]] = {}

    def parse(self, text: str) -> cst.Module:
        """The same as `libcst.parse_module`, with nodes of the last text where it did not change.

        No node stands in the tree twice. Raises what `parse_module` raises.
        """
        known, self._known = self._known, {}
        found = []
        for piece in pieces(text):
            ready = known.get(piece)
            try:
                module = ready.pop() if ready else cst.parse_module(piece)
            except Exception:  # cut at a wrong place, or no Python: the whole text will tell
                return cst.parse_module(text)
            found.append(module)
            self._known.setdefault(piece, []).append(module)
        styles = {(module.default_indent, module.default_newline) for module in found}
        return _joined(found) if len(styles) == 1 else cst.parse_module(text)


def pieces(text: str) -> Iterator[str]:
    """A text cut before statements of the outermost level; decorators stay with what follows."""
    begin, decorated = 0, False
    for match in _STARTS.finditer(text):
        word = match["start"]
        if word is None:
            continue
        start = match.start()
        if not decorated and start - begin >= _LEAST:
            yield text[begin:start]
            begin = start
        decorated = word == "@"
    yield text[begin:]


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
