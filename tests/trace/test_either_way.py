"""Programs with tests that nobody knows: what is known afterwards holds whichever way they went."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from flake8_concat.shapes import Choice, Unknown
from flake8_concat.trace.source import Source
from flake8_concat.trace.tracer import trace

PROGRAMS = {
    "a handler of what is perhaps raised": """
size = 3
try:
    if unknown():
        raise ValueError
    size = 3
except ValueError:
    size = 5
""",
    "what a try had done before": """
size, other = 2, 1
try:
    size, other = 1, size
    if unknown():
        raise KeyError
    size, other = other, 7
except (KeyError, ValueError):
    pass
""",
    "raised in a function": """
size = 3
def check():
    if unknown():
        raise ValueError
    return 4
try:
    size = check()
    size += check()
except ValueError:
    other = size
""",
    "one way is caught, the other is not": """
size = 3
try:
    try:
        if unknown():
            raise ValueError
        raise KeyError
    except ValueError:
        size += 1
except KeyError:
    size += 10
""",
    "a loop that is perhaps left": """
for size in [1, 2, 3]:
    if unknown():
        break
else:
    size = 9
""",
    "the else of a loop that runs nobody knows how often": """
sizes = []
while len(sizes) < 2 and unknown():
    sizes.append(1)
else:
    sizes.append(4)
size = len(sizes)
""",
    "the else of a try that is perhaps left": """
size = 1
for i in range(2):
    try:
        if unknown():
            break
    except ValueError:
        pass
    else:
        size += 1
""",
    "a key that one branch sets": """
sizes = {'a': 1}
if unknown():
    sizes['b'] = 2
size, other = len(sizes), 'b' in sizes
""",
    "a key that one branch takes away": """
sizes = {'a': 1}
if unknown():
    del sizes['a']
size = 3 if sizes else 4
other = 0
for key in sizes:
    other += 1
""",
    "an argument that is perhaps given": """
options = {}
if unknown():
    options['size'] = 2
def both(**given):
    return given.get('size', 3), 'size' in given
size, other = both(**options)
""",
    "an attribute that one branch sets": """
class Options:
    def __init__(self):
        if unknown():
            self.size = 2
size = 3 if hasattr(Options(), 'size') else 4
other = getattr(Options(), 'size', 5)
""",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_is_known_holds_either_way(name: str) -> None:
    text = PROGRAMS[name]
    ours = trace(Source(f"from unseen import unknown\n{text}", "program.py")).module_scope
    for ways in product([True, False], repeat=4):
        answers = iter(ways)
        theirs: dict[str, Any] = {"unknown": lambda: next(answers, False)}  # noqa: B023
        exec(text, theirs)
        for variable in ("size", "other"):
            known = ours.get(variable)
            if variable in theirs and not isinstance(known, (Unknown, Choice, type(None))):
                assert known == theirs[variable]


def test_what_no_branch_changes_stays_known() -> None:
    program = """
from unseen import unknown
sizes = {'a': 1}
if unknown():
    sizes['b'] = 2
size, other = sizes['a'], 'c' in sizes
if 'b' in sizes:
    first = 1 if 'b' in sizes else 0
sizes['b'] = 3
last = len(sizes), 'b' in sizes
"""
    ours = trace(Source(program, "program.py")).module_scope
    known = [ours[name] for name in ("size", "other", "first", "last")]
    assert known == [1, False, 1, (2, True)]
