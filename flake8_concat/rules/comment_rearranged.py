"""What a comment says before and after a call that only arranges anew: `# from 28x28x1 to 784`.

A reshape, a new axis, a transposition: the number of elements stays, whatever the array is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from fractions import Fraction
from math import prod

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Layout, Span
from flake8_concat.rules.describe import code
from flake8_concat.rules.known_moves import Sizes, move_of, plain_name
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.rules.shape_text import LONGEST
from flake8_concat.rules.written_past import called
from flake8_concat.trace.facts import Facts

_SHAPE = r"[(\[]\s*\w+\s*,\s*\w+(?:\s*,\s*\w+)*\s*,?\s*[)\]]|\b\w+(?:\s?[x×]\s?\d+)+\b"
# Begins with what stands between the two, which is rare.
_BECOMES = late.compiled(r"(?:->|=>|→|(?<=[\s\d)\]])to(?=[\s\d(\[])|转变为|变为|变成|转换为)")
_BEFORE = late.compiled(rf"(?P<shape>{_SHAPE})\s*$")
_AFTER = late.compiled(rf"\s*(?P<shape>{_SHAPE})")
_SIZE = late.compiled(r"[A-Za-z_]+|\d+")
_REARRANGES = frozenset(
    "reshape expand_dims squeeze transpose permute_dimensions swapaxes moveaxis flatten "
    "ravel".split()
)
_MODULES = ("np", "numpy", "tf", "K", "ops", "keras.ops", "keras.backend", "jnp")
_TWICE = (Fraction(2), Fraction(1, 2))


def rearranged(facts: Facts, told: Container[int]) -> Iterator[Finding]:
    """The comments with two shapes, of which the call at hand can't make one of the other.

    told: the lines of those that something is said of already
    """
    if not any(name in facts.source.text for name in _REARRANGES):
        return
    layout = Layout.of(facts.source)
    for comment in layout.comments.values():
        short = len(comment.text) <= LONGEST and comment.line not in told
        ways = list(_BECOMES.finditer(comment.text)) if short else []
        if len(ways) != 1:
            continue
        one = _BEFORE.search(comment.text[: ways[0].start()])
        other = _AFTER.match(comment.text, ways[0].end())
        if one is None or other is None:
            continue
        span = layout.next_after(comment.line) if comment.own_line else layout.at(comment.line)
        if span is None or (comment.own_line and span.first != comment.line + 1):
            continue
        value = _value(span)
        why = _wrong(facts, value, _sizes(one["shape"]), _sizes(other["shape"])) if value else None
        if why is not None:
            said = comment.text[one.start("shape") : other.end("shape")]
            place = comment.range(one.start("shape"), other.end("shape"))
            yield Finding(Place(facts.source, range=place), f"the comment says {said}, but {why}")


def _value(span: Span) -> cst.Call | None:
    """The call that arranges anew whose value a statement assigns."""
    part = span.part
    value = part.value if isinstance(part, (cst.Assign, cst.Return)) else None
    if not isinstance(value, cst.Call) or called(value) not in _REARRANGES:
        return None
    return value if _is_whole(value) else None


def _is_whole(call: cst.Call) -> bool:
    """Whether a call takes an array as it is, and nothing that is put together or cut there."""
    first = next((arg.value for arg in call.args if arg.keyword is None), None)
    owner = call.func.value if isinstance(call.func, cst.Attribute) else first
    given = first if (dotted(owner) or "") in _MODULES else owner
    if isinstance(given, cst.Subscript):
        plain = all(isinstance(one.slice, cst.Index) for one in given.slice)
        return plain and dotted(given.value) is not None
    return dotted(given) is not None


def _sizes(written: str) -> Sizes:
    """The sizes of a shape, numbers and names; () where one is open."""
    sizes = [size for size in _SIZE.findall(written) if size not in ("x", "×")]
    if any(size.lower() in ("none", "any") for size in sizes):
        return ()
    return tuple(int(size) if size.isdigit() else plain_name(size) for size in sizes)


def _wrong(facts: Facts, call: cst.Call, one: Sizes, other: Sizes) -> str | None:
    """What is wrong with it that a call makes the one of the other, None if it may be right."""
    numbers = [[size for size in sizes if type(size) is int] for sizes in (one, other)]
    names = [Counter(size for size in sizes if type(size) is not int) for sizes in (one, other)]
    if not all(numbers) or names[0] != names[1] or 0 in numbers[0] + numbers[1]:
        return None
    name = called(call) or ""
    before, after = map(prod, numbers)
    if before != after:
        slip = one[0] == other[0] or Fraction(before, after) in _TWICE
        alike = name not in ("reshape", "flatten", "ravel") and abs(len(one) - len(other)) < 2
        told = f"{name} keeps the number of elements, and these are {before} and {after}"
        return told if slip or (alike and name == "expand_dims") else None
    move = move_of(call, Outline.of(facts.source), None)
    wanted = move.gives(one) if move is not None and len(move.takes) == 1 else None
    if wanted is not None and wanted != other and Counter(wanted) == Counter(other):
        return f"{code(call.func)} makes ({', '.join(map(str, wanted))}) of it"
    if name == "reshape" and one[0] != other[0] and one[0] in other and _keeps_first(call):
        return f"the first size stays {one[0]}"
    return None


_FIRST = re.compile(r"(?:^|[(\[,])\s*\w+\.shape\[0\]\s*,")


def _keeps_first(call: cst.Call) -> bool:
    """Whether a reshape begins its new shape with the first size of the array."""
    given = ", ".join(code(arg.value) for arg in call.args)
    return _FIRST.search(given) is not None
