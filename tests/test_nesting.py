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


@pytest.mark.parametrize(
    "text",
    ["x = f(1)\n" * 300_000, "x = [" + "1, " * 1_000_000 + "]\n", "#" * 30_000_000],
)
def test_large_files(text: str) -> None:
    with pytest.raises(nesting.TooDeep):
        nesting.check(text)


@pytest.mark.parametrize("quote", ["'", '"', "'''", '"""'])
def test_large_strings(quote: str) -> None:
    nesting.check(f"x = {quote}{'1, 2 ' * 1_000_000}{quote}\n")


@pytest.mark.parametrize("bracket", ["[]", "()", "{}"])
def test_patterns(bracket: str) -> None:
    """What the parser tries grows twofold, or fourfold, with each bracket in a pattern."""
    key = "1: " if bracket == "{}" else ""

    def case(depth: int) -> str:
        return f"    case {(bracket[0] + key) * depth}a{bracket[1] * depth}: pass\n"

    nesting.check("match x:\n" + case(4) * 200 + "    case A(b=[c, {'d': (e, f)}]) | A(): pass\n")
    nesting.check("case = " + "[" * 30 + "]" * 30 + "\n")
    for text in (case(20), case(8) * 1000):
        with pytest.raises(nesting.TooDeep):
            nesting.check("match x:\n" + text)
