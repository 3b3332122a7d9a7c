"""A file's text, its LibCST module, and the positions of nodes in it, found late."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import libcst as cst

from flake8_concat import syntax
from flake8_concat.diagnostics import Range
from flake8_concat.trace.parsing import parse_module

if TYPE_CHECKING:
    from flake8_concat.trace.positions import Positions

_WORD = re.compile(r"\w+")
_COMMENT = re.compile(r"#[^\n]*")
View = TypeVar("View")
_NO_WORDS = {code: " " for code in range(128) if not _WORD.match(chr(code))}


class Tree(Protocol):
    """A text's tree, and where its calls stand."""

    module: cst.Module

    @property
    def python(self) -> ast.Module | None:
        """The tree of Python's own parser, None if it does not read the text."""
        ...

    @property
    def calls(self) -> dict[cst.CSTNode, Range]:
        """The places of the calls; {} where they can't be told."""
        ...


class Parsed:
    """A text and its tree. Raises what `libcst.parse_module` raises, unless the tree is given."""

    def __init__(self, text: str, module: cst.Module | None = None) -> None:
        self.text = text
        self.module = module or parse_module(text)

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return split_lines(self.text)

    @cached_property
    def faithful(self) -> bool:
        """Whether the tree has all of the text: LibCST loses some of what follows the last line."""
        code = self.text.rstrip()
        last = code.rpartition("\n")[2].lstrip()
        plain = not last.startswith("#") and not self.text[len(code) :].strip("\n")
        return plain or self.module.code == self.text

    @cached_property
    def python(self) -> ast.Module | None:
        """The tree of Python's own parser, None if it does not read the text."""
        return read_by_python(self.text)

    @cached_property
    def calls(self) -> dict[cst.CSTNode, Range]:
        """The positions of the calls alone, a hundred times cheaper than those of all nodes.

        Every call ends with a parenthesis of its own. So the calls of the `ast`, sorted by their
        ends, are the calls of the LibCST tree in the order in which a walk leaves them.
        """
        if self.python is None:
            return {}
        there = sorted(
            (node.end_lineno or 0, node.end_col_offset or 0, node.lineno, node.col_offset)
            for node in _ast_calls(self.python)
        )
        here = list(_cst_calls(self.module))
        if len(here) != len(there):
            return {}
        return {
            node: Range(line, self._column(line, col), end_line, self._column(end_line, end_col))
            for node, (end_line, end_col, line, col) in zip(here, there, strict=True)
        }

    def _column(self, line: int, offset: int) -> int:
        return column(self.lines[line - 1], offset)


class Viewed:
    """What others find out something about, which is kept with it, by their classes."""

    views: dict[type, Any]

    def view(self, kind: type[View]) -> View:
        """What a class finds out about it, made of it once."""
        found: View | None = self.views.get(kind)
        if found is None:
            found = self.views[kind] = kind(self)  # type: ignore[call-arg]
        return found


class Source(Viewed):
    """One file: where it is, what it says, its tree.

    Raises libcst.ParserSyntaxError (and what the parser raises on odd input) on construction.
    `parse` may stand in for the parser. `views` has what others found out about the file, by class:
    it lives as long as the file does, which a weak dictionary would make forever.
    """

    def __init__(self, text: str, path: str, parse: Callable[[str], Tree] = Parsed) -> None:
        self.path = path
        self.text = text
        self.views = {}
        self.respaced = False  # the tree's text has spaces where this one has tabs
        try:
            self._tree = parse(text)
        except cst.ParserSyntaxError:
            # Python lets a tab stand for up to eight spaces; LibCST refuses some such mixtures.
            spaced = without_tabs(text)
            if spaced == text:
                raise
            self._tree = Parsed(text, parse_module(spaced))
            self.respaced = True
        self.module = self._tree.module

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return split_lines(self.text)

    @cached_property
    def words(self) -> str:
        """The words of the text, a line each, few of them twice: far shorter to search than it."""
        return f"{self.code_words}\n{_words_of(self._code_and_rest[1])}"

    @cached_property
    def code_words(self) -> str:
        """The same without what stands in comments and long strings alone, as docstrings are.

        For quick looks: what stands behind a `#` of a string is left out too.
        """
        return _words_of(self._code_and_rest[0])

    @cached_property
    def _code_and_rest(self) -> tuple[str, str]:
        """The text without comments and long strings, and those."""
        code, rest = self.text, []
        for quotes in ('"""', "'''"):
            parts = code.split(quotes)
            if len(parts) % 2:  # else some of them open nothing
                code = " ".join(parts[::2])
                rest += parts[1::2]
        rest += _COMMENT.findall(code)
        return _COMMENT.sub("", code), "\n".join(rest)

    @cached_property
    def _all(self) -> dict[cst.CSTNode, Range]:
        """Every position, by LibCST's own provider: thorough, and slower than the parse."""
        from libcst.metadata import MetadataWrapper, PositionProvider

        wrapper = MetadataWrapper(self.module, unsafe_skip_copy=True)
        found = wrapper.resolve(PositionProvider)
        return {
            node: Range(p.start.line, p.start.column + 1, p.end.line, p.end.column + 1)
            for node, p in found.items()
        }

    @cached_property
    def _positions(self) -> Positions:
        from flake8_concat.trace.positions import Positions

        return Positions(self)

    @cached_property
    def statements(self) -> list[tuple[cst.CSTNode, list[ast.stmt]]]:
        """The statements of the tree with those of Python's; see `matched` in positions.py."""
        from flake8_concat.trace.positions import matched

        python = self._tree.python
        return [] if python is None else matched(self.module, python)

    def column(self, line: int, offset: int) -> int:
        """The column of a place of Python's tree, which counts bytes."""
        return column(self.lines[line - 1], offset)

    def uses(self, function: str) -> bool:
        """Whether the code reads a function's or method's name outside of its own definition."""
        python = self._tree.python
        if python is None:
            return True
        todo: list[ast.AST] = [python]
        while todo:
            node = todo.pop()
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == function:
                continue
            if isinstance(node, ast.Name) and node.id == function:
                return True
            if isinstance(node, ast.Attribute) and node.attr == function:
                return True
            todo.extend(ast.iter_child_nodes(node))
        return False

    def range_of(self, node: cst.CSTNode) -> Range:
        """Where a node stands. Raises KeyError for a node of another file."""
        if isinstance(node, cst.Call):
            found = self._tree.calls.get(node)
            if found is not None:
                return found
        if not self.respaced:
            found = self._positions.range_of(node)
            if found is not None:
                return found
        return self._all[node]


def read_by_python(text: str) -> ast.Module | None:
    """The tree of Python's own parser, None if it does not read the text."""
    try:
        return syntax.parse(text)  # type: ignore[no-any-return]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _words_of(text: str) -> str:
    """Each word of a text once, a line each."""
    found = text.translate(_NO_WORDS).split() if text.isascii() else _WORD.findall(text)
    return "\n".join(dict.fromkeys(found))


def split_lines(text: str) -> list[str]:
    """The lines of a text as Python counts them, without their ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def column(line: str, offset: int) -> int:
    """The column of the character that so many bytes of a line stand before."""
    if line.isascii():
        return offset + 1
    return len(line.encode()[:offset].decode("utf-8", "replace")) + 1


def without_tabs(text: str) -> str:
    """The text with spaces for the tabs that lines begin with, as Python counts them."""
    lines = text.splitlines(keepends=True)
    for i, line in enumerate(lines):
        rest = line.lstrip(" \t")
        margin = line[: len(line) - len(rest)]
        if "\t" in margin:
            lines[i] = margin.expandtabs(8) + rest
    return "".join(lines)


def _ast_calls(tree: ast.AST) -> Iterator[ast.Call]:
    todo = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.JoinedStr):  # positions in f-strings are wrong before Python 3.12
            continue
        if isinstance(node, ast.Call):
            yield node
        todo.extend(ast.iter_child_nodes(node))


def _cst_calls(module: cst.Module) -> Iterator[cst.Call]:
    """The calls in the order in which a walk leaves them, without recursion."""
    todo: list[tuple[cst.CSTNode, bool]] = [(module, False)]
    while todo:
        node, left = todo.pop()
        if left:
            yield node  # type: ignore[misc]
            continue
        if isinstance(node, cst.FormattedString):
            continue
        if isinstance(node, cst.Call):
            todo.append((node, True))
        todo += [(child, False) for child in reversed(code_children(node, BRANCHES))]


# The classes whose fields do not stand in the order of the text.
_IN_ORDER: dict[type, tuple[str, ...]] = {
    cst.IfExp: ("body", "test", "orelse"),
    cst.FunctionDef: ("decorators", "name", "type_parameters", "params", "returns", "body"),
    cst.ClassDef: ("decorators", "name", "type_parameters", "bases", "keywords", "body"),
    cst.Parameters: (
        "posonly_params", "posonly_ind", "params", "star_arg", "kwonly_params", "star_kwarg",
    ),
    cst.Param: ("name", "annotation", "default"),
    cst.Arg: ("keyword", "value"),
    cst.ExceptHandler: ("type", "name", "body"),
    cst.ExceptStarHandler: ("type", "name", "body"),
    cst.MatchCase: ("pattern", "guard", "body"),
    cst.Slice: ("lower", "upper", "step"),
}  # fmt: skip
_NO_CODE = (
    "whitespace", "lpar", "rpar", "lbra", "rbra", "comma", "semicolon", "leading", "lines",
    "header", "footer", "trailing", "equal", "asynchronous", "indent", "newline", "encoding",
    "default_", "has_", "dot", "colon", "operator",
)  # fmt: skip
_LEAVES = (
    cst.Name, cst.BaseNumber, cst.SimpleString, cst.FormattedStringText, cst.Ellipsis,
    cst.Pass, cst.Break, cst.Continue,
)  # fmt: skip
# `isinstance` and `issubclass` ask an abstract class, which takes ten times as long as a look at
# the type.
_NODES = frozenset(
    kind for kind in vars(cst).values() if isinstance(kind, type) and cst.CSTNode in kind.__mro__
)
BRANCHES = frozenset(kind for kind in _NODES if not any(leaf in kind.__mro__ for leaf in _LEAVES))
_readers: dict[type, Callable[[Any], tuple[Any, ...]]] = {}


def code_children(
    node: cst.CSTNode, kinds: frozenset[type[cst.CSTNode]] = _NODES
) -> list[cst.CSTNode]:
    """The nodes right below one in the order of the text, without whitespace and punctuation.

    `kinds`: those that are wanted; BRANCHES for the ones that have code below them.
    `CSTNode.children` takes a hundred times as long, since it makes the nodes anew.
    """
    read = _readers.get(type(node)) or _reader(type(node))
    found: list[cst.CSTNode] = []
    for value in read(node):
        kind = type(value)
        if kind in kinds:
            found.append(value)
        elif kind is tuple or kind is list:
            found += [item for item in value if type(item) in kinds]
    return found


def _reader(kind: type[cst.CSTNode]) -> Callable[[Any], tuple[Any, ...]]:
    """Reads the fields of a node that can hold code, all at once."""
    names = _code_fields(kind)
    if len(names) > 1:
        _readers[kind] = attrgetter(*names)
    else:
        _readers[kind] = lambda node: tuple([getattr(node, name) for name in names])
    return _readers[kind]


def _code_fields(kind: type[cst.CSTNode]) -> tuple[str, ...]:
    """The fields of a node's class that can hold code."""
    there = [field.name for field in fields(kind)]
    wanted = _IN_ORDER.get(kind)
    if wanted is not None:
        return tuple(name for name in wanted if name in there)
    return tuple(name for name in there if not name.startswith(_NO_CODE))


def dotted_name(node: Any) -> str:
    """Say "a.b.c" for a dotted name."""
    parts: list[str] = []
    while type(node) is cst.Attribute:
        parts.append(node.attr.value)
        node = node.value
    parts.append(node.value)
    return ".".join(reversed(parts))
