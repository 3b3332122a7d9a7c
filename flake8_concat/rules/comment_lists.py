"""Shapes in one comment that do not go together, whatever the code does.

`[(n, 13, 13, 3), (n, 52, 26, 3), (n, 52, 52, 3)]`: all but one are squares. `(8, 4, 2) i.e.
128-dimensional`: those are 64.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import prod

from flake8_concat import late
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Comment, Layout
from flake8_concat.rules.shape_text import LONGEST
from flake8_concat.trace.facts import Facts

_ANOTHER = late.compiled(r"[)\]]\s*,\s*[(\[]")
_ONE = late.compiled(r"[(\[](?P<sizes>[^()\[\]]*)[)\]]")
_COUNT = late.compiled(
    r"(?:i\.?e\.?|that is|which is),?\s+(?:an?\s+)?(?P<count>\d+)[- ]?(?:dim|d\b|numbers|values)"
)
_BEFORE = late.compiled(r"[(\[](?P<sizes>\d+(?:\s*,\s*\d+)+)\s*[)\]]\s*[,;(]?\s*$")
_NO_MAPS = late.compiled(
    r"anchor|box|ratio|kernel|window|patch|stride|filter|crop|tile", re.IGNORECASE
)
_LEAST = 3  # shapes, of which two tell of the third
_TWICE = (Fraction(2), Fraction(1, 2))


def lists(facts: Facts) -> Iterator[Finding]:
    """The findings of a file."""
    for comment in Layout.of(facts.source).comments.values():
        if len(comment.text) <= LONGEST and (")" in comment.text or "]" in comment.text):
            yield from _no_square(facts, comment)
            yield from _counted(facts, comment)


def _no_square(facts: Facts, comment: Comment) -> Iterator[Finding]:
    """The one shape of a list that is twice as wide, or as high, as all others of it."""
    if len(_ANOTHER.findall(comment.text)) < _LEAST - 1:
        return
    found = [match for match in _ONE.finditer(comment.text) if match["sizes"].count(",") > 1]
    shapes = [re.split(r"\s*,\s*", match["sizes"].strip(" ,")) for match in found]
    if len(found) < _LEAST or len({len(sizes) for sizes in shapes}) > 1:
        return
    differ = [at for at, sizes in enumerate(zip(*shapes, strict=True)) if len({*sizes}) > 1]
    if len(differ) != 2 or differ[1] != differ[0] + 1:
        return
    sides = [(sizes[differ[0]], sizes[differ[1]]) for sizes in shapes]
    if not all(one.isdigit() and other.isdigit() and other != "0" for one, other in sides):
        return
    odd = [at for at, (one, other) in enumerate(sides) if one != other]
    if len(odd) == 1 and not _NO_MAPS.search(comment.text) and _doubles(sides, odd[0]):
        match = found[odd[0]]
        yield Finding(
            Place(facts.source, range=comment.range(*match.span())),
            f"the comment says {match.group()}; all other maps of its list are squares",
        )


def _doubles(sides: list[tuple[str, str]], odd: int) -> bool:
    """Whether each map is twice as large as the one before, or half, if the odd one is a square."""
    for side in sides[odd]:
        sizes = [int(one) for one, _ in sides]
        sizes[odd] = int(side)
        if (
            len({Fraction(b, a) for a, b in pairwise(sizes)} - {*_TWICE}) == 0
            and len({b > a for a, b in pairwise(sizes)}) == 1
        ):
            return True
    return False


def _counted(facts: Facts, comment: Comment) -> Iterator[Finding]:
    """The shape of which a comment says in another breath how many numbers it has."""
    count = _COUNT.search(comment.text)
    before = _BEFORE.search(comment.text[: count.start()]) if count is not None else None
    if count is None or before is None:
        return
    numbers = prod(int(size) for size in before["sizes"].split(","))
    if numbers and Fraction(int(count["count"]), numbers) in _TWICE:
        start = before.start("sizes") - 1
        yield Finding(
            Place(facts.source, range=comment.range(start, count.end("count"))),
            f"the comment says ({before['sizes']}), which are {numbers} numbers, and says that "
            f"they are {count['count']}",
        )
