"""Sizes that are said as parts of the image's: `# (B, H/8, W/8, 64)` where the others fit `H/4`.

What H is nobody says. But each comment of a function says how many times smaller a side is than H,
and the code how many times smaller it is than the image's: the two must go together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_habits import Judged
from flake8_concat.rules.shape_text import DimText
from flake8_concat.rules.spoken_of import Shapes
from flake8_concat.shapes import UNKNOWN_SIZE, Dim, Shape, Size, Symbol, substitute

_PART = late.compiled(r"(?P<name>[A-Za-z_]\w*)\s*(?://?\s*(?P<by>[1-9]\d*))?")
_WHOLE = 2**12 * 3 * 5 * 7  # an image that can be divided
_OTHERS = 3  # comments that go together, for each that does not
_LEVELS = 2  # different sizes among them


class _Side(NamedTuple):
    """A side as a part of a name, and how many times smaller it is by the code.

    own: the name is that of the parameter which has the size of the image
    """

    item: Judged
    dim: DimText
    name: str
    said: int
    made: int
    own: bool

    @property
    def ratio(self) -> Fraction:
        return Fraction(self.said, self.made)


def fractions(shapes: Shapes, judged: Iterable[Judged]) -> Iterator[Finding]:
    """The findings of the comments that say another part than the code has."""
    if "/" not in shapes.facts.source.text:
        return
    groups: defaultdict[tuple[int, str, int], list[_Side]] = defaultdict(list)
    for item in judged:
        if item.wrong is None and not item.beside and not item.comment.own_line:
            event = item.results[-1][0]
            for symbol, side in _sides(item):
                groups[id(event.site.function), side.name, id(symbol)].append(side)
    wrong: dict[int, list[tuple[_Side, int]]] = {}
    for sides in groups.values():
        for side, right in _odd_ones(sides):
            wrong.setdefault(id(side.item), []).append((side, right))
    for found in wrong.values():
        yield _finding(shapes, found)


def _sides(item: Judged) -> Iterator[tuple[Symbol, _Side]]:
    said, shape = item.said, item.results[-1][1].shape
    if said.plane or not isinstance(shape, Shape):
        return
    offset = len(shape) - len(said.dims)
    if offset not in (0, 1) or (offset == 1 and said.with_batch):
        return
    for dim, size in zip(said.dims, shape[offset:], strict=True):
        part = _PART.fullmatch(dim.value) if isinstance(dim.value, str) else None
        made = _times_smaller(size)
        if part is not None and made is not None and isinstance(size, Size):
            (symbol,) = size.symbols
            own = symbol.name == part["name"] and symbol.literal is True
            yield symbol, _Side(item, dim, part["name"], int(part["by"] or 1), made, own)


def _times_smaller(size: Dim) -> int | None:
    """How many times smaller a side is than the one of the image that it is of."""
    if not isinstance(size, Size) or size is UNKNOWN_SIZE or len(size.symbols) != 1:
        return None
    value = substitute(size, dict.fromkeys(size.symbols, _WHOLE))
    return _WHOLE // value if isinstance(value, int) and value > 0 and not _WHOLE % value else None


def _odd_ones(sides: list[_Side]) -> Iterator[tuple[_Side, int]]:
    """The sides that are out of proportion, with what they should be divided by."""
    ratios = Counter(side.ratio for side in sides)
    (usual, count), *others = ratios.most_common()
    right = [side for side in sides if side.ratio == usual]
    several = count >= _OTHERS * (len(sides) - count) and count >= _OTHERS
    if len(sides) == 1 and sides[0].own:
        usual = Fraction(1)
    elif not others or not several or len({side.made for side in right}) < _LEVELS:
        return
    for side in sides:
        by = usual * side.made
        if side.ratio != usual and by.denominator == 1:
            yield side, by.numerator


def _finding(shapes: Shapes, found: list[tuple[_Side, int]]) -> Finding:
    item = found[0][0].item
    comment, said = item.comment, item.said
    parts = [(side.dim, f"{side.name}/{by}" if by > 1 else side.name) for side, by in found]
    edits = tuple(Edit(comment.range(dim.start, dim.end), new) for dim, new in parts)
    return Finding(
        Place(shapes.facts.source, range=comment.range(said.start, said.end)),
        f"the comment says {comment.text[said.start : said.end]}, the code gives "
        f"{item.results[-1][1].shape}: that is {', '.join(new for _, new in parts)}",
        fixes=(Fix("Write the part that it is", edits, safe=True),),
    )
