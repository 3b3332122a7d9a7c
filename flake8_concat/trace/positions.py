"""Where nodes stand, found for the lines that are asked about and no others.

LibCST tells the positions of a whole file, which takes four times the parse. A finding asks for one
or two. Where Python's tree of a statement line has the same expressions, it knows their places. For
the others the line is put into a module by itself, LibCST is asked about that, and Python's own
parser says on which line of the file it stands.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

import libcst as cst
from libcst.metadata import CodeRange, PositionProvider

from flake8_concat import late
from flake8_concat.diagnostics import Range
from flake8_concat.trace.source import code_children, column

if TYPE_CHECKING:
    from flake8_concat.trace.source import Source

DEFINITIONS = frozenset({cst.FunctionDef, cst.ClassDef})
_DEFINED = late.compiled(r"(?:async[ \t\f]+)?(?:def|class)[ \t\f]+(\w+)")


class Places(PositionProvider):
    """LibCST's positions, without the further walk over the tree that a MetadataWrapper makes."""

    def of(self, module: cst.Module) -> Mapping[cst.CSTNode, CodeRange]:
        """Where each node of a module stands."""
        self._gen_impl(module)
        return self._computed  # type: ignore[return-value]  # none of them is found later


class Positions:
    """The places of the nodes in the statement lines of a file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._told: dict[cst.CSTNode, dict[cst.CSTNode, Range]] = {}  # by line, from Python's tree
        self._found: dict[cst.CSTNode, dict[cst.CSTNode, Range]] = {}  # by line

    def range_of(self, node: cst.CSTNode) -> Range | None:
        """Where a node stands; None where a look at its line alone does not tell."""
        line = self._lines.get(node)
        if line is None:
            return self._names.get(node)
        told = self._told.get(line)
        if told is None:
            told = self._told[line] = self._in_python(line)
        place = told.get(node) or _from_end_to_end(node, told)
        if place is not None:
            return place
        found = self._found.get(line)
        if found is None:
            found = self._found[line] = self._in(line)
        return found.get(node)

    @cached_property
    def _starts(self) -> dict[cst.CSTNode, list[ast.stmt]]:
        """The statements of each line of them."""
        statements = self.source.statements
        return {node: mine for node, mine in statements if type(node) is cst.SimpleStatementLine}

    @cached_property
    def _lines(self) -> dict[cst.CSTNode, cst.CSTNode]:
        """The line that each node of the code stands in."""
        lines: dict[cst.CSTNode, cst.CSTNode] = {}
        for line in self._starts:
            todo: list[cst.CSTNode] = [line]
            for node in todo:  # which grows
                lines[node] = line
                todo += code_children(node)
        return lines

    @cached_property
    def _names(self) -> dict[cst.CSTNode, Range]:
        """The names of functions and classes, where they stand on the line of their keyword."""
        names: dict[cst.CSTNode, Range] = {}
        for node, (statement, *_) in self.source.statements:
            if type(node) in DEFINITIONS:
                line = self.source.lines[statement.lineno - 1]
                start = column(line, statement.col_offset) - 1
                found = _DEFINED.match(line, start)
                if found is not None:
                    at = statement.lineno
                    names[node.name] = Range(at, found.start(1) + 1, at, found.end(1) + 1)  # type: ignore[attr-defined]
        return names

    def _in_python(self, line: cst.CSTNode) -> dict[cst.CSTNode, Range]:
        """The places of the expressions of a line that both trees have; {} where they differ.

        A hundred times cheaper than LibCST's.
        """
        here = list(_cst_expressions(line))
        there = sorted(_ast_expressions(self._starts[line]), key=_outermost_first)
        if [kind for _, kind in here] != [kind for _, kind in there]:
            return {}
        column = self.source.column
        return {
            node: Range(
                at.lineno,
                column(at.lineno, at.col_offset),
                at.end_lineno,
                column(at.end_lineno, at.end_col_offset),
            )
            for (node, _), (at, _) in zip(here, there, strict=True)
        }

    def _in(self, line: cst.CSTNode) -> dict[cst.CSTNode, Range]:
        """The places of all nodes of a line, {} where something else stands before it."""
        start = self._starts[line][0]
        indent = self.source.lines[start.lineno - 1][: start.col_offset]
        if indent.strip():
            return {}
        alone: Any = line.with_changes(leading_lines=())
        body = alone
        if indent:  # the lines that a statement goes on with are indented by what is around it
            body = cst.If(cst.Name("_"), cst.IndentedBlock([alone], indent=indent))
        module = self.source.module.with_changes(body=[body], header=(), footer=())
        found = Places().of(module)
        above = start.lineno - (2 if indent else 1)
        return {
            line if node is alone else node: Range(
                above + at.start.line, at.start.column + 1, above + at.end.line, at.end.column + 1
            )
            for node, at in found.items()
        }


def _from_end_to_end(node: cst.CSTNode, told: Mapping[cst.CSTNode, Range]) -> Range | None:
    """The place of a tuple that stands without parentheses: `width, height`."""
    if type(node) is not cst.Tuple or node.lpar or type(node.elements[-1].comma) is cst.Comma:
        return None
    first, last = (element.value for element in (node.elements[0], node.elements[-1]))
    if first.lpar or last.lpar or type(node.elements[0]) is not cst.Element:
        return None
    start, end = told.get(first), told.get(last)
    if start is None or end is None:
        return None
    return Range(start.line, start.col, end.end_line, end.end_col)


# The expressions whose places are the same in both trees: what LibCST leaves out of a tuple or a
# generator, its parentheses, Python counts.
_KINDS = {
    cst.Name: "Name", cst.Integer: "number", cst.Float: "number", cst.Imaginary: "number",
    cst.UnaryOperation: "UnaryOp", cst.BinaryOperation: "BinOp", cst.Attribute: "Attribute",
    cst.Subscript: "Subscript", cst.Call: "Call", cst.List: "List", cst.Dict: "Dict",
}  # fmt: skip
_AST_KINDS = {getattr(ast, kind): kind for kind in _KINDS.values() if hasattr(ast, kind)}
_CONSTANTS = dict.fromkeys((bool, type(None)), "Name") | dict.fromkeys(
    (int, float, complex), "number"
)
_STRINGS = frozenset({"FormattedString", "JoinedStr", "TemplateStr", "TemplatedString"})
# Names that are no expressions, by the class of the node and the field.
_NO_EXPRESSION = {cst.Attribute: "attr", cst.Arg: "keyword", cst.Param: "name"}


def _cst_expressions(line: cst.CSTNode) -> Iterator[tuple[cst.CSTNode, str]]:
    """The expressions of LibCST's tree of which Python's has the places, in the order of the text.

    What stands in a string is left out: before Python 3.12 its places there are wrong.
    """
    todo = [line]
    while todo:
        node = todo.pop()
        kind = type(node)
        if kind in _KINDS:
            yield node, _KINDS[kind]
        if kind.__name__ in _STRINGS:
            continue
        field = _NO_EXPRESSION.get(kind)
        name = getattr(node, field) if field is not None else None
        todo += [child for child in reversed(code_children(node)) if child is not name]


def _ast_expressions(statements: list[ast.stmt]) -> Iterator[tuple[Any, str]]:
    """The same of Python's tree, in any order."""
    todo: list[ast.AST] = [*statements]
    while todo:
        node = todo.pop()
        kind = type(node)
        if isinstance(node, ast.Constant):
            said = _CONSTANTS.get(type(node.value))
        else:
            said = _AST_KINDS.get(kind)
        if said is not None:
            yield node, said
        if kind.__name__ not in _STRINGS:
            todo += ast.iter_child_nodes(node)


def _outermost_first(found: tuple[Any, str]) -> tuple[int, int, int, int]:
    node, _ = found
    return node.lineno, node.col_offset, -node.end_lineno, -node.end_col_offset


def matched(module: cst.Module, tree: ast.Module) -> list[tuple[cst.CSTNode, list[ast.stmt]]]:
    """The statements of LibCST's tree, each with those of Python's; [] if the two trees differ.

    In the order of the text: a line of small statements as one, a compound statement before those
    in it.
    """
    there = list(_ast_statements(tree))
    found, at = [], 0
    for node, count in _cst_statements(module):
        mine = there[at : at + count]
        if not mine:
            return []
        found.append((node, mine))
        at += count
    return found if at == len(there) else []


def _ast_statements(tree: ast.Module) -> Iterator[ast.stmt]:
    """All statements, a compound one before those in it, without recursion."""
    todo: list[ast.AST] = list(reversed(tree.body))
    while todo:
        node = todo.pop()
        if isinstance(node, ast.stmt):
            yield node
        inner: list[ast.AST] = []
        for field in ("body", "handlers", "cases", "orelse", "finalbody"):
            inner.extend(getattr(node, field, ()))
        todo.extend(reversed(inner))


def _cst_statements(module: cst.Module) -> Iterator[tuple[cst.CSTNode, int]]:
    """The statement lines with the number of statements on them, in the same order."""
    todo: list[cst.CSTNode] = list(reversed(module.body))
    while todo:
        node = todo.pop()
        kind = type(node)
        if kind is cst.SimpleStatementLine or kind is cst.SimpleStatementSuite:
            yield node, len(node.body)  # type: ignore[attr-defined]
            continue
        if kind is cst.IndentedBlock:
            todo.extend(reversed(node.body))  # type: ignore[attr-defined]
            continue
        if isinstance(node, cst.BaseCompoundStatement):
            yield node, 1
        inner = [
            part
            for field in ("body", "handlers", "cases", "orelse", "finalbody")
            for part in _parts(getattr(node, field, None))
        ]
        todo.extend(reversed(inner))


def _parts(value: Any) -> list[cst.CSTNode]:
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]
