"""What is added to the sides of maps, or cut off, with the sides exchanged.

`ZeroPadding2D(((left, right), (top, bottom)))`, `tf.pad(x, [[0, 0], [pad_w, pad_w], [pad_h, pad_h],
[0, 0]])`: the pairs stand in the order of the axes, the height before the width.
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.side_words import end_of, side_of
from flake8_concat.rules.size_arguments import WIDTH_FIRST
from flake8_concat.rules.written_past import called
from flake8_concat.trace.source import Source

# The argument that holds the pairs: its place, and what it is called.
_PAIRS: dict[str, tuple[int, tuple[str, ...]]] = {
    "ZeroPadding2D": (0, ("padding",)),
    "Cropping2D": (0, ("cropping",)),
    "pad": (1, ("paddings", "pad_width")),
}
_NAME = late.compiled(r"[A-Za-z_]\w*")


def padded_sides(source: Source, call: cst.Call) -> Iterator[Finding]:
    """The pairs of a call that are called after the sides, where the width stands first."""
    place = _PAIRS.get(called(call) or "")
    if place is None or isinstance(call.func, cst.Call):
        return
    for position, arg in enumerate(call.args):
        keyword = arg.keyword.value if arg.keyword is not None else None
        given = keyword in place[1] if keyword is not None else position == place[0]
        if not given or not isinstance(arg.value, (cst.Tuple, cst.List)):
            continue
        pairs = [element.value for element in arg.value.elements]
        sided = [(pair, side) for pair in pairs if (side := _side(pair)) is not None]
        rest = [pair for pair in pairs if all(pair is not one for one, _ in sided)]
        if called(call) == "pad" and not (rest and all(map(_is_empty, rest))):
            continue  # of a volume, or of what is no picture
        if tuple(side for _, side in sided) == WIDTH_FIRST:
            (one, _), (other, _) = sided
            text, where = source.module.code_for_node, source.range_of
            message = (
                f"{describe.code(call.func)}({describe.short_code(arg.value)}): the height is "
                f"wanted before the width, but {describe.short_code(one)} stands before "
                f"{describe.short_code(other)}"
            )
            edits = (Edit(where(one), text(other)), Edit(where(other), text(one)))
            fix = Fix(f"Swap {describe.short_code(one)} and {describe.short_code(other)}", edits)
            yield Finding(Place(source, arg.value), message, fixes=(fix,))


def _is_empty(pair: cst.BaseExpression) -> bool:
    """Whether it is (0, 0): nothing is added there."""
    return isinstance(pair, (cst.Tuple, cst.List)) and all(
        isinstance(element.value, cst.Integer) for element in pair.elements
    )


def _side(pair: cst.BaseExpression) -> str | None:
    """The side that both parts of a pair are called after, or the one that is no number."""
    if not isinstance(pair, (cst.Tuple, cst.List)) or len(pair.elements) != 2:
        return None
    parts = [element.value for element in pair.elements]
    found = {_side_in(part) for part in parts if not isinstance(part, cst.Integer)}
    return found.pop() if len(found) == 1 else None


def _side_in(part: cst.BaseExpression) -> str | None:
    """The side that all names in a size are of: of `pad_h - pad_h // 2` the height."""
    names = _NAME.findall(describe.code(part))
    sides = {side for name in names if (side := end_of(name) or side_of(name)) is not None}
    return sides.pop() if len(sides) == 1 else None
