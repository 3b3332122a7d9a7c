"""The one list of axes in a file that has the width before the height.

`# (batch, steps, cols, rows, depth)` among `# (batch, steps, rows, cols, depth)`: whatever the
tensors are, all that the file says of its axes else has them in the other order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix, Range
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Layout
from flake8_concat.rules.side_words import pair_sides
from flake8_concat.rules.size_sides import names_side
from flake8_concat.rules.turned import turned
from flake8_concat.trace.facts import Facts

_LIST = late.compiled(r"[(\[]\s*(?P<axes>[\w.-]+(?:\s*,\s*[\w.*/+-]+){3,5})\s*,?\s*[)\]]")
_AXIS = late.compiled(r"[\w.*/+-]+")
# What gives a map, or what is said of one, another order of its axes.
_TURNING = late.compiled(
    r"[Pp]ermute|(?<![\dD_])transpose\b|swapaxes|moveaxis|rot90|rotate|rearrange|einsum|\.T\b"
)
_KEEPING = late.compiled(r"transpose\([\w.]+,\s*(?:perm\s*=\s*)?[(\[](?P<order>[\d,\s]+)[)\]]\)")
_THE_SAME = 2  # lists that are the same but for the order of the two
_MAP = ("batch", "height", "width", "channels")
_ALL = 4  # lists with the sides in the usual order


class _List(NamedTuple):
    """A list of axes: the text that it stands in, where that begins, and where its names do."""

    line: int
    col: int
    text: str
    start: int


def lone_orders(facts: Facts) -> Iterator[Finding]:
    """The comment, or line of a docstring, with another order than all lists of its file."""
    text = facts.source.text
    if not names_side(facts.source.words):
        return
    orders = Counter[tuple[str, ...]]()
    for match in _LIST.finditer(text):
        axes = _axes(match["axes"])
        if _sides_at(axes) is not None:
            orders[axes] += 1
    odd = [axes for axes in orders if _width_first(axes)]
    if len(odd) != 1 or orders[odd[0]] > 1 or turned(text) or _turns(text):
        return
    (axes,) = odd
    at = _sides_at(axes) or 0
    right = (*axes[:at], axes[at + 1], axes[at], *axes[at + 2 :])
    if orders[right] < _THE_SAME and orders.total() <= _ALL:
        return
    what = "; all other lists of axes in this file have {} before {}, and nothing exchanges them"
    layout = Layout.of(facts.source)
    for comment in layout.comments.values():
        lists = list(_LIST.finditer(comment.text))
        if len(lists) == 1 and _axes(lists[0]["axes"]) == axes and "->" not in comment.text:
            where = _List(comment.line, comment.col, comment.text, lists[0].start("axes"))
            yield _finding(facts, where, at, what)
            return
    for match in _LIST.finditer(text):
        if _axes(match["axes"]) == axes:
            line = text.count("\n", 0, match.start()) + 1
            yield from _in_docstring(facts, line, axes, at, what)


def _in_docstring(
    facts: Facts, line: int, axes: tuple[str, ...], at: int, what: str
) -> Iterator[Finding]:
    """The finding of a list of axes on a line of a docstring, if it stands in one."""
    span, written = Layout.of(facts.source).at(line), facts.source.lines[line - 1]
    lists = [one for one in _LIST.finditer(written) if _axes(one["axes"]) == axes]
    if span is not None and span.is_string and len(lists) == 1 and "->" not in written:
        yield _finding(facts, _List(line, 1, written, lists[0].start("axes")), at, what)


# `B, H, W, C = x.shape`: what the axes of x are called by what is done with them.
_READ = late.compiled(
    r"=[ ]*(?:tf\.shape\((?P<of>\w+)\)|K\.int_shape\((?P<int>\w+)\)"
    r"|(?P<own>\w+)\.(?:shape\b(?!\[)|get_shape\(\)\.as_list\(\)))"
)
_NAMES = late.compiled(r"[ \t]+(?P<axes>\w+(?:[ ]*,[ ]*\w+){3})[ ]*")
_LONG = 200  # characters, more than four names have
_FUNCTION = late.compiled(r"^[ \t]*def \w+\(", re.MULTILINE)


def unpacked_orders(facts: Facts) -> Iterator[Finding]:
    """What a function says of a parameter whose sides it unpacks in the other order.

    `x: (batch, width, height, channels)` in a docstring or comment above `B, H, W, C = x.shape`.
    """
    text = facts.source.text
    if not names_side(facts.source.words) or (".shape" not in text and "shape(" not in text):
        return
    if turned(text):
        return
    starts = [match.start() for match in _FUNCTION.finditer(text)]
    for match in _READ.finditer(text):
        start = text.rfind("\n", max(0, match.start() - _LONG), match.start()) + 1
        names = _NAMES.fullmatch(text, start, match.start()) if start else None
        if names is None:
            continue
        axes = _axes(names["axes"])
        name = match["of"] or match["int"] or match["own"]
        functions = bisect_left(starts, match.start())
        if not functions or _sides_at(axes) is None or _width_first(axes):
            continue
        begin = starts[functions - 1]
        above = text[begin : match.start()]
        if not re.search(rf"^[^)]*\b{name}\b", above) or _TURNING.search(above):
            continue  # not as it was given
        yield from _said_above(facts, name, text.count("\n", 0, begin) + 1, above)


def _said_above(facts: Facts, name: str, first: int, above: str) -> Iterator[Finding]:
    layout = Layout.of(facts.source)
    says = re.compile(rf"[\s#*`:@-]*(?:param\s+)?`?{name}`?\b[^(\[]*")
    for number, written in enumerate(above.split("\n"), first):
        lists = list(_LIST.finditer(written))
        axes = _axes(lists[0]["axes"]) if len(lists) == 1 else ()
        if not axes or not _width_first(axes) or "->" in written:
            continue
        comment, span = layout.comments.get(number), layout.at(number)
        aside = comment is not None or (span is not None and span.is_string)
        if aside and says.fullmatch(written[: lists[0].start()]):
            where = _List(number, 1, written, lists[0].start("axes"))
            what = f", but {{}} before {{}} is how {name}.shape is unpacked below"
            yield _finding(facts, where, _sides_at(axes) or 0, what)


# `# batch, width, height, channels` and nothing else but words, above what reads them one by one.
_LISTED = late.compiled(r"#[^,(\[]*?[(\[]?(?P<axes>\b\w+(?:\s*,\s*\w+){3})\b")
_ITEM = late.compiled(r"[ \t]*(?P<target>\w+)[ ]*=[ ]*(?P<of>\w+)\[(?P<at>[0-3])\]\s*(?:#.*)?")
_BELOW = 8  # lines


def orders_read_below(facts: Facts) -> Iterator[Finding]:
    """A list of axes above lines that read the two sides from each other's place in it.

    `# batch, width, height, channels`, and then `height = shape[1]` and `width = shape[2]`.
    """
    if not names_side(facts.source.words) or "[2]" not in facts.source.text:
        return
    lines = facts.source.lines
    for comment in Layout.of(facts.source).comments.values():
        match = _LISTED.match(comment.text) if "," in comment.text and comment.own_line else None
        axes = _axes(match["axes"]) if match is not None else ()
        if match is None or len(axes) != len(_MAP) or not _width_first(axes):
            continue
        below = lines[comment.line : comment.line + _BELOW]
        items = [item for line in below if (item := _ITEM.fullmatch(line)) is not None]
        read = {int(item["at"]): item["target"] for item in items if item["of"] == items[0]["of"]}
        at = _sides_at(axes) or 0
        said = pair_sides(read.get(at, ""), read.get(at + 1, ""))
        if len(read) == len(items) and said == ("height", "width"):
            where = _List(comment.line, comment.col, comment.text, match.start("axes"))
            yield _finding(facts, where, at, ", but {} before {} is how they are read below")


def _axes(text: str) -> tuple[str, ...]:
    return tuple(_AXIS.findall(text))


def _sides_at(axes: tuple[str, ...]) -> int | None:
    """Where the two sides of an image stand beside each other in a list of axes."""
    found = [at for at in range(len(axes) - 1) if pair_sides(axes[at], axes[at + 1]) is not None]
    return found[0] if len(found) == 1 else None


def _width_first(axes: tuple[str, ...]) -> bool:
    at = _sides_at(axes)
    return at is not None and pair_sides(axes[at], axes[at + 1]) == ("width", "height")


def _turns(text: str) -> bool:
    """Whether a file may exchange two axes that follow each other: `transpose(x, [0, 2, 1, 3])`."""
    orders = [[int(n) for n in _AXIS.findall(m["order"])] for m in _KEEPING.finditer(text)]
    exchanged = any(b == a - 1 for order in orders for a, b in pairwise(order))
    return exchanged or _TURNING.search(_KEEPING.sub("", text)) is not None


def _finding(facts: Facts, where: _List, at: int, what: str) -> Finding:
    """The finding of two names in a list of axes."""
    line, col, text, start = where
    one, other = list(_AXIS.finditer(text, start))[at : at + 2]
    place = Range(line, col + one.start(), line, col + other.end())
    edit = Edit(place, f"{other[0]}{text[one.end() : other.start()]}{one[0]}")
    return Finding(
        Place(facts.source, range=place),
        f"the text has {one[0]} before {other[0]}{what.format(other[0], one[0])}",
        fixes=(Fix(f"Swap {one[0]} and {other[0]}", (edit,), safe=True),),
    )
