"""The cheap walk over a tree is LibCST's own."""

from __future__ import annotations

import argparse
import ast
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import libcst as cst
import pytest

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


def test_positions_of_calls() -> None:
    text = (Path(sysconfig.get_paths()["stdlib"]) / "dataclasses.py").read_text()
    source = Source(text, "dataclasses.py")
    calls = source._tree.calls
    assert calls
    assert all(source._all[node] == place for node, place in calls.items())
