"""The cheap walk over a tree is LibCST's own."""

from __future__ import annotations

import argparse
import ast
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import libcst as cst
import pytest

from flake8_concat.diagnostics import Range
from flake8_concat.trace.parsing import parse_module
from flake8_concat.trace.source import Source, code_children

ODD = """
@decorated(a())(b())
def f(x: g() = h(), /, y=i(), *args: j(), z: k() = l(), **rest: m()) -> n():
    return o() if p() else q()

@decorated(a())
class C(base(), metaclass=meta()):
    x: int(1) = e()

async def later():
    async with a() as b, c() as d:
        async for x in y():
            await z()
    return [f(i) async for i in g() if h(i) if j(i)]

with (a() as b, c() as d):
    pass
try:
    a()
except b() as c:
    d()
else:
    e()
finally:
    f()
for x in a():
    b()
else:
    c()
while a():
    b()
else:
    c()
if a():
    b()
elif c():
    d()
else:
    e()
match a():
    case {"x": y, **rest} if b():
        c()
    case Point(x=0, y=1) | [1, *others] as whole:
        d()
x = {a(): b(), **c(), d(): e()}
x = {a() for b in c()}
x = {a(): b() for c in d()}
x[a() : b() : c(), d()] = e() < f() < g()
x = lambda p=a(), *q, r=b(): c()
assert a(), b()
del x[a()]
raise a() from b()
(y := a())
print(f"{a()!r:>{b()}}", *c(), **d())
x += a() + -b() @ c()
global_, *others = a(), *b()
"""


def everything(module: cst.Module) -> Iterator[cst.CSTNode]:
    todo: list[cst.CSTNode] = [module]
    while todo:
        node = todo.pop()
        yield node
        todo.extend(reversed(node.children))


def cheaply(module: cst.Module) -> Iterator[cst.CSTNode]:
    todo: list[cst.CSTNode] = [module]
    while todo:
        node = todo.pop()
        yield node
        todo.extend(reversed(code_children(node)))


@pytest.mark.parametrize(
    "text", [ODD, Path(argparse.__file__).read_text(), Path(ast.__file__).read_text()]
)
def test_walk_is_complete_and_in_order(text: str) -> None:
    module = cst.parse_module(text)
    kinds = (cst.Name, cst.Call, cst.SimpleString, cst.Integer, cst.BaseStatement)
    there = [node for node in everything(module) if isinstance(node, kinds)]
    here = [node for node in cheaply(module) if isinstance(node, kinds)]
    assert [id(node) for node in here] == [id(node) for node in there]


@pytest.mark.parametrize(
    "text", [ODD, "", "\ufeffx = 1", "x = 1\r\n\ty", "x\0", "print 'a'", "\ud800"]
)
def test_parse_is_that_of_libcst(text: str) -> None:
    try:
        expected = cst.parse_module(text)
    except Exception as error:
        with pytest.raises(type(error)) as raised:
            parse_module(text)
        assert str(raised.value) == str(error)
    else:
        assert parse_module(text).deep_equals(expected)


def test_parse_leaves_libcst_as_it_was() -> None:
    module = parse_module(ODD)
    assert all(type(node) is vars(cst)[type(node).__name__] for node in everything(module))
    assert type(cst.Name) is type(cst.Arg) is type(cst.SimpleWhitespace) is type(cst.CSTNode)
    with pytest.raises(cst.CSTValidationError):
        cst.Name("")


def test_positions_of_calls() -> None:
    text = (Path(sysconfig.get_paths()["stdlib"]) / "dataclasses.py").read_text()
    source = Source(text, "dataclasses.py")
    calls = source._tree.calls
    assert calls
    assert all(source._all[node] == place for node, place in calls.items())


ODD_LINES = '''# -*- coding: utf-8 -*-
"""Doc."""
def f(größe, *,
      b=[1, 2]):
\tif größe: a = b; b = (a,
   3)
\telse:
\t\tx = f(
  größe,  # ü
\t\t)[1:2].shape; y = "ü" + \\
  z
\treturn {'a':
b, **c}
@d.e(3)
class C(A): v = 3; w = v
def \\
  later(): pass
async  def soon(): pass
if größe: pass
else:
  def ü(): pass
class D:
    \"\"\"A
  docstring\"\"\"
    f"{a!r:>{b}}" 'c'
    async def g(self): await self.h(1)
'''


@pytest.mark.parametrize("text", [ODD, ODD_LINES, Path(argparse.__file__).read_text()])
def test_positions_line_by_line(text: str) -> None:
    source = Source(text, "lines.py")
    lines = source._positions
    assert lines._lines
    assert all(lines.range_of(node) == source._all[node] for node in lines._lines)


@pytest.mark.parametrize("text", [ODD, ODD_LINES, Path(argparse.__file__).read_text()])
def test_positions_of_what_is_defined(text: str) -> None:
    source = Source(text, "names.py")
    names = source._positions._names
    assert names
    assert all(source._all[node] == place for node, place in names.items())


def test_positions_that_python_knows() -> None:
    """LibCST is not asked: what it takes to print a line is a hundred times that."""
    source = Source("wide, high = f(x.shape[1:3], axis=-1, ü=1 + 2.5, on=None)\n", "one.py")
    lines = source._positions
    statement = source.module.body[0].body[0]
    for node in (statement.targets[0].target, *(arg.value for arg in statement.value.args)):
        assert lines.range_of(node) is not None
    assert not lines._found


def test_positions_of_a_text_with_tabs_that_libcst_refuses() -> None:
    source = Source("if a:\n        b = 1\n\tc = [2,\n\t3]\n", "tabs.py")
    assert source.respaced
    assert source.range_of(source.module.body[0].body.body[1].body[0].value).line == 3


def test_positions_without_the_tree_of_python() -> None:
    source = Source("print(a.b)\n", "odd.py")
    source._tree.python = None
    node = source.module.body[0].body[0].value.args[0].value
    assert source.range_of(node) == Range(1, 7, 1, 10)


def test_words_of_the_code_and_all() -> None:
    text = (
        '"""Docs."""\n'
        "first = 'said'  # beside\n"
        "def f():\n"
        "    '''More.'''\n"
        "    return first  # again first\n"
    )
    source = Source(text, "model.py")
    assert set(source.code_words.split()) == {"first", "said", "def", "f", "return"}
    rest = {"Docs", "beside", "More", "again"}
    assert set(source.words.split()) == set(source.code_words.split()) | rest
