"""The cells of a notebook as one module, line for line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flake8_concat import nesting, syntax

_PYTHON = frozenset({"time", "timeit", "capture", "prun", "python", "python3", "pypy"})
_MAGIC = re.compile(r"(?P<indent>\s*)(?:[%!?]|[\w.]+\?{1,2}\s*$|[\w., ]+=\s*(?:!|%\w))")


def as_module(cells: Sequence[Sequence[str]]) -> str:
    """The text of all cells, one below the other; what is not Python keeps its lines, empty.

    Cells from the first that can't be read are left out: what it would do to the names that the
    later ones use is not known.
    """
    lines: list[str] = []
    readable = True
    for cell in cells:
        plain = without_magic(cell)
        readable = readable and _parses("\n".join(plain))
        lines += plain if readable else [""] * len(plain)
    return "\n".join(lines)


def without_magic(lines: Sequence[str]) -> list[str]:
    """A cell with the commands of IPython taken out: `%cd x`, `!ls`, `x?`, `%%bash`."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    head = lines[first].strip() if lines else ""
    if head.startswith("%%"):
        name = head[2:].split(" ", 1)[0]
        if name not in _PYTHON:
            return [""] * len(lines)
        lines = ["" if number == first else line for number, line in enumerate(lines)]
    if not any(sign in line for line in lines for sign in "%!?"):
        return list(lines)
    if _parses("\n".join(lines)):  # a `%` that begins a line goes on with an expression
        return list(lines)
    return [_plain(line) for line in lines]


def _plain(line: str) -> str:
    match = _MAGIC.match(line)
    return f"{match['indent']}pass" if match else line


def _parses(text: str) -> bool:
    try:
        nesting.check(text)
        syntax.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError, nesting.TooDeep):
        return False
    return True
