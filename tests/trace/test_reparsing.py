"""Taking over what did not change gives the tree that a fresh parse gives."""

from __future__ import annotations

import argparse
import ast
import random
from pathlib import Path

import libcst as cst
import pytest
from libcst.metadata import MetadataWrapper, PositionProvider

from flake8_concat.trace import reparsing
from flake8_concat.trace.reparsing import Parser, in_chunks, pieces
from flake8_concat.trace.source import Parsed, code_children

ODD = '''"""Words
def not_code():
"""
import a  # comment

# before the decorator
@decorate(
x=1)
@other

# between
def f():
    """Docs."""
    if a:
        pass
    # inner
# outer

class C: pass
if a:
    b
elif c:
    d
else:
    e
x = (
1, 2)
x = 1
x = 1; y = 2
# end
'''


def outline(module: cst.Module) -> list[object]:
    """All code nodes in order, with their positions."""
    places = MetadataWrapper(module, unsafe_skip_copy=True).resolve(PositionProvider)
    found: list[object] = []
    todo: list[cst.CSTNode] = [module]
    while todo:
        node = todo.pop()
        if isinstance(node, (cst.BaseExpression, cst.BaseStatement)):
            found.append((type(node), getattr(node, "value", None).__class__, places[node]))
        todo.extend(reversed(code_children(node)))
    return found


TEXTS = [
    ODD.replace("    ", "  "),
    "x = 1\n" * 50 + ODD.replace("    ", "\t"),
    ODD,
    ODD.replace("\n", "\r\n"),
    ODD * 3,
    "",
    "x",
    "# only\n",
    Path(ast.__file__).read_text(),
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("one_of", [1, 2, 8])
def test_same_tree(text: str, one_of: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reparsing, "_ONE_OF", one_of)
    assert "".join(pieces(text)) == text
    parser, fresh = Parser(), cst.parse_module(text)
    for _ in range(2):
        tree = parser.parse(text)
        module = tree.module
        assert module.code == text
        assert tree.calls == Parsed(text, module).calls
        assert outline(module) == outline(fresh)
        nodes = [id(node) for node in every(module)]
        assert len(nodes) == len(set(nodes))


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("chunk", [1, 500])
def test_same_tree_in_chunks(text: str, chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reparsing, "_CHUNK", chunk)
    tree = in_chunks(text)
    assert tree.module.code == text
    assert tree.calls == Parsed(text, tree.module).calls
    assert outline(tree.module) == outline(cst.parse_module(text))


def test_what_no_parser_reads_is_told_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reparsing, "_CHUNK", 1)
    text = "import a\nimport b\nx = (\n"
    with pytest.raises(cst.ParserSyntaxError) as wanted:
        cst.parse_module(text)
    with pytest.raises(cst.ParserSyntaxError) as raised:
        in_chunks(text)
    assert (raised.value.raw_line, raised.value.raw_column) == (
        wanted.value.raw_line,
        wanted.value.raw_column,
    )


def every(module: cst.Module) -> list[cst.CSTNode]:
    found, todo = [], [module]
    while todo:
        node = todo.pop()
        found.append(node)
        todo.extend(code_children(node))  # type: ignore[arg-type]
    return found  # type: ignore[return-value]


TYPED = (
    "", "\n", "x", "(", '"', "# a\n", "def f():\n", "@", '"""', "\\\n", "    # a\n", "\t", "{",
    "f'{", "'", ":", "if x:\n", "else:\n", "é",
)  # fmt: skip


def test_what_the_parser_loses_of_a_piece() -> None:
    text = "import a\n\n    # further in\nx = 1\ndef f(): pass\n"
    tree = Parser().parse(text)
    assert tree.module.code == text
    assert outline(tree.module) == outline(cst.parse_module(text))


def test_same_tree_while_typing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reparsing, "_ONE_OF", 2)
    draw = random.Random("typing")
    text = Path(argparse.__file__).read_text()[:6000].rpartition("\n\n")[0]
    parser = Parser()
    for _ in range(60):
        at = draw.randrange(len(text))
        new = text[:at] + draw.choice(TYPED) + (text[at + draw.randint(0, 2) :])
        try:
            fresh = cst.parse_module(new)
        except cst.ParserSyntaxError as problem:
            with pytest.raises(cst.ParserSyntaxError) as raised:
                parser.parse(new)
            assert raised.value.raw_line == problem.raw_line
            assert raised.value.raw_column == problem.raw_column
            continue
        tree = parser.parse(new)
        module = tree.module
        assert module.code == fresh.code
        assert tree.calls == Parsed(new, module).calls
        assert outline(module) == outline(fresh)
        text = new
