"""What holds after `try: import x` / `except ImportError:`, whether x is installed or not.

Each program is run by Python both ways. A variable that has one value in both has it in the trace
as well; of one that differs the trace says that it may be either.
"""

from __future__ import annotations

import sys
from textwrap import dedent
from types import ModuleType
from typing import Any

import pytest

from flake8_concat.shapes import Choice
from flake8_concat.trace.source import Source
from flake8_concat.trace.tracer import trace

PROGRAMS = {
    "a size of each": """
        try:
            import absent
            size = 4
        except ImportError:
            size = 8
        twice = 2 * size
        same = 3
    """,
    "on one line": """
        try: import absent; size = 1
        except: size = 2
    """,
    "a flag": """
        try:
            from absent import thing
            has = True
        except ModuleNotFoundError:
            has = False
        first = 5 if has else 6
        if not has:
            second = 7
        else:
            second = 8
        both = first + second
    """,
    "else and finally": """
        try:
            import absent.parts
        except Exception:
            size = 1
        else:
            size = 2
        finally:
            last = 3
    """,
    "one in another": """
        try:
            import absent as engine
            name = "first"
        except ImportError:
            try:
                import math as engine
                name = "second"
            except ImportError:
                engine = None
                name = "third"
    """,
    "no way on": """
        def needed():
            try:
                import absent
            except ImportError:
                return 1
            return 2
        size = needed()
    """,
    "another error": """
        try:
            import absent
            size = 1
            int("no number")
        except ImportError:
            size = 2
        except ValueError:
            size = 3
    """,
    "what is there": """
        try:
            import json
            size = 1
        except ImportError:
            size = 2
        try:
            import os.path, sys
        except ImportError:
            size = 3
    """,
    "the second of them": """
        try:
            import json
            size = 1
            import absent
            same = 2
        except ImportError:
            size = 3
            same = 2
    """,
    "not caught": """
        try:
            import math
            size = 1
        except KeyError:
            size = 2
    """,
}


def run(text: str, *, installed: bool, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The variables of a program, with a package `absent` or without it."""
    with monkeypatch.context() as patched:
        for name in ("absent", "absent.parts"):
            made = ModuleType(name)
            made.__dict__.update(thing=1, __path__=[])
            patched.setitem(sys.modules, name, made if installed else None)  # type: ignore[arg-type]
        space: dict[str, Any] = {}
        exec(compile(text, "program.py", "exec"), space)
    return {k: v for k, v in space.items() if type(v) in (int, str, bool) and k[0] != "_"}


@pytest.mark.parametrize("text", [pytest.param(dedent(t), id=k) for k, t in PROGRAMS.items()])
def test_either_way_counts(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = run(text, installed=True, monkeypatch=monkeypatch)
    without = run(text, installed=False, monkeypatch=monkeypatch)
    ours = trace(Source(text, "program.py")).module_scope
    for name in with_it.keys() & without.keys():
        if with_it[name] == without[name]:
            assert ours[name] == with_it[name], name
        else:
            assert isinstance(ours[name], Choice), name
            assert {ours[name].yes, ours[name].no} == {with_it[name], without[name]}, name
