"""What is safe to give to the parser."""

from __future__ import annotations

import contextlib

import libcst
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pace import within

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
        "x = f'{a['" + "(" * 500 + "']}'\n",
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


@pytest.mark.parametrize("above", [0, 1, 37, 83, 500])
@pytest.mark.parametrize("statement", ["x = 1\n", "return f(\n    1)\n", "f('é')\n"])
def test_long_chains_amid_short_statements(statement: str, above: int) -> None:
    with pytest.raises(nesting.TooDeep):
        nesting.check(f"{statement * above}a{'.a' * 600} + (\na{'.a' * 600})\n{statement * 500}")


# Each of these strings has a line that looks as if a statement began there.
@pytest.mark.parametrize(
    "part",
    [
        '"""\nreturn """',
        "'''\nreturn\nreturn '''",
        '""" \'\'\' \nreturn """',
        "'a\\\nreturn '",
        "'a\\\r\nreturn '",
        '\'\\\n"""\' \'\\\nreturn """\'',
        "f'{\nx = }'",
        'f"""{a}\nreturn """',
    ],
)
@pytest.mark.parametrize("before", ["", "# '''\n", '"""\'\'\'"""\n', '\'\\\n"""\'\n'])
def test_long_chains_of_strings(before: str, part: str) -> None:
    libcst.parse_module(f"{before}x = {part}\n")
    with pytest.raises(nesting.TooDeep):
        nesting.check(f"{before}x = {' + '.join([part] * 1200)}\n")


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


@pytest.mark.parametrize(
    "line",
    [
        "x = f'{\"'\"}' + {deep}  # \"\n",
        "x = f\"{'\"'}\" + {deep}  # '\n",
        "x = f'{a[{deep}]}'\n",
        "x = f'{a:>{{deep}}}'\n",
        "x = rf'\\N{{deep}}'\n",
        "x = f'\\N{' + {deep}  # '\n",
        "x = f'''{\"'''\"}''' + {deep}  # '''\n",
        "x = '\\\r\n' + {deep}  # '\n",
    ],
)
def test_deep_beside_strings(line: str) -> None:
    """Strings in the fields of an f-string may have its own quotes: what is code behind them?"""
    text = line.replace("{deep}", "(" * 20_000 + ")" * 20_000)
    with pytest.raises(nesting.TooDeep):
        nesting.check(text)


def _can_be_parsed(text: str) -> bool:
    try:
        libcst.parse_module(text)
    except BaseException:  # the native parser panics outside Exception
        return False
    return True


PIECES = (
    "f'", 'f"', "f'''", 'f"""', "rf'", "t'", "'", '"', "'''", '"""', "{", "}", "{{", "}}", ":", "\\",
    "\\N{", "\\{", "\\'", '\\"', "(", ")", "[", "]", "a", "b ", "+", "!r", "\n", "#", "\r", "{a}", "{'a'}",
    '{"', "'}", "f'{a}'", ":{w}", "x = ", " ", "\\\n", "\\\r", "\\\r\n",
)  # fmt: skip


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=9),
    st.sampled_from(
        ("", *(f"{kind}{quote}" for kind in ("f", "rf", "") for quote in ("'", '"', "'''", '"""')))
    ),
)
def test_strings_end_where_the_parser_sees_their_end(pieces: list[str], string: str) -> None:
    """What can be parsed is read to its end, with nothing left open."""
    text = string + "".join(pieces) + string.lstrip("fr") + "\n"
    if not _can_be_parsed(text):
        return
    counter = nesting._Counter(text)
    counter.run()
    assert len(counter.inside) == 1


# Strings that hold lines like those that begin a statement, quotes of others, and code.
_INNER = (
    "", "\nreturn ", "\nreturn\nreturn ", "\n  x = ", "\\\nreturn ", "\\\r\nreturn ", "{\nx = }", "{a}", " # ",
    "'", '"', "''' \nreturn ", '""" \nreturn ', "{'''\nreturn '''}", "{b'\\\nreturn '}",
)  # fmt: skip
_STRINGS = [
    text
    for kind in ("", "f", "rf")
    for quote in ("'", '"', "'''", '"""')
    for inner in _INNER
    if _can_be_parsed(text := f"{kind}{quote}{inner}{quote}")
]
_BEFORE = ("", "# '''\n", "'''a'''\n", '\'\\\n"""\'\n', "x = '''a''' '''b'''\n")


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.sampled_from(_STRINGS), min_size=1, max_size=3),
    st.sampled_from(_BEFORE),
    st.sampled_from([" + ", " ", " + \\\n", " +  # '''\n"]),
)
def test_no_chain_of_strings_is_overlooked(strings: list[str], before: str, link: str) -> None:
    text = f"{before}x = ({link.join(strings * 40)})\n"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(nesting, "MAX_CHAIN", 30)
        assert not nesting._harmless(text)


@pytest.mark.parametrize(
    "unit", ["\\'", '\\"', '\\"""\n', "\\'''\n", "'\\\n", 'f"', "f'{", "'''\\", "f'\\N{"]
)
def test_quotes_that_nothing_closes(unit: str) -> None:
    text = "x = (1)\n" + unit * (1_500_000 // len(unit))
    with within(4), contextlib.suppress(nesting.TooDeep):
        nesting.check(text)
