"""The one list of axes in a file that has the width before the height.

`# (batch, steps, cols, rows, depth)` among `# (batch, steps, rows, cols, depth)`: whatever the
tensors are, all that the file says of its axes else has them in the other order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix, Range
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Comment, Layout
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
_ALL = 4  # lists with the sides in the usual order


def lone_orders(facts: Facts) -> Iterator[Finding]:
    """The comment that names the sides in another order than all lists of its file."""
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
    for comment in Layout.of(facts.source).comments.values():
        lists = list(_LIST.finditer(comment.text))
        if len(lists) == 1 and _axes(lists[0]["axes"]) == axes and "->" not in comment.text:
            yield _finding(facts, comment, lists[0].start("axes"), at)


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


def _finding(facts: Facts, comment: Comment, start: int, at: int) -> Finding:
    one, other = list(_AXIS.finditer(comment.text, start))[at : at + 2]
    place: Range = comment.range(one.start(), other.end())
    edit = Edit(place, f"{other[0]}{comment.text[one.end() : other.start()]}{one[0]}")
    return Finding(
        Place(facts.source, range=place),
        f"the comment has {one[0]} before {other[0]}; all other lists of axes in this file have "
        f"{other[0]} before {one[0]}, and nothing exchanges them",
        fixes=(Fix(f"Swap {one[0]} and {other[0]}", (edit,), safe=True),),
    )
