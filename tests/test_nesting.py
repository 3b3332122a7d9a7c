"""What is safe to give to the parser."""

from __future__ import annotations

import pytest

from flake8_concat import nesting


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x = [" + "1, " * 20_000 + "]\n",
        "x = (" + "'text' \n" * 900 + ")\n",
        "x = a.b(1).c(2).d(3)\n" * 5000,
        "# " + "(" * 500 + "\n",
        "x = '" + "(" * 500 + "'\n",
        "'''\n" + ":(\n" * 500 + "'''\n",
        "x = '''" + "+" * 5000 + "'''\n",
        "if a:\n  pass\n" + "elif b:\n  pass\n" * 500,
        "def f(x):\n" + "    x = layer(x) + x * (1 - x)\n" * 3000,
        "match x:\n    case {'a': [1, 2], 'b': {'c': 3}}:\n        pass\n",
        "x = f'{a.b(c)} {{not}} {d[0]}'\n" * 500,
    ],
)
def test_safe(text: str) -> None:
    nesting.check(text)


@pytest.mark.parametrize("size", [200, 2000, 20_000])
@pytest.mark.parametrize("bracket", ["(", "[", "{", "f(", "[1, (", "{1: "])
def test_deep_brackets(bracket: str, size: int) -> None:
    with pytest.raises(nesting.TooDeep):
        nesting.check("x = " + bracket * size)


@pytest.mark.parametrize("link", [" + ", ".a", "()", "[0]", " and ", " if a else ", " 'b' ", "-"])
@pytest.mark.parametrize("before", ["", "def f():\n    ", "x = [1, 2, "])
def test_long_chains(before: str, link: str) -> None:
    with pytest.raises(nesting.TooDeep):
        nesting.check(f"{before}a{link * 1200}a\n")
