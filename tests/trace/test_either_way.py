"""Programs with tests that nobody knows: what is known afterwards holds whichever way they went."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from flake8_concat.shapes import Choice, Unknown, leaves
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
    "what a function does after it has perhaps returned": """
sizes, size = [1], 1
class Options:
    width = 2
def grow():
    global size
    if unknown():
        return
    sizes.append(2)
    size = Options.width = 4
grow()
other = len(sizes), Options.width
""",
    "what the other branch has changed before it returned": """
size, other = 1, [1]
def grow():
    global size
    if unknown():
        size = 4
        other.append(2)
        return 5
    return 6
grow()
""",
    "a loop of which one round returns": """
sizes, size = [1], 1
def grow():
    global size
    for i in range(3):
        size = 3 - size
        if unknown():
            return size
        sizes.append(2)
    else:
        sizes.append(3)
grow()
other = len(sizes)
""",
    "the else of a try that has perhaps returned": """
sizes = {'a': 1}
def grow():
    try:
        if unknown():
            return
    except ValueError:
        pass
    else:
        sizes['a'] = 2
    sizes['b'] = 3
grow()
size, other = sizes['a'], len(sizes)
""",
    "a function that perhaps returned, then raises": """
sizes = [1]
def grow():
    if unknown():
        return
    sizes.append(2)
    raise ValueError
try:
    grow()
    size = 1
except ValueError:
    size = 2
other = len(sizes)
""",
    "one of two lists is changed": """
first, second = [1], [2]
either = first if unknown() else second
either.append(3)
size, other = len(first), len(second)
""",
    "one of two lists is changed by an operator": """
first, second = [1], [2, 3]
either = first if unknown() else second
either += [3]
size, other = len(first), second
""",
    "a list that is perhaps the one that changes": """
first, second = [1], [2]
either = first if unknown() else second
first.append(3)
size, other = len(either), len(second)
""",
    "an item of one of two lists": """
first, second = [[1]], [[2]]
either = first if unknown() else second
either[0][0] = 5
size, other = first[0][0], second
""",
    "a list changed on one way, joined with another": """
first, second = [1], [2]
holder = [first]
if unknown():
    holder[0] = second
    second += [3]
size, other = len(holder[0]), len(second)
""",
    "one of two objects": """
class Options:
    def __init__(self, width):
        self.width = width
first, second = Options(1), Options(2)
if unknown():
    either = first
else:
    either = second
either.width = 5
either.height = 6
size, other = first.width, hasattr(second, 'height')
""",
    "an object under a key that is not known": """
class Options:
    width = 1
options = {'a': Options(), 'b': Options()}
options['a' if unknown() else 'b'].width = 5
size, other = options['a'].width, options['b'].width
""",
    "one of two lists is handed to a function": """
def grow(sizes):
    sizes.append(9)
first, second = [1], [2]
grow(first if unknown() else second)
size, other = len(first), len(second)
""",
    "a list or none": """
first = [1]
either = first if unknown() else None
if either is not None:
    either.append(2)
size, other = len(first), first
""",
    "a function that is perhaps defined": """
if unknown():
    def width():
        return 1
try:
    size = width()
except NameError:
    size = 2
other = size + 1
""",
    "a name that is perhaps bound, asked for twice": """
try:
    if unknown():
        raise KeyError
    width = 1
except KeyError:
    pass
try:
    size = width
except NameError:
    size = width = 2
other = width
""",
    "an attribute of a class that a base has too": """
class Base:
    width = 1
class Options(Base):
    pass
if unknown():
    Options.width = 2
size = Options().width
other = Options.width
""",
    "an attribute that is perhaps there is asked for": """
class Options:
    def __init__(self):
        if unknown():
            self.width = 2
try:
    size = Options().width
except AttributeError:
    size = 3
""",
    "a dict that perhaps has a key goes over another": """
first = {'a': 1, 'b': 2}
second = {}
if unknown():
    second['a'] = 3
size = {**first, **second}['a']
first.update(second)
other = first['a'], first.pop('a', 5)
""",
    "the order of keys of which one was perhaps there": """
sizes = {'a': 1}
if unknown():
    sizes['b'] = 2
sizes['c'] = 3
sizes['b'] = 4
size, other = list(sizes), list(sizes.values())
""",
    "what may be raised is kept": """
from contextlib import suppress
size = other = 1
with suppress(ValueError):
    if unknown():
        raise ValueError
    size = 2
other += size
""",
    "a finally on the way of what is perhaps raised": """
size = other = 1
try:
    try:
        if unknown():
            raise ValueError
    finally:
        size = 5
    size = 1
except ValueError:
    other = size
""",
    "the sixth of many ways into a handler": """
size = other = 1
try:
    for i in range(8):
        if i == 6:
            size = 5
        if unknown():
            raise ValueError
    size = 1
except ValueError:
    other = size
""",
    "left, or gone round again": """
for size in [0, 1, 2]:
    if unknown():
        continue
    other = size
    if unknown():
        break
""",
    "tuples of lists, of which one is changed": """
first, second = [1], [2]
both = (first,) if unknown() else (second, first)
both[0].append(3)
size, other = len(first), len(second)
""",
    "whether one list is another": """
first, second = [1], [1]
either = first if unknown() else second
size, other = either is first, either is second
""",
    "what a name keeps of a dict": """
sizes = {'a': 1}
names, numbers = sizes.keys(), 0
kept = sizes.values()
sizes['b'] = 2
size, other = len(sizes), sum(kept)
""",
    "a generator that perhaps gives less": """
def widths():
    if unknown():
        yield 1
    yield 2
    if unknown():
        return
    yield 3
size = len(list(widths()))
other = next(widths())
""",
}


def holds(known: Any, value: Any) -> bool:
    """Whether a value of Python is what the trace knows of it, as far as it does."""
    if isinstance(known, Choice):
        return any(holds(one, value) for one in leaves(known))
    if isinstance(known, Unknown) or getattr(known, "blur", None) is not None:
        return True
    if isinstance(known, (list, tuple)):
        return len(known) == len(value) and all(map(holds, known, value))
    return bool(known == value)


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_is_known_holds_either_way(name: str) -> None:
    text = PROGRAMS[name]
    ours = trace(Source(f"from unseen import unknown\n{text}", "program.py")).module_scope
    ways = [*product([True, False], repeat=4), (*[False] * 6, True), (*[False] * 7, True)]
    for way in ways:
        answers = iter(way)
        theirs: dict[str, Any] = {"unknown": lambda: next(answers, False)}  # noqa: B023
        exec(text, theirs)
        for variable in ("size", "other"):
            known = ours.get(variable, Unknown("it is not bound"))
            assert variable not in theirs or holds(known, theirs[variable])


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


def test_what_is_the_same_on_both_ways_is_known() -> None:
    program = """
from unseen import unknown
class Options:
    def __init__(self, width):
        self.width, self.height = width, 7
first, second = Options(1), Options(2)
either = first if unknown() else second
same = either.height
sizes = [1, 2]
copied = sizes if unknown() else [1, 2]
copied_length, its_first = len(copied), copied[0]
class Layers:
    def build(self):
        self.depth = 3
        if unknown():
            return
        self.width = 4
layers = Layers()
layers.build()
depth, width = layers.depth, layers.width
def double(size):
    if unknown():
        return size * 2
    doubled = size + size
    return doubled
doubled = double(3)
"""
    ours = trace(Source(program, "program.py")).module_scope
    names = ("same", "copied_length", "its_first", "depth", "width", "doubled")
    assert [ours[name] for name in names] == [7, 2, 1, 3, 4, 6]


def test_a_generator_that_reads_what_changed_since_is_not_known() -> None:
    program = """
numbers = [1, 2]
def all_of():
    for number in numbers:
        yield number
def told(log):
    try:
        yield 1
    except ValueError:
        log.append(1)
        yield 7
taken = all_of()
first = next(taken)
numbers.append(3)
rest = list(taken)
log = []
stopped = told(log)
next(stopped)
seven = stopped.throw(ValueError)
calm = all_of()
next(calm)
two_three = list(calm)
"""
    theirs: dict[str, Any] = {}
    exec(program, theirs)
    ours = trace(Source(program, "program.py")).module_scope
    assert ours["first"] == theirs["first"] == 1
    assert ours["two_three"] == theirs["two_three"] == [2, 3]
    assert theirs["rest"] == [2, 3]
    assert isinstance(ours["rest"], Unknown) or ours["rest"].blur is not None
    assert isinstance(ours["seven"], Unknown)
    assert ours["log"].blur is not None
