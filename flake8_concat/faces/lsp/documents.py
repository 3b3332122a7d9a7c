"""The texts that the client has open, and the programs that they make up.

A program is what is checked as a whole: one text, or the cells of a notebook in their order.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote, urlparse

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from flake8_concat.diagnostics import Range
from flake8_concat.faces.lsp import notebooks
from flake8_concat.faces.lsp.positions import Units, changed, split_lines


@dataclass
class Document:
    """One open text: a file, a text that is no file yet, or a cell of a notebook."""

    uri: str
    text: str
    version: int | None
    language: str = "python"


@dataclass(frozen=True)
class Part:
    """One text in a program. `first`: the line of the program on which it begins, from 1."""

    uri: str
    version: int | None
    lines: list[str]
    first: int = 1


@dataclass(frozen=True)
class Program:
    """What is checked as a whole. `key`: the document's address, or the notebook's."""

    key: str
    path: str
    text: str
    parts: tuple[Part, ...]
    units: Units = field(default_factory=Units)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text that is checked."""
        return split_lines(self.text)

    def part_at(self, line: int) -> Part:
        """The part that has a line of the program."""
        found = self.parts[0]
        for part in self.parts:
            if part.first > line:
                break
            found = part
        return found

    def range(self, place: Range) -> tuple[str, types.Range]:
        """A stretch of the program for the client: the address of the text, and where in it."""
        part = self.part_at(place.line)
        shift = part.first - 1
        last = min(place.end_line - shift, len(part.lines))
        there = Range(place.line - shift, place.col, last, place.end_col)
        return part.uri, self.units.range(part.lines, there)

    def part(self, uri: str) -> Part | None:
        """The part with this address."""
        return next((part for part in self.parts if same_uri(part.uri, uri)), None)

    def at(self, uri: str, position: types.Position) -> tuple[int, int]:
        """Line and column, from 1, of a client's position; (0, 0) for a text that is not here."""
        part = self.part(uri)
        if part is None:
            return 0, 0
        if position.line >= len(part.lines):
            return part.first + len(part.lines) - 1, len(part.lines[-1]) + 1
        text = part.lines[position.line]
        return part.first + position.line, self.units.to_column(text, position.character) + 1

    def lines_of(self, uri: str, place: types.Range) -> tuple[int, int]:
        """The first and the last line of a client's range, from 1."""
        return self.at(uri, place.start)[0], self.at(uri, place.end)[0]


class Documents:
    """All open texts and notebooks."""

    def __init__(self) -> None:
        self.units = Units()
        self.texts: dict[str, Document] = {}
        self.notebooks: dict[str, list[types.NotebookCell]] = {}
        self.notebook_of: dict[str, str] = {}

    # -- texts --------------------------------------------------------------------------------
    def open(self, item: types.TextDocumentItem) -> None:
        """A text was opened."""
        self.texts[_key(item.uri)] = Document(item.uri, item.text, item.version, item.language_id)

    def change(
        self,
        identifier: types.VersionedTextDocumentIdentifier,
        changes: Iterable[types.TextDocumentContentChangeEvent],
    ) -> bool:
        """A text was changed. False for one that is not open."""
        document = self.texts.get(_key(identifier.uri))
        if document is None:
            return False
        for change in changes:
            document.text = changed(document.text, change, self.units)
        document.version = identifier.version
        return True

    def close(self, uri: str) -> None:
        """A text was closed."""
        self.texts.pop(_key(uri), None)
        self.notebook_of.pop(_key(uri), None)

    # -- notebooks ----------------------------------------------------------------------------
    def open_notebook(self, params: types.DidOpenNotebookDocumentParams) -> None:
        """A notebook was opened, with the texts of its cells."""
        notebook = params.notebook_document
        self.notebooks[_key(notebook.uri)] = list(notebook.cells)
        for item in params.cell_text_documents:
            self._open_cell(item, notebook.uri)

    def change_notebook(self, params: types.DidChangeNotebookDocumentParams) -> list[str]:
        """Cells came, went, or have another text; the addresses of those that went."""
        key = _key(params.notebook_document.uri)
        cells, gone = params.change.cells, []
        if cells is None or key not in self.notebooks:
            return []
        if cells.structure is not None:
            array = cells.structure.array
            self.notebooks[key][array.start : array.start + array.delete_count] = array.cells or []
            for item in cells.structure.did_open or ():
                self._open_cell(item, params.notebook_document.uri)
            for closed in cells.structure.did_close or ():
                gone.append(closed.uri)
                self.close(closed.uri)
        for text in cells.text_content or ():
            self.change(text.document, text.changes)
        return gone

    def close_notebook(self, params: types.DidCloseNotebookDocumentParams) -> None:
        """A notebook was closed."""
        self.notebooks.pop(_key(params.notebook_document.uri), None)
        for cell in params.cell_text_documents:
            self.close(cell.uri)

    def _open_cell(self, item: types.TextDocumentItem, notebook: str) -> None:
        self.open(item)
        self.notebook_of[_key(item.uri)] = _key(notebook)

    # -- programs -----------------------------------------------------------------------------
    def program_of(self, uri: str) -> str:
        """The key of the program that a text belongs to."""
        return self.notebook_of.get(_key(uri), _key(uri))

    def programs(self) -> Iterator[str]:
        """The keys of all programs."""
        yield from self.notebooks
        for key in self.texts:
            if key not in self.notebook_of:
                yield key

    def program(self, key: str) -> Program | None:
        """The program as it is now."""
        if key in self.notebooks:
            return self._notebook(key)
        document = self.texts.get(key)
        if document is None:
            return None
        part = Part(document.uri, document.version, split_lines(document.text))
        return Program(key, path_of(document.uri), document.text, (part,), self.units)

    def _notebook(self, key: str) -> Program | None:
        parts, texts, first = [], [], 1
        for cell in self.notebooks[key]:
            document = self.texts.get(_key(cell.document))
            if document is None or cell.kind != types.NotebookCellKind.Code:
                continue
            lines = split_lines(document.text)
            parts.append(Part(document.uri, document.version, lines, first))
            texts.append(lines if document.language == "python" else [""] * len(lines))
            first += len(lines)
        if not parts:
            return None
        text = notebooks.as_module(texts)
        return Program(key, path_of(key), text, tuple(parts), self.units)

    def unsaved(self, but: str) -> dict[str, str]:
        """The open texts by path, for those that import them; without the program `but`."""
        return {
            path_of(document.uri): document.text
            for key, document in self.texts.items()
            if key != but and key not in self.notebook_of and document.language == "python"
        }


def _key(uri: str) -> str:
    return unquote(uri)


def same_uri(one: str, other: str) -> bool:
    """Whether two addresses are the same, however they are escaped."""
    return one == other or unquote(one) == unquote(other)


def path_of(uri: str) -> str:
    """The path of a file's address; for what is no file, a name in the current folder."""
    parts = urlparse(uri)
    if parts.scheme in ("file", ""):
        path = to_fs_path(uri if "%" in uri else from_unquoted(uri))
        if path:
            return os.path.abspath(path)
    name = os.path.basename(unquote(parts.path)) or "untitled"
    return os.path.join(os.getcwd(), name)


def from_unquoted(uri: str) -> str:
    """An address whose path holds signs that are escaped in addresses."""
    return uri.replace("#", "%23").replace("?", "%3F")


def uri_of(path: str) -> str:
    """The address of a file."""
    return from_fs_path(os.path.abspath(path)) or path
